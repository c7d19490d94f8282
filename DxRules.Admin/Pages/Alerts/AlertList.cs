using System.Linq.Expressions;
using DxRules.Admin.Data;
using DxRules.Engine.Alerts;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>What one run of a cycle observed, as the alert list shows it.</summary>
/// <param name="Runs">All runs of the cycle, newest first.</param>
/// <param name="Run">The run that is shown; null where the cycle has none yet.</param>
/// <param name="Lines">Everything the run observed, in the order of its report.</param>
/// <param name="Left">Alerts of the cycle before that are none in this run.</param>
internal sealed record AlertList(CycleHead Cycle, IReadOnlyList<RunHead> Runs, RunHead? Run, IReadOnlyList<AlertLine> Lines, IReadOnlyList<AlertLine> Left)
{
    /// <summary>Alerts before and now, as far as the viewer may see them.</summary>
    public LifecycleSum Sum { get; } = LifecycleSum.Of(Lines.Concat(Left).Select(line => line.Life.State).OfType<AlertState>());

    /// <summary>Reads a run of a cycle, by default the latest; null where there is no such cycle or run.</summary>
    public static async Task<AlertList?> Read(AdminDb db, int cycle, int? number, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head)
            return null;
        var runs = await RunHead.Of(db, cycle, cancel);
        var run = number is null ? runs.FirstOrDefault() : runs.FirstOrDefault(run => run.Number == number);
        if (run is null && number is not null)
            return null;
        if (run is null)
            return new AlertList(head, runs, null, [], []);
        var lines = (await ReadRows(db, row => row.RunId == run.Id, cancel)).ToLookup(line => line.Outcome == Outcome.Gone);
        return new AlertList(head, runs, run, [.. lines[false]], [.. lines[true]]);
    }

    /// <summary>Everything a run observed.</summary>
    public static Task<IReadOnlyList<AlertLine>> ReadLines(AdminDb db, int run, CancellationToken cancel) =>
        ReadRows(db, row => row.RunId == run && row.Outcome != Outcome.Gone, cancel);

    /// <summary>What is wanted of what was observed, in the order of the report.</summary>
    public static async Task<IReadOnlyList<AlertLine>> ReadRows(AdminDb db, Expression<Func<ObservationRow, bool>> wanted, CancellationToken cancel)
    {
        var rows = await db.Observations.AsNoTracking().Where(wanted).OrderBy(row => row.Position)
            .Select(row => new
            {
                row.Position, row.Outcome, row.Key, row.Severity, row.State, row.Nth, row.PreviousSeverity, row.Category, row.Rule!.RuleId, row.Rule.TitleJa, row.Rule.TitleEn,
                row.SubjectType, row.SubjectId, row.SubjectTitle, row.SubjectPath, row.PolicyPosition, row.PolicyId, row.PolicyTitle,
                row.MessageJa, row.MessageEn, row.FoldedUnder, row.Missing,
            })
            .ToListAsync(cancel);
        // What stands under something the viewer may not see stands for itself, and does not name it.
        var seen = rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rows.Select(row => new AlertLine(
                row.Position, row.Outcome, row.Key, row.Severity, new(row.State, row.Nth, row.PreviousSeverity), row.Category, row.RuleId, new(row.TitleJa, row.TitleEn),
                row.SubjectType, row.SubjectId, row.SubjectTitle, row.SubjectPath,
                SubjectGroup.Of(row.PolicyPosition, row.PolicyId, row.PolicyTitle, row.SubjectType, row.Category),
                new(row.MessageJa, row.MessageEn), row.FoldedUnder is { } cause && seen.Contains(cause) ? cause : null, row.Missing)),
        ];
    }
}

/// <summary>A cycle and whose it is.</summary>
internal sealed record CycleHead(int Id, int Plan, int FiscalYear, bool IsOpen, string Municipality, string PlanTitle)
{
    public static Task<CycleHead?> Read(AdminDb db, int cycle, CancellationToken cancel) =>
        db.Cycles.AsNoTracking().Where(row => row.Id == cycle)
            .Select(row => new CycleHead(
                row.Id,
                row.PlanId,
                row.FiscalYear,
                row.ClosedAt == null,
                row.Plan!.Versions.OrderByDescending(version => version.Number).First().MunicipalityName,
                row.Plan.Versions.OrderByDescending(version => version.Number).First().Title))
            .FirstOrDefaultAsync(cancel);
}

/// <summary>A run without what it observed.</summary>
/// <param name="ReportHash">Of what the viewer may see.</param>
/// <param name="Rules">How many rules took part.</param>
/// <param name="Counts">Of what the viewer may see.</param>
internal sealed record RunHead(
    int Id, int Number, DateOnly AsOf, DateTimeOffset At, string Engine, string RuleSetHash, string ProfileName, string ReportHash,
    int PlanVersion, int Rules, int LaterFactsIgnored, RunCounts Counts)
{
    /// <summary>The runs of a cycle, newest first.</summary>
    public static async Task<IReadOnlyList<RunHead>> Of(AdminDb db, int cycle, CancellationToken cancel)
    {
        var runs = await db.Runs.AsNoTracking().Where(row => row.CycleId == cycle).OrderByDescending(row => row.Number)
            .Select(row => new
            {
                row.Id, row.Number, row.AsOf, row.At, row.Engine, row.RuleSetHash, row.ProfileName, row.ReportHash, row.OpenReportHash,
                PlanVersion = row.PlanVersion!.Number, Rules = row.Rules.Count, row.LaterFactsIgnored,
            })
            .ToListAsync(cancel);
        var observed = await db.Observations.AsNoTracking().Where(row => row.Run!.CycleId == cycle && row.Outcome != Outcome.Gone)
            .GroupBy(row => new { row.RunId, row.Outcome, row.Severity })
            .Select(group => new { group.Key.RunId, group.Key.Outcome, group.Key.Severity, Count = group.Count() })
            .ToListAsync(cancel);
        var seesWhole = db.Viewer is { SeesSecrets: true, SeesAll: true };
        var counts = observed.ToLookup(row => row.RunId, row => (AlertLine.WordOf(row.Severity, row.Outcome), row.Count));
        return
        [
            .. runs.Select(row => new RunHead(
                row.Id, row.Number, row.AsOf, row.At, row.Engine, row.RuleSetHash, row.ProfileName, db.Viewer.SeesSecrets ? row.ReportHash : row.OpenReportHash,
                row.PlanVersion, row.Rules, seesWhole ? row.LaterFactsIgnored : 0, RunCounts.Of(counts[row.Id]))),
        ];
    }
}

/// <summary>How much of each kind a viewer may see of a run; folded alerts count.</summary>
internal sealed record RunCounts(int Critical, int Warning, int Notice, int Info, int Undetermined, int Faults)
{
    public static RunCounts Of(IEnumerable<(string Word, int Count)> observed)
    {
        var counts = observed.ToDictionary(row => row.Word, row => row.Count);
        int Of(string word) => counts.GetValueOrDefault(word);
        return new(Of("critical"), Of("warning"), Of("notice"), Of("info"), Of("undetermined"), Of("fault"));
    }

    public int Alerts => Critical + Warning + Notice + Info;

    /// <summary>The counts that are always shown, by the word that filters for them.</summary>
    public IEnumerable<(string Word, int Count)> Shown =>
        [("critical", Critical), ("warning", Warning), ("notice", Notice), ("info", Info), ("undetermined", Undetermined)];
}
