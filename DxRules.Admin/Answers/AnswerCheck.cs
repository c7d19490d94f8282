using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Answers;

/// <summary>Finds what is wrong with an answer before it is taken.</summary>
internal static class AnswerCheck
{
    /// <summary>For so many years after the one under review an acceptance may hold: longer than that a plan hardly lasts.</summary>
    public const int MostYearsAccepted = 5;

    // Beyond that it is a slip of the pen.
    private const int MostYearsToDo = 10;

    /// <summary>What cannot even be kept as a draft.</summary>
    public static IEnumerable<EntryProblem> OfDraft(AnswerEntry entry, PlanDocument plan)
    {
        foreach (var (field, text) in new[] { ("cause", entry.Cause), ("text", entry.Text), ("comment", entry.Comment) })
        {
            if (text.Length > AnswerEntry.LongestText)
                yield return new EntryProblem(field, "answer.tooLong", AnswerEntry.LongestText, text.Length);
        }
        if (entry.Owner is { } owner && !Knows(plan, owner))
            yield return new EntryProblem("owner", "answer.owner.unknown");
        if (entry.OnBehalfOf is { } department && !Knows(plan, department))
            yield return new EntryProblem("onBehalfOf", "answer.owner.unknown");
    }

    /// <summary>What cannot be submitted.</summary>
    public static IEnumerable<EntryProblem> OfSubmission(AnswerEntry entry, PlanDocument plan, int fiscalYear, DateOnly today)
    {
        foreach (var problem in OfDraft(entry, plan))
            yield return problem;
        if (entry.Decision is null)
            yield return new EntryProblem("decision", "answer.decision.missing");
        if (string.IsNullOrWhiteSpace(entry.Text))
            yield return new EntryProblem("text", entry.Decision is AnswerDecision.Accept or AnswerDecision.FalseAlarm ? "answer.reason.missing" : "answer.text.missing");
        var ofDecision = entry.Decision switch
        {
            AnswerDecision.Act or AnswerDecision.Revise => OfWork(entry, plan, today),
            AnswerDecision.Accept => OfAcceptance(entry.AcceptedUntil, fiscalYear),
            _ => [],
        };
        foreach (var problem in ofDecision)
            yield return problem;
    }

    private static IEnumerable<EntryProblem> OfWork(AnswerEntry entry, PlanDocument plan, DateOnly today)
    {
        if (entry is { Decision: AnswerDecision.Act, Owner: null })
            yield return new EntryProblem("owner", "answer.owner.missing");
        else if (entry.Owner is { } owner && Find(plan, owner) is { } department && !GovernedCycle.IsInForce(department, today))
            yield return new EntryProblem("owner", "answer.owner.over", department.Name);
        if (entry is { Decision: AnswerDecision.Act, DueOn: null })
            yield return new EntryProblem("dueOn", "answer.dueOn.missing");
        else if (entry.DueOn < today)
            yield return new EntryProblem("dueOn", "answer.dueOn.past");
        else if (entry.DueOn > today.AddYears(MostYearsToDo))
            yield return new EntryProblem("dueOn", "answer.dueOn.far", MostYearsToDo);
    }

    private static IEnumerable<EntryProblem> OfAcceptance(int? until, int fiscalYear)
    {
        if (until is null)
            yield return new EntryProblem("acceptedUntil", "answer.acceptedUntil.missing");
        else if (until < fiscalYear || until > fiscalYear + MostYearsAccepted)
            yield return new EntryProblem("acceptedUntil", "answer.acceptedUntil.bad", Wareki.FormatFiscalYear(fiscalYear), Wareki.FormatFiscalYear(fiscalYear + MostYearsAccepted));
    }

    private static bool Knows(PlanDocument plan, string department) => Find(plan, department) is not null;

    private static Department? Find(PlanDocument plan, string id) => plan.Departments?.FirstOrDefault(department => department.Id == id);
}
