using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Governance;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Closing;

/// <summary>The closing evaluation of a plan (総括評価): how everything stands at its end, and what becomes of what is left.</summary>
internal sealed class IndexModel(AdminDb db, PlanDocuments documents, FinalReview review, TimeProvider clock, Texts texts) : PageModel
{
    public static readonly IReadOnlyList<string> Tabs = ["undecided", "decided", "all"];

    public ClosingView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public string Tab => Tabs.Contains(Show) ? Show! : "undecided";

    public string Address => $"/plans/{View.Head.Id}/closing";

    public DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    public IEnumerable<ClosingLine> Of(string tab) => tab switch
    {
        "decided" => View.Decided,
        "all" => View.Lines,
        _ => View.Undecided,
    };

    /// <summary>How a policy stands as a whole, counted from what the viewer sees of it.</summary>
    public string StateOf(string? policy)
    {
        var items = View.Lines.Select(line => line.Item).Where(item => item.Policy == policy).ToList();
        int Count(ClosingKind kind, bool reached) => items.Count(item => item.Kind == kind && (!reached || item.State == FinalState.Reached));
        return texts["closing.policyState", Count(ClosingKind.Initiative, false), Count(ClosingKind.Initiative, true), Count(ClosingKind.Kpi, false), Count(ClosingKind.Kpi, true)];
    }

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel) => await Find(plan, cancel) ? Page() : NotFound();

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostReview(int plan, CancellationToken cancel)
    {
        if (!await Find(plan, cancel))
            return NotFound();
        var on = new TypedFields(Request.Form, ModelState, texts).Day("on");
        if (!ModelState.IsValid || !ModelState.Tell(await review.Record(plan, on, cancel), View.Seen, texts))
            return Page();
        TempData["Status"] = texts["closing.reviewed", texts.Date(on!.Value)];
        return Redirect(Address);
    }

    private async Task<bool> Find(int plan, CancellationToken cancel)
    {
        if (await ClosingView.Read(db, documents, plan, Today, cancel) is not { } view)
            return false;
        View = view;
        return true;
    }
}
