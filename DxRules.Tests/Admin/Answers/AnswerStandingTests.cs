using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Answers;

public class AnswerStandingTests
{
    private static readonly DateOnly Due = new(2025, 9, 30);

    [Fact]
    public void Where_nobody_answered_it_is_unanswered() => AnswerStanding.Of([], 2024).ShouldBe(AnswerStanding.Unanswered);

    [Theory]
    [InlineData("Draft", "Act", "下書き")]
    [InlineData("Submitted", "FalseAlarm", "提出済（承認待ち）")]
    [InlineData("Returned", "Accept", "差戻し")]
    [InlineData("Approved", "Act", "承認済")]
    [InlineData("Approved", "Revise", "承認済")]
    [InlineData("Approved", "Accept", "受容（令和7年度（2025年度）まで）")]
    [InlineData("Approved", "FalseAlarm", "誤検知")]
    public void The_answer_of_the_cycle_tells_it(string state, string decision, string word) =>
        AnswerStanding.Of([Answer(2024, Enum.Parse<AnswerState>(state), Enum.Parse<AnswerDecision>(decision), until: 2025)], 2024).In(new Texts(Language.Japanese)).ShouldBe(word);

    [Fact]
    public void What_the_department_calls_done_is_reported_done_and_never_cleared() =>
        AnswerStanding.Of([Answer(2024, done: true)], 2024).State.ShouldBe(WorkState.ReportedDone);

    [Fact]
    public void Every_state_has_a_word_and_no_word_says_cleared() =>
        WorkStateWords.All.Select(word => new Texts(Language.Japanese)[$"work.{word}"]).ShouldAllBe(word => !word.Contains("解消"));

    [Theory]
    [InlineData(2023, "Unanswered")]
    [InlineData(2024, "Accepted")]
    [InlineData(2025, "Accepted")]
    [InlineData(2026, "Unanswered")]
    public void An_acceptance_holds_from_its_year_to_its_last_and_then_the_alert_is_back(int year, string expected) =>
        AnswerStanding.Of([Answer(2024, AnswerState.Approved, AnswerDecision.Accept, until: 2025)], year).State.ToString().ShouldBe(expected);

    [Fact]
    public void Of_two_acceptances_the_newest_counts_also_where_it_ends_earlier() =>
        AnswerStanding.Of([Accepted(2022, until: 2027), Accepted(2023, until: 2023)], 2024).State.ShouldBe(WorkState.Unanswered);

    [Fact]
    public void Who_decides_to_act_ends_the_acceptance() =>
        AnswerStanding.Of([Accepted(2022, until: 2027), Answer(2023)], 2024).State.ShouldBe(WorkState.Unanswered);

    [Fact]
    public void An_acceptance_that_was_not_approved_holds_for_nothing() =>
        AnswerStanding.Of([Answer(2023, AnswerState.Submitted, AnswerDecision.Accept, until: 2027)], 2024).State.ShouldBe(WorkState.Unanswered);

    [Fact]
    public void A_new_answer_shows_while_the_acceptance_still_runs()
    {
        var standing = AnswerStanding.Of([Accepted(2023, until: 2025), Answer(2024, AnswerState.Submitted)], 2024);

        standing.State.ShouldBe(WorkState.Submitted);
        standing.AcceptedUntil.ShouldBe(2025);
    }

    [Fact]
    public void What_was_promised_is_overdue_from_the_day_after_its_day_until_it_is_reported_done()
    {
        AnswerStanding.Of([Answer(2024)], 2024).IsOverdue(Due).ShouldBeFalse();
        AnswerStanding.Of([Answer(2024)], 2024).IsOverdue(Due.AddDays(1)).ShouldBeTrue();
        AnswerStanding.Of([Answer(2024, done: true)], 2024).IsOverdue(Due.AddDays(1)).ShouldBeFalse();
        AnswerStanding.Of([Answer(2024, AnswerState.Submitted)], 2024).IsOverdue(Due.AddDays(1)).ShouldBeFalse();
        AnswerStanding.Of([Answer(2024, AnswerState.Approved, AnswerDecision.Revise)], 2024).IsOverdue(Due.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void A_filter_word_covers_its_state_and_those_that_are_to_be_answered_together()
    {
        var returned = AnswerStanding.Of([Answer(2024, AnswerState.Returned)], 2024);

        returned.IsCoveredBy("returned", Due).ShouldBeTrue();
        returned.IsCoveredBy(WorkStateWords.ToAnswer, Due).ShouldBeTrue();
        returned.IsCoveredBy("approved", Due).ShouldBeFalse();
        AnswerStanding.Of([Answer(2024)], 2024).IsCoveredBy(WorkStateWords.Overdue, Due.AddDays(1)).ShouldBeTrue();
    }

    private static GivenAnswer Accepted(int year, int until) => Answer(year, AnswerState.Approved, AnswerDecision.Accept, until);

    private static GivenAnswer Answer(
        int year, AnswerState state = AnswerState.Approved, AnswerDecision decision = AnswerDecision.Act, int? until = null, bool done = false) =>
        new(year, year, state, decision, "d-shimin", Due, until, done);
}
