using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Browser;

/// <summary>
/// A year of デモ市 from opening to closing, played by each role in turn, in a real browser: by keyboard only, and with a mouse and no script. Nobody
/// is told an address; all find their way by what stands on the pages.
/// </summary>
public sealed class YearStoryTests(ChromiumBrowser browser)
{
    private const string Sentence = "「窓口支援システムの調達」は令和6年3月31日までの予定ですが、完了していません";

    private const string SecuritySentence = "システム「電子申請サービス」は、インターネット接続系にマイナンバーを保管しています。";

    [Theory]
    [InlineData(Hands.Keyboard)]
    [InlineData(Hands.WithoutScript)]
    public async Task A_year_is_played_from_opening_to_closing(Hands hands)
    {
        browser.SkipWithoutBrowser();
        await using var site = await RunningSite.WithPlan(EngineCheck.Check, BeforeTheReview());
        await using var office = await Desk(site, hands, Roles.DxOffice);
        await using var department = await Desk(site, hands, Roles.Department, "d-shimin");
        await using var security = await Desk(site, hands, Roles.SecurityOfficer);
        await using var superior = await Desk(site, hands, Roles.SecurityOfficer | Roles.Reader);
        await using var reader = await Desk(site, hands, Roles.Reader);

        await Open(office);
        await Report(department);
        await Check(office);
        await Answer(department);
        await Return(office);
        await AnswerAgain(department);
        await Approve(office);
        await AnswerSecurity(security, superior);
        await Finish(office);
        await Read(reader);
    }

    private static async Task Open(Desk office)
    {
        await office.Open("/");
        await office.Press("サイクルを開始");
        await office.Reads("令和6年度（2024年度）のサイクルを開始しました。");
    }

    private static async Task Report(Desk department)
    {
        await department.Open("/");
        await department.Follow("自分の担当");
        await department.Fill("実績（%）", "二割");
        await department.Press("内容を確かめて提出へ");
        await department.Reads("「二割」は数として読めません");

        await department.Fill("実績（%）", "２１．５");
        await department.Press("途中保存");
        await department.Reads("まだ提出していません。");
        await department.Press("内容を確かめて提出へ");
        await department.Reads("計画の変更は");
        await department.Press("提出する");
        await department.Reads("市民課の調書を提出しました");
    }

    private static async Task Check(Desk office)
    {
        await office.Follow("点検の進み方");
        await office.Reads("各課の提出");
        await office.Press("済みにする 所管課の入力");
        await office.Follow("点検する");
        await office.Press("点検する");
        while (office.Page.Url.Contains("/jobs/", StringComparison.Ordinal))
            await office.Follow(await office.Sees("結果を見る") ? "結果を見る" : "状況を更新");
        await office.Reads(Sentence);
    }

    private static async Task Answer(Desk department)
    {
        await department.Follow("ホーム");
        await department.Follow(Sentence);
        await department.Press("提出する");
        await department.Reads("対応の区分を選んでください。");

        await department.Tick("対応する 改善策を行います。");
        await department.Fill("対応の内容・理由", "近隣市との共同調達に切り替える");
        await department.Choose("担当課", "市民課");
        await department.Fill("期限", "2025-12-26");
        await department.Press("提出する");
        await department.Reads("回答を提出しました。承認を待っています。");
    }

    private static async Task Return(Desk office)
    {
        await office.Follow("お知らせ");
        await office.Follow($"回答が提出されています。確認してください: {Sentence}");
        await office.Press("差し戻す");
        await office.Reads("差し戻す理由を入力してください。");
        await office.Fill("一言", "原因も書いてください");
        await office.Press("差し戻す");
        await office.Reads("回答を差し戻しました。");
    }

    private static async Task AnswerAgain(Desk department)
    {
        await department.Follow("お知らせ");
        await department.Follow($"回答が差し戻されました。直して提出してください: {Sentence}");
        await department.Reads("原因も書いてください");
        await department.Fill("原因", "入札が二度とも不調だった");
        await department.Press("提出する");
        await department.Reads("回答を提出しました。承認を待っています。");
    }

    private static async Task Approve(Desk office)
    {
        await office.Follow("承認待ち");
        await office.Press("承認する");
        await office.Reads("回答を承認しました。");
        await office.Follow("改善策");
        await office.Reads("近隣市との共同調達に切り替える");
    }

    private static async Task AnswerSecurity(Desk security, Desk superior)
    {
        await security.Open("/");
        await security.Follow("セキュリティの指摘");
        await security.Follow(SecuritySentence);
        await security.Tick("受容する");
        await security.Fill("対応の内容・理由", "次の更新で入れ替えるまで、月ごとに確かめる");
        await security.Choose("受容する最後の年度", "令和7年度（2025年度）");
        await security.Press("提出する");
        await security.Reads("提出した人とは別の人が承認します。");

        await superior.Open("/");
        await superior.Follow("承認待ち");
        await superior.Follow(SecuritySentence);
        await superior.Press("承認する");
        await superior.Reads("受容（令和7年度（2025年度）まで）");
    }

    private static async Task Finish(Desk office)
    {
        await office.Follow("点検の進み方");
        foreach (var step in new[] { "点検", "回答と承認", "本部への報告", "公表" })
        {
            await office.Press($"済みにする {step}");
            await office.Reads($"「{step}」を済みにしました。");
        }
        await office.Follow("完了の確認へ");
        await office.Press("この点検を完了する");
        await office.Reads("点検を完了し、結果を固定しました。");
    }

    private static async Task Read(Desk reader)
    {
        await reader.Open("/");
        await reader.Follow("点検の進み方");
        await reader.Press("点検し直して確かめる");
        await reader.Reads("同じ結果になりました");
    }

    // 市民課 has yet to report a figure of the year, and nothing of the review has begun.
    private static PlanDocument BeforeTheReview()
    {
        var plan = Samples.Read("demo-city.json");
        return plan with
        {
            Policies = [.. plan.Policies!.Select(policy => policy with { Kpis = [.. policy.Kpis!.Select(kpi => kpi.Id == "k-kiosk" ? WithoutYear(kpi) : kpi)] })],
            Governance = plan.Governance! with { Cycles = [.. plan.Governance.Cycles!.Where(cycle => cycle.FiscalYear < Samples.FiscalYear)] },
        };
    }

    private static Kpi WithoutYear(Kpi kpi) => kpi with
    {
        Series = [.. kpi.Series!.Select(series => series with { Actuals = [.. series.Actuals!.Where(actual => actual.FiscalYear < Samples.FiscalYear)] })],
    };

    private async Task<Desk> Desk(RunningSite site, Hands hands, Roles roles, params string[] departments) =>
        new(await browser.Open(site, script: hands != Hands.WithoutScript, roles, departments), hands);
}
