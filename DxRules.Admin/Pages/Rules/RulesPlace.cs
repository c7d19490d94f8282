using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Engine.Rules;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Rules;

/// <summary>Whose rules the pages show: of the city whose plan was looked at last, beside the review of that plan.</summary>
/// <param name="Municipality">The code of the city; null where there is no plan yet.</param>
internal sealed record RulesPlace(string? Municipality, string Name, CycleChoice? Cycle, CityProfile Profile, AppliedProfile Applied)
{
    public static async Task<RulesPlace> Of(PageModel page, AdminDb db, PlanSwitch plans, CityProfiles profiles, CancellationToken cancel)
    {
        var frame = await Frame.Of(plans, db.Viewer, page.HttpContext, page.ViewData);
        if (frame.Plan is not { } plan)
            return new RulesPlace(null, "", null, CityProfile.None, ProfileReading.Apply(null));
        var municipality = await db.Plans.Where(row => row.Id == plan.Id).Select(row => row.Municipality).SingleAsync(cancel);
        var profile = await profiles.Newest(municipality, cancel);
        return new RulesPlace(municipality, plan.Municipality, frame.Cycle, profile, ProfileReading.Apply(profile.Text));
    }

    /// <summary>Whether the last check of the review was made with other settings; false where there was none.</summary>
    public async Task<bool> IsCheckedOtherwise(AdminDb db, CancellationToken cancel)
    {
        if (Cycle is not { IsOpen: true } cycle)
            return false;
        var last = await db.Runs.Where(run => run.CycleId == cycle.Id).OrderByDescending(run => run.Number).Select(run => run.ProfileHash).FirstOrDefaultAsync(cancel);
        return last is not null && last != ContentHash.Of(Profile.Text ?? "");
    }
}
