using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Governance;

/// <summary>What advisers said of a review (有識者の所見), and what was done about it.</summary>
internal sealed class CommentsModel(AdminDb db, PlanDocuments documents, AdviserComments saving, TimeProvider clock, Texts texts) : PageModel
{
    private const string Post = "post";

    public CycleHead Cycle { get; private set; } = null!;

    public PlanDocument Plan { get; private set; } = null!;

    public DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    public IReadOnlyList<Body> Bodies => Plan.Governance?.Bodies ?? [];

    /// <summary>The latest first, each with its place in the document and the action that answers it.</summary>
    public IEnumerable<(int Place, CycleComment Comment, CorrectiveAction? Action)> Comments
    {
        get
        {
            var governed = GovernedCycle.Of(Plan, Cycle.FiscalYear);
            return (governed?.Comments ?? [])
                .Select((comment, place) => (place, comment, governed!.Actions?.FirstOrDefault(action => action.Cause == AdviserComments.CauseOf(Plan, comment))))
                .OrderByDescending(row => row.comment.On.Day);
        }
    }

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int cycle, CancellationToken cancel) => await Find(cycle, cancel) ? Page() : NotFound();

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPost(int cycle, CancellationToken cancel)
    {
        if (!await Find(cycle, cancel))
            return NotFound();
        var fields = new TypedFields(Request.Form, ModelState, texts);
        var (by, post) = (fields.Text("by"), fields.Text("post"));
        var entry = new CommentEntry(by == Post ? post : by, fields.Day("on"), fields.Text("text"));
        if (!ModelState.IsValid)
            return Page();
        var result = await saving.Add(cycle, entry, cancel);
        if (!ModelState.Tell(result, (await documents.Newest(Cycle.Plan, cancel))!, texts))
            return Page();
        TempData["Status"] = texts["comment.added"];
        return Redirect($"/cycles/{cycle}/comments");
    }

    private async Task<bool> Find(int cycle, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head || (await documents.Newest(head.Plan, cancel))?.Document is not { } plan)
            return false;
        (Cycle, Plan) = (head, plan);
        return true;
    }
}
