using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>A KPI: the way of each of its series in a picture and a table, how its progress is counted, and what rules found.</summary>
internal sealed class KpiModel(AdminDb db, PlanDocuments documents, KpiBoards boards, CityCheck city, TimeProvider clock) : PageModel
{
    public PlanHead Plan { get; private set; } = null!;

    public KpiBoard Board { get; private set; } = null!;

    public KpiSheet Kpi { get; private set; } = null!;

    /// <summary>From which cells figures came that were brought by a file.</summary>
    public Provenance Sources { get; private set; } = Provenance.None;

    /// <summary>How the other municipalities define the figures that stand beside.</summary>
    public PeerDefinitionsShown PeerDefinitions { get; private set; } = null!;

    public IReadOnlyList<KpiAlert> Alerts { get; private set; } = [];

    /// <summary>The KPIs before and after it in the plan; null at its ends.</summary>
    public KpiSheet? Before { get; private set; }

    public KpiSheet? After { get; private set; }

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, string id, [FromServices] Viewer viewer, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await documents.Newest(plan, cancel) is not { } newest)
            return NotFound();
        (Plan, Board) = (head, boards.Of(newest.Document, Dates.InJapan(clock.GetUtcNow()), await city.Rules(newest.Head.Municipality, cancel)));
        var seen = Board.SeenBy(viewer).ToList();
        var place = seen.FindIndex(kpi => kpi.Id == id);
        if (place < 0)
            return NotFound();
        (Kpi, Before, After) = (seen[place], seen.ElementAtOrDefault(place - 1), seen.ElementAtOrDefault(place + 1));
        Sources = await Provenance.Of(db, plan, [.. Kpi.Ids], null, cancel);
        PeerDefinitions = await PeerDefinitionsShown.Of(db, plan, [.. Kpi.Ids], cancel);
        var now = await KpiAlerts.Read(db, plan, cancel);
        Alerts = await KpiAlert.Of(db, plan, Kpi, now.Run, cancel);
        return Page();
    }

    public string NameOf(string department) => Board.Document.Departments?.FirstOrDefault(known => known.Id == department)?.Name ?? department;
}
