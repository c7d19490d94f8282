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

    /// <summary>The scale a profile names, with the boundaries it sets; the standard one where there is none.</summary>
    public static RatingScale Of(AppliedProfile profile)
    {
        if (profile.Scale is not { } scale)
            return Standard;
        var grades = scale.Grades.Select((grade, rank) => (Definition: grade, Grade: new Grade(grade.Label, grade.Kind.Value, rank))).ToArray();
        var notAssessable = grades.FirstOrDefault(g => g.Grade.Kind == GradeKind.NotAssessable).Grade;
        var steps = grades.Where(g => g.Grade.Kind != GradeKind.NotAssessable).Select(g => new RatingStep(g.Grade, LeastPace(g.Definition.From, profile)));
        return new RatingScale([.. steps], notAssessable ?? Standard.NotAssessable);
    }

    /// <summary>The grade of a pace: lacks what the pace lacks; not assessable where there is no pace.</summary>
    public Maybe<Grade> Of(Maybe<decimal> pace)
    {
        if (pace.IsKnown)
            return (Steps.FirstOrDefault(step => pace.Value >= step.LeastPace) ?? Steps[^1]).Grade;
        return pace.Missing!.HasFacts ? Maybe<Grade>.Unknown(pace.Missing) : NotAssessable;
    }

    // That a boundary's group and member exist was checked when the scale was read.
    private static decimal LeastPace(Boundary? from, AppliedProfile profile)
    {
        if (from is null)
            return decimal.MinValue;
        if (from.Value is { } own)
            return own;
        var group = profile.Folder.Groups.First(g => from.Group == g.Name.Value || from.Group == g.En.Value);
        var member = group.Members.First(m => from.Member == m.Name.Value || from.Member == m.En.Value);
        return (decimal)profile.Values.OfGroup(group.Name.Value, member)!;
    }
}

/// <summary>A grade and the least pace that earns it.</summary>
internal sealed record RatingStep(Grade Grade, decimal LeastPace);
