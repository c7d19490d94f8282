using System.Globalization;

namespace DxRules.Admin.Pages.Plans;

/// <summary>Where the pages on the parts of a plan are.</summary>
internal static class PlanAddress
{
    public static string Of(int plan) => string.Create(CultureInfo.InvariantCulture, $"/plans/{plan}");

    public static string Policy(int plan, string id) => Part(plan, "policies", id);

    public static string Initiative(int plan, string id) => Part(plan, "initiatives", id);

    public static string Milestone(int plan, string id) => Part(plan, "milestones", id);

    public static string Kpi(int plan, string id) => Part(plan, "kpis", id);

    private static string Part(int plan, string kind, string id) => string.Create(CultureInfo.InvariantCulture, $"/plans/{plan}/{kind}/{Uri.EscapeDataString(id)}");
}
