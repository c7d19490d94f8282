using System.Globalization;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Judgements;

/// <summary>An external factor of a KPI.</summary>
/// <param name="RejudgeIn">The 対象年度 in which it is to be judged again; null where the plan says none, or says it otherwise.</param>
/// <param name="RejudgeWords">What the plan says instead of a year.</param>
/// <param name="IsOver">Whether that year has come.</param>
internal sealed record FactorLine(string KpiTitle, IReadOnlyList<string> Departments, int FiscalYear, string Note, int? RejudgeIn, string? RejudgeWords, bool IsOver)
{
    public static IReadOnlyList<FactorLine> Of(PlanDocument plan, SubjectReach reach, int fiscalYear)
    {
        var index = new SubjectIndex(plan);
        return
        [
            .. PlanKpis.Of(plan).Where(kpi => reach.Holds(kpi.Id)).SelectMany(kpi => kpi.ExternalFactors.Where(factor => factor.FiscalYear <= fiscalYear), (kpi, factor) =>
            {
                int? again = int.TryParse(factor.RejudgeIn, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
                return new FactorLine(kpi.Title, index.Of(kpi.Id)?.Departments ?? [], factor.FiscalYear, factor.Note, again, again is null ? factor.RejudgeIn : null, again <= fiscalYear);
            }),
        ];
    }
}

/// <summary>An acceptance that runs, or that is over while the alert is still there.</summary>
internal sealed record AcceptanceLine(string Key, Bilingual Message, IReadOnlyList<string> Departments, string Reason, int Until, bool IsOver)
{
    public static async Task<IReadOnlyList<AcceptanceLine>> Read(AdminDb db, int plan, int cycle, int fiscalYear, CancellationToken cancel)
    {
        var approved = await db.Answers.AsNoTracking()
            .Where(row => row.Alert!.PlanId == plan && row.State == AnswerState.Approved && row.Cycle!.FiscalYear <= fiscalYear)
            .Select(row => new { row.AlertId, row.Alert!.Key, row.Cycle!.FiscalYear, row.Decision, row.Text, row.AcceptedUntil }).ToListAsync(cancel);
        var newest = approved.GroupBy(row => row.AlertId).Select(group => group.MaxBy(row => row.FiscalYear)!)
            .Where(row => row is { Decision: AnswerDecision.Accept, AcceptedUntil: not null }).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var keys = newest.Keys.ToList();
        var run = await db.Runs.Where(row => row.CycleId == cycle).OrderByDescending(row => row.Number).Select(row => (int?)row.Id).FirstOrDefaultAsync(cancel);
        var seen = await db.Observations.AsNoTracking().Where(row => row.RunId == run && row.Outcome == Outcome.Alert && keys.Contains(row.Key)).OrderBy(row => row.Position)
            .Select(row => new { row.Key, row.MessageJa, row.MessageEn, Departments = row.Departments.Select(department => department.Department).ToList() }).ToListAsync(cancel);
        return
        [
            .. seen.Select(row => new AcceptanceLine(
                row.Key, new Bilingual(row.MessageJa, row.MessageEn), [.. row.Departments.Select(id => id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..])],
                newest[row.Key].Text, newest[row.Key].AcceptedUntil!.Value, newest[row.Key].AcceptedUntil < fiscalYear)).OrderByDescending(line => line.IsOver),
        ];
    }
}
