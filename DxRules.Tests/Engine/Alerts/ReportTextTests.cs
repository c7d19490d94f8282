using DxRules.Engine.Alerts;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Alerts;

public class ReportTextTests
{
    private static readonly PlanReport Plan = SampleReport.Report.Plans[0];

    [Fact]
    public void People_read_alerts_by_policy_then_missing_facts_then_faults_then_counts()
    {
        Print(Plan, Language.Japanese).ShouldBe("""
            demo-plan（999997）基準日 2025-05-31
            基準日より後の事実2件は見ていません。

            (1) 窓口
              重大 SCH-02 完了遅れ ［区間］髙橋𠮷　"窓口" (ph-1)
                「髙橋𠮷　"窓口"」は令和7年3月31日までの予定ですが、完了していません。
                  終了日    令和7年3月31日
                  ペース    74%（進捗率 ÷ 期待進捗率）
                  遅れ日数  61日
                  年度      2023、なし、はい
                より重いかどうかは判定不能: 取組.状態がありません。
                → 完了日を入力すると解消します。
                これが原因の指摘1件: SCH-03 本格実施

            計画全体
              警告 GOV-03 年次点検なし ［計画］デモ市DX計画 (demo-plan)
                令和6年度の点検がありません。

            判定不能 3件
              系列2件の実績がないため、2規則を判定できません。
                規則: KPI-02、KPI-03
                対象: 満足度 s-1、満足度 s-2
              系列1件の現況値がないため、1規則を判定できません。
                規則: KPI-03
                対象: 満足度 s-1

            規則の不具合 1件（ほかの規則は点検しました）
              KPI-05 満足度（若者） (s-2): DX301: 桁あふれです。

            重大 1 / 警告 1 / 注意 1 / 情報 0 / 判定不能 3 / 不具合 1 / 対象外 1 / 指摘なし 4

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_same_in_English()
    {
        Print(Plan, Language.English).ShouldBe("""
            demo-plan (999997) as of 2025-05-31
            2 later facts were not looked at.

            (1) 窓口
              critical SCH-02 Phase not completed on time [phase] 髙橋𠮷　"窓口" (ph-1)
                Phase "Counter" was due by 31 March 2025 and is not complete.
                  end       31 March 2025
                  pace      74% (progress ratio ÷ expected ratio)
                  daysLate  61 days
                  years     2023, none, yes
                whether it is graver cannot be judged: initiative.status missing.
                → Entering the completion date clears it.
                1 more because of this: SCH-03 本格実施

            The plan as a whole
              warning GOV-03 No annual review [plan] デモ市DX計画 (demo-plan)
                FY2024 has not been reviewed.

            Undetermined: 3
              actuals is missing for 2 series, so 2 rules cannot be judged.
                rules: KPI-02, KPI-03
                subjects: 満足度 s-1, 満足度 s-2
              baseline is missing for 1 series, so 1 rule cannot be judged.
                rules: KPI-03
                subjects: 満足度 s-1

            Faults: 1 (the other rules were checked)
              KPI-05 満足度（若者） (s-2): DX301: The number is too large.

            critical 1 / warning 1 / notice 1 / info 0 / undetermined 3 / faults 1 / not applicable 1 / quiet 4

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_quiet_plan_says_so()
    {
        var quiet = Plan with { LaterFactsIgnored = 0, Alerts = [], Undetermined = [], Faults = [], Counts = new(0, 0, 0, 0, 0, 9, 1, 0) };

        Print(quiet, Language.Japanese).ShouldBe("""
            demo-plan（999997）基準日 2025-05-31

            指摘はありません。

            重大 0 / 警告 0 / 注意 0 / 情報 0 / 判定不能 0 / 不具合 0 / 対象外 1 / 指摘なし 9

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Only_the_word_of_a_severity_is_coloured_and_only_when_asked()
    {
        var coloured = new ReportText(Language.Japanese, colour: true, SampleReport.KindOf).Write(Plan, SampleReport.Report.AsOf);

        coloured.ShouldContain("  \e[1;31m重大\e[0m SCH-02 ");
        coloured.ShouldContain("  \e[33m警告\e[0m GOV-03 ");
        Print(Plan, Language.Japanese).ShouldNotContain('\e');
    }

    [Fact]
    public void A_control_character_in_a_title_does_not_reach_the_terminal()
    {
        var hostile = SampleReport.OfPlan with { Message = "\e]0;owned\a令和6年度\r\n" };

        var text = Print(Plan with { Alerts = [hostile] }, Language.Japanese);

        text.ShouldContain(" ]0;owned 令和6年度");
        text.ShouldNotContain('\e');
        text.ShouldNotContain('\r');
    }

    [Fact]
    public void What_is_folded_under_a_folded_alert_is_counted_beneath_the_first_cause()
    {
        var chained = SampleReport.Folded with { Key = "SCH-03/ph-3", FoldedUnder = SampleReport.Folded.Key };
        var folded = new FoldedResults(Plan with { Alerts = [.. Plan.Alerts, chained] });

        folded.Standing.ShouldBe([SampleReport.Late, SampleReport.OfPlan]);
        folded.AlertsUnder(SampleReport.Late).ShouldBe([SampleReport.Folded, chained]);
    }

    [Fact]
    public void A_cause_that_is_not_in_the_report_hides_nothing()
    {
        var orphan = SampleReport.Folded with { FoldedUnder = "SCH-99/ph-9" };
        var circle = SampleReport.Late with { FoldedUnder = SampleReport.Late.Key };

        new FoldedResults(Plan with { Alerts = [orphan] }).Standing.ShouldBe([orphan]);
        Should.NotThrow(() => new FoldedResults(Plan with { Alerts = [circle] }));
    }

    private static string Print(PlanReport plan, Language language) =>
        new ReportText(language, colour: false, SampleReport.KindOf).Write(plan, SampleReport.Report.AsOf);
}
