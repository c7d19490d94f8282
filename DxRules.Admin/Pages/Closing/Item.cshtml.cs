using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Governance;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Closing;

/// <summary>An item of a plan that ends, and what becomes of it.</summary>
internal sealed class ItemModel(AdminDb db, PlanDocuments documents, CarryOverDeciding deciding, TimeProvider clock, Texts texts) : PageModel
{
    public ClosingView View { get; private set; } = null!;

    public ClosingLine Line { get; private set; } = null!;

    public string Decision => Line.Decision?.Decision.ToString() ?? "";

    /// <summary>Id of the item of the next plan that takes it up: the one chosen, else the one of the same name.</summary>
    public string Successor => Line.Decision is { } decided
        ? decided.SuccessorSubjectId ?? ""
        : Choices.SelectMany(group => group.Items).FirstOrDefault(item => Bare(item.Title) == Bare(Line.Item.Title)).Id ?? "";

    public IReadOnlyList<ActionSubjects> Choices => View.Successor is { } next ? ActionSubjects.Of(next.Document) : [];

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, string subject, CancellationToken cancel) => await Find(plan, subject, cancel) ? Page() : NotFound();

    /// <summary>Decides, and leads on to the next item of which nobody decided.</summary>
    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPost(int plan, string subject, CancellationToken cancel)
    {
        if (!await Find(plan, subject, cancel))
            return NotFound();
        var fields = new TypedFields(Request.Form, ModelState, texts);
        var decision = Enum.TryParse<CarryOver>(fields.Text("decision"), out var known) ? known : (CarryOver)(-1);
        var successor = fields.Text("successor");
        var entry = new CarryOverEntry(decision, successor.Length == 0 ? null : successor, fields.Text("reason"));
        if (!ModelState.Tell(await deciding.Decide(plan, subject, entry, cancel), View.Seen, texts))
            return Page();
        var after = View.Lines.SkipWhile(line => line != Line).Skip(1).Concat(View.Lines).FirstOrDefault(line => line != Line && line.IsUndecided);
        TempData["Status"] = texts["closing.decided", Line.Item.Title, texts[$"carryOver.{decision}"]];
        return Redirect(after is null ? $"/plans/{plan}/closing" : $"/plans/{plan}/closing/{Uri.EscapeDataString(after.Item.Id)}");
    }

    // Without the number, which every plan counts anew.
    private static string Bare(string title) => title.TrimStart([.. "0123456789-. "]);

    private async Task<bool> Find(int plan, string subject, CancellationToken cancel)
    {
        if (await ClosingView.Read(db, documents, plan, Dates.InJapan(clock.GetUtcNow()), cancel) is not { } view || view.Lines.FirstOrDefault(line => line.Item.Id == subject) is not { } line)
            return false;
        (View, Line) = (view, line);
        return true;
    }
}
