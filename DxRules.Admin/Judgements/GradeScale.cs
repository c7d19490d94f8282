using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Judgements;

/// <summary>The grades that people may give, best first, by the same scale as the rules.</summary>
internal sealed class GradeScale
{
    private readonly PlanCheck check;
    private readonly IReadOnlyList<ScaleGrade> ofKpis;
    private readonly IReadOnlyList<ScaleGrade> ofInitiatives;

    /// <param name="check">The rules that find the alerts of the same plan: grades and alerts must not speak of different boundaries.</param>
    public GradeScale(PlanCheck check)
    {
        this.check = check;
        var scales = RatingScales.Of(check.Applied);
        (ofKpis, ofInitiatives) = (Words(scales.Kpi), Words(scales.Initiative));
    }

    /// <summary>The grades of a kind of subject: series, initiative, or policy, which is judged by either.</summary>
    public IReadOnlyList<ScaleGrade> For(string type) => type switch
    {
        "series" => ofKpis,
        "initiative" => ofInitiatives,
        _ => [.. ofKpis.Concat(ofInitiatives).DistinctBy(grade => grade.Word)],
    };

    /// <summary>How far down the scale a word stands; null where it is none of its grades, or says that nothing can be said.</summary>
    public int? RankOf(string type, string word) => For(type).FirstOrDefault(grade => grade.Word == word) is { Kind: not GradeKind.NotAssessable } found ? found.Rank : null;

    /// <summary>What the rules say of each subject as of a day.</summary>
    public IReadOnlyList<SubjectGrade> Judge(PlanDocument plan, DateOnly asOf) => check.Grades(plan, asOf).Subjects;

    private static IReadOnlyList<ScaleGrade> Words(RatingScale scale) =>
        [.. scale.Steps.Select(step => step.Grade).Append(scale.NotAssessable).DistinctBy(grade => grade.Label.Ja).Select((grade, rank) => new ScaleGrade(grade.Label, grade.Symbol, grade.Kind, rank))];
}

/// <param name="Label">順調</param>
/// <param name="Symbol">A; null where the scale has no sign for it.</param>
/// <param name="Rank">0 is the best.</param>
internal sealed record ScaleGrade(LocalizedText Label, string? Symbol, GradeKind Kind, int Rank)
{
    /// <summary>As it stands in the plan document.</summary>
    public string Word => Label.Ja;
}
