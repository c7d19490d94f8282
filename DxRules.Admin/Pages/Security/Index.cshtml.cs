using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Listings;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Security;

/// <summary>What an officer watches over: first what has to be done, then everything by its kind.</summary>
internal sealed class IndexModel(AdminDb db, PlanDocuments documents, TimeProvider clock) : PageModel
{
    /// <summary>Duties of a kind that stand on top; all of them stand in the tables.</summary>
    public const int MostDuties = 5;

    /// <summary>Alerts that stand on the page; all of them stand in the list.</summary>
    public const int MostAlerts = 10;

    // In the order in which they stand on the page.
    private static readonly (string Part, string Partial, bool HasOwner, bool CanBeDue)[] AllParts =
    [
        ("controls", "_Controls", true, true),
        ("systems", "_Systems", true, true),
        ("training", "_Training", false, false),
        ("findings", "_Findings", true, true),
        ("incidents", "_Incidents", false, true),
        ("drills", "_Drills", true, true),
        ("contracts", "_Contracts", true, true),
        ("alerts", "_Alerts", false, false),
    ];

    /// <summary>The parts of the page under the filter, as anchors call them: what the filter cannot narrow is left out.</summary>
    public IEnumerable<string> Parts => AllParts.Where(part => (Filter.Department is null || part.HasOwner) && (!Filter.OnlyDue || part.CanBeDue)).Select(part => part.Part);

    public static string PartialOf(string part) => AllParts.First(one => one.Part == part).Partial;

    public SecurityView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? Department { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public SecurityFilter Filter => new(string.IsNullOrEmpty(Department) ? null : Department, Show == SecurityFilter.Due);

    [Permits(Access.ReadSecurity)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel)
    {
        if (await SecurityView.Read(db, documents, plan, Dates.InJapan(clock.GetUtcNow()), cancel) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }

    /// <summary>All of it, whatever the filter.</summary>
    [Permits(Access.ReadSecurity)]
    public async Task<IActionResult> OnGetExport(int plan, string? format, CancellationToken cancel) =>
        await documents.Newest(plan, cancel) is { } newest
            ? ListingFile.Of(format, $"dxrules-security-{newest.Document.Municipality.Code}-{newest.Document.Plan.Id}", SecurityListing.Of(newest.Document))
            : NotFound();
}
