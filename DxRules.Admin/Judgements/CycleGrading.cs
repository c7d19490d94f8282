using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Tuning;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Judgements;

/// <summary>
/// How the rules grade a cycle: as the run that it was closed with, else as its latest run; before the first as of the usual day by the city's newest profile.
/// What the city sets later moves no grade beside alerts that it did not move.
/// </summary>
/// <param name="Frozen">The number of the plan's version that closing froze; null where nothing is frozen.</param>
internal sealed record CycleGrading(DateOnly AsOf, GradeScale Scale, int? Frozen)
{
    /// <exception cref="ProfileMisfit">The city's newest profile is needed, and does not fit the rules.</exception>
    public static async Task<CycleGrading> Read(AdminDb db, CityCheck city, int cycle, CancellationToken cancel)
    {
        var head = await db.Cycles.Where(row => row.Id == cycle).Select(row => new
        {
            row.FiscalYear,
            row.Plan!.Municipality,
            Frozen = row.ClosedAt == null ? null : row.Issues.OrderByDescending(issue => issue.Number).Select(issue => (int?)issue.RunId).FirstOrDefault(),
            Latest = row.Runs.OrderByDescending(run => run.Number).Select(run => (int?)run.Id).FirstOrDefault(),
        }).SingleAsync(cancel);
        var id = head.Frozen ?? head.Latest;
        var run = await db.Runs.Where(row => row.Id == id).Select(row => new { row.AsOf, row.PlanVersion!.Number }).SingleOrDefaultAsync(cancel);
        return new CycleGrading(
            run?.AsOf ?? FiscalYearReview.UsualAsOf(head.FiscalYear),
            new GradeScale(id is { } judged ? await city.RulesOf(judged, head.Municipality, cancel) : await city.Rules(head.Municipality, cancel)),
            head.Frozen is null ? null : run?.Number);
    }
}
