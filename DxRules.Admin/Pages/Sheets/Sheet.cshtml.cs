using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Pages.Hearings;
using DxRules.Admin.People;
using DxRules.Admin.Sheets;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Sheets;

/// <summary>The 調書 of a department: filled in, kept for later, checked and handed in.</summary>
[RequestFormLimits(ValueCountLimit = SheetForm.MostFields)]
[RequestSizeLimit(SheetForm.MostBytes)]
internal sealed class SheetModel(
    AdminDb db, SheetReading reading, SheetDrafting drafting, SheetSubmission submission, SheetPreview preview, PlanDocuments documents, TimeProvider clock, Texts texts) : PageModel
{
    public CycleHead Cycle { get; private set; } = null!;

    public Sheet Shown { get; private set; } = null!;

    public SheetForm Form { get; private set; } = null!;

    /// <summary>What was typed earlier and is not handed in yet, by the key of its field.</summary>
    public IReadOnlyDictionary<string, SheetDraftRow> Drafts { get; private set; } = new Dictionary<string, SheetDraftRow>();

    public IReadOnlyList<QuestionLine> Questions { get; private set; } = [];

    /// <summary>What it changes; null where it is still being filled in.</summary>
    public SheetEffect? Effect { get; private set; }

    /// <summary>Whether it is to be looked through before it is handed in.</summary>
    public bool IsChecked { get; private set; }

    public string Address => $"/cycles/{Cycle.Id}/sheets/{Shown.Department.Id}";

    /// <summary>The id of the department in whose place it is entered; null where it is one's own.</summary>
    public bool IsInPlace => db.Viewer.InPlaceOf(Shown.Key) is not null;

    public bool SeesSecrets => db.Viewer.SeesSecrets;

    public bool Asks => db.Viewer.May(Access.Approve);

    /// <summary>What stands in a field: what was typed just now, else what was kept, else what the plan says.</summary>
    public string TextOf(SheetField field) => Form.Typed.GetValueOrDefault(field.Key) ?? Drafts.GetValueOrDefault(field.Key)?.Text ?? Shows(field);

    public bool IsOpened(IEnumerable<SheetUnit> units) =>
        units.SelectMany(unit => unit.Fields).Any(field => ModelState.GetValueOrDefault(field.Key)?.Errors.Count > 0 || Drafts.ContainsKey(field.Key));

    /// <summary>What of it goes on to the next step.</summary>
    public IEnumerable<(string Key, string Text)> Touched => Shown.Fields.Where(field => Form.Typed.TryGetValue(field.Key, out var text) && !FieldText.IsTheSame(field, text))
        .Select(field => (field.Key, Form.Typed[field.Key]));

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnGet(int cycle, string department, CancellationToken cancel)
    {
        if (!await Find(cycle, department, null, cancel))
            return NotFound();
        Form = new SheetForm(Shown.Version, clock.GetUtcNow(), new Dictionary<string, string>());
        return Page();
    }

    /// <summary>Keeps it for later.</summary>
    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostDraft(int cycle, string department, CancellationToken cancel)
    {
        if (!await Take(cycle, department, cancel))
            return NotFound();
        if (!TellTooLong())
            return Page();
        if (await drafting.Save(Shown, Form.Typed, Form.Opened, cancel) is not { } saved)
            return Closed();
        TempData["Status"] = saved.Count == 0 ? texts["sheet.draftNone"]
            : string.Join(" ", saved.Replaced.Select(Replaced).Prepend(texts["sheet.draftSaved", saved.Count]));
        return Redirect(Address);
    }

    /// <summary>Checks all of it at once, and shows what it changes.</summary>
    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostCheck(int cycle, string department, CancellationToken cancel)
    {
        if (!await Take(cycle, department, cancel))
            return NotFound();
        if (!Shown.IsOpen)
            return Closed();
        var input = new SheetInput(Shown, Form.Typed);
        Tell(input.Problems);
        if (input.Problems.Count == 0)
            (Effect, IsChecked) = (await preview.Of(Shown, input, cancel), true);
        return Page();
    }

    /// <summary>Back to the fields.</summary>
    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostEdit(int cycle, string department, CancellationToken cancel) =>
        await Take(cycle, department, cancel) ? Page() : NotFound();

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostSubmit(int cycle, string department, CancellationToken cancel)
    {
        if (!await Take(cycle, department, cancel))
            return NotFound();
        var result = await submission.Submit(Shown, Form.Typed, Form.Opened, cancel);
        Tell(result.Problems);
        if (result.Saved is not { } saved)
            return Page();
        if (saved.Conflicts.Count > 0)
            return await ShowAgain(saved.Conflicts, cancel);
        if (saved.Errors.Count > 0)
        {
            ModelState.AddModelError("", string.Join(" ", saved.Errors.Select(error => error.Message.In(texts.Language))));
            return Page();
        }
        if (saved.Version is null)
            return Closed();
        TempData["Status"] = texts[saved.IsNew ? "sheet.submitted" : "sheet.unchanged", Shown.Department.Name, saved.Version];
        return Redirect(Address);
    }

    private async Task<bool> Find(int cycle, string department, int? version, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head || await reading.Open(cycle, department, version, cancel) is not { } sheet)
            return false;
        (Cycle, Shown) = (head, sheet);
        Drafts = await drafting.Read(sheet, cancel);
        Questions = await QuestionLine.Of(db, sheet.Document, cycle, row => row.Department == sheet.Key, cancel);
        return true;
    }

    private async Task<bool> Take(int cycle, string department, CancellationToken cancel)
    {
        var version = SheetForm.VersionOf(Request.Form);
        if (!await Find(cycle, department, version, cancel))
            return false;
        Form = SheetForm.Of(Request.Form, Shown, clock.GetUtcNow());
        return true;
    }

    // Over the newest version: what one did not touch shows what stands there now, so that handing it in once more takes nothing back.
    private async Task<IActionResult> ShowAgain(IReadOnlyList<AmendmentConflict> conflicts, CancellationToken cancel)
    {
        var typed = Touched.ToDictionary(pair => pair.Key, pair => pair.Text);
        await Find(Shown.Cycle, Shown.Department.Id, null, cancel);
        Form = Form with { Version = Shown.Version, Typed = typed };
        var now = (await documents.Newest(Shown.Plan, cancel))!;
        foreach (var conflict in conflicts)
            ModelState.AddModelError("", SheetConflict.Of(conflict, now, texts));
        return Page();
    }

    private IActionResult Closed()
    {
        TempData["Error"] = texts["sheet.closedMeanwhile"];
        return Redirect(Address);
    }

    private bool TellTooLong()
    {
        Tell(Shown.Fields.Where(field => Form.Typed.TryGetValue(field.Key, out var text) && FieldText.Plain(text).Length > SheetField.LongestText)
            .Select(field => new EntryProblem(field.Key, "sheet.wrong.long", SheetField.LongestText, FieldText.Plain(Form.Typed[field.Key]).Length)));
        return ModelState.IsValid;
    }

    private void Tell(IEnumerable<EntryProblem> problems)
    {
        var units = Shown.Cards.SelectMany(card => card.Units.SelectMany(unit => unit.Fields.Select(field => (field.Key, Name: $"{unit.Title ?? card.Title ?? texts["sheet.security"]}", field.Label))))
            .ToDictionary(row => row.Key, StringComparer.Ordinal);
        foreach (var problem in problems)
            ModelState.AddModelError(problem.Field, texts["sheet.problem", units[problem.Field].Name, texts[$"sheet.field.{units[problem.Field].Label}"], texts[problem.TextKey, problem.Arguments]]);
    }

    private string Replaced(ReplacedDraft draft) => texts["sheet.draftReplaced", texts[$"sheet.field.{draft.Field.Label}"], draft.By ?? texts["change.bySystem"], texts.Time(draft.At), draft.Text];

    private string Shows(SheetField field) => FieldText.Show(field, texts) is { Length: > 0 } text ? text : Shown.IsOpen ? field.Assumed ?? "" : "";
}
