using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Engine.Evaluation;

/// <summary>The table of outcomes in the design, row by row.</summary>
public class OutcomeTableTests
{
    private const string LateCompletion = """
        where: 種類 != "継続" and (取組.状態 = null or not(取組.状態 in ("休止")))
        needs: [状態, 終了日]
        when: 状態 in ("未着手", "実施中") and 基準日 > 終了日
        levels:
          - critical: 基準日 > 終了日 + duration("P12M")
          - warning
        """;

    private const string FallingCumulative = """
        where: 指標.集計方法 = "累計"
        needs: [指標.集計方法, 実績.値]
        when: some a in 実績 satisfies (some b in 実績 satisfies b.年度 = a.年度 + 1 and b.値 < a.値)
        """;

    private const string WorseThanBaseline = """
        needs: [現況値からの改善, 最新実績.値]
        levels:
          - critical: 現況値からの改善 < 0
          - warning: 最新実績.値 < 最新実績.前年.値 and 最新実績.前年.値 < 最新実績.前年.前年.値
        """;

    private const string NoOutcomeKpi = """
        needs: [指標, 指標.種類]
        when: not(some k in 指標 satisfies k.種類 = "成果指標")
        levels: [ notice ]
        """;

    private const string NoAction = """
        needs: [改善策]
        when: 'some a in 指摘 satisfies a.分類 = "kpi" and a.重大度 in ("警告", "重大")'
        """;

    [Theory]
    [InlineData(null, "2025-05-31", "quiet")]
    [InlineData(null, "2025-05-30", "判定不能 [状態]")]
    [InlineData(null, null, "判定不能 [状態, 終了日]")]
    [InlineData(TestStatus.Completed, null, "quiet")]
    [InlineData(TestStatus.InProgress, null, "判定不能 [終了日]")]
    [InlineData(TestStatus.InProgress, "2025-05-30", "warning")]
    [InlineData(TestStatus.InProgress, "2024-05-31", "warning")]
    [InlineData(TestStatus.InProgress, "2024-05-30", "critical")]
    internal void A_late_phase_is_found_where_status_and_end_are_known(TestStatus? status, string? end, string expected)
    {
        var phase = new TestPhase { Id = "p1", Status = status, End = end is null ? null : DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture) };
        _ = new TestInitiative { Id = "i1", Phases = [phase] };

        TestRules.Judge("区間", LateCompletion, phase).ShouldBe(expected);
    }

    [Theory]
    [InlineData(TestStatus.Suspended, TestPhaseKind.Once, "対象外")]
    [InlineData(null, TestPhaseKind.Once, "warning")]
    [InlineData(null, TestPhaseKind.Recurring, "対象外")]
    internal void Where_decides_whom_a_rule_concerns(TestStatus? initiative, TestPhaseKind kind, string expected)
    {
        var phase = new TestPhase { Id = "p1", Kind = kind, Status = TestStatus.InProgress, End = new DateOnly(2025, 3, 31) };
        _ = new TestInitiative { Id = "i1", Status = initiative, Phases = [phase] };

        TestRules.Judge("区間", LateCompletion, phase).ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, 1, 2, "quiet")]
    [InlineData(null, 2, 1, "判定不能 [指標.集計方法]")]
    [InlineData("累計", 2, 1, "warning")]
    [InlineData("年間", 2, 1, "対象外")]
    public void An_unknown_where_matters_only_where_the_rule_would_fire(string? aggregation, int before, int after, string expected)
    {
        var series = new TestSeries { Id = "s1", Actuals = [new(2022, before), new(2023, after)] };
        _ = new TestKpi { Id = "k1", Aggregation = aggregation, Series = [series] };

        TestRules.Judge("系列", FallingCumulative, series).ShouldBe(expected);
    }

    [Fact]
    public void A_level_that_is_certain_fires_below_one_that_is_unknown_and_lists_what_that_one_misses()
    {
        var series = Series(null, 20, 18, 16);

        TestRules.Judge("系列", WorseThanBaseline, series).ShouldBe("warning, unknown [現況値]");
    }

    [Fact]
    public void One_actual_that_is_better_than_the_baseline_is_quiet()
    {
        TestRules.Judge("系列", WorseThanBaseline, Series(10, 16)).ShouldBe("quiet");
    }

    [Fact]
    public void A_series_without_any_actual_yet_is_not_concerned()
    {
        TestRules.Judge("系列", WorseThanBaseline, Series(10)).ShouldBe("対象外");
    }

    [Theory]
    [InlineData("outcome,?", "quiet")]
    [InlineData("output,?", "判定不能 [指標.種類]")]
    [InlineData("output", "notice")]
    [InlineData("", "notice")]
    [InlineData(null, "判定不能 [指標]")]
    public void A_list_of_KPIs_is_judged_as_far_as_their_kinds_are_known(string? kinds, string expected)
    {
        var kpis = kinds?.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select((kind, i) => new TestKpi { Id = "k" + i, Kind = kind switch { "?" => null, "outcome" => TestKpiKind.Outcome, _ => TestKpiKind.Output } });

        TestRules.Judge("施策", NoOutcomeKpi, new TestPolicy { Id = "p1", Kpis = kpis?.ToArray() }).ShouldBe(expected);
    }

    [Theory]
    [InlineData("TT?F", "warning")]
    [InlineData("?FF", "判定不能 [記録.件数]")]
    [InlineData("FFFFFFFFF?", "quiet")]
    [InlineData("", "対象外")]
    public void A_share_is_decided_as_soon_as_unknowns_cannot_tip_it(string members, string expected)
    {
        var records = members.Select((member, i) => new TestRecord(2000 + i, member switch { 'T' => 1, 'F' => 0, _ => null })).ToArray();
        var phase = new TestPhase { Id = "p1", Records = records };

        TestRules.Judge("区間", "needs: [記録, 記録.件数]\nwhen: 割合以上(for r in 記録 return r.件数 = 1, 0.2)", phase).ShouldBe(expected);
    }

    [Fact]
    public void What_could_not_be_determined_below_may_be_an_alert()
    {
        var rule = TestRules.CompileOne("施策", NoAction.Replace("needs: [改善策]\n", "", StringComparison.Ordinal));
        var policy = new TestPolicy { Id = "p1" };
        var undetermined = Below("KPI-02", "kpi", FactSet.Of(new Fact("実績", "actuals")));
        var alert = Below("KPI-03", "kpi", null);

        rule.Judge(policy, alerts: []).ShouldBe("quiet");
        rule.Judge(policy, alerts: [undetermined]).ShouldBe("判定不能 [実績]");
        rule.Judge(policy, alerts: [undetermined, alert]).ShouldBe("warning");
        rule.Judge(policy, alerts: [Below("SEC-01", "security", FactSet.Of(new Fact("期限", "due")))]).ShouldBe("quiet");
    }

    private static AlertBelow Below(string rule, string category, FactSet? uncertainty) => new(
        rule, category, uncertainty is null ? Severity.Warning : Maybe<Severity>.Unknown(uncertainty), new SubjectBelow("s1", "系列", "series"), false, uncertainty);

    private static TestSeries Series(decimal? baseline, params decimal[] actuals)
    {
        var series = new TestSeries
        {
            Id = "s1",
            Baseline = baseline is { } value ? new(value, 2020) : null,
            Actuals = [.. actuals.Select((actual, i) => new TestActual(2022 + i, actual))],
        };
        _ = new TestKpi { Id = "k1", HigherIsBetter = true, Series = [series] };
        return series;
    }
}
