using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>Turns a plan into the subjects that rules see.</summary>
internal static class PlanSubjects
{
    /// <summary>The plan and all that hangs below it.</summary>
    /// <param name="asOfPlan">A plan that has been brought to the as-of date: nothing later is left in it.</param>
    /// <param name="asOf">The day as of which it is judged.</param>
    /// <param name="scales">How KPIs and initiatives are graded; the standard scale where none is given.</param>
    public static PlanNode Build(PlanDocument asOfPlan, DateOnly asOf, RatingScales? scales = null) =>
        new SubjectBuilder(asOfPlan, asOf, scales ?? RatingScales.Standard).Build();
}
