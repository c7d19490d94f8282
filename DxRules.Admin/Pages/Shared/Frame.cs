using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DxRules.Admin.Pages;

/// <summary>
/// Where a page stands: the plan and the cycle that the header names and to which the main navigation leads. A page of a cycle sets
/// <c>ViewData["Cycle"]</c>, one of a plan without a year <c>ViewData["Plan"]</c>; all others stay with what was looked at last.
/// </summary>
/// <param name="Here">Whether the page itself is about the plan.</param>
internal sealed record Frame(IReadOnlyList<PlanChoice> Plans, PlanChoice? Plan, CycleChoice? Cycle, bool Here)
{
    private const string Last = "dxrules-cycle";

    public static async Task<Frame> Of(PlanSwitch plans, HttpContext context, ViewDataDictionary view)
    {
        var choices = await plans.Load(context.RequestAborted);
        var frame = In(choices, view["Plan"] as int?, view["Cycle"] as int?);
        if (frame is not { Here: true, Cycle: { } cycle })
            return frame.Here ? frame : Remembered(choices, context);
        if (!context.Response.HasStarted)
            context.Response.Cookies.Append(Last, cycle.Id.ToString(CultureInfo.InvariantCulture), new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        return frame;
    }

    private static Frame In(IReadOnlyList<PlanChoice> plans, int? plan, int? cycle)
    {
        var chosen = plans.FirstOrDefault(choice => choice.Id == plan || choice.Cycles.Any(other => other.Id == cycle));
        return new Frame(plans, chosen, chosen?.Cycles.FirstOrDefault(other => other.Id == cycle) ?? chosen?.Usual, chosen is not null);
    }

    private static Frame Remembered(IReadOnlyList<PlanChoice> plans, HttpContext context)
    {
        var last = int.TryParse(context.Request.Cookies[Last], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? In(plans, null, id) : null;
        return last is { Here: true } ? last with { Here = false } : new Frame(plans, plans.FirstOrDefault(), plans.FirstOrDefault()?.Usual, false);
    }
}
