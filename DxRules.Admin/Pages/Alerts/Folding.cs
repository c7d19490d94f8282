using DxRules.Admin.Data;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>A line that is shown, with the lines folded under it.</summary>
internal sealed record FoldedLine(AlertLine Line, IReadOnlyList<AlertLine> Folded);

/// <summary>
/// Puts lines under the one that causes them. A line whose cause is not shown stands for itself, so that nothing that a filter asks for is hidden:
/// lines and folded lines together are always all that were given.
/// </summary>
internal static class Folding
{
    public static IReadOnlyList<FoldedLine> Fold(IReadOnlyList<AlertLine> lines)
    {
        var alerts = lines.Where(line => line.Outcome == Outcome.Alert).ToDictionary(line => line.Key, StringComparer.Ordinal);
        var under = lines.ToLookup(line => CauseOf(line, alerts), ReferenceEqualityComparer.Instance);
        return [.. lines.Where(line => CauseOf(line, alerts) is null).Select(line => new FoldedLine(line, [.. under[line]]))];
    }

    /// <summary>Each line by itself.</summary>
    public static IReadOnlyList<FoldedLine> Unfold(IReadOnlyList<AlertLine> lines) => [.. lines.Select(line => new FoldedLine(line, []))];

    // The outermost cause that is shown. The engine refuses circles; a line in one would stand for itself.
    private static AlertLine? CauseOf(AlertLine line, Dictionary<string, AlertLine> alerts)
    {
        AlertLine? cause = null;
        for (var steps = 0; steps < alerts.Count && (cause ?? line).FoldedUnder is { } key && alerts.TryGetValue(key, out var above); steps++)
        {
            if (above == line)
                return null;
            cause = above;
        }
        return cause;
    }
}
