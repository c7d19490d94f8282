using DxRules.Admin.Charts;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Trend;

/// <summary>How alerts have come and gone over the years.</summary>
internal sealed class IndexModel(AdminDb db, PlanDocuments documents, Texts texts) : PageModel
{
    public TrendView View { get; private set; } = null!;

    /// <summary>Null where nothing was checked yet.</summary>
    public Chart? Chart { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    public string Address(string? category) => $"/plans/{View.Plan.Id}/trend{(category is null ? "" : $"?category={Uri.EscapeDataString(category)}")}";

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel)
    {
        Category = string.IsNullOrEmpty(Category) ? null : Category;
        if (await TrendView.Read(db, documents, plan, Category, cancel) is not { } view)
            return NotFound();
        View = view;
        if (view.Years.Count > 0)
            Chart = TrendChart.Of(view, texts);
        return Page();
    }
}
