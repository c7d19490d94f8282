using DxRules.Admin.Answers;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Judgements;

/// <summary>Finds what is wrong with a grade before it is taken.</summary>
internal static class JudgementCheck
{
    /// <param name="line">What was said of the subject before.</param>
    /// <param name="scale">That by which the rules grade it.</param>
    /// <param name="entries">All that is entered at once: the department's grade may be among them.</param>
    public static IEnumerable<EntryProblem> Of(JudgementEntry entry, JudgementLine line, GradeScale scale, IReadOnlyList<JudgementEntry> entries)
    {
        if (entry.Grade is not { } grade)
            yield break;
        if (scale.For(line.Type).All(known => known.Word != grade))
            yield return new EntryProblem(entry.Field, "judgement.grade.unknown");
        if (entry.Reason.Length > AnswerEntry.LongestText)
            yield return new EntryProblem($"reason-{entry.Field}", "answer.tooLong", AnswerEntry.LongestText, entry.Reason.Length);
        if (entry.By == JudgedBy.Headquarters && string.IsNullOrWhiteSpace(entry.Reason) && After(line, entries).NeedsReason(grade))
            yield return new EntryProblem($"reason-{entry.Field}", "judgement.reason.missing");
    }

    private static JudgementLine After(JudgementLine line, IReadOnlyList<JudgementEntry> entries) =>
        entries.FirstOrDefault(entry => entry.By == JudgedBy.Department && entry.Subject == line.Subject) is { } given
            ? line with { Department = given.Grade is null ? null : new Judgement { Subject = line.Subject, By = JudgedBy.Department, Grade = given.Grade, On = PlanDate.FromMonth(2000, 1) } }
            : line;
}
