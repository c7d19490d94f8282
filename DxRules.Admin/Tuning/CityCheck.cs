using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Tuning;

/// <summary>Checks and grades plans by the rules as their city has set them.</summary>
internal sealed class CityCheck(AdminDb db, CityProfiles profiles, CheckPlan check)
{
    /// <summary>A check with the city's newest profile, as it is now.</summary>
    /// <param name="municipality">The code of the city.</param>
    public async Task<Func<PlanDocument, DateOnly, CheckedPlan>> For(string municipality, CancellationToken cancel)
    {
        var profile = await profiles.Newest(municipality, cancel);
        return (plan, asOf) => check(plan, asOf, profile.Text);
    }

    /// <summary>The rules with the city's newest profile: those by which the next check finds alerts.</summary>
    /// <exception cref="ProfileMisfit">The profile does not fit the rules.</exception>
    public async Task<PlanCheck> Rules(string municipality, CancellationToken cancel) => CompiledProfiles.Check((await profiles.Newest(municipality, cancel)).Text);

    /// <summary>The same, for a page that says itself where the profile does not fit the rules.</summary>
    public async Task<PlanCheckLoading> Find(string municipality, CancellationToken cancel) =>
        (await profiles.Newest(municipality, cancel)).Text is { } text ? CompiledProfiles.Of(text) : new PlanCheckLoading(PlanCheck.Default, []);

    /// <summary>The rules and the profile by which a run found its alerts; those of today where this program cannot read what was kept with the run.</summary>
    /// <param name="municipality">The code of the run's city.</param>
    /// <exception cref="ProfileMisfit">Today's are needed, and do not fit each other.</exception>
    public async Task<PlanCheck> RulesOf(int run, string municipality, CancellationToken cancel)
    {
        var kept = await RunFiles.Read(db, run, cancel);
        return CompiledProfiles.Of(kept.Files, kept.Profile).Check ?? await Rules(municipality, cancel);
    }
}
