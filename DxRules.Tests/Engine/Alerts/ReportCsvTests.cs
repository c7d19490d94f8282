using DxRules.Engine.Alerts;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Alerts;

public class ReportCsvTests
{
    [Fact]
    public void Each_alert_undetermined_result_and_fault_is_a_row_beneath_one_heading()
    {
        ReportCsv.Write(SampleReport.Report, Language.Japanese, SampleReport.KindOf).ShouldBe("\uFEFF" + """"
            計画,団体コード,基準日,結果,規則,版,規則名,分類,秘密,対象の種類,対象ID,対象,上位,内容,根拠,不足,解消するには,まとめ先,キー
            demo-plan,999997,2025-05-31,重大,SCH-02,1,完了遅れ,schedule,いいえ,区間,ph-1,"髙橋𠮷　""窓口""",デモ市DX計画 > (1) 窓口,"「髙橋𠮷　""窓口""」は令和7年3月31日までの予定ですが、完了していません。",終了日: 令和7年3月31日、ペース: 74%、遅れ日数: 61日、年度: 2023、なし、はい,取組.状態,完了日を入力すると解消します。,,SCH-02/ph-1
            demo-plan,999997,2025-05-31,警告,GOV-03,1,年次点検なし,governance,いいえ,計画,demo-plan,デモ市DX計画,,令和6年度の点検がありません。,,,,,GOV-03/demo-plan
            demo-plan,999997,2025-05-31,注意,SCH-03,2,後段の遅れ,schedule,いいえ,区間,ph-2,本格実施,デモ市DX計画 > (1) 窓口,前段が終わっていません。,,,,SCH-02/ph-1,SCH-03/ph-2
            demo-plan,999997,2025-05-31,判定不能,KPI-02,,,kpi,いいえ,系列,s-1,満足度 s-1,デモ市DX計画 > (1) 窓口,実績がありません。,,実績,,,KPI-02/s-1
            demo-plan,999997,2025-05-31,判定不能,KPI-02,,,kpi,いいえ,系列,s-2,満足度 s-2,デモ市DX計画 > (1) 窓口,実績がありません。,,実績,,,KPI-02/s-2
            demo-plan,999997,2025-05-31,判定不能,KPI-03,,,kpi,いいえ,系列,s-1,満足度 s-1,デモ市DX計画 > (1) 窓口,現況値がありません。,,現況値、実績,,,KPI-03/s-1
            demo-plan,999997,2025-05-31,不具合,KPI-05,,,,,系列,s-2,満足度（若者）,デモ市DX計画 > (1) 窓口,DX301: 桁あふれです。,,,,,

            """".ReplaceLineEndings("\r\n"));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("a=1", "a=1")]
    [InlineData("二行の\n題名, と", "\"二行の\n題名, と\"")]
    public void A_cell_is_never_a_formula(string title, string cell)
    {
        var alert = SampleReport.OfPlan with { Subject = SampleReport.OfPlan.Subject with { Title = title } };
        var plan = SampleReport.Report.Plans[0] with { Alerts = [alert], Undetermined = [], Faults = [] };

        ReportCsv.Write(SampleReport.Report with { Plans = [plan] }, Language.English, SampleReport.KindOf)
            .ShouldEndWith($",plan,demo-plan,{cell},,FY2024 has not been reviewed.,,,,,GOV-03/demo-plan\r\n");
    }
}
