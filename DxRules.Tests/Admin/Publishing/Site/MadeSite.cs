using System.Text;
using DxRules.Admin.Cycles;
using DxRules.Admin.Publishing;
using DxRules.Admin.Publishing.Site;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.Publishing.Site;

/// <summary>Public sites of made-up cities.</summary>
internal static class MadeSite
{
    private static readonly PlanCheck Rules = PlanCheck.Load();

    /// <summary>デモ市 for two years, of its plan alone.</summary>
    public static IReadOnlyList<ApprovedPublication> DemoCity(Func<PlanDocument, PlanDocument>? change = null)
    {
        var plan = (change ?? (same => same))(Samples.Read("demo-city.json"));
        return [Of(PlanPublication.Of(plan, new DateOnly(2024, 5, 31), Rules)), Of(PlanPublication.Of(plan, new DateOnly(2025, 5, 31), Rules))];
    }

    public static ApprovedPublication Of(Publication content, int number = 1, string? reason = null) =>
        UnapprovedPublication.Of(content, new DateOnly(2025, 8, 20)) with { Number = number, Reason = reason };

    public static string Text(this PublicSite site, string path) => Encoding.UTF8.GetString(site.File(path).ShouldNotBeNull(path).Content.Span);

    public static IEnumerable<string> Pages(this PublicSite site) => site.Paths.Where(path => path.EndsWith(".html", StringComparison.Ordinal));
}
