using DxRules.Admin.Localization;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Listings;

/// <summary>With what each row of a table begins that is taken out of a plan: whose it is, as the standard data sets of municipalities do.</summary>
internal static class PlanColumns
{
    private static readonly string[] First = ["code", "municipality", "planId", "plan"];

    /// <summary>The columns of a table whose headings are the texts <c>listing.*</c>.</summary>
    public static IReadOnlyList<ListingColumn> With(Texts texts, params IEnumerable<string> keys) => [.. First.Concat(keys).Select(key => new ListingColumn(key, texts[$"listing.{key}"]))];

    /// <summary>What stands in the first of them.</summary>
    public static IReadOnlyList<object?> Of(PlanDocument plan) => [plan.Municipality.Code, plan.Municipality.Name, plan.Plan.Id, plan.Plan.Title];
}
