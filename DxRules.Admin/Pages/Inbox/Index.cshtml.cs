using System.Globalization;
using DxRules.Admin.Inbox;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Inbox;

/// <summary>What concerns the viewer, and what of it they have not seen yet.</summary>
internal sealed class IndexModel(InboxReading inbox, InboxMarking marking, PlanSwitch plans, PlanDocuments documents, Texts texts) : PageModel
{
    public const int PageSize = 50;

    /// <summary><c>show</c> lists what was seen already.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Seen { get; set; }

    // The route has a value of the same name, which is the page of the site.
    [FromQuery(Name = "page")]
    public string? PageText { get; set; }

    public bool ShowsSeen => Seen == "show";

    public IReadOnlyList<InboxItem> Items { get; private set; } = [];

    public int OpenCount { get; private set; }

    public int SeenCount { get; private set; }

    /// <summary>Of what is listed, on all pages.</summary>
    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    /// <summary>The plans by their cycles.</summary>
    public IReadOnlyDictionary<int, PlanChoice> Plans { get; private set; } = new Dictionary<int, PlanChoice>();

    private readonly Dictionary<string, string> departments = new(StringComparer.Ordinal);

    public string Sentence(InboxItem item) => InboxSentence.Of(item, item.Department is { } department ? departments.GetValueOrDefault(department, DepartmentNames.IdOf(department)) : "", texts);

    [Permits(Access.ReadPlans)]
    public async Task OnGet(CancellationToken cancel)
    {
        var view = await inbox.Read(cancel);
        var open = view.Open.ToList();
        var listed = ShowsSeen ? [.. view.All.Where(item => view.Seen.Contains(item.Id))] : open;
        (OpenCount, SeenCount, Total) = (open.Count, view.All.Count - open.Count, listed.Count);
        Number = Math.Clamp(int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Items = [.. listed.Skip((Number - 1) * PageSize).Take(PageSize)];
        Plans = (await plans.Load(cancel)).SelectMany(plan => plan.Cycles, (plan, cycle) => (plan, cycle.Id)).ToDictionary(pair => pair.Id, pair => pair.plan);
        foreach (var plan in Items.Where(item => item.Department is not null).Select(item => Plans[item.Cycle].Id).Distinct())
            await Name(plan, cancel);
    }

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnPostMark(string? item, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(item) || await marking.Mark(item, cancel) == 0)
            return NotFound();
        TempData["Status"] = texts["inbox.marked"];
        return Redirect("/inbox");
    }

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnPostMarkAll(CancellationToken cancel)
    {
        TempData["Status"] = texts["inbox.markedAll", await marking.Mark(null, cancel)];
        return Redirect("/inbox");
    }

    private async Task Name(int plan, CancellationToken cancel)
    {
        if (await documents.Newest(plan, cancel) is not { } seen)
            return;
        foreach (var department in seen.Document.Departments ?? [])
            departments[$"{seen.Document.Municipality.Code}/{department.Id}"] = department.Name;
    }
}
