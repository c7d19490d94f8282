using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Closing;

/// <summary>What a plan hands on to the next (引継ぎ一覧), by department: to be printed, or as a table for spreadsheets.</summary>
internal sealed class CarryOverListModel(AdminDb db, PlanDocuments documents, TimeProvider clock, Texts texts) : PageModel
{
    public ClosingView View { get; private set; } = null!;

    /// <summary>What is left or was decided on.</summary>
    public IEnumerable<ClosingLine> Lines => View.Lines.Where(line => line.Item.IsLeft || line.Decision is not null);

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel) => await Find(plan, cancel) ? Page() : NotFound();

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGetExport(int plan, CancellationToken cancel)
    {
        if (!await Find(plan, cancel))
            return NotFound();
        var rows = View.ByDepartment(Lines).SelectMany(group => group.Lines, (group, line) => Csv.Row(
        [
            group.Department, View.TitleOf(line.Item.Policy), texts[$"closingKind.{line.Item.Kind}"], line.Item.Id, line.Item.Title, ClosingWords.State(line.Item, texts),
            string.Join('\n', line.Item.Figures.Select(figure => ClosingWords.Figure(figure, texts))), line.Alerts.Count.ToString(CultureInfo.InvariantCulture),
            line.Decision is { } decision ? texts[$"carryOver.{decision.Decision}"] : texts["closing.undecided"],
            line.Decision?.SuccessorSubjectId, line.Decision?.SuccessorSubjectId is { } next ? View.SuccessorTitle(next) : "", line.Decision?.Reason,
        ]));
        Response.Headers.ContentDisposition = $"attachment; filename=\"dxrules-carry-over-{plan}.csv\"";
        return Content(Csv.Bom + Head() + string.Concat(rows), "text/csv; charset=utf-8");
    }

    private string Head() => Csv.Row(
    [
        texts["cycle.department"], texts["carryOverList.policy"], texts["closing.kind"], texts["carryOverList.id"], texts["carryOverList.item"], texts["closing.state"], texts["closing.figures"],
        texts["closing.openAlerts"], texts["closing.decision"], texts["carryOverList.successorId"], texts["closing.successorItem"], texts["closing.reason"],
    ]);

    private async Task<bool> Find(int plan, CancellationToken cancel)
    {
        if (await ClosingView.Read(db, documents, plan, Dates.InJapan(clock.GetUtcNow()), cancel) is not { } view)
            return false;
        View = view;
        return true;
    }
}
