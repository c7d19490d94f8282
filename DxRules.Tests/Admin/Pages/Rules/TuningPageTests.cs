using System.Net;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Rules;

public sealed class TuningPageTests : IAsyncLifetime
{
    private const string Boundaries = "/rules/parameters/ratingBoundaries/tuning";

    private RunningSite site = null!;
    private HttpClient office = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.WithDemoCity(EngineCheck.Check);
        office = await site.As(Roles.DxOffice);
    }

    public async ValueTask DisposeAsync()
    {
        office.Dispose();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData("0.9", "この値では、評価基準「standard」の段階の境界が良い順になりません。")]
    [InlineData("2.5", "2以下にしてください。")]
    [InlineData("六割", "数で入力してください（例: 0.6）。")]
    [InlineData("", "値を入力してください。")]
    [InlineData("0.60", "何も変わっていません。")]
    public async Task What_cannot_be_is_told_and_what_was_typed_stays(string typed, string told)
    {
        var page = await office.Press(Boundaries, "試算する", ("value.slightlyBehind", typed));

        page.Main.ShouldContain(told);
        page.ById("value_slightlyBehind").Attribute("value")!.Value.ShouldBe(typed);
        page.All("button").Select(HtmlPage.Text).ShouldNotContain("新しい版として保存する");
    }

    [Fact]
    public async Task First_the_effect_is_shown_then_with_a_reason_a_version_is_saved_and_the_next_check_finds_it()
    {
        var (tried, address) = await Try(office, Boundaries, ("value.slightlyBehind", "0.3"));
        tried.Main.ShouldContain("試算しました。まだ何も保存していません。");
        tried.ById("effects").Value.ShouldContain("KPI-02");
        var numbers = HtmlPage.Text(tried.ById("effects-table").Descendants("td").First()).Split(" → ").Select(int.Parse).ToList();

        var refused = await office.Press(address, tried.Form("新しい版として保存する"));
        refused.Main.ShouldContain("理由を入力してください。");
        refused.ById("value_slightlyBehind").Attribute("value")!.Value.ShouldBe("0.3");

        var saved = await office.Press(address, tried.Form("新しい版として保存する"), ("reason", "一年だけ\n緩くする"));
        saved.Main.ShouldContain("設定の第1版として保存しました。次の点検から使われます。");
        saved.Main.ShouldContain("一年だけ 緩くする");
        saved.Main.ShouldContain("最後の点検の後に、規則の設定が変わりました。");
        saved.Link("点検する").ShouldBe("/cycles/1/alerts#runs");

        await site.In(async services =>
        {
            await services.GetRequiredService<CycleCheck>().Run(1, new DateOnly(2025, 5, 31), default);
            var db = services.GetRequiredService<AdminDb>();
            var last = await db.Runs.OrderByDescending(run => run.Id).Select(run => run.Id).FirstAsync();
            (await db.Observations.CountAsync(row => row.RunId == last && row.Outcome == Outcome.Alert && !row.Secret)).ShouldBe(numbers[1]);
        });
        (await site.Open("/rules/profile", office)).Main.ShouldNotContain("最後の点検の後に");
    }

    [Fact]
    public async Task Two_who_set_at_once_do_not_overwrite_each_other()
    {
        using var other = await site.As(Roles.DxOffice | Roles.Reader);
        var (first, one) = await Try(office, Boundaries, ("value.slightlyBehind", "0.3"));
        var (second, two) = await Try(other, "/rules/SCH-02/tuning", ("value.criticalDelay", "6"));
        await office.Press(one, first.Form("新しい版として保存する"), ("reason", "先"));

        var refused = await other.Press(two, second.Form("新しい版として保存する"), ("reason", "後"));

        refused.Main.ShouldContain("試算の後に、ほかの人が設定を変えました。もう一度試算してください。");
    }

    [Fact]
    public async Task What_somebody_else_tried_is_not_shown()
    {
        using var other = await site.As(Roles.DxOffice | Roles.Reader);
        var (_, address) = await Try(office, Boundaries, ("value.slightlyBehind", "0.3"));

        (await site.Open(address.PathAndQuery, other)).Main.ShouldContain("試算の結果は残っていません。");
    }

    [Fact]
    public async Task A_rule_is_switched_off_and_on_again()
    {
        var (off, address) = await Try(office, "/rules/DAT-08/tuning", ("on", "no"));
        await office.Press(address, off.Form("新しい版として保存する"), ("reason", "別に見る"));
        (await site.Open("/rules/DAT-08", office)).Main.ShouldContain("使わない");

        var (on, back) = await Try(office, "/rules/DAT-08/tuning", ("on", "yes"));
        var saved = await office.Press(back, on.Form("新しい版として保存する"), ("reason", "やはり見る"));

        saved.Main.ShouldContain("規則は、同梱のままの値で使っています。");
        (await site.Open("/rules/DAT-08", office)).ById("history").Value.ShouldContain("別に見る");
    }

    [Fact]
    public async Task The_office_sets_all_but_security_and_the_security_officer_nothing_else()
    {
        using var security = await site.As(Roles.SecurityOfficer);
        using var reader = await site.As(Roles.Reader);
        using var department = await site.As(Roles.Department, "d-shimin");

        (await office.GetAsync("/rules/SEC-12/tuning")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await security.GetAsync("/rules/SCH-02/tuning")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await security.GetAsync("/rules/SEC-12/tuning")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.GetAsync("/rules/SCH-02/tuning")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await department.GetAsync("/rules/SCH-02/tuning")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.GetAsync("/rules/profile?handler=export")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_set_of_security_is_neither_told_nor_taken_back_by_those_who_do_not_see_it()
    {
        using var security = await site.As(Roles.SecurityOfficer);
        var (first, one) = await Try(office, "/rules/SCH-02/tuning", ("value.criticalDelay", "6"));
        await office.Press(one, first.Form("新しい版として保存する"), ("reason", "半年"));
        var (second, two) = await Try(security, "/rules/SEC-12/tuning", ("on", "no"));
        (await security.Press(two, second.Form("新しい版として保存する"), ("reason", "秘密の理由"))).Main.ShouldContain("秘密の理由");

        var seen = await site.Open("/rules/profile", office);

        seen.Main.ShouldNotContain("秘密の理由");
        seen.Main.ShouldNotContain("SEC-12");
        (await office.GetStringAsync("/rules/profile?handler=export")).ShouldNotContain("SEC-12");
        (await security.GetStringAsync("/rules/profile?handler=export")).ShouldContain("SEC-12");
        var refused = await office.Press("/rules/profile", "戻す 第1版", ("reason", "戻す"));
        refused.Main.ShouldContain("あなたが設定できない規則の設定も変わるため、保存していません。");
        (await site.Open("/audit", office)).Main.ShouldNotContain("秘密の理由");
    }

    private static async Task<(HtmlPage Page, Uri Address)> Try(HttpClient browser, string address, params (string Name, string Value)[] typed)
    {
        using var opened = await browser.GetAsync(address);
        var fields = Forms.AsSent((await HtmlPage.Read(opened)).Form("試算する"));
        foreach (var (name, value) in typed)
            fields[name] = value;
        using var answered = await browser.PostAsync($"{address}?handler=try", new FormUrlEncodedContent(fields));
        return (await HtmlPage.Read(answered), answered.RequestMessage!.RequestUri!);
    }
}
