using System.Text.Json;
using DxRules.Engine.Evaluation;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Changes;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using DxRules.Tests.Admin;
using DxRules.Tests.Engine.PlanChecks.Subjects;

namespace DxRules.Tests.Engine.PlanChecks;

public sealed class PlanExplanationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void For_a_day_the_last_one_that_fires_is_told()
    {
        var explanation = OfPhase("needs: [状態, 終了日]\nwhen: 状態 in (\"未着手\", \"実施中\") and 基準日 > 終了日", new Phase
        {
            Id = "s",
            Title = "設計",
            Status = WorkStatus.InProgress,
            End = new DateOnly(2027, 3, 31),
        });

        explanation.Why.Outcome.ShouldBe(Outcome.Quiet);
        explanation.Changes[0].Sentence.Ja.ShouldBe("終了日が令和7年5月30日以前なら警告になります（いまは令和9年3月31日）。");
        explanation.Changes[0].Sentence.En.ShouldBe("It would fire (warning) if the end were 30 May 2025 or earlier (now 31 March 2027).");
        (explanation.Changes[0].To, explanation.Changes[0].Reach).ShouldBe((new DateOnly(2025, 5, 30), Reach.OrLess));
    }

    [Fact]
    public void A_status_that_a_day_of_completion_settles_is_taken_back_with_it()
    {
        var explanation = OfPhase("needs: [状態]\nwhen: 状態 = \"実施中\"", new Phase
        {
            Id = "s",
            Title = "設計",
            Status = WorkStatus.Completed,
            CompletedOn = new DateOnly(2025, 3, 1),
        });

        explanation.Changes.Single().Sentence.Ja.ShouldBe("完了日がなく、状態が実施中なら警告になります（いまは完了）。");
    }

    [Fact]
    public void Behind_a_measure_the_figure_that_changes_least_comes_first()
    {
        var explanation = OfSeries("needs: [現況値からの改善]\nwhen: 現況値からの改善 < 0", new Series
        {
            Id = "k-all",
            Baseline = new Baseline { Value = 17.5m, FiscalYear = 2021 },
            Actuals = [SmallPlans.Actual(2024, 18)],
        });

        explanation.Changes[0].Sentence.Ja.ShouldBe("令和6年度の実績の値が17.4件以下なら警告になります（いまは18件）。");
        explanation.Changes[1].Sentence.Ja.ShouldBe("現況値の値が18.1件以上なら警告になります（いまは17.5件）。");
        explanation.Changes[2].Sentence.Ja.ShouldBe("指標「RPAの利用件数」の方向が減少なら警告になります（いまは増加）。");
        explanation.Changes.Count.ShouldBe(3);
    }

    [Fact]
    public void Whole_figures_are_changed_to_whole_figures_and_not_below_nought()
    {
        OfSeries("needs: [実績, 実績.値]\nwhen: some a in 実績 satisfies a.値 < 12.5", Of(20)).Changes[0].To.ShouldBe(12m);
        OfSeries("needs: [実績, 実績.値]\nwhen: some a in 実績 satisfies a.値 < 0", Of(20)).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_row_can_be_missing()
    {
        var explanation = OfPhase("needs: [記録]\nwhen: not(some r in 記録 satisfies r.年度 = 2024)", new Phase
        {
            Id = "s",
            Title = "訓練",
            Records = [new PhaseRecord { FiscalYear = 2024 }],
        });

        explanation.Changes.Select(c => c.Sentence.Ja).ShouldContain("令和6年度の記録がなければ警告になります。");
    }

    [Fact]
    public void A_change_that_no_plan_file_could_hold_is_not_told()
    {
        var explanation = OfPhase("needs: [終了日, 開始日]\nwhen: 終了日 < date(\"2024-01-01\") and 開始日 > date(\"2024-06-01\")", new Phase
        {
            Id = "s",
            Title = "設計",
            Start = new DateOnly(2025, 4, 1),
            End = new DateOnly(2026, 3, 31),
        });

        explanation.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_missing_word_or_day_would_lead_to_is_tried()
    {
        const string rule = "needs: [状態, 終了日]\nwhen: 状態 in (\"未着手\", \"実施中\") and 基準日 > 終了日";

        var word = OfPhase(rule, new Phase { Id = "s", Title = "設計", End = new DateOnly(2025, 3, 31) });
        var day = OfPhase(rule, new Phase { Id = "s", Title = "設計", Status = WorkStatus.InProgress });

        PlanExplanationText.Write(word, Language.Japanese).ShouldContain("  状態: 未着手・実施中なら警告、完了・休止・中止なら指摘なし\n");
        PlanExplanationText.Write(day, Language.Japanese).ShouldContain("  終了日: 令和7年5月30日以前なら警告、令和7年5月31日以降なら指摘なし\n");
    }

    [Fact]
    public void Of_a_missing_list_only_its_name_can_be_told()
    {
        var explanation = OfPhase("needs: [記録]\nwhen: count(記録) = 0", new Phase { Id = "s", Title = "訓練" });

        explanation.IfKnown.Single().Outcomes.ShouldBeEmpty();
        PlanExplanationText.Write(explanation, Language.English).ShouldContain("  records: to be entered.\n");
    }

    [Fact]
    public void Outside_its_dates_a_rule_concerns_nothing_and_says_so()
    {
        var explanation = OfPhase("effective: { from: 2026-04-01 }\nneeds: [状態]\nwhen: 状態 = \"実施中\"", new Phase { Id = "s", Title = "設計", Status = WorkStatus.InProgress });

        explanation.Why.Outcome.ShouldBe(Outcome.NotApplicable);
        explanation.Why.Reason!.Ja.ShouldBe("この規則は2026-04-01から適用されます。");
    }

    [Fact]
    public void Of_what_does_not_concern_the_subject_where_is_what_decides()
    {
        var explanation = OfPhase("where: 種類 = \"毎年度\"\nneeds: [状態]\nwhen: 状態 = \"実施中\"", new Phase { Id = "s", Title = "設計" });

        explanation.Why.Outcome.ShouldBe(Outcome.NotApplicable);
        explanation.Why.DecidedBy.Single().Text.ShouldBe("種類 = \"毎年度\"");
        explanation.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void An_alert_tells_what_clears_it()
    {
        var explanation = OfPhase("needs: [状態]\nwhen: 状態 = \"実施中\"", new Phase { Id = "s", Title = "設計", Status = WorkStatus.InProgress });

        explanation.Why.Outcome.ShouldBe(Outcome.Alert);
        PlanExplanationText.Write(explanation, Language.Japanese).ShouldEndWith("\n解消の条件: 直すと解消します。\n");
    }

    [Fact]
    public void Json_has_every_member_always()
    {
        var explanation = OfPhase("needs: [状態]\nwhen: 状態 = \"実施中\"", new Phase { Id = "s", Title = "設計", Status = WorkStatus.Suspended });

        var json = JsonDocument.Parse(PlanExplanationJson.Write(explanation)).RootElement;

        json.EnumerateObject().Select(m => m.Name).ShouldBe(
            ["format", "plan", "asOf", "rule", "title", "subject", "outcome", "severity", "missing", "reason", "clears", "decidedBy", "conditions", "change", "alternatives", "ifKnown"]);
        json.GetProperty("outcome").GetString().ShouldBe("quiet");
        json.GetProperty("change").GetProperty("from").GetString().ShouldBe("suspended");
        json.GetProperty("change").GetProperty("to").GetString().ShouldBe("inProgress");
        json.GetProperty("decidedBy")[0].GetProperty("text").GetString().ShouldBe("状態 = \"実施中\"");
    }

    private PlanExplanation OfPhase(string keys, Phase phase) => Explain("区間", keys, phase.Id, SmallPlans.Empty with
    {
        Policies = [new Policy { Id = "p", Title = "施策", Initiatives = [new Initiative { Id = "i", Title = "取組", Lanes = [new Lane { Id = "l", Phases = [phase] }] }] }],
    });

    private PlanExplanation OfSeries(string keys, Series series) =>
        Explain("系列", keys, series.Id, SmallPlans.Empty with { Plan = SmallPlans.Empty.Plan with { Kpis = [SmallPlans.Annual with { Series = [series] }] } });

    private static Series Of(decimal figure) => new() { Id = "k-all", Actuals = [SmallPlans.Actual(2024, figure)] };

    private PlanExplanation Explain(string subject, string keys, string id, PlanDocument plan)
    {
        File.WriteAllText(Path.Combine(folder.Path, "TST-01.yaml"), $$"""
            format: dxrule/1
            id: TST-01
            title: { ja: 試し, en: Trial }
            subject: {{subject}}
            category: schedule
            version: 1
            source: [試験]
            message: { ja: 試し, en: Trial }
            clears: { ja: 直すと解消します。, en: Mending it clears it. }
            levels: [warning]

            """ + keys + "\n");
        var loading = PlanCheck.Open(folder.Path);
        loading.Check.ShouldNotBeNull(string.Join("\n", loading.Diagnostics.Select(d => d.Message.En)));
        return loading.Check.Explain(plan, SmallPlans.AsOf, "TST-01", id).ShouldNotBeNull();
    }
}
