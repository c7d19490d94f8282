using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Listings;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Comparison;

/// <summary>What changed between two checks: alerts, how the items of the plan stand, and what came and went.</summary>
internal sealed class IndexModel(AdminDb db, PlanDocuments documents, ReportComparisons comparisons, CityCheck city, Texts texts) : PageModel
{
    public const string OfItems = "items";
    public const string OfSubjects = "subjects";

    /// <summary>Rows on one page.</summary>
    public const int PageSize = 50;

    public static readonly IReadOnlyList<string> Tabs = [ComparedAlerts.Changed, AlertStateWords.WorsenedOrRecurred, AlertStateWords.Now, OfItems, OfSubjects];

    public CycleHead Cycle { get; private set; } = null!;

    /// <summary>The cycles with which it can be compared.</summary>
    public IReadOnlyList<ComparableCycle> Choices { get; private set; } = [];

    /// <summary>Null where there are not two checks.</summary>
    public ComparedPair? Pair { get; private set; }

    public ComparedAlerts? Alerts { get; private set; }

    /// <summary>Null where only alerts are shown.</summary>
    public ComparedItems? Items { get; private set; }

    /// <summary>The alerts of the page that is shown.</summary>
    public IReadOnlyList<ComparedLine> Lines { get; private set; } = [];

    public DepartmentNames Departments { get; private set; } = null!;

    /// <summary>Id of the cycle to compare with; by default the last one before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? With { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    // The route has a value of the same name, which is the page of the site.
    [FromQuery(Name = "page")]
    public string? Part { get; set; }

    public string Word => Tabs.Concat(AlertStateWords.Filters).FirstOrDefault(word => word == Show) ?? ComparedAlerts.Changed;

    public bool ShowsAlerts => Word is not (OfItems or OfSubjects);

    public int Shown => Word switch
    {
        OfItems => Items?.Changed.Count ?? 0,
        OfSubjects => (Items?.Joined.Count ?? 0) + (Items?.Left.Count ?? 0),
        _ => Alerts!.Of(Word).Count,
    };

    public int PageNumber => Math.Clamp(int.TryParse(Part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1, 1, Math.Max(1, (Shown + PageSize - 1) / PageSize));

    /// <summary>The address of this comparison, showing something else.</summary>
    public string Address(string word)
    {
        var query = new[] { With is { } other ? string.Create(CultureInfo.InvariantCulture, $"with={other}") : null, word == ComparedAlerts.Changed ? null : $"show={word}" }.OfType<string>().ToList();
        return $"/cycles/{Cycle.Id}/comparison{(query.Count == 0 ? "" : "?" + string.Join('&', query))}";
    }

    /// <summary>The part of a list that stands on the page.</summary>
    public IEnumerable<T> OnPage<T>(IEnumerable<T> rows) => rows.Skip((PageNumber - 1) * PageSize).Take(PageSize);

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int cycle, CancellationToken cancel)
    {
        if (await Read(cycle, cancel) is null)
            return NotFound();
        if (Pair is null)
            return Page();
        if (ShowsAlerts)
            Lines = await ComparedLine.Read(db, Pair, [.. OnPage(Alerts!.Of(Word))], cancel);
        else
            Items = await ComparedItems.Read(documents, city, Pair, texts, cancel);
        return Page();
    }

    /// <summary>All that changed, alerts and items.</summary>
    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGetExport(int cycle, string? format, CancellationToken cancel)
    {
        if (await Read(cycle, cancel) is not { } plan || Pair is null || await ComparedItems.Read(documents, city, Pair, texts, cancel) is not { } items)
            return NotFound();
        var lines = await ComparedLine.Read(db, Pair, Alerts!.All, cancel);
        return ListingFile.Of(format, string.Create(CultureInfo.InvariantCulture, $"dxrules-comparison-{Cycle.Code}-{Pair.Before.FiscalYear}-{Cycle.FiscalYear}"),
            ComparisonListing.Of(plan.Document, Pair, lines, Departments, texts), ComparisonListing.Of(plan.Document, Pair, items, texts));
    }

    // Null where there is no such cycle; without a pair where there is nothing to compare.
    private async Task<SeenVersion?> Read(int cycle, CancellationToken cancel)
    {
        if (await ShownRun.Read(db, cycle, null, cancel) is not { } shown || await documents.Newest(shown.Cycle.Plan, cancel) is not { } plan)
            return null;
        (Cycle, Departments) = (shown.Cycle, new DepartmentNames(plan.Document));
        Choices = await ComparableCycle.Before(db, documents, Cycle, cancel);
        if (With is not null && Choices.All(choice => choice.Id != With))
            return null;
        if (shown.Run is not { } run || Choices.FirstOrDefault(choice => With is null || choice.Id == With) is not { } before)
            return plan;
        Pair = await ComparedPair.Of(db, Cycle, run, before, before == Choices[0] && !before.IsOtherPlan, cancel);
        Alerts = await ComparedAlerts.Read(db, comparisons, Pair, cancel);
        return plan;
    }
}

/// <summary>An alert of the page.</summary>
/// <param name="Alert">What became of it.</param>
/// <param name="Line">As the check saw it that says so.</param>
internal sealed record ComparedLine(ComparedAlert Alert, AlertLine Line)
{
    /// <summary>Whether it is no alert now.</summary>
    public bool HasLeft => Alert.Nth == 0;

    public static async Task<IReadOnlyList<ComparedLine>> Read(AdminDb db, ComparedPair pair, IReadOnlyList<ComparedAlert> alerts, CancellationToken cancel)
    {
        var ids = alerts.Select(alert => alert.Row).ToList();
        var wanted = db.Observations.Where(row => ids.Contains(row.Id));
        var lines = (await AlertLines.Read(db, pair.Run.Id, wanted, cancel)).ToDictionary(line => line.Id);
        return [.. alerts.Select(alert => new ComparedLine(alert, lines[alert.Row]))];
    }
}
