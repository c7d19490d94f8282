using DxRules.Admin.Data;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>What of a run a filter leaves, in the groups in which it is shown.</summary>
/// <param name="Shown">Alerts that stand for themselves.</param>
/// <param name="Folded">Alerts and undetermined results that stand under another.</param>
/// <param name="UndeterminedCount">Undetermined results that are not folded under an alert that is shown.</param>
/// <param name="Undetermined">The same by the fact they miss, so some more than once.</param>
/// <param name="Left">Alerts of the cycle before that are none now.</param>
internal sealed record AlertListView(
    int Shown,
    int Folded,
    IReadOnlyList<AlertGroup> Groups,
    int UndeterminedCount,
    IReadOnlyList<MissingGroup> Undetermined,
    IReadOnlyList<AlertLine> Faults,
    IReadOnlyList<AlertLine> Left)
{
    public int All => Shown + UndeterminedCount + Folded + Faults.Count;

    public static AlertListView Of(AlertList list, AlertFilter filter, Texts texts)
    {
        var lines = list.Lines.Where(filter.Matches).ToList();
        var folded = filter.ShowsFolded ? Folding.Unfold(lines) : Folding.Fold(lines);
        var alerts = folded.Where(line => line.Line.Outcome == Outcome.Alert).ToList();
        var undetermined = Of(folded, Outcome.Undetermined).ToList();
        return new AlertListView(
            alerts.Count,
            folded.Sum(line => line.Folded.Count),
            AlertGroup.Of(alerts, filter.Order, texts),
            undetermined.Count,
            MissingGroup.Of(undetermined),
            [.. Of(folded, Outcome.Fault)],
            [.. list.Left.Where(filter.Matches)]);
    }

    private static IEnumerable<AlertLine> Of(IEnumerable<FoldedLine> lines, Outcome outcome) =>
        lines.Select(line => line.Line).Where(line => line.Outcome == outcome);
}
