using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Sheets;

/// <summary>Makes the sheets of departments out of the plan, as far as the viewer may see and fill them in.</summary>
internal sealed class SheetReading(AdminDb db, PlanDocuments documents, TimeProvider clock)
{
    private static readonly string[] Offices = ["課", "室", "局", "部", "所", "班", "署", "センター"];

    /// <summary>The sheet of a department; null where there is none for the viewer.</summary>
    /// <param name="version">The version of the plan that the viewer looked at; null for the newest.</param>
    public async Task<Sheet?> Open(int cycle, string department, int? version, CancellationToken cancel)
    {
        if (await Find(cycle, version, cancel) is not var (row, seen))
            return null;
        var found = seen.Document.Departments?.FirstOrDefault(one => one.Id == department);
        return found is null || !db.Viewer.MayOpen($"{seen.Head.Municipality}/{department}") ? null : Of(row, seen, found);
    }

    /// <summary>
    /// The sheets that the viewer may fill in: of departments of today that have something to enter or that the cycle waits for. Null where there is
    /// no such cycle.
    /// </summary>
    public async Task<IReadOnlyList<Sheet>?> All(int cycle, CancellationToken cancel)
    {
        if (await Find(cycle, null, cancel) is not var (row, seen))
            return null;
        var today = Dates.InJapan(clock.GetUtcNow());
        var owing = GovernedCycle.Owing(seen.Document.WithoutSecurity(), today).Concat(SubmissionsOf(seen.Document, row.FiscalYear).Select(sheet => sheet.Department)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (seen.Document.Departments ?? [])
                .Where(department => owing.Contains(department.Id) && (GovernedCycle.IsInForce(department, today) || department.SucceededBy is null) && db.Viewer.MayOpen($"{seen.Head.Municipality}/{department.Id}"))
                .Select(department => Of(row, seen, department)),
        ];
    }

    private async Task<(CycleRow, SeenVersion)?> Find(int cycle, int? version, CancellationToken cancel)
    {
        if (await db.Cycles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == cycle, cancel) is not { } row)
            return null;
        var seen = version is { } number ? await documents.Version(row.PlanId, number, cancel) : null;
        return (seen ?? await documents.Newest(row.PlanId, cancel)) is { } found ? (row, found) : null;
    }

    private Sheet Of(CycleRow cycle, SeenVersion seen, Department department)
    {
        var today = Dates.InJapan(clock.GetUtcNow());
        var key = $"{seen.Head.Municipality}/{department.Id}";
        var line = SheetCards.Line(seen.Document, department.Id, today);
        var submission = SubmissionsOf(seen.Document, cycle.FiscalYear).Where(sheet => line.Contains(sheet.Department))
            .OrderByDescending(sheet => sheet.Department == department.Id).FirstOrDefault();
        var year = new SheetYear(cycle.FiscalYear, today, PostOf(department.Name), submission?.SubmittedOn is not null);
        var cards = new SheetCards(line, year).Of(db.Viewer.EntersOpen(key) ? seen.Document : seen.Document with { Policies = [] }, department.Id);
        return new Sheet(cycle.Id, cycle.PlanId, cycle.ClosedAt is null, key, department, year, seen.Head.Number, seen.Document, submission, cards);
    }

    private static IReadOnlyList<Submission> SubmissionsOf(PlanDocument plan, int fiscalYear) => GovernedCycle.Of(plan, fiscalYear)?.Submissions ?? [];

    // 市民課 reports through 市民課長. People are never named.
    private static string PostOf(string department) => Offices.Any(department.EndsWith) ? department + "長" : department;
}
