using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Listings;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>The KPIs of a plan, one row a series.</summary>
internal sealed class IndexModel(AdminDb db, PlanDocuments documents, KpiBoards boards, CityCheck city, TimeProvider clock) : PageModel
{
    private List<KpiSheet> seen = [];

    public PlanHead Plan { get; private set; } = null!;

    public KpiBoard Board { get; private set; } = null!;

    public KpiAlerts Alerts { get; private set; } = null!;

    public KpiFilter Filter { get; private set; } = null!;

    /// <summary>Those that the filter leaves.</summary>
    public IReadOnlyList<KpiSheet> Kpis { get; private set; } = [];

    public bool IsEmpty => seen.Count == 0;

    /// <summary>The departments that answer for a KPI, in the order of the plan.</summary>
    public IEnumerable<Department> Departments => (Board.Document.Departments ?? []).Where(department => seen.Exists(kpi => kpi.Departments.Contains(department.Id)));

    public IEnumerable<Category> Categories => Board.Document.Categories.Where(category => seen.Exists(kpi => kpi.Categories.Contains(category.Id)));

    public bool HasUncategorised => seen.Exists(kpi => kpi.Categories.Count == 0);

    /// <summary>Each kind of grade with the KPIs that have it, and null for all of them.</summary>
    public IEnumerable<(string? Grade, int Count)> Counts
    {
        get
        {
            var asked = seen.Where(Filter.CoversButGrade).ToList();
            yield return (null, asked.Count);
            foreach (var word in KpiFilter.Grades)
                yield return (word, asked.Count(kpi => KpiFilter.WordOf(kpi.Grade.Kind) == word));
        }
    }

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, string? department, string? category, string? grade, [FromServices] Viewer viewer, CancellationToken cancel) =>
        await Read(plan, new KpiFilter { Department = department, Category = category, Grade = grade }, viewer, cancel) ? Page() : NotFound();

    /// <summary>Exactly what the filter leaves.</summary>
    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGetExport(int plan, string? department, string? category, string? grade, string? format, [FromServices] Viewer viewer, [FromServices] Texts texts, CancellationToken cancel) =>
        await Read(plan, new KpiFilter { Department = department, Category = category, Grade = grade }, viewer, cancel)
            ? ListingFile.Of(format, $"dxrules-kpis-{Board.Document.Municipality.Code}-{Board.Document.Plan.Id}", KpiListing.Of(Board, Kpis, texts))
            : NotFound();

    private async Task<bool> Read(int plan, KpiFilter filter, Viewer viewer, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await documents.Newest(plan, cancel) is not { } newest)
            return false;
        (Plan, Board) = (head, boards.Of(newest.Document, Dates.InJapan(clock.GetUtcNow()), await city.Rules(newest.Head.Municipality, cancel)));
        Filter = filter;
        seen = [.. Board.SeenBy(viewer)];
        Kpis = [.. seen.Where(Filter.Covers)];
        Alerts = await KpiAlerts.Read(db, plan, cancel);
        return true;
    }

    /// <summary>The names of departments.</summary>
    public string NamesOf(IReadOnlyList<string> departments, string between) =>
        string.Join(between, departments.Select(id => Board.Document.Departments?.FirstOrDefault(department => department.Id == id)?.Name ?? id));
}
