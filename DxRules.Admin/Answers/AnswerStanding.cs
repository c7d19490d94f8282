using DxRules.Admin.Data;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Answers;

/// <summary>Where the work on an alert stands in a cycle, from what was answered in this and earlier ones.</summary>
/// <param name="AnswerId">The answer of this cycle; null where there is none.</param>
/// <param name="Decision">What was decided, in this cycle or by the acceptance that still holds; null where nothing was.</param>
/// <param name="Owner">Id of the department that does it.</param>
/// <param name="AcceptedUntil">The last 対象年度 for which it is accepted; null where no acceptance holds.</param>
internal sealed record AnswerStanding(WorkState State, int? AnswerId, AnswerDecision? Decision, string? Owner, DateOnly? DueOn, int? AcceptedUntil)
{
    public static readonly AnswerStanding Unanswered = new(WorkState.Unanswered, null, null, null, null, null);

    /// <summary>Whether somebody has to answer it, or to answer it again.</summary>
    public bool IsToAnswer => State is WorkState.Unanswered or WorkState.Draft or WorkState.Returned;

    /// <summary>Whether what was promised is past its day and nobody has said that it is done.</summary>
    public bool IsOverdue(DateOnly today) => State == WorkState.Approved && Decision == AnswerDecision.Act && DueOn < today;

    /// <summary>Whether a word of <see cref="WorkStateWords"/> covers it.</summary>
    public bool IsCoveredBy(string word, DateOnly today) => word switch
    {
        WorkStateWords.ToAnswer => IsToAnswer,
        WorkStateWords.Overdue => IsOverdue(today),
        _ => word == WorkStateWords.Of(State),
    };

    /// <summary>提出済（承認待ち）, 受容（令和8年度まで）.</summary>
    public string In(Texts texts) => State == WorkState.Accepted && AcceptedUntil is { } until
        ? texts["work.acceptedUntil", texts.FiscalYear(until)]
        : texts[$"work.{WorkStateWords.Of(State)}"];

    /// <param name="answers">What was answered to the alert in the cycles up to this one, in any order.</param>
    /// <param name="fiscalYear">The 対象年度 of the cycle.</param>
    public static AnswerStanding Of(IReadOnlyCollection<GivenAnswer> answers, int fiscalYear)
    {
        var now = answers.FirstOrDefault(answer => answer.FiscalYear == fiscalYear);
        var until = AcceptedIn(answers, fiscalYear);
        return now switch
        {
            { State: AnswerState.Draft } => Standing(WorkState.Draft),
            { State: AnswerState.Submitted } => Standing(WorkState.Submitted),
            { State: AnswerState.Returned } => Standing(WorkState.Returned),
            { Decision: AnswerDecision.FalseAlarm } => Standing(WorkState.FalseAlarm),
            { Decision: AnswerDecision.Accept } => Standing(until is null ? WorkState.Unanswered : WorkState.Accepted),
            { IsReportedDone: true } => Standing(WorkState.ReportedDone),
            not null => Standing(WorkState.Approved),
            null when until is not null => Unanswered with { State = WorkState.Accepted, Decision = AnswerDecision.Accept, AcceptedUntil = until },
            null => Unanswered,
        };

        AnswerStanding Standing(WorkState state) => new(state, now.Id, now.Decision, now.Owner, now.DueOn, until);
    }

    /// <summary>The last year of the acceptance that holds in a year: the newest approved answer must be one, and its time must not be over.</summary>
    private static int? AcceptedIn(IEnumerable<GivenAnswer> answers, int fiscalYear)
    {
        var newest = answers.Where(answer => answer.State == AnswerState.Approved && answer.FiscalYear <= fiscalYear).MaxBy(answer => answer.FiscalYear);
        return newest is { Decision: AnswerDecision.Accept, AcceptedUntil: { } until } && until >= fiscalYear ? until : null;
    }
}

/// <summary>What was answered in the cycle of a year, as far as it tells where the work stands.</summary>
internal sealed record GivenAnswer(
    int Id, int FiscalYear, AnswerState State, AnswerDecision Decision, string? Owner, DateOnly? DueOn, int? AcceptedUntil, bool IsReportedDone);
