using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>How a city grades: KPIs by one scale, initiatives by the same or another.</summary>
internal sealed record RatingScales(RatingScale Kpi, RatingScale Initiative)
{
    public static RatingScales Standard { get; } = new(RatingScale.Standard, RatingScale.Standard);

    /// <summary>The scales a profile names, with the boundaries it sets; the standard one for what it names none for.</summary>
    public static RatingScales Of(AppliedProfile profile) =>
        new(RatingScale.Of(profile, ScaleSubject.Kpi), RatingScale.Of(profile, ScaleSubject.Initiative));
}

/// <summary>A rating scale.</summary>
/// <param name="Steps">Best first; the last of those that are judged takes the rest.</param>
/// <param name="NotAssessable">For what cannot be judged.</param>
/// <param name="SurveyMargin">In surveys, a difference below this many points counts as none.</param>
internal sealed record RatingScale(string Id, IReadOnlyList<RatingStep> Steps, Grade NotAssessable, decimal SurveyMargin = 0)
{
    // In the order in which they are tried: a status settles the grade before all else.
    private readonly RatingStep[] tried = [.. Steps.OrderByDescending(step => step.IsByStatus)];

    /// <summary>順調 from 1.0, 概ね順調 from 0.8, やや遅れ from 0.6, 遅れ below (boundaries of 富士市 and 多摩市).</summary>
    public static RatingScale Standard { get; } = new(
        AppliedProfile.StandardScale,
        [
            new(new Grade(new("順調", "On track"), GradeKind.Good, 0, "A"), 1.0m),
            new(new Grade(new("概ね順調", "Mostly on track"), GradeKind.Good, 1, "B"), 0.8m),
            new(new Grade(new("やや遅れ", "Slightly behind"), GradeKind.Behind, 2, "C"), 0.6m),
            new(new Grade(new("遅れ", "Behind"), GradeKind.Behind, 3, "D"), null),
        ],
        new Grade(new("評価できない", "Not assessable"), GradeKind.NotAssessable, 4, "-"));

    /// <summary>The scale by which a profile grades something; the standard one where it has none.</summary>
    public static RatingScale Of(AppliedProfile profile, ScaleSubject subject = ScaleSubject.Kpi)
    {
        if (profile.ScaleFor(subject) is not { } scale)
            return Standard;
        var grades = scale.Grades.Select((grade, rank) => (Definition: grade, Grade: new Grade(grade.Label, grade.Kind.Value, rank, grade.Symbol))).ToList();
        var steps = grades.Where(g => g.Grade.Kind != GradeKind.NotAssessable || g.Definition.IsByStatus)
            .Select(g => new RatingStep(g.Grade, g.Definition.From is { } from ? profile.ValueOf(from) : null, [.. g.Definition.When.Select(word => word.Value)]));
        var notAssessable = grades.First(g => g.Grade.Kind == GradeKind.NotAssessable && !g.Definition.IsByStatus).Grade;
        return new RatingScale(scale.Id.Value, [.. steps], notAssessable, scale.SurveyMargin is { } margin ? profile.ValueOf(margin) : 0);
    }

    /// <summary>
    /// The grade of a subject. Grades by status settle it before all others; the others are tried best first. It lacks what the conditions
    /// looked at lack, and is not assessable where there is nothing to know.
    /// </summary>
    public Maybe<Grade> Of(IGraded subject)
    {
        foreach (var step in tried)
        {
            if (step.IsByStatus && !subject.HasStatus)
                continue;
            var holds = Holds(step, subject);
            if (!holds.IsKnown)
                return holds.Missing!.HasFacts ? Maybe<Grade>.Unknown(holds.Missing) : NotAssessable;
            if (holds.Value)
                return step.Grade;
        }
        return NotAssessable;
    }

    /// <summary>The grade of a pace alone.</summary>
    public Maybe<Grade> Of(Maybe<decimal> pace) => Of(new PaceAlone(pace));

    private Maybe<bool> Holds(RatingStep step, IGraded subject)
    {
        if (step.LeastPace is { } least)
            return subject.GradedPace is { IsKnown: true } pace ? pace.Value >= least : Maybe<bool>.Unknown(subject.GradedPace.Missing!);
        if (step.Words.Length == 0)
            return subject.GradedPace.IsKnown ? true : Maybe<bool>.Unknown(subject.GradedPace.Missing!);
        FactSet? missing = null;
        foreach (var word in step.Words)
        {
            var holds = subject.Is(word, SurveyMargin);
            if (holds is { IsKnown: true, Value: true })
                return true;
            missing = FactSet.Union(missing, holds.Missing);
        }
        return missing is null ? false : Maybe<bool>.Unknown(missing);
    }

    private sealed class PaceAlone(Maybe<decimal> pace) : IGraded
    {
        public bool HasStatus => false;

        public Maybe<decimal> GradedPace => pace;

        public Maybe<bool> Is(GradeWord word, decimal surveyMargin) => false;
    }
}

/// <summary>A grade and what earns it.</summary>
/// <param name="LeastPace">The least pace that earns it; null where words do, or where it takes the rest.</param>
/// <param name="Words">Words any one of which earns it.</param>
internal sealed record RatingStep(Grade Grade, decimal? LeastPace, params GradeWord[] Words)
{
    public bool IsByStatus { get; } = Words.Any(word => word.IsStatus());
}

/// <summary>What can be graded.</summary>
internal interface IGraded
{
    /// <summary>Whether it has a status by which it can be graded.</summary>
    bool HasStatus { get; }

    /// <summary>The pace that is compared with the boundaries.</summary>
    Maybe<decimal> GradedPace { get; }

    /// <summary>Whether a word of a scale holds of it.</summary>
    Maybe<bool> Is(GradeWord word, decimal surveyMargin);
}
