using DxRules.Admin.People;
using DxRules.Tests.Admin.Browser.Pages;
using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

public sealed class SignInTests(DemoSite demo, ChromiumBrowser browser) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task A_page_that_was_wanted_comes_after_signing_in()
    {
        await using var tab = await browser.Open(demo.Site, script: false, roles: Roles.None);
        var wanted = $"/cycles/{DemoSite.DemoCity}/alerts?severity=critical";

        var signIn = await SignInPage.Open(tab, wanted);
        tab.Page.Url.ShouldContain("/sign-in");
        await signIn.SignIn("office", DemoAccounts.Password);

        tab.Page.Url.ShouldEndWith(wanted);
        (await tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ShouldStartWith("指摘の一覧");
    }

    [Fact]
    public async Task A_wrong_password_is_told_once_and_the_name_stays()
    {
        await using var tab = await browser.Open(demo.Site, roles: Roles.None);

        var signIn = await SignInPage.Open(tab);
        await signIn.SignIn("security", "not-the-password");

        (await signIn.Errors.InnerTextAsync()).ShouldContain("サインインできません");
        (await signIn.UserName.InputValueAsync()).ShouldBe("security");
        (await signIn.Password.InputValueAsync()).ShouldBeEmpty();
        (await AxeRun.On(tab.Page)).ShouldBeEmpty();
        (await new FocusOrder(tab.Page).Faults()).ShouldBeEmpty();
        await tab.Picture("sign-in-refused");
    }

    [Fact]
    public async Task Signing_in_and_out_needs_no_mouse()
    {
        await using var tab = await browser.Open(demo.Site, roles: Roles.None);
        var keyboard = new Keyboard(tab.Page);
        var signIn = await SignInPage.Open(tab);

        await keyboard.TabTo(signIn.UserName);
        await keyboard.Type("reader");
        await keyboard.TabTo(signIn.Password);
        await keyboard.Type(DemoAccounts.Password);
        await keyboard.Enter();
        var header = new PageHeader(tab.Page);
        await keyboard.TabTo(header.SignOut);
        await keyboard.Enter();

        await signIn.Submit.WaitForAsync();
        (await header.SignOut.CountAsync()).ShouldBe(0);
        tab.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("DX推進担当課")]
    [InlineData("所管課")]
    [InlineData("セキュリティ担当")]
    [InlineData("閲覧者")]
    [InlineData("管理者")]
    public async Task Each_person_of_the_demonstration_enters_by_one_button(string role)
    {
        await using var tab = await browser.Open(demo.Site, script: false, roles: Roles.None);

        var signIn = await SignInPage.Open(tab);
        await signIn.As(role).ClickAsync();

        (await new PageHeader(tab.Page).Role.InnerTextAsync()).ShouldBe(role);
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_ends_in_its_own_browser_only()
    {
        await using var here = await browser.Open(demo.Site, roles: Roles.DxOffice);
        await using var there = await browser.Open(demo.Site, roles: Roles.DxOffice);
        await HomePage.Open(here);
        await HomePage.Open(there);

        await new PageHeader(here.Page).SignOut.ClickAsync();
        await here.Page.GotoAsync("/");
        await there.Page.GotoAsync("/");

        here.Page.Url.ShouldContain("/sign-in");
        there.Page.Url.ShouldNotContain("/sign-in");
    }

    [Fact]
    public async Task Setting_up_a_second_factor_is_a_page_like_the_others()
    {
        await using var tab = await browser.Open(demo.Site, roles: Roles.None);
        await (await SignInPage.Open(tab)).SignIn("security", DemoAccounts.Password);
        await new PageHeader(tab.Page).SignOut.WaitForAsync();

        var page = new SitePage("account-second-factor-set-up", "/account/second-factor");
        foreach (var language in PageVisit.Languages)
            (await new PageVisit(tab, page, language).Look()).ShouldBeEmpty();
    }
}
