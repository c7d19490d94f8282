using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Tuning;

public sealed class ProfileTextTests
{
    private static readonly TuningTarget Late = TuningTarget.FindRule("SCH-02", Viewer.System)!;
    private static readonly TuningTarget Boundaries = TuningTarget.FindGroup("ratingBoundaries", Viewer.System)!;

    [Fact]
    public void A_new_profile_says_what_was_set_and_why_and_nothing_else()
    {
        var text = Set(null, Late, now => now with { Values = With(now, "重大とする遅れ", new MonthsDuration(6)) }, "議会の求め: 半年で重大");

        text.ShouldBe("""
            format: dxprofile/1
            name: デモ市
            extends: default
            parameters:
              SCH-02.重大とする遅れ: {value: P6M, reason: '議会の求め: 半年で重大'}

            """.ReplaceLineEndings("\n"));
        Load(text).Applied.Changes.Single().After.ShouldBe("P6M");
    }

    [Fact]
    public void Severities_shared_values_and_switching_off_stand_side_by_side()
    {
        var text = Set(null, Late, now => now with { Severities = new Dictionary<Severity, Severity> { [Severity.Critical] = Severity.Warning, [Severity.Warning] = Severity.Notice } }, "軽くする");
        text = Set(text, Boundaries, now => now with { Values = With(now, "やや遅れ", 0.5m) }, "多摩市と違う");
        text = Set(text, TuningTarget.FindRule("KPI-12", Viewer.System)!, now => now with { IsOn = false }, "null");

        var check = Load(text);

        check.Applied.Changes.Select(change => (change.Kind, change.What.Ja, change.Before, change.After, change.Reason)).ShouldBe(
        [
            (ChangeKind.SwitchedOff, "KPI-12", null, null, "null"),
            (ChangeKind.Parameter, "評価の境界.やや遅れ", "0.6", "0.5", "多摩市と違う"),
            (ChangeKind.Severity, "SCH-02", "critical", "warning", "軽くする"),
            (ChangeKind.Severity, "SCH-02", "warning", "notice", "軽くする"),
        ]);
        check.Rules.ShouldNotContain(compiled => compiled.Rule.Id == "KPI-12");
    }

    [Fact]
    public void What_was_there_stays_and_what_is_set_back_goes()
    {
        const string Given = """
            format: dxprofile/1
            name: 例市
            scale: { use: hamamatsu, reason: 行政評価と同じ段階にする }
            parameters:
              SCH-02.criticalDelay: { value: P18M, reason: 長い工事が多い }
              年度内の期限.実績報告: { value: 07-15, reason: 決算の審査が遅い }
            levelNames: { 施策: 重点プロジェクト, reason: 計画書の言葉 }
            """;

        var text = Set(Given, Late, now => now with { Values = With(now, "重大とする遅れ", new MonthsDuration(12)) }, "規則に合わせる");

        var changes = Load(text).Applied.Changes;
        changes.Select(change => change.Kind).ShouldBe([ChangeKind.Parameter, ChangeKind.Scale, ChangeKind.LevelName], ignoreOrder: true);
        changes.Single(change => change.Kind == ChangeKind.Parameter).What.Ja.ShouldBe("年度内の期限.実績報告");
        changes.Single(change => change.Kind == ChangeKind.Scale).Reason.ShouldBe("行政評価と同じ段階にする");
    }

    [Fact]
    public void A_rule_that_is_switched_on_again_leaves_the_others_of_its_group_off()
    {
        var all = ProfileReading.Shipped.Rules.Where(rule => rule.Category.Value == "data").Select(rule => rule.Id.Value).ToList();
        const string Given = "format: dxprofile/1\nname: 例市\nswitchedOff:\n  data: 表記は別に見る\n";

        var text = Set(Given, TuningTarget.FindRule("DAT-05", Viewer.System)!, now => now with { IsOn = true }, "課は見る");

        var check = Load(text);
        check.Rules.Select(compiled => compiled.Rule.Id).Intersect(all).ShouldBe(["DAT-05"]);
        check.Applied.Changes.ShouldAllBe(change => change.Reason == "表記は別に見る");
        check.Applied.Changes.Count.ShouldBe(all.Count - 1);
    }

    [Fact]
    public void Who_may_not_see_security_gets_the_text_without_it()
    {
        var text = Set(null, TuningTarget.FindGroup("trainingCoverage", Viewer.System)!, now => now with { Values = With(now, "警告", 0.9m) }, "秘密");
        text = Set(text, TuningTarget.FindRule("SEC-12", Viewer.System)!, now => now with { IsOn = false }, "秘密");
        text = Set(text, Boundaries, now => now with { Values = With(now, "やや遅れ", 0.5m) }, "公開");

        var open = ProfileText.Of(text, "").WithoutSecrets().ToString();

        open.ShouldNotContain("秘密");
        Load(open).Applied.Changes.Single().Reason.ShouldBe("公開");
    }

    private static string Set(string? text, TuningTarget target, Func<Setting, Setting> change, string reason)
    {
        var was = Setting.Of(target, ProfileReading.Apply(text));
        return ProfileText.Of(text, "デモ市").Set(target, was, change(was), reason).ToString();
    }

    private static Dictionary<string, object> With(Setting setting, string name, object value) => new(setting.Values) { [name] = value };

    private static PlanCheck Load(string text)
    {
        var loading = CompiledProfiles.Of(text);
        loading.Diagnostics.Where(diagnostic => diagnostic.Source.Name == "profile.yaml").Select(diagnostic => DiagnosticPrinter.Print(diagnostic, Language.English)).ShouldBeEmpty(text);
        return loading.Check!;
    }
}
