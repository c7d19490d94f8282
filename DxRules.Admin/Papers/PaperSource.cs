using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Papers;

/// <summary>From which check and which versions of the plan a paper is made.</summary>
/// <param name="Municipality">Its code.</param>
/// <param name="Issue">Null for a draft.</param>
/// <param name="Version">Id of the plan's version that was checked.</param>
/// <param name="LastVersion">Id of the last version before it was issued, with what people said since; of a draft the newest.</param>
internal sealed record PaperSource(int Cycle, int Plan, string Municipality, int FiscalYear, CycleIssueRow? Issue, int Run, int Version, int LastVersion, RunRow Check)
{
    public DateOnly AsOf => Check.AsOf;

    public static async Task<PaperSource?> Read(AdminDb db, int cycle, int? issue, CancellationToken cancel)
    {
        var row = await db.Cycles.AsNoTracking().Where(row => row.Id == cycle).Select(row => new
        {
            row.PlanId, row.Plan!.Municipality, row.FiscalYear,
            Issue = row.Issues.OrderByDescending(one => one.Number).FirstOrDefault(one => issue == null || one.Number == issue),
            Latest = row.Runs.OrderByDescending(run => run.Number).Select(run => (int?)run.Id).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancel);
        if (row is null || (row.Issue is null && issue is not null) || (row.Issue?.RunId ?? row.Latest) is not { } id)
            return null;
        var run = await db.Runs.AsNoTracking().SingleAsync(run => run.Id == id, cancel);
        var versions = db.PlanVersions.AsNoTracking().Where(version => version.PlanId == row.PlanId);
        var last = await (row.Issue is { } issued ? versions.Where(version => version.At <= issued.At) : versions).OrderByDescending(version => version.Number)
            .Select(version => version.Id).FirstAsync(cancel);
        return new PaperSource(cycle, row.PlanId, row.Municipality, row.FiscalYear, row.Issue, id, run.PlanVersionId, last, run);
    }

    public PaperHead Head(PlanDocument plan, IReadOnlyList<AlertLine> lines)
    {
        var alerts = lines.Where(line => line.Outcome == Outcome.Alert).CountBy(line => line.Severity!.Value).ToDictionary();
        return new PaperHead(
            plan.Municipality.Name, plan.Plan.Title, FiscalYear, Issue?.Number, Issue is { } issue ? Dates.InJapan(issue.At) : null, Issue?.Reason, AsOf,
            [.. Enum.GetValues<Severity>().OrderDescending().Select(severity => new PaperCount(severity, alerts.GetValueOrDefault(severity)))],
            lines.Count(line => line.Outcome == Outcome.Undetermined), Check.Engine, Check.RuleSetHash, Check.ProfileName, Check.OpenReportHash);
    }
}
