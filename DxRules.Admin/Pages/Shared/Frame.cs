using System.Globalization;
using DxRules.Admin.Hosting;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DxRules.Admin.Pages;

/// <summary>
/// Where one stands: the plan and the cycle that the header names and to which the main navigation leads. A page of a cycle sets
/// <c>ViewData["Cycle"]</c>, one of a plan without a year <c>ViewData["Plan"]</c>; on all others one stays with what was looked at last.
/// </summary>
/// <param name="Here">Whether the page itself is about the plan.</param>
internal sealed record Frame(IReadOnlyList<PlanChoice> Plans, PlanChoice? Plan, CycleChoice? Cycle, bool Here)
{
    private const string Last = "dxrules-cycle";

    public static async Task<Frame> Of(PlanSwitch plans, Viewer viewer, HttpContext context, ViewDataDictionary view)
    {
        // Who is not signed in learns of no plan.
        var choices = viewer.May(Access.ReadPlans) ? await plans.Load(context.RequestAborted) : [];
        if (In(choices, view["Plan"] as int?, view["Cycle"] as int?) is { } frame)
        {
            Remember(frame, context);
            return frame;
        }
        var last = In(choices, null, Remembered(context.Request)) ?? In(choices, choices.FirstOrDefault()?.Id, null);
        return last is null ? new Frame(choices, null, null, false) : last with { Here = false };
    }

    /// <summary>The plan that was looked at last; null where none was.</summary>
    public static int? Remembered(HttpRequest request) =>
        int.TryParse(SiteCookies.Read(request.HttpContext, Last), NumberStyles.None, CultureInfo.InvariantCulture, out var cycle) ? cycle : null;

    private static Frame? In(IReadOnlyList<PlanChoice> plans, int? plan, int? cycle) =>
        plans.FirstOrDefault(choice => choice.Id == plan || choice.Cycles.Any(other => other.Id == cycle)) is { } chosen
            ? new Frame(plans, chosen, chosen.Cycles.FirstOrDefault(other => other.Id == cycle) ?? chosen.Usual, true)
            : null;

    private static void Remember(Frame frame, HttpContext context)
    {
        if (frame.Cycle is { } cycle && !context.Response.HasStarted)
            SiteCookies.Remember(context, Last, cycle.Id.ToString(CultureInfo.InvariantCulture));
    }
}
