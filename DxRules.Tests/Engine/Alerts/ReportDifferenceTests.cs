using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Engine.Alerts;

public class ReportDifferenceTests
{
    private const string Rule = "TST-01";
    private static readonly AlertSubject Subject = new("phase", "s1", "設計", []);

    [Theory]
    [InlineData("quiet", "warning", "Appeared")]
    [InlineData("notApplicable", "warning", "Appeared")]
    [InlineData("notJudged", "warning", "Appeared")]
    [InlineData("warning", "quiet", "Disappeared")]
    [InlineData("warning", "notApplicable", "Disappeared")]
    [InlineData("warning", "notJudged", "Disappeared")]
    [InlineData("warning", "critical", "MoreSevere")]
    [InlineData("critical", "notice", "LessSevere")]
    [InlineData("warning", "undetermined", "BecameUndetermined")]
    [InlineData("quiet", "undetermined", "BecameUndetermined")]
    [InlineData("undetermined", "warning", "CameBack")]
    [InlineData("undetermined", "quiet", "NoLongerUndetermined")]
    [InlineData("warning", "fault", "Fault")]
    [InlineData("fault", "quiet", "Fault")]
    public void Each_change_has_its_name(string before, string after, string kind)
    {
        var change = Compare(before, after).ShouldHaveSingleItem();

        change.Kind.ToString().ShouldBe(kind);
        (change.Key, change.Subject).ShouldBe(("TST-01/s1", Subject));
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("undetermined")]
    [InlineData("fault")]
    [InlineData("quiet")]
    public void What_stays_is_not_told(string state) => Compare(state, state).ShouldBeEmpty();

    [Fact]
    public void From_quiet_to_not_applicable_nothing_changes_for_anybody() => Compare("quiet", "notApplicable").ShouldBeEmpty();

    [Fact]
    public void Reports_on_other_days_cannot_be_compared() =>
        Should.Throw<ArgumentException>(() => ReportDifference.Of(Report("quiet"), Report("quiet") with { AsOf = new DateOnly(2024, 1, 1) }));

    [Fact]
    public void Rules_that_changed_without_a_new_version_are_marked()
    {
        var before = new RuleSetStamp("a", [new("R-1", 1, "x"), new("R-2", 1, "x"), new("R-3", 1, "x"), new("R-4", 1, "x")]);
        var after = new RuleSetStamp("b", [new("R-1", 1, "x"), new("R-2", 1, "y"), new("R-3", 2, "y"), new("R-5", 1, "x")]);

        var changes = RuleChange.Between(before, after);

        changes.Select(c => (c.Rule, c.Kind, c.IsUnmarked)).ShouldBe(
        [
            ("R-2", RuleChangeKind.Changed, true),
            ("R-3", RuleChangeKind.Changed, false),
            ("R-4", RuleChangeKind.Removed, false),
            ("R-5", RuleChangeKind.Added, false),
        ]);
    }

    private static IReadOnlyList<ResultChange> Compare(string before, string after) => ReportDifference.Of(Report(before), Report(after)).Single().Changes;

    private static CheckReport Report(string state)
    {
        var severity = SeverityWords.Find(state);
        var plan = new PlanReport(
            "plan", "062014", "hash", 0, new Dictionary<string, IReadOnlyList<string>>(),
            severity is null ? [] : [new Alert("TST-01/s1", Rule, 1, "schedule", false, severity.Value, "題", Subject, "文", [], [], null, null, [])],
            state == "undetermined" ? [new UndeterminedResult("TST-01/s1", Rule, "schedule", false, Subject, ["状態"], "理由", null)] : [],
            state == "notApplicable" ? ["TST-01/s1"] : [],
            state == "fault" ? [new FaultResult(Rule, Subject, "DX301", "誤り")] : [],
            new ReportCounts(0, 0, 0, 0, 0, 0, 0, 0));
        return new CheckReport("1", new DateOnly(2025, 5, 31), new RuleSetStamp("h", state == "notJudged" ? [] : [new(Rule, 1, "h")]), new ProfileStamp("default", "h", null), [plan]);
    }
}
