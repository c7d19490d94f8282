using DxRules.Engine.Plans;

namespace DxRules.Admin.Cycles;

/// <summary>Checks a plan with the shipped rules.</summary>
internal static class EngineCheck
{
    public static CheckedPlan Check(PlanDocument plan, DateOnly asOf) =>
        throw new InvalidOperationException("The rules of this version cannot be run from the site.");
}
