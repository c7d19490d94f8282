using DxRules.Engine.Alerts;

namespace DxRules.Tests.Admin.SampleData;

/// <summary>
/// Slips of the published documents themselves, each found by a rule on the wording or figure that holds it. Those that no rule can find are
/// told in the <c>*.expected.md</c> beside the plans.
/// </summary>
public class DocumentDefectTests
{
    private static readonly Dictionary<string, PlanReport> Reports = new[]
    {
        "yamagata-2022.json", "akita-2021.json", "sendai-2021.json", "sendai-ict-2016.json",
    }.ToDictionary(plan => plan, plan => SampleCheck.Run(ExpectedCheck.Of(plan)));

    [Theory]
    [InlineData("akita-2021.json", "2015（平成28）年", "DAT-01", "akita-digital-2021/notes/1")]
    [InlineData("akita-2021.json", "（仮称）秋田市デジタル化推進本部", "DAT-06", "b-suishin-honbu/name")]
    [InlineData("akita-2021.json", "（仮称）デジタル化推進会議", "DAT-06", "b-suishin-kaigi/name")]
    [InlineData("akita-2021.json", "デジタル化推進体制(案)", "DAT-06", "akita-digital-2021/notes/9")]
    [InlineData("sendai-2021.json", "デジタルデバйд", "DAT-07", "p-yasashii/title")]
    [InlineData("sendai-ict-2016.json", "平成 32 (2020) 年度", "DAT-02", "sendai-ict-2016/period/end")]
    [InlineData("sendai-ict-2016.json", "平成 32 年度", "DAT-02", "sendai-ict-2016/parents/1/endsOn")]
    [InlineData("sendai-ict-2016.json", "平成 32 年度", "DAT-02", "sendai-ict-2016/parents/2/endsOn")]
    [InlineData("sendai-ict-2016.json", "平成 28 年〇月〇日", "DAT-06", "ms-convenience/due")]
    [InlineData("sendai-ict-2016.json", "(中間案)", "DAT-06", "sendai-ict-2016/status")]
    [InlineData("yamagata-2022.json", "令和2年度12月25日閣議決定", "DAT-02", "yamagata-smartcity-2022/notes/4")]
    [InlineData("yamagata-2022.json", "令和4年度 (2022年)", "DAT-02", "p4-i1-l1-s1/start")]
    [InlineData("yamagata-2022.json", "EdTech教材の利用者数 100%", "DAT-03", "k-edtech")]
    [InlineData("yamagata-2022.json", "電子黒板の導入学級数 100%", "DAT-03", "k-whiteboard")]
    [InlineData("yamagata-2022.json", "協議案件数 20事業", "DAT-03", "k-expert-cases")]
    public void A_slip_of_the_document_is_found(string plan, string slip, string rule, string subject) =>
        Reports[plan].Alerts.ShouldContain(alert => alert.Rule == rule && alert.Subject.Id == subject, slip);

    [Fact]
    public void A_dash_for_a_missing_figure_was_read_as_unknown_so_there_is_nothing_to_find() =>
        Reports["yamagata-2022.json"].Alerts.ShouldNotContain(alert => alert.Rule == "DAT-04");
}
