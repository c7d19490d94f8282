using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans.Changes;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Sheets;

/// <summary>Tells what a sheet would change of what the check finds, before it is handed in. Nothing is stored.</summary>
internal sealed class SheetPreview(AdminDb db, PlanDocuments documents, CheckEffects effects, SheetSubmission submission)
{
    /// <summary>What it changes on the department's subjects alone. Null where it could not be saved, because somebody changed the same meanwhile.</summary>
    /// <param name="input">Has no problems.</param>
    public async Task<SheetEffect?> Of(Sheet sheet, SheetInput input, CancellationToken cancel)
    {
        var version = await db.PlanVersions.Where(row => row.PlanId == sheet.Plan).OrderByDescending(row => row.Number).Select(row => row.Id).FirstAsync(cancel);
        var (now, seen) = (await documents.Whole(version, cancel), await documents.Newest(sheet.Plan, cancel));
        var changes = input.Changes();
        if (PlanChanges.Apply(now, [.. changes, .. submission.DayOf(sheet, seen!.Document)]).Document is not { } then)
            return null;
        var line = SheetCards.Line(now, sheet.Department.Id, sheet.Year.Today);
        return new SheetEffect(changes, await effects.Of(now, then, CheckEffects.AsOf(sheet.Year.FiscalYear, sheet.Year.Today), line, withSecrets: true, cancel));
    }
}

/// <summary>What a sheet changes of the plan, and by that of what the check finds.</summary>
internal sealed record SheetEffect(IReadOnlyList<PlanChange> Changes, CheckEffect Found);
