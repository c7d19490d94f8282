using DxRules.Admin.Cycles;
using DxRules.Admin.Localization;
using DxRules.Admin.Versions;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Text;
using DxRules.Tests.Engine.Plans.Changes;

namespace DxRules.Tests.Admin.Versions;

public class ChangeWordsTests
{
    private static readonly PlanDocument Demo = Samples.Read("demo-city.json");
    private static readonly string Series = SampleChanges.SeriesOf(Demo).Id;

    [Theory]
    [InlineData("status", "\"suspended\"", "状態", "休止")]
    [InlineData("progress", "0.125", "進捗度", "12.5%")]
    [InlineData("progress", null, "進捗度", "不明")]
    [InlineData("description", null, "説明", "なし")]
    [InlineData("usesPersonalData", "true", "個人情報の利用", "はい")]
    [InlineData("consentConfirmedOn", "\"2026-05-31\"", "同意確認日", "令和8年5月31日（2026年）")]
    [InlineData("departments", "[\"d-shimin\",\"d-unknown\"]", "担当課", "市民課、d-unknown")]
    [InlineData("budgets/2024/budget", "12000000", "予算 › 令和6年度（2024年度） › 予算額", "12,000,000円")]
    [InlineData("reports/2024~2/delayReason", "\"人手不足\"", "進捗報告 › 令和6年度（2024年度） その2 › 遅れの理由", "人手不足")]
    [InlineData("raw/status", "\"実施済み\"", "状態（計画書の表記）", "実施済み")]
    [InlineData("inferred", "[\"status\",\"progress\"]", "計画書から読み取った項目", "状態、進捗度")]
    public void A_change_of_an_initiative_in_Japanese(string member, string? value, string name, string words) =>
        Said("p1-i1", member, value, Language.Japanese).ShouldBe((name, words));

    [Theory]
    [InlineData("baseline/fiscalYear", "2023", "Baseline › Fiscal year", "FY2023")]
    [InlineData("annualTargets", "[]", "Annual targets", "none")]
    [InlineData("actuals", null, "Actuals", "unknown")]
    [InlineData("peers/042129:2024/value", "1234.5", "Peers › 042129, FY2024 › Value", "1,234.5%")]
    public void A_change_of_a_series_in_English(string member, string? value, string name, string words) =>
        Said(Series, member, value, Language.English).ShouldBe((name, words));

    [Theory]
    [InlineData("period/start", "\"2023-04\"", "期間 › 開始日", "令和5年4月（2023年）")]
    [InlineData("expectedFrom", null, "期待進捗の起点", "現況値")]
    [InlineData("municipality/name", "\"新市\"", "団体 › 名称", "新市")]
    [InlineData("document/raw/policies", "\"施策\"", "施策（計画書の表記）", "施策")]
    [InlineData("security/controls/none/title", "\"題\"", "セキュリティ › 管理策 › none › 題名", "題")]
    public void A_change_of_the_plan_in_Japanese(string member, string? value, string name, string words) =>
        Said(Demo.Plan.Id, member, value, Language.Japanese).ShouldBe((name, words));

    [Fact]
    public void What_is_not_known_is_shown_as_it_is_written() => Said("nobody", "thing", "[1]", Language.Japanese).ShouldBe(("thing", "[1]"));

    [Fact]
    public void Whatever_changes_can_be_said_in_both_languages()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            if (new RandomEdits(seed).Next(Demo, edits: 40) is not { } edited)
                continue;
            var changes = PlanDifference.Between(Demo, edited);
            var subjects = new KnownSubjects(edited, DateTimeOffset.UnixEpoch, changes.Where(change => change is { Index: not null, New: null }));
            foreach (var language in new[] { Language.Japanese, Language.English })
            {
                var words = new ChangeWords(subjects, new Texts(language));
                foreach (var change in changes)
                {
                    words.NameOf(change).ShouldNotContain(change.Member.Contains('/') ? change.Member : "\0");
                    words.OldOf(change).ShouldNotBeNull();
                    words.NewOf(change).ShouldNotBeNull();
                }
            }
        }
    }

    [Fact]
    public void Every_member_of_a_plan_has_a_Japanese_name()
    {
        var unnamed = new List<string>();
        var seen = new HashSet<Type>();
        Look(typeof(PlanDocument));
        unnamed.ShouldBeEmpty();

        void Look(Type type)
        {
            foreach (var member in seen.Add(type) ? PlanShape.Of(type).Members : [])
            {
                if (!member.IsId && PlanWording.FindNameOf(type, member.Name) is null)
                    unnamed.Add($"{type.Name}.{member.Name}");
                if (member.ValueKind == PlanValueKind.Object)
                    Look(member.ValueType);
            }
        }
    }

    private static (string, string) Said(string subject, string member, string? value, Language language)
    {
        var texts = new Texts(language);
        var words = new ChangeWords(new KnownSubjects(Demo, StoppedClock.Now, []), texts);
        var change = new PlanChange(subject, member, null, value);
        return (words.NameOf(change), words.NewOf(change).OnOneLine(texts["change.and"]));
    }
}
