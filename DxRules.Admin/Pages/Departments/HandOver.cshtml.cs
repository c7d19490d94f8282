using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Departments;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Departments;

internal sealed class HandOverModel(AdminDb db, PlanDocuments documents, HandOverSaving saving, TimeProvider clock, Texts texts) : PageModel
{
    private SeenVersion seen = null!;

    public PlanHead Plan { get; private set; } = null!;
    public Department Department { get; private set; } = null!;
    public HandOverForm Form { get; private set; } = null!;

    /// <summary>Null until what becomes of the department is clear.</summary>
    public HandOver? Change { get; private set; }

    /// <summary>1 what happens, 2 what is handed over, 3 confirm.</summary>
    public int Step { get; private set; } = 1;

    public IReadOnlyList<DepartmentItem> Items { get; private set; } = [];

    /// <summary>Those who hold the department on the day of the change or later.</summary>
    public IReadOnlyList<UserRow> People { get; private set; } = [];

    /// <summary>Departments to which things can be handed over, the new one first.</summary>
    public IReadOnlyList<(string Id, string Name)> Targets { get; private set; } = [];

    /// <summary>The departments that may take over, whatever the day.</summary>
    public IEnumerable<(string Id, string Name)> Others =>
        (seen.Document.Departments ?? []).Where(one => one.Id != Department.Id && !(one.To?.Day < Dates.InJapan(clock.GetUtcNow()))).Select(one => (one.Id, one.Name));

    /// <summary>Other plans of the city in which the department stands and has to be handed over, too.</summary>
    public IReadOnlyList<PlanHead> OtherPlans { get; private set; } = [];

    public string Address => $"/plans/{Plan.Id}/departments/{Department.Id}/hand-over";

    public bool IsBeforeItsDay => Change?.On > Dates.InJapan(clock.GetUtcNow());

    public string NameOf(string department) => Targets.FirstOrDefault(target => target.Id == department).Name ?? department;

    /// <summary>Where an item goes, as ticked, else to the successor.</summary>
    public string TargetOf(DepartmentItem item) => Form.Moves?.GetValueOrDefault(item.Key) ?? Change?.Successor ?? "";

    public bool Moves(DepartmentItem item) => Form.Moves?.ContainsKey(item.Key) ?? true;

    public bool GoesOn(UserRow person) => Form.People?.Contains(person.Id) ?? true;

    [Permits(Access.Administer)]
    public async Task<IActionResult> OnGet(int plan, string department, CancellationToken cancel) =>
        await Find(plan, department, null, cancel)
            ? Show(new HandOverForm("", Department.Name, "", "", UsualDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "", seen.Head.Number), 1)
            : NotFound();

    /// <summary>Back to the first step.</summary>
    [Permits(Access.Administer)]
    public async Task<IActionResult> OnPostEdit(int plan, string department, CancellationToken cancel) =>
        await Find(plan, department, HandOverForm.Of(Request.Form).Version, cancel) ? Show(HandOverForm.Of(Request.Form), 1) : NotFound();

    /// <summary>From the first step to the second, or back to it.</summary>
    [Permits(Access.Administer)]
    public async Task<IActionResult> OnPostItems(int plan, string department, CancellationToken cancel)
    {
        var form = HandOverForm.Of(Request.Form);
        if (!await Find(plan, department, form.Version, cancel))
            return NotFound();
        if (!await Read(form, cancel))
            return Show(form, 1);
        return Show(form, Change!.Kind == HandOverKind.Renamed ? 3 : 2);
    }

    /// <summary>From the second step to the last.</summary>
    [Permits(Access.Administer)]
    public async Task<IActionResult> OnPostConfirm(int plan, string department, CancellationToken cancel)
    {
        var form = HandOverForm.Of(Request.Form);
        if (!await Find(plan, department, form.Version, cancel))
            return NotFound();
        if (!await Read(form, cancel))
            return Show(form, 1);
        return Show(form, SignedOff() ? 3 : 2);
    }

    [Permits(Access.Administer)]
    public async Task<IActionResult> OnPostSave(int plan, string department, CancellationToken cancel)
    {
        var form = HandOverForm.Of(Request.Form);
        if (!await Find(plan, department, form.Version, cancel))
            return NotFound();
        if (!await Read(form, cancel))
            return Show(form, 1);
        if (!SignedOff())
            return Show(form, 2);
        var (listChanged, saved) = await saving.Save(plan, Change!, form.People ?? [], form.Version, Reason(form, Change!.On), cancel);
        if (saved.Conflicts.Count > 0 && await documents.Newest(plan, cancel) is { } now)
        {
            foreach (var conflict in saved.Conflicts)
                ModelState.AddModelError("", ConflictSentence.Of(conflict, now, texts));
            return Show(form, 3);
        }
        if (saved.Version is null)
        {
            var problem = saved switch
            {
                _ when listChanged => texts["handOver.listChanged"],
                { Errors.Count: > 0 } => string.Join(" ", saved.Errors.Select(error => error.Message.In(texts.Language))),
                _ => texts["handOver.refused"],
            };
            ModelState.AddModelError("", problem);
            return Show(form, 3);
        }
        TempData["Status"] = texts["handOver.saved", Department.Name, saved.Version];
        return Redirect($"/plans/{plan}/departments");
    }

    // In spring the reorganisation that is entered is that of this April, else the next.
    private DateOnly UsualDay()
    {
        var today = Dates.InJapan(clock.GetUtcNow());
        return Department.To is { } to ? to.Day.AddDays(1) : FiscalYear.Start(FiscalYear.Of(today.AddMonths(9)));
    }

    private static string Reason(HandOverForm form, DateOnly on)
    {
        var texts = new Texts(Engine.Text.Language.Japanese);
        return form.Note.Length == 0 ? texts["handOver.reason", texts.Date(on)] : texts["handOver.reasonNote", texts.Date(on), form.Note];
    }

    private IActionResult Show(HandOverForm form, int step)
    {
        (Form, Step) = (form, step);
        return Page();
    }

    private async Task<bool> Find(int plan, string department, int? version, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await (version is null ? documents.Newest(plan, cancel) : documents.Version(plan, version.Value, cancel)) is not { } document)
            return false;
        if (document.Document.Departments?.FirstOrDefault(one => one.Id == department) is not { } found)
            return false;
        (Plan, seen, Department) = (head, document, found);
        return true;
    }

    /// <summary>Reads what becomes of the department, and with it what is to be signed off; false where something is wrong, with the problems at their fields.</summary>
    private async Task<bool> Read(HandOverForm form, CancellationToken cancel)
    {
        if (!HandOverForm.Kinds.Contains(form.Kind))
            ModelState.AddModelError("kind", texts["handOver.kind.missing"]);
        Form = form;
        Change = form.Change(Department.Id);
        if (Change is null)
        {
            if ((form with { Kind = "abolished" }).Change(Department.Id) is null)
                ModelState.AddModelError("on", texts["handOver.on.bad"]);
            return false;
        }
        Tell(HandOverCheck.Check(seen.Document, Change));
        if (!ModelState.IsValid)
            return false;
        Items = DepartmentItems.Of(seen.Document, DepartmentLine.WithPredecessors(seen.Document, Department.Id), Change.On);
        People = [.. (await HandOverSaving.Holders(db, seen, Department.Id, Change.On, cancel)).Select(row => row.User!).DistinctBy(user => user.Id)];
        var choices = HandOverCheck.Choices(seen.Document, Change).Select(one => (one.Id, one.Name));
        Targets = Change.Kind == HandOverKind.Succeeded ? [(Change.Successor!, Change.Name), .. choices] : [.. choices];
        OtherPlans = await PlansWith(Department.Id, cancel);
        return true;
    }

    private bool SignedOff()
    {
        if (Change!.Kind != HandOverKind.Renamed)
            Tell(HandOverCheck.CheckMoves(seen.Document, Change));
        return ModelState.IsValid;
    }

    private void Tell(IEnumerable<EntryProblem> problems)
    {
        foreach (var problem in problems)
            ModelState.AddModelError(problem.Field, texts[problem.TextKey, problem.Arguments]);
    }

    private async Task<IReadOnlyList<PlanHead>> PlansWith(string department, CancellationToken cancel)
    {
        var found = new List<PlanHead>();
        foreach (var plan in db.Plans.Where(row => row.Municipality == Plan.Municipality && row.Id != Plan.Id).Select(row => row.Id).ToList())
        {
            if (await documents.Newest(plan, cancel) is { } other && other.Document.Departments?.Any(one => one.Id == department) == true && await PlanHead.Read(db, plan, cancel) is { } head)
                found.Add(head);
        }
        return found;
    }
}
