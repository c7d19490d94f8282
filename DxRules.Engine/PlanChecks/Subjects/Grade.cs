using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>評価: a step of a rating scale. A scale names its steps as its city does, so only the kind can be relied on.</summary>
/// <param name="Rank">0 for the best step of the scale.</param>
internal sealed record Grade(LocalizedText Label, GradeKind Kind, int Rank)
{
    /// <summary>The one further down the scale; a figure that cannot be assessed says nothing against one that can.</summary>
    public static Grade Worse(Grade? left, Grade right)
    {
        if (left is null || left.Kind == GradeKind.NotAssessable)
            return right;
        return right.Kind == GradeKind.NotAssessable || right.Rank <= left.Rank ? left : right;
    }
}

/// <summary>A rating scale over the pace of a series.</summary>
/// <param name="Steps">Best first; each holds from its least pace on.</param>
/// <param name="NotAssessable">For figures that cannot be judged.</param>
internal sealed record RatingScale(IReadOnlyList<RatingStep> Steps, Grade NotAssessable)
{
    /// <summary>順調 from 1.0, 概ね順調 from 0.8, やや遅れ from 0.6, 遅れ below (boundaries of 富士市 and 多摩市).</summary>
    public static RatingScale Standard { get; } = new(
        [
            new(new Grade(new("順調", "on track"), GradeKind.Good, 0), 1.0m),
            new(new Grade(new("概ね順調", "mostly on track"), GradeKind.Good, 1), 0.8m),
            new(new Grade(new("やや遅れ", "slightly behind"), GradeKind.Behind, 2), 0.6m),
            new(new Grade(new("遅れ", "behind"), GradeKind.Behind, 3), decimal.MinValue),
        ],
        new Grade(new("評価できない", "not assessable"), GradeKind.NotAssessable, 4));

    /// <summary>The grade of a pace: lacks what the pace lacks; not assessable where there is no pace.</summary>
    public Maybe<Grade> Of(Maybe<decimal> pace)
    {
        if (pace.IsKnown)
            return Steps.First(step => pace.Value >= step.LeastPace).Grade;
        return pace.Missing!.HasFacts ? Maybe<Grade>.Unknown(pace.Missing) : NotAssessable;
    }
}

/// <summary>A grade and the least pace that earns it.</summary>
internal sealed record RatingStep(Grade Grade, decimal LeastPace);
