using System.Text.Json;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Fragments;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.PlanChecks.Fragments;

public sealed class FragmentBuilderTests
{
    private static readonly DateOnly AsOf = new(2025, 5, 31);

    [Fact]
    public void Names_and_words_may_stand_in_either_language()
    {
        var japanese = Build<PhaseNode>("区間", """{ "終了日": "2025-03-31", "状態": "実施中", "種類": "関門" }""");
        var english = Build<PhaseNode>("phase", """{ "end": "2025-03-31", "status": "inProgress", "kind": "gate" }""");

        foreach (var phase in new[] { japanese, english })
        {
            phase.Record.End!.Value.Day.ShouldBe(new DateOnly(2025, 3, 31));
            phase.Record.Status.ShouldBe(WorkStatus.InProgress);
            phase.Record.Kind.ShouldBe(PhaseKind.Gate);
            phase.Record.Start.ShouldBeNull();
        }
    }

    [Fact]
    public void What_every_plan_must_have_gets_a_stand_in_and_a_default_its_default()
    {
        var phase = Build<PhaseNode>("区間", "{}");

        phase.Title.ShouldBe("区間");
        phase.Record.Kind.ShouldBe(PhaseKind.Once);
        phase.Initiative.Title.ShouldBe("取組");
        phase.Previous.ShouldBeNull();
    }

    [Fact]
    public void Ancestors_stand_under_their_names()
    {
        var phase = Build<PhaseNode>("区間", """{ "取組": { "状態": "中止" }, "計画": { "期間": { "開始日": "2022-04-01" } } }""");

        phase.Initiative.Record.Status.ShouldBe(WorkStatus.Cancelled);
        phase.Plan.Header.Period!.Start!.Value.Day.ShouldBe(new DateOnly(2022, 4, 1));
    }

    [Fact]
    public void An_ancestor_that_a_subject_may_lack_is_absent_unless_given()
    {
        Build<SeriesNode>("系列", """{ "指標": { "方向": "増加" } }""").Policy.ShouldBeNull();
        Build<SeriesNode>("系列", """{ "施策": { "範囲": "計画外" } }""").Policy!.Record.Scope.ShouldBe(PolicyScope.Outside);
        Build<SeriesNode>("系列", """{ "取組": { "状態": "休止" } }""").Initiative!.Record.Status.ShouldBe(WorkStatus.Suspended);
    }

    [Fact]
    public void The_phase_before_comes_before_in_the_lane()
    {
        var phase = Build<PhaseNode>("区間", """{ "前段": { "状態": "完了", "前段": { "状態": "中止" } } }""");

        phase.Previous!.Record.Status.ShouldBe(WorkStatus.Completed);
        phase.Previous.Previous!.Record.Status.ShouldBe(WorkStatus.Cancelled);
    }

    [Fact]
    public void A_part_without_its_own_words_counts_as_given()
    {
        var series = Build<SeriesNode>("系列", """{ "指標": { "集計方法": "年間" }, "現況値": { "値": 16, "年度": 2021 }, "目標": { "値": 25, "年度": 2026 }, "実績": [ { "年度": 2024, "値": 20 } ] }""");

        decimal.Round(series.Pace.Value, 2).ShouldBe(0.74m);
    }

    [Fact]
    public void Lists_are_unknown_or_empty_as_in_a_plan_file()
    {
        Build<SeriesNode>("系列", "{}").Actuals.ShouldBeNull();
        Build<SeriesNode>("系列", """{ "実績": [] }""").Actuals.ShouldBe([]);
        Build<PolicyNode>("施策", "{}").Kpis.ShouldBeNull();
        Build<PolicyNode>("施策", """{ "指標": [ {} ] }""").Kpis!.Length.ShouldBe(1);
        Build<PlanNode>("計画", """{ "取組": [ { "状態": "未着手" }, {} ] }""").Initiatives!.Length.ShouldBe(2);
        Build<PlanNode>("計画", """{ "系列": [] }""").Series.ShouldBe([]);
        Build<PlanNode>("計画", "{}").Audits.ShouldBeNull();
    }

    [Theory]
    [InlineData("計画", "{}", "系列", "指標")]
    [InlineData("計画", "{}", "区間", "施策")]
    [InlineData("計画", """{ "施策": [ {} ] }""", "区間", "取組")]
    [InlineData("計画", """{ "取組": [ {} ] }""", "区間", "区間")]
    [InlineData("計画", "{}", "取組", "施策")]
    [InlineData("施策", "{}", "系列", "指標")]
    [InlineData("施策", "{}", "区間", "取組")]
    [InlineData("計画", "{}", "会議", "会議体")]
    public void A_list_over_several_levels_lacks_the_outermost_that_is_unknown(string kind, string json, string list, string lacking)
    {
        var subject = Build<Node>(kind, json);
        var read = PlanSchema.Instance.FindSubject(kind)!.Find(list)!.Read.Compile();

        var missing = (FactSet?)read.Method.ReturnType.GetProperty("Missing")!.GetValue(read.DynamicInvoke(subject));

        missing.ShouldNotBeNull().Facts.Select(f => f.Ja).ShouldBe([lacking]);
    }

    [Fact]
    public void The_checks_of_a_department_are_unknown_where_not_given()
    {
        var plan = Build<PlanNode>("計画", """{ "課": [ { "点検記録": [ { "年度": 2024, "自己点検日": "2024-10-01" } ] }, { "点検記録": [] }, {} ] }""");

        plan.Departments!.Select(d => d.Checks?.Length).ShouldBe([1, 0, null]);
    }

    [Fact]
    public void A_cycle_not_given_is_absent_and_actions_not_given_are_unknown()
    {
        var without = Build<PolicyNode>("施策", "{}");
        var withCycle = Build<PolicyNode>("施策", """{ "計画": { "今回の点検": { "評価日": "2025-05-20" } } }""");
        var withAction = Build<PolicyNode>("施策", """{ "改善策": [ { "担当": "情報企画課", "期限": "2026-03-31" } ], "計画": { "今回の点検": {} } }""");

        without.Plan.CurrentCycle.IsKnown.ShouldBeTrue();
        without.Plan.CurrentCycle.Value.ShouldBeNull();
        without.Actions.Missing.ShouldBe(Lacking.Actions);
        withCycle.Plan.CurrentCycle.Value!.Record.FiscalYear.ShouldBe(2024);
        withCycle.Actions.Missing.ShouldBe(Lacking.Actions);
        withAction.Actions.Value.Single().Owner!.Title.ShouldBe("情報企画課");
    }

    [Fact]
    public void What_happens_after_the_as_of_date_is_not_there()
    {
        var department = Build<DepartmentNode>("課", """{ "点検記録": [ { "年度": 2024, "自己点検日": "2026-02-01" } ] }""");

        department.Checks!.Single().Record.SelfCheckedOn.ShouldBeNull();
    }

    [Fact]
    public void References_lead_to_departments_by_id()
    {
        var department = Build<DepartmentNode>("課", """{ "ID": "a", "計画": { "監査": [ { "実施日": "2023-05-01", "対象課": [ "a" ] } ] } }""");

        department.Plan.Audits!.Single().Departments!.Single().ShouldBe(department);
    }

    [Fact]
    public void A_wording_is_what_is_written()
    {
        var wording = Build<WordingNode>("表記", """{ "本文": "2015（平成28）年", "年度": 2015 }""");

        wording.Text.ShouldBe("2015（平成28）年");
        wording.FiscalYear.ShouldBe(2015);
    }

    [Theory]
    [InlineData("計画")]
    [InlineData("分野")]
    [InlineData("施策")]
    [InlineData("取組")]
    [InlineData("区間")]
    [InlineData("期日")]
    [InlineData("指標")]
    [InlineData("系列")]
    [InlineData("課")]
    [InlineData("管理策")]
    [InlineData("システム")]
    [InlineData("委託")]
    [InlineData("監査")]
    [InlineData("監査指摘")]
    [InlineData("事案")]
    [InlineData("セキュリティ方針")]
    [InlineData("役職")]
    [InlineData("会議体")]
    [InlineData("委員")]
    [InlineData("会議")]
    [InlineData("点検")]
    [InlineData("提出")]
    [InlineData("改善策")]
    [InlineData("表記")]
    public void Every_kind_of_subject_can_be_given_with_nothing_said_of_it(string kind) =>
        Build<Node>(kind, "{}").Title.ShouldNotBeEmpty();

    [Theory]
    [InlineData("""{ "終了": "2025-03-31" }""", "DX160", "終了日")]
    [InlineData("""{ "状態": "終了" }""", "DX162", "完了")]
    [InlineData("""{ "経過率": 0.5 }""", "DX161", "経過率")]
    [InlineData("""{ "記録": 3 }""", "DX163", "一覧")]
    [InlineData("""{ "取組": "中止" }""", "DX163", "取組")]
    [InlineData("""{ "終了日": "2025-02-30" }""", "DX164", "2025-02-30")]
    [InlineData("""{ "取組": { "進捗度": "半分" } }""", "DX163", "半分")]
    public void What_is_wrong_with_a_fragment_is_told(string json, string code, string about)
    {
        var diagnostics = new List<Diagnostic>();

        Build("区間", json, diagnostics).ShouldBeNull();

        var diagnostic = diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe(code);
        (diagnostic.Message.Ja + diagnostic.Hint?.Ja).ShouldContain(about);
    }

    [Fact]
    public void A_subject_that_does_not_exist_yet_is_told()
    {
        var diagnostics = new List<Diagnostic>();

        Build("会議", """{ "開催日": "2025-06-01" }""", diagnostics).ShouldBeNull();

        diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX165");
    }

    private static T Build<T>(string kind, string json)
        where T : Node
    {
        var diagnostics = new List<Diagnostic>();
        var subject = Build(kind, json, diagnostics);
        diagnostics.Select(d => d.Message.En).ShouldBeEmpty();
        return subject.ShouldBeAssignableTo<T>()!;
    }

    private static object? Build(string kind, string json, List<Diagnostic> diagnostics)
    {
        var given = (FragmentObject)FragmentOf(JsonDocument.Parse(json).RootElement);
        return FragmentBuilder.Build(PlanSchema.Instance.FindSubject(kind)!, given, AsOf, new SourceText("example", json), diagnostics);
    }

    private static Fragment FragmentOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new FragmentObject(default, [.. element.EnumerateObject().Select(p => new FragmentEntry(p.Name, default, FragmentOf(p.Value)))]),
        JsonValueKind.Array => new FragmentList(default, [.. element.EnumerateArray().Select(FragmentOf)]),
        JsonValueKind.Null => new FragmentValue(default, null),
        _ => new FragmentValue(default, element.ToString()),
    };
}
