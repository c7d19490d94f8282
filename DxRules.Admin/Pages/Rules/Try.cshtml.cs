using System.Text;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Rules;

/// <summary>Tries a rule file that is pasted, on the plan of the review that is shown. Nothing of it is kept.</summary>
internal sealed class TryModel(AdminDb db, PlanSwitch plans, CityProfiles profiles, PlanDocuments documents, TimeProvider clock, Texts texts) : PageModel
{
    public RulesPlace Place { get; private set; } = null!;

    public RuleTrial? Trial { get; private set; }

    /// <summary>The day as of which the plan is judged.</summary>
    public DateOnly AsOf { get; private set; }

    [BindProperty]
    public string? Text { get; set; }

    [Permits(Access.Administer)]
    public Task OnGet(CancellationToken cancel) => Open(cancel);

    [Permits(Access.Administer)]
    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var plan = await Open(cancel);
        var text = (Text ?? "").ReplaceLineEndings("\n");
        if (string.IsNullOrWhiteSpace(text))
            ModelState.AddModelError("text", texts["rules.try.missing"]);
        else if (Encoding.UTF8.GetByteCount(text) > RuleTrial.Largest)
            ModelState.AddModelError("text", texts["rules.try.long", RuleTrial.Largest / 1024]);
        else
            Trial = RuleTrial.Of(text, Place.Profile.Text, plan is { } id ? (await documents.Newest(id, cancel))?.Document : null, AsOf, cancel);
        return Page();
    }

    // As the review was last checked; where it was not, as of today.
    private async Task<int?> Open(CancellationToken cancel)
    {
        Place = await RulesPlace.Of(this, db, plans, profiles, cancel);
        AsOf = Dates.InJapan(clock.GetUtcNow());
        if (Place.Cycle is not { } cycle)
            return null;
        AsOf = await db.Runs.Where(run => run.CycleId == cycle.Id).OrderByDescending(run => run.Number).Select(run => (DateOnly?)run.AsOf).FirstOrDefaultAsync(cancel) ?? AsOf;
        return await db.Cycles.Where(row => row.Id == cycle.Id).Select(row => row.PlanId).SingleAsync(cancel);
    }
}
