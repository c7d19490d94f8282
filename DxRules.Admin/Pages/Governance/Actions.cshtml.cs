using System.Globalization;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Governance;

/// <summary>The corrective actions (改善策) of a review, by department.</summary>
internal sealed class ActionsModel(AdminDb db, PlanDocuments documents, CorrectiveActions saving, TimeProvider clock, Texts texts) : PageModel
{
    public static readonly IReadOnlyList<string> States = ["all", "open", "late", "done"];

    public ActionsView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>The place of a comment of the review that a new action answers.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Comment { get; set; }

    /// <summary>Id of the action whose form was sent and has to be sent again; empty for a new one; null where nothing is wrong.</summary>
    public string? Wrong { get; private set; }

    public string Address => $"/cycles/{View.Cycle.Id}/actions";

    public DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    public IEnumerable<ActionLine> Lines => View.Lines.Where(line => Is(line, State));

    public int Count(string state) => View.Lines.Count(line => Is(line, state));

    /// <summary>What a new action answers to.</summary>
    public string Cause => Comment is { } place && GovernedCycle.Of(View.Plan, View.Cycle.FiscalYear)?.Comments?.ElementAtOrDefault(place) is { } comment
        ? AdviserComments.CauseOf(View.Plan, comment)
        : "";

    /// <summary>The departments that can take on an action today.</summary>
    public IEnumerable<Department> Owners => (View.Plan.Departments ?? []).Where(department => GovernedCycle.IsInForce(department, Today));

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int cycle, CancellationToken cancel) => await Find(cycle, cancel) ? Page() : NotFound();

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostAdd(int cycle, CancellationToken cancel)
    {
        if (!await Find(cycle, cancel))
            return NotFound();
        var fields = new TypedFields(Request.Form, ModelState, texts);
        var owner = fields.Text("owner");
        var entry = new ActionEntry(fields.Text("subject"), fields.Text("action"), fields.Text("cause"), owner.Length == 0 ? null : owner, fields.Day("dueOn"));
        return await Answer("", () => saving.Add(cycle, entry, cancel), texts["actions.added"], cancel);
    }

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostReport(int cycle, string? action, CancellationToken cancel)
    {
        if (!await Find(cycle, cancel) || View.Lines.All(line => line.Action.Id != action))
            return NotFound();
        var fields = new TypedFields(Request.Form, ModelState, texts);
        var status = Enum.TryParse<ActionStatus>(fields.Text("status"), out var known) ? known : (ActionStatus)(-1);
        var progress = new ActionProgress(status, fields.Day("completedOn"), fields.Text("note"));
        var version = fields.Number("version");
        return await Answer(action!, () => saving.Report(View.Cycle.Plan, action!, progress, version, cancel), texts["actions.reported"], cancel);
    }

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostCarry(int cycle, string? action, CancellationToken cancel)
    {
        if (!await Find(cycle, cancel) || View.Lines.All(line => line.Action.Id != action))
            return NotFound();
        var year = new TypedFields(Request.Form, ModelState, texts).Number("carriedTo");
        return await Answer(action!, () => saving.Carry(View.Cycle.Plan, action!, year, cancel), texts["actions.carried"], cancel);
    }

    private async Task<IActionResult> Answer(string action, Func<Task<EntryResult>> save, string done, CancellationToken cancel)
    {
        Wrong = action;
        if (!ModelState.IsValid)
            return Page();
        var result = await save();
        if (!ModelState.Tell(result, (await documents.Newest(View.Cycle.Plan, cancel))!, texts))
            return Page();
        TempData["Status"] = done;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Address}#{Uri.EscapeDataString(result.Id!)}"));
    }

    private static bool Is(ActionLine line, string? state) => state switch
    {
        "open" => line.IsOpen,
        "late" => line.DaysLate > 0,
        "done" => line.Action.Status == ActionStatus.Done,
        _ => true,
    };

    private async Task<bool> Find(int cycle, CancellationToken cancel)
    {
        if (await ActionsView.Read(db, documents, cycle, Today, cancel) is not { } view)
            return false;
        View = view;
        return true;
    }
}
