using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Rules;

public class AppliedProfileTests
{
    private static readonly RuleFolder Shipped = RuleFolder.Load(Repository.File("rules"));

    [Fact]
    public void The_rules_inside_the_assembly_are_those_of_the_repository()
    {
        var packaged = RuleFolder.Packaged();

        packaged.Diagnostics.ShouldBeEmpty();
        packaged.Hash.ShouldBe(Shipped.Hash);
        packaged.Rules[0].Source.Name.ShouldStartWith("rules/");
    }

    [Fact]
    public void A_parameter_takes_the_value_of_the_profile()
    {
        var applied = Apply("parameters:\n  SCH-02.criticalDelay: { value: P6M, reason: r }\n  年度内の期限.実績報告: { value: 07-15, reason: r }\n");

        var delay = applied.Folder.Rules.Single(rule => rule.Id.Value == "SCH-02").Parameters[0];
        applied.Values.Of("SCH-02", delay).ShouldBe(new MonthsDuration(6));
        applied.Values.OfGroup("年度内の期限", applied.Folder.Groups.SelectMany(group => group.Members).Single(member => member.Name.Value == "実績報告")).ShouldBe(new MonthDay(7, 15));
    }

    [Fact]
    public void A_rule_or_a_category_can_be_switched_off()
    {
        var ids = Apply("switchedOff:\n  SEC-12: r\n  data: r\n").Folder.Rules.Select(rule => rule.Id.Value).ToList();

        ids.ShouldNotContain("SEC-12");
        ids.ShouldNotContain("DAT-01");
        ids.ShouldContain("SEC-02");
    }

    [Theory]
    [InlineData("工程表")]
    [InlineData("roadmap")]
    public void A_topic_is_switched_off_with_all_its_rules(string topic)
    {
        var applied = Apply($"switchedOff:\n  {topic}: 工程表を作っていない\n");

        var change = applied.Changes.ShouldHaveSingleItem();
        change.Reason.ShouldBe("工程表を作っていない");
        change.Rules.ShouldContain("SCH-02");
        applied.Folder.Rules.Select(rule => rule.Id.Value).Intersect(change.Rules).ShouldBeEmpty();
        applied.Folder.Rules.Where(rule => rule.Subject.Value == "区間").ShouldBeEmpty();
    }

    [Fact]
    public void Every_change_is_listed_with_what_was_before_and_why()
    {
        var changes = Apply("""
            switchedOff:
              SEC-12: a
            parameters:
              SCH-02.criticalDelay: { value: P6M, reason: b }
              年度内の期限.実績報告: { value: 07-15, reason: c }
            severities:
              SCH-02: { critical: warning, warning: notice, reason: d }
            levelNames: { policy: 重点施策, reason: e }
            """).Changes;

        changes.Select(change => (change.Kind, change.What.Ja, change.Before, change.After, change.Reason)).ShouldBe(
        [
            (ChangeKind.SwitchedOff, "SEC-12", null, null, "a"),
            (ChangeKind.Parameter, "SCH-02.重大とする遅れ", "P12M", "P6M", "b"),
            (ChangeKind.Parameter, "年度内の期限.実績報告", "06-30", "07-15", "c"),
            (ChangeKind.Severity, "SCH-02", "critical", "warning", "d"),
            (ChangeKind.Severity, "SCH-02", "warning", "notice", "d"),
            (ChangeKind.LevelName, "施策", "施策", "重点施策", "e"),
        ]);
        changes[2].Rules.ShouldContain("KPI-05");
    }

    [Theory]
    [InlineData("parameters:\n  SCH-02.重大とする遅れ: { value: P1Y, reason: r }\n", "P1Y")]
    [InlineData("severities:\n  SCH-02: { critical: critical, reason: r }\n", "SCH-02")]
    [InlineData("switchedOff:\n  schedule: r\n  SCH-02: r\n", "SCH-02")]
    [InlineData("switchedOff:\n  SCH-02: r\nparameters:\n  SCH-02.重大とする遅れ: { value: P6M, reason: r }\n", "SCH-02")]
    [InlineData("scale: { use: standard, reason: r }\n", "standard")]
    [InlineData("levelNames: { 施策: 施策, reason: r }\n", "施策")]
    public void A_change_without_effect_is_told(string changes, string marked)
    {
        var diagnostics = new List<Diagnostic>();

        AppliedProfile.Of(Shipped, Read(changes, diagnostics), PlanSchema.Instance, diagnostics);

        var found = diagnostics.ShouldHaveSingleItem();
        (found.Code, found.Severity).ShouldBe(("DX142", DiagnosticSeverity.Warning));
        found.Source.Content.Substring(found.Span.Start, found.Span.Length).ShouldBe(marked);
    }

    [Fact]
    public void All_levels_of_a_rule_can_move_at_once()
    {
        var levels = Apply("severities:\n  SCH-02: { critical: warning, warning: notice, reason: r }\n").Folder.Rules.Single(rule => rule.Id.Value == "SCH-02").Levels;

        levels.Select(level => level.Severity.Value).ShouldBe([Severity.Warning, Severity.Notice]);
    }

    [Theory]
    [InlineData("parameters:\n  SCH-20.重大とする遅れ: { value: P6M, reason: r }\n", "DX141", "SCH-20")]
    [InlineData("parameters:\n  SCH-02.重大な遅れ: { value: P6M, reason: r }\n", "DX135", "重大な遅れ")]
    [InlineData("parameters:\n  SCH-02.重大とする遅れ: { value: 6, reason: r }\n", "DX124", "6")]
    [InlineData("parameters:\n  SCH-02.重大とする遅れ: { value: P10Y, reason: r }\n", "DX125", "P10Y")]
    [InlineData("severities:\n  SCH-02: { notice: info, reason: r }\n", "DX141", "SCH-02")]
    [InlineData("severities:\n  SCH-02: { critical: info, reason: r }\n", "DX117", "SCH-02")]
    [InlineData("severities:\n  SCH-99: { critical: info, reason: r }\n", "DX141", "SCH-99")]
    [InlineData("switchedOff:\n  SEC-99: r\n", "DX141", "SEC-99")]
    [InlineData("scale: { use: five, reason: r }\n", "DX141", "five")]
    public void A_change_that_does_not_fit_the_rules_is_told_where_the_profile_makes_it(string changes, string code, string marked)
    {
        var diagnostics = new List<Diagnostic>();

        AppliedProfile.Of(Shipped, Read(changes, diagnostics), PlanSchema.Instance, diagnostics);

        var found = diagnostics.ShouldHaveSingleItem();
        found.Code.ShouldBe(code);
        found.Source.Content.Substring(found.Span.Start, found.Span.Length).ShouldBe(marked);
    }

    [Fact]
    public void Without_a_profile_the_scale_is_the_standard_one()
    {
        AppliedProfile.None(Shipped).ScaleNames.ShouldBe("standard");
    }

    private static AppliedProfile Apply(string changes)
    {
        var diagnostics = new List<Diagnostic>();
        var applied = AppliedProfile.Of(Shipped, Read(changes, diagnostics), PlanSchema.Instance, diagnostics);
        diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.English)).ShouldBeEmpty();
        return applied;
    }

    private static ProfileFile Read(string changes, List<Diagnostic> diagnostics) =>
        ProfileFile.Read(new SourceText("profile.yaml", "format: dxprofile/1\nname: デモ市\n" + changes), diagnostics)!;
}
