using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin;
using DxRules.Tests.Engine.PlanChecks.Subjects;

namespace DxRules.Tests.Engine.PlanChecks;

public sealed class RulesInEffectTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2025-03-31", false)]
    [InlineData("2025-04-01", true)]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-04-01", false)]
    public void A_rule_judges_from_its_first_to_its_last_day(string day, bool judges)
    {
        var report = Load().Check(SmallPlans.Empty, DateOnly.Parse(day));

        report.Plans[0].Alerts.Count.ShouldBe(judges ? 1 : 0);
        report.Plans[0].NotApplicable.ShouldBeEmpty();
        report.RuleSet.Rules.Count.ShouldBe(judges ? 1 : 0);
    }

    [Fact]
    public void The_hash_of_the_rules_is_the_same_on_any_day()
    {
        var check = Load();

        check.Head(new DateOnly(2025, 3, 31)).RuleSet.Hash.ShouldBe(check.Head(new DateOnly(2025, 4, 1)).RuleSet.Hash);
    }

    private PlanCheck Load()
    {
        File.WriteAllText(Path.Combine(folder.Path, "TST-01.yaml"), """
            format: dxrule/1
            id: TST-01
            title: { ja: 推進中, en: In force }
            subject: 計画
            category: governance
            version: 1
            source: [試験]
            effective: { from: 2025-04-01, to: 2026-03-31 }
            when: 状態 = "推進中"
            levels: [notice]
            message: { ja: 推進中です。, en: In force. }
            clears: { ja: 終わると解消します。, en: Ending it clears it. }

            """);
        var loading = PlanCheck.Open(folder.Path);
        return loading.Check.ShouldNotBeNull(string.Join("\n", loading.Diagnostics.Select(d => d.Message.En)));
    }
}
