using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Engine.Alerts;

public class LifecycleTests
{
    [Fact]
    public void In_the_first_report_every_alert_is_new()
    {
        var life = Follow(With("warning")).ShouldHaveSingleItem();

        (life.State, life.Nth, life.FirstSeen, life.Before).ShouldBe((AlertState.New, 1, 0, null));
    }

    [Theory]
    [InlineData("warning", AlertState.Continuing)]
    [InlineData("critical", AlertState.Worsened)]
    [InlineData("notice", AlertState.Eased)]
    public void An_alert_of_both_reports_is_compared_by_severity(string now, AlertState state)
    {
        var life = Follow(With("warning"), With(now)).ShouldHaveSingleItem();

        (life.State, life.Nth, life.FirstSeen, life.PreviousSeverity).ShouldBe((state, 2, 0, Severity.Warning));
    }

    [Theory]
    [InlineData("quiet", AlertState.Cleared)]
    [InlineData("undetermined", AlertState.Undetermined)]
    [InlineData("fault", AlertState.Undetermined)]
    [InlineData("notApplicable", AlertState.Gone)]
    public void An_alert_that_is_none_now_says_why(string now, AlertState state)
    {
        var life = Follow(With("warning"), With(now)).ShouldHaveSingleItem();

        (life.State, life.Nth, life.Now, life.Alert.Message.Ja).ShouldBe((state, 0, null, "2025年の文"));
    }

    [Theory]
    [InlineData("quiet", AlertState.RuleChanged)]
    [InlineData("notApplicable", AlertState.RuleChanged)]
    [InlineData("undetermined", AlertState.Undetermined)]
    public void What_another_rule_no_longer_finds_is_not_cleared(string now, AlertState state) =>
        Follow(With("warning"), With(now) with { Rules = new Dictionary<string, string> { ["R-1"] = "v2" } }).ShouldHaveSingleItem().State.ShouldBe(state);

    [Fact]
    public void A_rule_that_is_switched_off_or_out_of_effect_is_a_changed_rule() =>
        Follow(With("warning"), With("quiet") with { Rules = new Dictionary<string, string>() }).ShouldHaveSingleItem().State.ShouldBe(AlertState.RuleChanged);

    [Fact]
    public void An_alert_that_a_changed_rule_still_gives_goes_on_and_is_marked()
    {
        var life = Follow(With("warning"), With("critical") with { Rules = new Dictionary<string, string> { ["R-1"] = "v2" } }).ShouldHaveSingleItem();

        (life.State, life.Nth, life.RuleChanged).ShouldBe((AlertState.Worsened, 2, true));
    }

    [Fact]
    public void A_subject_that_is_gone_is_gone_whatever_became_of_the_rule() =>
        Follow(With("warning"), With("quiet") with { Subjects = ["b"], Rules = new Dictionary<string, string>() }).ShouldHaveSingleItem().State.ShouldBe(AlertState.Gone);

    [Theory]
    [InlineData("quiet", AlertState.Cleared)]
    [InlineData("undetermined", AlertState.Undetermined)]
    [InlineData("notApplicable", AlertState.Gone)]
    public void What_comes_back_has_recurred_and_tells_how_it_stood_in_between(string between, AlertState state)
    {
        var life = Follow(With("warning"), With(between), With("warning")).ShouldHaveSingleItem();

        (life.State, life.Nth, life.FirstSeen, life.InBetween, life.Before).ShouldBe((AlertState.Recurred, 1, 0, state, null));
    }

    [Fact]
    public void Years_in_a_row_are_counted_and_begin_anew_when_it_recurs()
    {
        var steps = Steps(With("warning"), With("notice"), With("notice"), With("quiet"), With("warning"), With("warning"));

        steps.Select(step => step.Lives.Single()).Select(life => (life.State, life.Nth, life.FirstSeen)).ShouldBe(
        [
            (AlertState.New, 1, 0), (AlertState.Eased, 2, 0), (AlertState.Continuing, 3, 0), (AlertState.Cleared, 0, 0), (AlertState.Recurred, 1, 0),
            (AlertState.Continuing, 2, 0),
        ]);
    }

    [Fact]
    public void What_left_the_report_before_last_is_told_no_more() => Follow(With("warning"), With("quiet"), With("quiet")).ShouldBeEmpty();

    [Fact]
    public void A_report_that_does_not_hold_the_plan_is_passed_over()
    {
        var reports = new[] { With("warning").Report, (With("quiet") with { Plan = "other" }).Report, With("warning").Report };

        var life = Lifecycle.Of(reports, Renumbering.None, PlanSchema.Instance).ShouldHaveSingleItem().Latest.Lives.ShouldHaveSingleItem();

        (life.State, life.Nth, life.FirstSeen).ShouldBe((AlertState.Continuing, 2, 0));
    }

    [Fact]
    public void Each_plan_of_the_last_report_is_followed_by_itself()
    {
        var (first, other) = (With("warning"), With("warning") with { Plan = "other" });
        var reports = new[] { first.Report, first.Report with { Plans = [other.Body, With("critical").Body] } };

        Lifecycle.Of(reports, Renumbering.None, PlanSchema.Instance).Select(plan => (plan.Plan, plan.Latest.Lives.Single().State))
            .ShouldBe([("other", AlertState.New), ("demo", AlertState.Worsened)]);
    }

    [Theory]
    [InlineData("a", AlertState.Cleared)]
    [InlineData("b", AlertState.Gone)]
    public void A_wording_is_there_as_long_as_the_object_that_holds_it(string left, AlertState state)
    {
        var before = With("warning") with { Says = [("R-1", "a/end", "warning")] };

        Follow(before, With("quiet") with { Subjects = [left] }).ShouldHaveSingleItem().State.ShouldBe(state);
    }

    [Fact]
    public void A_part_of_the_plan_that_is_absent_clears_nothing()
    {
        var absent = YearlyReport.Lacking("R-1", new AlertSubject("plan", "demo", "改題した計画", []), "security");

        Follow(With("warning"), With("quiet") with { Undetermined = [absent] }).ShouldHaveSingleItem().State.ShouldBe(AlertState.Undetermined, "the rule judges nothing");
        Follow(With("warning"), With("quiet") with { Undetermined = [absent], Subjects = [] }).ShouldHaveSingleItem().State.ShouldBe(AlertState.Undetermined);
    }

    [Fact]
    public void What_stood_in_a_list_that_nobody_knows_any_more_is_not_gone()
    {
        var unlisted = YearlyReport.Lacking("R-1", new AlertSubject("initiative", "i", "取組", ["計画"]), "phases");
        var elsewhere = YearlyReport.Lacking("R-1", new AlertSubject("initiative", "j", "別の取組", ["計画"]), "phases");

        Follow(With("warning"), With("quiet") with { Undetermined = [unlisted], Subjects = [] }).ShouldHaveSingleItem().State.ShouldBe(AlertState.Undetermined);
        Follow(With("warning"), With("quiet") with { Undetermined = [elsewhere], Subjects = [] }).ShouldHaveSingleItem().State.ShouldBe(AlertState.Gone);
    }

    [Theory]
    [InlineData("rules", "default", false)]
    [InlineData("rules and other parameters", "default", true)]
    [InlineData("rules", "our city", true)]
    public void Settings_that_changed_are_told_beside_the_states(string ruleSet, string profile, bool changed)
    {
        var steps = Steps(With("warning"), With("quiet") with { RuleSet = ruleSet, Profile = profile });

        (steps[1].SettingsChanged, steps[1].Lives.Single().State).ShouldBe((changed, AlertState.Cleared));
    }

    private static YearlyReport With(string word) => new(2025) { Says = word == "quiet" ? [] : [("R-1", "a", word)] };

    private static IReadOnlyList<AlertLife> Follow(params YearlyReport[] years) => Steps(years)[^1].Lives;

    private static IReadOnlyList<LifecycleStep> Steps(params YearlyReport[] years) =>
        Lifecycle.Of([.. years.Select(year => year.Report)], Renumbering.None, PlanSchema.Instance).Single().Steps;
}
