using DxRules.Admin.Cycles;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Tuning;

/// <summary>Checks plans by the rules as their city has set them.</summary>
internal sealed class CityCheck(CityProfiles profiles, CheckPlan check)
{
    /// <summary>A check with the city's newest profile, as it is now.</summary>
    /// <param name="municipality">The code of the city.</param>
    public async Task<Func<PlanDocument, DateOnly, CheckedPlan>> For(string municipality, CancellationToken cancel)
    {
        var profile = await profiles.Newest(municipality, cancel);
        return (plan, asOf) => check(plan, asOf, profile.Text);
    }
}
