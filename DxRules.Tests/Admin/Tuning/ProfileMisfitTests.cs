using System.Net;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Tuning;

/// <summary>A kept profile that does not fit the rules any more, as after a newer version of the program brought others.</summary>
public sealed class ProfileMisfitTests : IAsyncLifetime
{
    private const string Gone = "format: dxprofile/1\nname: デモ市\nparameters:\n  SCH-99.猶予: { value: 1, reason: 試し }\n  SEC-12.猶予: { value: 1, reason: 試し }\n";

    private RunningSite site = null!;
    private HttpClient office = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.WithDemoCity(EngineCheck.Check);
        office = await site.As(Roles.DxOffice);
        await site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            db.ProfileVersions.Add(new ProfileVersionRow { Municipality = "992011", Number = 1, Text = Gone, Reason = "以前の版", At = StoppedClock.Now });
            await db.SaveByHand();
        });
    }

    public async ValueTask DisposeAsync()
    {
        office.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_check_says_what_does_not_fit_and_who_mends_it_where()
    {
        var page = await office.Press("/cycles/1/alerts", "もう一度点検する", ("asOf", "2025-05-31"));

        page.Main.ShouldContain("市の規則の設定が今の規則に合わないため、実行できませんでした。");
        page.Main.ShouldContain("SCH-99");
        page.Main.ShouldContain("「規則の設定」（/rules/profile）");
        page.Main.ShouldNotContain("SEC-12");
        page.Main.ShouldNotContain("サーバーで誤り");
    }

    [Theory]
    [InlineData("/plans/1")]
    [InlineData("/plans/1/initiatives/p1-i1")]
    [InlineData("/plans/1/kpis")]
    [InlineData("/plans/1/governance")]
    public async Task A_page_that_needs_the_rules_says_so_in_both_languages(string address)
    {
        using var answer = await office.GetAsync(address);
        var page = await HtmlPage.Read(answer);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        page.Heading.ShouldBe("市の規則の設定が、今の規則に合いません");
        page.Main.ShouldContain("SCH-99");
        page.Main.ShouldNotContain("SEC-12");
        page.Link("規則の設定を開く（/rules/profile）").ShouldBe("/rules/profile");
        using var english = await office.GetAsync($"{address}?lang=en");
        (await HtmlPage.Read(english)).Heading.ShouldBe("The city's rule settings do not fit the rules");
    }

    [Theory]
    [InlineData("/cycles/1/alerts")]
    [InlineData("/cycles/1/judgements")]
    [InlineData("/search?q=窓口")]
    [InlineData("/rules")]
    public async Task What_needs_only_what_was_kept_is_there(string address) => (await site.Open(address, office)).Main.ShouldNotBeEmpty();

    [Fact]
    public async Task The_first_page_says_it_beside_all_that_it_still_can_show()
    {
        var page = await site.Open("/", office);

        page.Main.ShouldContain("今のプログラムに付いている規則と合わない箇所があるため");
        page.Main.ShouldContain("指摘");
    }

    [Fact]
    public async Task The_page_of_the_settings_names_what_does_not_fit_and_going_back_mends_it()
    {
        var page = await site.Open("/rules/profile", office);
        page.Main.ShouldContain("今の設定に、プログラムに付いている規則と合わない箇所があります。");
        page.Main.ShouldContain("SCH-99");
        (await site.Open("/rules/profile")).Main.ShouldContain("SEC-12");

        var back = await site.Client.Press("/rules/profile", "戻す 第0版", ("reason", "合わない"));

        back.Main.ShouldContain("第0版の内容に戻しました。");
        back.Main.ShouldNotContain("合わない箇所があります。");
        (await site.Open("/plans/1", office)).Main.ShouldNotBeEmpty();
    }
}
