using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Sheets;

/// <summary>Keeps what was typed into a sheet and is not handed in yet (途中保存), as it was typed.</summary>
internal sealed class SheetDrafting(AdminDb db, AuditLog audit, TimeProvider clock)
{
    /// <summary>What was typed, by the key of its field, as far as the viewer may see it.</summary>
    public async Task<IReadOnlyDictionary<string, SheetDraftRow>> Read(Sheet sheet, CancellationToken cancel) =>
        await Rows(sheet).Include(draft => draft.By).AsNoTracking().ToDictionaryAsync(draft => draft.Field, StringComparer.Ordinal, cancel);

    /// <summary>
    /// Keeps every field in which something else stands than in the plan. Of two who type into one field the last one's text stays; what the first
    /// one typed since the other opened the sheet is told. Null where the cycle is closed.
    /// </summary>
    /// <param name="opened">When the sheet was opened.</param>
    public async Task<SavedDrafts?> Save(Sheet sheet, IReadOnlyDictionary<string, string> typed, DateTimeOffset opened, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        if (!await db.Cycles.AnyAsync(cycle => cycle.Id == sheet.Cycle && cycle.ClosedAt == null, cancel))
            return null;
        var known = await Rows(sheet).Include(draft => draft.By).ToDictionaryAsync(draft => draft.Field, StringComparer.Ordinal, cancel);
        var (changed, replaced) = (new List<bool>(), new List<ReplacedDraft>());
        foreach (var (field, isSecret) in sheet.Units.SelectMany(unit => unit.Fields.Select(field => (field, unit.IsSecret))).Where(pair => typed.ContainsKey(pair.field.Key)))
        {
            var draft = known.GetValueOrDefault(field.Key);
            var text = FieldText.IsTheSame(field, typed[field.Key]) ? null : FieldText.Plain(typed[field.Key]);
            var isOthers = draft is not null && draft.At > opened && draft.ById != db.Viewer.UserId;
            if (draft?.Text == text || (text is null && isOthers))
                continue;
            if (isOthers)
                replaced.Add(new ReplacedDraft(field, draft!.Text, draft.By?.DisplayName, draft.At));
            Put(sheet, field, draft, text, isSecret);
            changed.Add(isSecret);
        }
        foreach (var isSecret in changed.Distinct().ToList())
            await audit.Add(Entry(sheet, AuditActions.SheetDraftSaved, isSecret, changed.Count(secret => secret == isSecret)), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return new SavedDrafts(await Rows(sheet).CountAsync(cancel), replaced);
    }

    /// <summary>Lets go of what is handed in; what somebody else typed since stays. Within the transaction of the caller, who tells it.</summary>
    public async Task Remove(Sheet sheet, IReadOnlyDictionary<string, string> typed, DateTimeOffset opened, CancellationToken cancel)
    {
        var fields = sheet.Fields.ToDictionary(field => field.Key, StringComparer.Ordinal);
        foreach (var draft in await Rows(sheet).ToListAsync(cancel))
        {
            var isUnseen = draft.At > opened && draft.ById != db.Viewer.UserId;
            var isUntouched = !typed.TryGetValue(draft.Field, out var text) || !fields.TryGetValue(draft.Field, out var field) || FieldText.IsTheSame(field, text);
            if (!isUnseen || !isUntouched)
                db.SheetDrafts.Remove(draft);
        }
    }

    /// <summary>An entry of the log about a sheet.</summary>
    public AuditEntry Entry(Sheet sheet, string action, bool isSecret, int count) => new(action)
    {
        Plan = sheet.Plan,
        Cycle = sheet.Cycle,
        Subject = sheet.Department.Id,
        OnBehalfOf = db.Viewer.InPlaceOf(sheet.Key) is null ? null : sheet.Key,
        Details = [sheet.Year.FiscalYear.ToString(CultureInfo.InvariantCulture), sheet.Department.Name, count.ToString(CultureInfo.InvariantCulture)],
        Secret = isSecret,
    };

    private IQueryable<SheetDraftRow> Rows(Sheet sheet) => db.SheetDrafts.Where(draft => draft.CycleId == sheet.Cycle && draft.Department == sheet.Key);

    private void Put(Sheet sheet, SheetField field, SheetDraftRow? draft, string? text, bool isSecret)
    {
        if (text is null)
        {
            db.SheetDrafts.Remove(draft!);
            return;
        }
        if (draft is null)
        {
            draft = new SheetDraftRow { CycleId = sheet.Cycle, Department = sheet.Key, Field = field.Key, Text = text, Secret = isSecret };
            db.SheetDrafts.Add(draft);
        }
        (draft.Text, draft.At, draft.ById) = (text, clock.GetUtcNow(), db.Viewer.UserId);
    }
}

/// <param name="Count">How many fields hold something that is not handed in.</param>
/// <param name="Replaced">What others had typed meanwhile, and no longer stands.</param>
internal sealed record SavedDrafts(int Count, IReadOnlyList<ReplacedDraft> Replaced);

/// <param name="By">Who typed it; null where that is not known.</param>
internal sealed record ReplacedDraft(SheetField Field, string Text, string? By, DateTimeOffset At);
