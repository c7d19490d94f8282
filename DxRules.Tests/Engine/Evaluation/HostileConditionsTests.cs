using DxRules.Engine.Evaluation;

namespace DxRules.Tests.Engine.Evaluation;

/// <summary>Conditions that load and then would run for ever, or out of range: a fault of that rule on that subject, and nothing else stops.</summary>
public sealed class HostileConditionsTests
{
    private static readonly TestSeries LongSeries = new() { Id = "s", Actuals = [.. Enumerable.Range(0, 2_000).Select(i => new TestActual(i, i))] };

    public static TheoryData<string, string> Faults() => new()
    {
        { "some n in 1..1000000000 satisfies n = 0", "fault DX302" },
        { "every n in 1..9999999999999999999999999999 satisfies n > 0", "fault DX302" },
        { "count(for n in 1..1000000000 return n) = 0", "fault DX302" },
        { "sum(for n in 1..1000000000 return n) = 0", "fault DX302" },
        { "count(年度列(1, 1000000000)) = 0", "fault DX302" },
        { "count(年度列(1, 1000000000)[item > 5]) = 0", "fault DX302" },
        { "list contains(年度列(1, 1000000000), 0)", "fault DX302" },
        { "count(for a in 1..100000, b in 1..100000 return a + b) = 0", "fault DX302" },
        { "some a in 実績 satisfies some b in 実績 satisfies a.年度 + b.年度 < 0", "fault DX302" },
        { "count(for a in 実績, b in 実績 return a.年度) = 0", "fault DX302" },
        { "9999999999999999999999999999 * 5 + 9999999999999999999999999999 * 5 > 0", "fault DX301" },
        { "9999999999999999999999999999 * 10 > 0", "fault DX301" },
        { "10 ** 40 > 0", "fault DX301" },
        { "-9999999999999999999999999999 * 5 - 9999999999999999999999999999 * 5 < 0", "fault DX301" },
        { "sum(for n in 1..9 return 9999999999999999999999999999) > 0", "fault DX301" },
        { "基準日 + duration(\"P9999D\") * 999999 > 基準日", "fault DX301" },
        { "date(\"9999-12-31\") + duration(\"P1M\") > 基準日", "fault DX301" },
        { "date(\"0001-01-01\") - duration(\"P1D\") < 基準日", "fault DX301" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Stops_with_a_fault_in_both_compiled_forms(string condition, string outcome) =>
        TestRules.CompileOne("系列", $"needs: [実績]\nwhen: (count(実績) > 0) and ({condition})").Judge(LongSeries).ShouldBe(outcome);

    [Fact]
    public void A_fault_stops_one_rule_on_one_subject_and_the_others_go_on()
    {
        var plan = new TestPlan { Id = "plan", Policies = [new() { Id = "short", Kpis = [] }, new() { Id = "long", Kpis = [new TestKpi { Id = "k" }] }] };
        var hostile = TestRules.File("TST-01", "施策", "needs: [指標]\nwhen: some k in 指標 satisfies some n in 1..1000000000 satisfies n = 0");
        var other = TestRules.File("TST-02", "施策", "when: 題名 != \"\"");

        TestRules.Evaluate(plan, hostile, other).Lines()
            .ShouldBe(["TST-02/short warning", "TST-01/long fault DX302", "TST-02/long warning"], ignoreOrder: true);
    }

    [Fact]
    public void A_long_range_takes_steps_and_no_room()
    {
        var rule = TestRules.CompileOne("施策", "when: some n in 1..900000 satisfies n = 0");
        var context = new CheckContext(TestRules.AsOf);
        rule.JudgeThreeValued(new TestPolicy { Id = "a" }, context);
        var before = GC.GetAllocatedBytesForCurrentThread();

        rule.JudgeThreeValued(new TestPolicy { Id = "a" }, context).Outcome.ShouldBe(Outcome.Quiet);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000);
    }

    [Fact]
    public void A_host_can_allow_fewer_steps()
    {
        var rule = TestRules.CompileOne("系列", "needs: [実績]\nwhen: some a in 実績 satisfies a.年度 < 0");

        Should.Throw<DxRules.Engine.Feel.Compilation.EvaluationFault>(() =>
            rule.Judge(LongSeries, new CheckContext(TestRules.AsOf, DxRules.Engine.Text.Limits.Default with { Steps = 1_000 }))).Code.ShouldBe("DX302");
    }
}
