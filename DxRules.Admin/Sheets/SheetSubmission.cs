using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Sheets;

/// <summary>Hands a sheet in: what was typed becomes a version of the plan, which also says on which day it was.</summary>
internal sealed class SheetSubmission(AdminDb db, PlanAmendments plans, PlanDocuments documents, SheetDrafting drafts, AuditLog audit)
{
    /// <summary>
    /// Nothing of it stands where anything is wrong with it, the cycle is closed, or somebody changed the same meanwhile. It can be handed in again to
    /// correct it, as long as the cycle is open; the day of the first time stays.
    /// </summary>
    /// <param name="typed">By the keys of the fields; what is not in it stays.</param>
    /// <param name="opened">When the sheet was opened.</param>
    public async Task<SubmittedSheet> Submit(Sheet sheet, IReadOnlyDictionary<string, string> typed, DateTimeOffset opened, CancellationToken cancel)
    {
        var input = new SheetInput(sheet, typed);
        if (input.Problems.Count > 0)
            return new SubmittedSheet { Problems = input.Problems };
        await using var writing = await db.Write(cancel);
        if (!await db.Cycles.AnyAsync(cycle => cycle.Id == sheet.Cycle && cycle.ClosedAt == null, cancel) || await documents.Newest(sheet.Plan, cancel) is not { } newest)
            return new SubmittedSheet { Saved = new() { IsRefused = true } };
        var amendment = new Amendment(sheet.Plan, [.. input.Changes(), .. DayOf(sheet, newest.Document)], Reason(sheet)) { OnBehalfOf = db.Viewer.InPlaceOf(sheet.Key) };
        var saved = await plans.Save(amendment, cancel);
        if (saved.Version is null)
            return new SubmittedSheet { Saved = saved };
        await drafts.Remove(sheet, typed, opened, cancel);
        var isOpen = db.Viewer.EntersOpen(sheet.Key);
        await audit.Add(drafts.Entry(sheet, isOpen ? AuditActions.SheetSubmitted : AuditActions.SheetConfirmed, !isOpen, amendment.Changes.Count), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return new SubmittedSheet { Saved = saved };
    }

    /// <summary>What has to change so that the plan says on which day the sheet was handed in first; nothing where it says so.</summary>
    public IReadOnlyList<PlanChange> DayOf(Sheet sheet, PlanDocument newest)
    {
        // Who only confirms security does not hand in for the department.
        if (!db.Viewer.EntersOpen(sheet.Key))
            return [];
        var line = SheetCards.Line(newest, sheet.Department.Id, sheet.Year.Today);
        return PlanDifference.Between(newest, GovernedCycle.Change(newest, sheet.Year.FiscalYear, cycle =>
        {
            var own = (cycle.Submissions ?? []).Where(submission => line.Contains(submission.Department)).ToList();
            if (own.Count > 0)
                return own.All(submission => submission.SubmittedOn is not null) ? cycle : cycle with
                {
                    Submissions = [.. cycle.Submissions!.Select(submission => own.Contains(submission) && submission.SubmittedOn is null ? submission with { SubmittedOn = sheet.Year.Today } : submission)],
                };
            return cycle with { Submissions = [.. cycle.Submissions ?? [], new Submission { Id = NewId(newest, sheet), Department = sheet.Department.Id, SubmittedOn = sheet.Year.Today }] };
        }));
    }

    private static string NewId(PlanDocument plan, Sheet sheet) => GovernedCycle.NewId(plan, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sheet-{sheet.Year.FiscalYear}-{sheet.Department.Id}"));

    private static string Reason(Sheet sheet) => $"{Wareki.FormatFiscalYear(sheet.Year.FiscalYear)}の調書（{sheet.Department.Name}）";
}

/// <summary>What came of handing in a sheet.</summary>
internal sealed record SubmittedSheet
{
    public IReadOnlyList<EntryProblem> Problems { get; init; } = [];

    /// <summary>Null where there are problems.</summary>
    public AmendmentResult? Saved { get; init; }
}
