using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>All subjects of a plan as of a day.</summary>
/// <param name="Plan">The root.</param>
/// <param name="BottomUp">Every subject but the wordings, deepest first, then in document order.</param>
/// <param name="UnknownLists">Lists of subjects of which nobody knows what is in them.</param>
internal sealed record PlanSubjects(PlanNode Plan, IReadOnlyList<Node> BottomUp, IReadOnlyList<UnknownList> UnknownLists)
{
    /// <summary>Builds the subjects of a plan that has been brought to the as-of date.</summary>
    public static PlanSubjects Build(PlanDocument asOfPlan, DateOnly asOf, RatingScale? scale = null) =>
        new SubjectBuilder(asOfPlan, asOf, scale ?? RatingScale.Standard).Build();
}

/// <summary>A list of subjects that is unknown.</summary>
/// <param name="Owner">The subject that should hold it.</param>
/// <param name="Name">What the owner calls it.</param>
/// <param name="Kinds">CLR types of the subjects that could lie in it, at any depth.</param>
internal sealed record UnknownList(Node Owner, Fact Name, IReadOnlyList<Type> Kinds);
