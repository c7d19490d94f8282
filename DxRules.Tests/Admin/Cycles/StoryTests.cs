using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Cycles;

public class StoryTests
{
    private static readonly Story Story = Story.Read();
    private static readonly Dictionary<string, PlanDocument> Documents = Story.Plans.ToDictionary(plan => plan.File, plan => Samples.Read(plan.File));
    private static readonly Dictionary<int, PlanReport> Reports = Enumerable.Range(2020, 5).ToDictionary(
        year => year, year => PlanCheck.Default.Check(Documents[Story.PlanOf(year)], FiscalYearReview.UsualAsOf(year)).Plans[0]);

    [Fact]
    public void Each_answer_is_to_an_alert_that_the_check_of_that_year_gives()
    {
        Story.Answers.Count.ShouldBeGreaterThan(40);
        Story.Answers.Where(answer => Reports[answer.FiscalYear].Alerts.All(alert => alert.Key != answer.Alert)).ShouldBeEmpty();
        Story.Answers.Select(answer => (answer.FiscalYear, answer.Alert)).ShouldBeUnique();
    }

    [Fact]
    public void Each_question_is_about_something_in_the_plan_of_that_year()
    {
        Story.Questions.Where(question => !Reports[question.FiscalYear].Subjects.Values.Any(ids => ids.Contains(question.Subject))).ShouldBeEmpty();
        Story.Questions.ShouldAllBe(question => question.Answer == null == (question.AnsweredOn == null));
    }

    [Fact]
    public void Each_meeting_stands_in_the_plan_of_that_year() =>
        Story.Meetings.ShouldAllBe(meeting => Documents[Story.PlanOf(meeting.FiscalYear)].Governance!.Bodies!.SelectMany(body => body.Meetings!).Any(held => held.Id == meeting.Meeting));

    [Fact]
    public void Everybody_who_acts_has_an_account_of_the_demonstration_and_every_department_is_in_the_plan()
    {
        var accounts = DemoAccounts.All.Select(account => account.UserName).ToHashSet();

        Story.Answers.SelectMany(answer => answer.Steps).Select(step => step.By).Concat(Story.Questions.Select(question => question.By)).ShouldAllBe(name => accounts.Contains(name));
        foreach (var answer in Story.Answers)
            answer.Steps.Select(step => step.OnBehalfOf).Append(answer.Owner).OfType<string>()
                .ShouldAllBe(id => Documents[Story.PlanOf(answer.FiscalYear)].Departments!.Any(department => department.Id == id), answer.Alert);
    }

    [Fact]
    public void The_steps_of_an_answer_lead_from_entry_to_approval_in_the_year_of_the_review()
    {
        foreach (var answer in Story.Answers)
        {
            answer.Steps.Select(step => step.On).ShouldBeInOrder(SortDirection.Ascending, answer.Alert);
            answer.Steps.ShouldAllBe(step => step.On > FiscalYearReview.UsualAsOf(answer.FiscalYear) && FiscalYear.Of(step.On) == answer.FiscalYear + 1, answer.Alert);
            for (var i = 1; i < answer.Steps.Count; i++)
                Follows(answer.Steps[i - 1].Step, answer.Steps[i].Step).ShouldBeTrue(answer.Alert);
        }

        static bool Follows(AnswerState before, AnswerState after) => after switch
        {
            AnswerState.Submitted => before is AnswerState.Draft or AnswerState.Returned,
            AnswerState.Returned or AnswerState.Approved => before == AnswerState.Submitted,
            _ => false,
        };
    }

    [Fact]
    public void What_is_decided_has_what_it_needs()
    {
        foreach (var answer in Story.Answers)
        {
            (answer.AcceptedUntil != null).ShouldBe(answer.Decision == AnswerDecision.Accept, answer.Alert);
            if (answer is { Decision: AnswerDecision.Act, Steps: [.., { Step: AnswerState.Approved }] })
                (answer.Owner != null && answer.DueOn != null).ShouldBeTrue(answer.Alert);
        }
        Story.Answers.Select(answer => answer.Decision).Distinct().Count().ShouldBe(4);
        Story.Answers.Select(answer => answer.Steps[^1].Step).Distinct().Count().ShouldBe(4);
    }

    [Theory]
    [InlineData("SEC-CTRL/ctl-backup", "warning warning -")]
    [InlineData("SEC-06/af-2019-1", "warning warning -")]
    [InlineData("SEC-CTRL/ctl-c16", "warning - warning")]
    [InlineData("SEC-CTRL/ctl-assets", "warning notice warning")]
    [InlineData("KPI-02/q1-k1-all", "critical - -")]
    [InlineData("SCH-05/q3-i3-l1-s1", "warning - -")]
    [InlineData("KPI-05/q22-k1-all", "critical critical critical")]
    [InlineData("DAT-05/q15", "- warning warning")]
    [InlineData("SEC-14/sys-hr", "notice critical critical")]
    public void The_alerts_of_the_story_come_and_go_as_it_tells(string key, string years) =>
        string.Join(' ', Enumerable.Range(2020, 3).Select(year => Reports[year].Alerts.FirstOrDefault(alert => alert.Key == key)?.Severity.ToString().ToLowerInvariant() ?? "-")).ShouldBe(years);
}
