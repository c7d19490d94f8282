using System.Text;
using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;
using AlertStateWords = DxRules.Admin.Pages.Alerts.AlertStateWords;

namespace DxRules.Admin.Pages.Comparison;

/// <summary>What became of an alert between two checks.</summary>
/// <param name="Row">Id of the observation that says so: of the later check, or of the earlier one where it is gone since.</param>
/// <param name="Cycle">The cycle in which that observation is looked at.</param>
internal sealed record ComparedAlert(int Row, int Cycle, AlertState State, int Nth, Severity? Before);

/// <summary>All alerts of two checks, as far as the viewer may see them, in the order in which they are shown.</summary>
internal sealed record ComparedAlerts(IReadOnlyList<ComparedAlert> All)
{
    // What asks for something first.
    private static readonly AlertState[] Order =
    [
        AlertState.Worsened, AlertState.Recurred, AlertState.New, AlertState.Undetermined, AlertState.Cleared, AlertState.Gone, AlertState.RuleChanged, AlertState.Eased, AlertState.Continuing,
    ];

    /// <summary>All that is not as it was.</summary>
    public const string Changed = "changed";

    public LifecycleSum Sum { get; } = LifecycleSum.Of(All.Select(alert => alert.State));

    /// <param name="show"><see cref="Changed"/>, or a word of <see cref="AlertStateWords"/>.</param>
    public IReadOnlyList<ComparedAlert> Of(string show) =>
        [.. All.Where(alert => show == Changed ? alert.State != AlertState.Continuing : AlertStateWords.Covers(show, alert.State))];

    /// <summary>
    /// Against the cycle before of the same plan as the later check itself kept it; against any other from the two reports, as <c>dxrules compare</c> tells it.
    /// </summary>
    public static async Task<ComparedAlerts> Read(AdminDb db, ReportComparisons kept, ComparedPair pair, CancellationToken cancel)
    {
        var alerts = pair.IsNext ? await Kept(db, pair.Cycle, pair.Run, cancel) : await Computed(db, kept, pair, cancel);
        return new ComparedAlerts([.. alerts.Select((alert, position) => (alert, position)).OrderBy(pair => Array.IndexOf(Order, pair.alert.State)).ThenBy(pair => pair.position).Select(pair => pair.alert)]);
    }

    private static async Task<List<ComparedAlert>> Kept(AdminDb db, CycleHead now, RunHead run, CancellationToken cancel) =>
        await db.Observations.AsNoTracking().Where(row => row.RunId == run.Id && row.State != null).OrderBy(row => row.Position).Select(row => new ComparedAlert(row.Id, now.Id, row.State!.Value, row.Nth, row.PreviousSeverity)).ToListAsync(cancel);

    private static async Task<IEnumerable<ComparedAlert>> Computed(AdminDb db, ReportComparisons kept, ComparedPair pair, CancellationToken cancel)
    {
        var (now, run, before) = (pair.Cycle, pair.Run, pair.Before);
        var lives = await kept.Of(before.Run, run.Id, pair.NewIds, () => Compare(db, pair, cancel));
        var (here, there) = (await Rows(db, run.Id, cancel), await Rows(db, before.Run, cancel));
        return lives.Select(life => life.NowKey is { } key
            ? here.TryGetValue(key, out var row) ? new ComparedAlert(row, now.Id, life.State, life.Nth, life.Before) : null
            : there.TryGetValue(life.BeforeKey!, out var gone) ? new ComparedAlert(gone, before.Id, life.State, life.Nth, life.Before) : null).OfType<ComparedAlert>();
    }

    private static async Task<IEnumerable<AlertLife>> Compare(AdminDb db, ComparedPair pair, CancellationToken cancel)
    {
        var later = await Report(db, pair.Run.Id, cancel);
        var earlier = AsOf(await Report(db, pair.Before.Run, cancel), later);
        return Lifecycle.Of([earlier, later], new Renumbering(pair.NewIds), PlanSchema.Instance).Single().Latest.Lives;
    }

    // The plan before is told apart by its id, and is meant to be the same here.
    private static CheckReport AsOf(CheckReport earlier, CheckReport later) =>
        earlier with { Plans = [earlier.Plans[0] with { Plan = later.Plans[0].Plan, Municipality = later.Plans[0].Municipality }] };

    private static Task<Dictionary<string, int>> Rows(AdminDb db, int run, CancellationToken cancel) =>
        db.Observations.AsNoTracking().Where(row => row.RunId == run && row.Outcome == Outcome.Alert).Select(row => new { row.Key, row.Id })
            .ToDictionaryAsync(row => row.Key, row => row.Id, StringComparer.Ordinal, cancel);

    private static async Task<CheckReport> Report(AdminDb db, int run, CancellationToken cancel)
    {
        var packed = await db.Runs.Where(row => row.Id == run).Select(row => row.Report).SingleAsync(cancel);
        return ReportJson.Read(new SourceText("report", Encoding.UTF8.GetString(Compressed.Unpack(packed)))).Report
            ?? throw new InvalidDataException("A stored report does not read back. The database was changed from outside.");
    }
}
