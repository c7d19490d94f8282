using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Trend;

/// <summary>A plan and the one before it side by side.</summary>
internal sealed class GenerationsModel(AdminDb db, PlanDocuments documents) : PageModel
{
    public const string OfLacking = "lacking";
    public const string OfAdded = "added";
    public const string OfAll = "all";

    public static readonly IReadOnlyList<string> Tabs = [OfLacking, OfAdded, OfAll];

    /// <summary>Rows on one page.</summary>
    public const int PageSize = 50;

    public GenerationsView View { get; private set; } = null!;

    /// <summary>Id of the plan to compare with; by default the one before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? With { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    // The route has a value of the same name, which is the page of the site.
    [FromQuery(Name = "page")]
    public string? Part { get; set; }

    public string Tab => Tabs.Contains(Show) ? Show! : OfLacking;

    public IReadOnlyList<SucceededItem> Items => Tab switch
    {
        OfAdded => [],
        OfAll => View.Old,
        _ => [.. View.Lacking],
    };

    public int Shown => Tab == OfAdded ? View.Added.Count : Items.Count;

    public int PageNumber => Math.Clamp(int.TryParse(Part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1, 1, Math.Max(1, (Shown + PageSize - 1) / PageSize));

    public int Count(string tab) => tab switch
    {
        OfAdded => View.Added.Count,
        OfAll => View.Old.Count,
        _ => View.Lacking.Count(),
    };

    public string Address(string tab)
    {
        var query = new[] { With is { } other ? string.Create(CultureInfo.InvariantCulture, $"with={other}") : null, tab == OfLacking ? null : $"show={tab}" }.OfType<string>().ToList();
        return $"/plans/{View.Plan.Id}/generations{(query.Count == 0 ? "" : "?" + string.Join('&', query))}";
    }

    public IEnumerable<T> OnPage<T>(IEnumerable<T> rows) => rows.Skip((PageNumber - 1) * PageSize).Take(PageSize);

    public static string ToneOf(Succession succession) => succession switch
    {
        Succession.Lacking => "red",
        Succession.NearTitle => "orange",
        Succession.Ended => "gray",
        Succession.SameTitle => "blue",
        _ => "green",
    };

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel)
    {
        if (await GenerationsView.Read(db, documents, plan, With, cancel) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
