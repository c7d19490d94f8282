using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>評価: a step of a rating scale. A scale names its steps as its city does, so only the kind can be relied on.</summary>
/// <param name="Rank">0 for the best step of the scale.</param>
/// <param name="Symbol">How the city writes it in tables: A, ◎; null where it has no sign.</param>
internal sealed record Grade(LocalizedText Label, GradeKind Kind, int Rank, string? Symbol = null)
{
    /// <summary>The one further down the scale; a figure that cannot be assessed says nothing against one that can.</summary>
    public static Grade Worse(Grade? left, Grade right)
    {
        if (left is null || left.Kind == GradeKind.NotAssessable)
            return right;
        return right.Kind == GradeKind.NotAssessable || right.Rank <= left.Rank ? left : right;
    }
}
