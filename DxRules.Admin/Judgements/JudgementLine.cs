using DxRules.Admin.Cycles;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Judgements;

/// <summary>What department, rule and headquarters say of one subject in a cycle.</summary>
/// <param name="Policy">The policy under which it stands or that it is; null where it stands under none.</param>
/// <param name="Departments">Ids of the departments that answer for it.</param>
/// <param name="Rule">What the scale makes of the figures.</param>
internal sealed record JudgementLine(
    string Subject, string Type, string Title, SubjectPolicy? Policy, IReadOnlyList<string> Departments, SubjectGrade Rule, Judgement? Department, Judgement? Headquarters)
{
    private static readonly string[] Judged = ["policy", "initiative", "series"];

    /// <summary>In which ways they differ, as the texts <c>judgement.differs.*</c> call them; empty where all agree that have said anything.</summary>
    public IReadOnlyList<string> Differences(GradeScale scale) =>
    [
        .. OfRule("department", Department, scale),
        .. OfRule("headquarters", Headquarters, scale),
        .. Department is { } department && Headquarters is { } headquarters && department.Grade != headquarters.Grade ? ["departmentAndHeadquarters"] : Array.Empty<string>(),
    ];

    /// <summary>Whether a final grade needs its reason: it is another than that of the rule or of the department.</summary>
    public bool NeedsReason(string finalGrade) => finalGrade != Rule.Label.Ja || (Department is { } department && department.Grade != finalGrade);

    private IEnumerable<string> OfRule(string who, Judgement? said, GradeScale scale)
    {
        if (said is null || said.Grade == Rule.Label.Ja)
            yield break;
        yield return (Rule.Kind, scale.RankOf(Type, said.Grade), scale.RankOf(Type, Rule.Label.Ja)) switch
        {
            (GradeKind.NotAssessable, _, _) => $"{who}WithoutRule",
            (_, { } given, { } found) when given < found => $"{who}Better",
            (_, { } given, { } found) when given > found => $"{who}Worse",
            _ => $"{who}Other",
        };
    }

    /// <summary>All subjects that are judged, in the order of the plan.</summary>
    /// <param name="grades">What the rules say of the same plan.</param>
    public static IReadOnlyList<JudgementLine> Of(PlanDocument plan, IReadOnlyList<SubjectGrade> grades, int fiscalYear)
    {
        var index = new SubjectIndex(plan);
        var said = (GovernedCycle.Of(plan, fiscalYear)?.Judgements ?? []).ToLookup(judgement => (judgement.Subject, judgement.By));
        return
        [
            .. grades.Where(grade => Judged.Contains(grade.Subject.Type)).Select(grade => new JudgementLine(
                grade.Subject.Id,
                grade.Subject.Type,
                grade.Subject.Title,
                index.Of(grade.Subject.Id)?.Policy,
                index.Of(grade.Subject.Id)?.Departments ?? [],
                grade,
                Newest(JudgedBy.Department, grade),
                Newest(JudgedBy.Headquarters, grade))),
        ];

        Judgement? Newest(JudgedBy by, SubjectGrade grade) => said[(grade.Subject.Id, by)].MaxBy(judgement => judgement.On.Day);
    }
}
