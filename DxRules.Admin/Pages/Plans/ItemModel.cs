using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Plans;

/// <summary>The page of a part of a plan.</summary>
/// <typeparam name="T">What kind of part.</typeparam>
internal abstract class ItemModel<T>(AdminDb db, PlanDocuments documents, PlanSights sights, CityCheck city, TimeProvider clock) : PageModel
    where T : PlanObject
{
    public PlanItem Item { get; private set; } = null!;

    public T Record { get; private set; } = null!;

    /// <summary>Whether the viewer may open another part.</summary>
    public bool Reaches(string id) => Item.Sight.Reaches(db.Viewer, id);

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, string id, CancellationToken cancel)
    {
        if (await PlanItem.Read<T>(db, documents, sights, city, plan, id, Dates.InJapan(clock.GetUtcNow()), cancel) is not { } item)
            return NotFound();
        (Item, Record) = (item, item.Sight.Find<T>(id)!);
        return Page();
    }
}

internal sealed class PolicyModel(AdminDb db, PlanDocuments documents, PlanSights sights, CityCheck city, TimeProvider clock) : ItemModel<Policy>(db, documents, sights, city, clock)
{
    public IReadOnlyList<Initiative> Initiatives => [.. (Record.Initiatives ?? []).Where(initiative => Reaches(initiative.Id))];

    /// <summary>Its own and those of its initiatives; null where its own are unknown and there are no others.</summary>
    public IReadOnlyList<Kpi>? Kpis => Initiatives.SelectMany(initiative => initiative.Kpis).ToList() is var below && Record.Kpis is null && below.Count == 0
        ? null
        : [.. Record.Kpis ?? [], .. below];
}

internal sealed class InitiativeModel(AdminDb db, PlanDocuments documents, PlanSights sights, CityCheck city, TimeProvider clock) : ItemModel<Initiative>(db, documents, sights, city, clock)
{
    /// <summary>The policy it stands under.</summary>
    public string Policy => Item.Sight.Above(Record.Id)!;
}

internal sealed class MilestoneModel(AdminDb db, PlanDocuments documents, PlanSights sights, CityCheck city, TimeProvider clock) : ItemModel<Milestone>(db, documents, sights, city, clock)
{
    /// <summary>The initiative it belongs to.</summary>
    public string Initiative => Item.Sight.Above(Record.Id)!;

    public string Policy => Item.Sight.Above(Initiative)!;
}
