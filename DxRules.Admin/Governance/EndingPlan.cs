using DxRules.Engine.Plans;

namespace DxRules.Admin.Governance;

/// <summary>Whether the time of a plan is over, so that what is left of it has to be handed on.</summary>
internal static class EndingPlan
{
    // As long before as GOV-08 asks for a successor.
    private const int MonthsBefore = 12;

    public static bool Is(PlanDocument plan, DateOnly today) =>
        plan.Plan.Status == PlanStatus.Ended || plan.Plan.Period?.End is { } end && end.Day < today.AddMonths(MonthsBefore);
}
