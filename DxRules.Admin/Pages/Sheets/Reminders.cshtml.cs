using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using DxRules.Admin.Sheets;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Sheets;

/// <summary>照会・督促: a letter to each department whose sheet is not in, to be printed, with what it still has to enter and nothing else.</summary>
internal sealed class RemindersModel(AdminDb db, SheetReading reading, TimeProvider clock, Texts texts) : PageModel
{
    public CycleHead Cycle { get; private set; } = null!;

    /// <summary>Departments to which a letter can be written.</summary>
    public IReadOnlyList<Sheet> Choices { get; private set; } = [];

    /// <summary>To whom letters are written.</summary>
    public IReadOnlyList<Sheet> Letters { get; private set; } = [];

    /// <summary>The department that is chosen; null for all that are late.</summary>
    public string? To { get; private set; }

    public DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    /// <param name="department">To whom; empty for all that are late.</param>
    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnGet(int cycle, string? department, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head || await reading.All(cycle, cancel) is not { } sheets)
            return NotFound();
        (Cycle, To) = (head, department);
        Choices = [.. sheets.Where(sheet => Missing(sheet).Any() || sheet.Submission?.SubmittedOn is null)];
        Letters = [.. Choices.Where(sheet => string.IsNullOrEmpty(department) ? sheet.DaysLate > 0 : sheet.Department.Id == department)];
        return Page();
    }

    /// <summary>What a department has not entered; nothing of security, which it does not see.</summary>
    public static IEnumerable<(SheetCard Card, SheetUnit Unit)> Missing(Sheet sheet) =>
        sheet.Cards.SelectMany(card => card.In(SheetUnitState.Open).Where(unit => !unit.IsSecret).Select(unit => (card, unit)));

    /// <summary>How many parts it is asked for, likewise.</summary>
    public static int Asked(Sheet sheet) => sheet.Units.Count(unit => !unit.IsSecret && unit.State != SheetUnitState.Optional);

    /// <summary>The fields that nothing is complete without and that are empty; all of a part that is only to be confirmed.</summary>
    public string Wanted(SheetUnit unit) =>
        string.Join(texts["change.and"], unit.Fields.Where(field => field.Value is null && (field.IsNeeded || field.Label == "value" || field.Label == "recordOn")).Select(field => texts[$"sheet.field.{field.Label}"])) is { Length: > 0 } names
            ? names
            : unit.Asks(texts) ?? texts["reminder.confirm"];

    /// <summary>A day as a letter writes it: by era alone.</summary>
    public string Day(DateOnly day) => texts.Language == Language.Japanese ? Wareki.Format(day) : texts.Date(day);

    public string Year => texts.Language == Language.Japanese ? Wareki.FormatFiscalYear(Cycle.FiscalYear) : texts.FiscalYear(Cycle.FiscalYear);
}
