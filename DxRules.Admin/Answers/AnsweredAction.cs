using System.Globalization;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Answers;

/// <summary>What an approved answer is in the plan document: a corrective action in the cycle of its year, under an id that stays.</summary>
internal static class AnsweredAction
{
    /// <summary>Whether anything is done, so that the plan has to know of it.</summary>
    public static bool IsDueTo(AnswerRow answer) => answer.Decision is AnswerDecision.Act or AnswerDecision.Revise;

    /// <summary>The id under which the action of an answer stands in the plan, made of its year and its alert alone.</summary>
    public static string NewId(PlanDocument plan, AnswerRow answer)
    {
        var key = string.Concat(answer.Alert!.Key.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':' ? letter : '-'));
        var id = string.Create(CultureInfo.InvariantCulture, $"act-{answer.Cycle!.FiscalYear}-{key}");

        // Room for what makes it unique.
        return GovernedCycle.NewId(plan, id.Length <= PlanLimits.IdLength - 4 ? id : id[..(PlanLimits.IdLength - 4)]);
    }

    /// <summary>The plan with the action of an answer.</summary>
    public static PlanDocument Add(PlanDocument plan, AnswerRow answer, string id) => GovernedCycle.Change(plan, answer.Cycle!.FiscalYear, cycle => cycle with
    {
        Actions =
        [
            .. cycle.Actions ?? [],
            new CorrectiveAction
            {
                Id = id,
                Subject = SubjectOf(plan, answer),
                Cause = answer.Cause,
                Action = answer.Text,
                Owner = answer.Owner,
                DueOn = answer.DueOn is { } due ? due : null,
                Status = ActionStatus.Planned,
            },
        ],
    });

    /// <summary>The plan without it.</summary>
    public static PlanDocument Remove(PlanDocument plan, AnswerRow answer) => GovernedCycle.Change(plan, answer.Cycle!.FiscalYear, cycle =>
        cycle with { Actions = [.. (cycle.Actions ?? []).Where(action => action.Id != answer.ActionId)] });

    /// <summary>The plan in which the action is done since a day, or is not done yet.</summary>
    public static PlanDocument Complete(PlanDocument plan, AnswerRow answer, DateOnly? on) => GovernedCycle.Change(plan, answer.Cycle!.FiscalYear, cycle => cycle with
    {
        Actions =
        [
            .. (cycle.Actions ?? []).Select(action => action.Id != answer.ActionId ? action : action with
            {
                Status = on is null ? ActionStatus.Planned : ActionStatus.Done,
                CompletedOn = on is { } day ? day : null,
            }),
        ],
    });

    // A security rule may speak of a department or of the plan, which everybody sees: what is done about it must hang on something that is secret, too.
    private static string SubjectOf(PlanDocument plan, AnswerRow answer)
    {
        var index = new SubjectIndex(plan);
        var subject = AnswerLog.SubjectOf(answer.Alert!.Key);
        var owner = subject.Split('/')[0];
        return answer.Secret && index.Of(owner) is not { IsSecret: true } ? SecurityPolicy.SubjectId : owner;
    }
}
