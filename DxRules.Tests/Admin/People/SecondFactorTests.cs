using System.Net;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.People;

public sealed class SecondFactorTests(SignInSite shared, LoadedDemo loaded) : IClassFixture<SignInSite>
{
    [Theory]
    [InlineData("Administrator", "/account/second-factor")]
    [InlineData("SecurityOfficer", "/account/second-factor")]
    [InlineData("Reader, SecurityOfficer", "/account/second-factor")]
    [InlineData("DxOffice", "/")]
    [InlineData("Department", "/")]
    [InlineData("Reader", "/")]
    public async Task Who_sees_secrets_sets_it_up_before_anything_else(string roles, string page)
    {
        var browser = await shared.SignIn(await shared.Add(Enum.Parse<Roles>(roles)));

        (await SignInSite.Where(browser, "/")).ShouldBe(page);
        (await SignInSite.Where(browser, "/account")).ShouldBe("/account", "one's own account is open");
    }

    [Fact]
    public async Task The_demonstration_does_not_ask_for_it()
    {
        using var folder = await loaded.Copy();
        await using var demo = await RunningSite.Start(FabricatedCheck.Nothing, folder.Path, demo: true);
        var browser = demo.Browser();

        using var response = await SignInSite.Try(browser, "admin", DemoAccounts.Password);

        response.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/");
    }

    [Fact]
    public async Task It_is_set_up_with_an_app_and_asked_for_from_then_on()
    {
        var (name, app, codes) = await SetUp();
        codes.Count.ShouldBe(SecondFactor.RecoveryCodes);
        (await shared.LastEntries(1)).Single().Action.ShouldBe(AuditActions.SecondFactorTurnedOn);

        var browser = await HalfWay(name);
        (await SignInSite.Where(browser)).ShouldBe("/sign-in", "the password alone is not enough");
        Wait();
        using var response = await EnterCode(browser, app.Code(shared.Clock.Now));

        (await SignInSite.Where(browser)).ShouldBe("/account");
        (await shared.LastEntries(1)).Single().Action.ShouldBe(AuditActions.SignedInWithCode);
    }

    [Fact]
    public async Task The_database_alone_does_not_tell_the_key()
    {
        var (name, app, _) = await SetUp();

        (await Kept(name)).ShouldStartWith("CfDJ8");
        (await Kept(name)).ShouldNotContain(app.Key);
    }

    [Fact]
    public async Task What_an_earlier_release_kept_as_it_was_is_encrypted_at_the_start_and_goes_on_to_work()
    {
        var (name, app, _) = await SetUp();
        await Keep(name, app.Key);

        await shared.Site.In(services => services.GetRequiredService<AuthenticatorKeys>().ProtectOld(services.GetRequiredService<AdminDb>(), services.GetRequiredService<AuditLog>(), default));

        (await Kept(name)).ShouldStartWith("CfDJ8");
        (await shared.LastEntries(1)).Single().Action.ShouldBe(AuditActions.SecondFactorKeysEncrypted);
        var browser = await HalfWay(name);
        Wait();
        (await EnterCode(browser, app.Code(shared.Clock.Now))).Dispose();
        (await SignInSite.Where(browser)).ShouldBe("/account");
    }

    [Fact]
    public async Task A_key_put_into_the_row_of_another_person_opens_nothing_and_nobody_gets_in_without()
    {
        var (own, app, _) = await SetUp();
        var (other, _, _) = await SetUp();
        await Keep(other, await Kept(own));

        var browser = await HalfWay(other);
        Wait();
        (await EnterCode(browser, app.Code(shared.Clock.Now))).Dispose();

        (await SignInSite.Where(browser)).ShouldBe("/sign-in");
    }

    private async Task<string> Kept(string name)
    {
        var kept = "";
        await shared.Site.In(async services => kept = (await Row(services, name)).Value!);
        return kept;
    }

    private Task Keep(string name, string value) => shared.Site.In(async services =>
    {
        (await Row(services, name)).Value = value;
        await services.GetRequiredService<AdminDb>().SaveByHand();
    });

    private static async Task<Microsoft.AspNetCore.Identity.IdentityUserToken<int>> Row(IServiceProvider services, string name)
    {
        var db = services.GetRequiredService<AdminDb>();
        var person = await db.Users.Where(user => user.UserName == name).Select(user => user.Id).SingleAsync();
        return await db.UserTokens.SingleAsync(row => row.UserId == person && row.Name == PeopleStore.Key);
    }

    [Fact]
    public async Task Who_found_an_open_session_cannot_set_it_up()
    {
        var browser = await shared.SignIn(await shared.Add());
        var app = new AuthenticatorApp(HtmlPage.Text((await shared.Site.Open("/account/second-factor", browser)).WithClass("dx-key").Single()));

        using var response = await browser.Send("/account/second-factor", ("Code", app.Code(shared.Clock.Now)));

        (await HtmlPage.Read(response)).Main.ShouldContain("パスワードが違います。");
    }

    [Fact]
    public void Where_the_site_says_so_everybody_sets_it_up()
    {
        var viewer = DxRules.Tests.Admin.Versions.Desk.Person(1, Roles.Reader);
        var options = new DxRules.Admin.Hosting.SiteOptions("data", [], Demo: false);

        viewer.LacksSecondFactor(options).ShouldBeFalse();
        viewer.LacksSecondFactor(options with { SecondFactorForAll = true }).ShouldBeTrue();
        viewer.LacksSecondFactor(options with { SecondFactorForAll = true, Demo = true }).ShouldBeFalse();
    }

    [Fact]
    public async Task A_wrong_code_turns_nothing_on()
    {
        var browser = await shared.SignIn(await shared.Add());

        using var response = await browser.Send("/account/second-factor", ("Code", "000000"), ("Password", SignInSite.Password));

        (await HtmlPage.Read(response)).Main.ShouldContain("コードが違います。");
        (await shared.Site.Open("/account", browser)).Main.ShouldContain("設定されていません。");
    }

    [Fact]
    public async Task The_digits_may_be_full_width_with_a_space()
    {
        var (name, app, _) = await SetUp();
        var browser = await HalfWay(name);
        Wait();
        var code = string.Concat(app.Code(shared.Clock.Now).Select(digit => (char)(digit - '0' + '０')));

        using var response = await EnterCode(browser, $"{code[..3]}　{code[3..]} ");

        (await SignInSite.Where(browser)).ShouldBe("/account");
    }

    [Fact]
    public async Task A_code_is_good_once_and_so_is_every_code_before_it()
    {
        var (name, app, _) = await SetUp();
        Wait();
        var earlier = app.Code(shared.Clock.Now);
        Wait();
        var code = app.Code(shared.Clock.Now);
        (await EnterCode(await HalfWay(name), code)).Dispose();

        using var again = await EnterCode(await HalfWay(name), code);
        (await HtmlPage.Read(again)).Main.ShouldContain("コードが違うか、もう使われています。");
        using var before = await EnterCode(await HalfWay(name), earlier);
        (await HtmlPage.Read(before)).Main.ShouldContain("コードが違うか、もう使われています。");
    }

    [Fact]
    public async Task The_code_that_set_it_up_does_not_sign_in()
    {
        var (name, app, _) = await SetUp();

        using var response = await EnterCode(await HalfWay(name), app.Code(shared.Clock.Now));

        (await HtmlPage.Read(response)).Main.ShouldContain("もう使われています。");
    }

    [Fact]
    public async Task A_recovery_code_is_good_once()
    {
        var (name, _, codes) = await SetUp();

        var browser = await HalfWay(name);
        (await EnterRecoveryCode(browser, codes[3].ToLowerInvariant())).Dispose();
        (await SignInSite.Where(browser)).ShouldBe("/account");
        (await shared.LastEntries(1)).Single().Action.ShouldBe(AuditActions.SignedInWithRecoveryCode);
        using var again = await EnterRecoveryCode(await HalfWay(name), codes[3]);

        (await HtmlPage.Read(again)).Main.ShouldContain("コードが違うか、もう使われています。");
        var next = await HalfWay(name);
        (await EnterRecoveryCode(next, codes[4])).Dispose();
        (await SignInSite.Where(next)).ShouldBe("/account", "the others are still good");
    }

    [Fact]
    public async Task Recovery_codes_do_not_lie_in_the_database_as_they_are()
    {
        var (_, _, codes) = await SetUp();

        await shared.Site.In(async services =>
        {
            var tokens = await services.GetRequiredService<AdminDb>().UserTokens.Select(token => token.Value ?? "").ToListAsync();
            tokens.ShouldAllBe(token => !codes.Any(token.Contains));
        });
    }

    [Fact]
    public async Task Wrong_codes_lock_a_person_out_like_wrong_passwords()
    {
        var (name, app, codes) = await SetUp();
        var browser = await HalfWay(name);
        for (var i = 0; i < 3; i++)
            (await EnterCode(browser, "000000")).Dispose();
        for (var i = 0; i < 2; i++)
            (await EnterRecoveryCode(browser, "XXXXX-XXXXX")).Dispose();
        Wait();

        using var right = await EnterCode(browser, app.Code(shared.Clock.Now));
        (await HtmlPage.Read(right)).Heading.ShouldBe("確認コード");
        using var recovery = await EnterRecoveryCode(browser, codes[0]);
        (await HtmlPage.Read(recovery)).Heading.ShouldBe("確認コード");
        using var password = await SignInSite.Try(shared.Site.Browser(), name, SignInSite.Password);
        (await HtmlPage.Read(password)).Main.ShouldContain("サインインできません。");
    }

    [Fact]
    public async Task Without_the_first_step_no_code_is_good()
    {
        var (_, app, _) = await SetUp();
        Wait();

        using var response = await EnterCode(shared.Site.Browser(), app.Code(shared.Clock.Now));

        (await HtmlPage.Read(response)).Heading.ShouldBe("確認コード");
    }

    [Fact]
    public async Task Turning_it_off_and_new_codes_take_the_password_and_a_code()
    {
        var name = await shared.Add();
        var (browser, app, codes) = await SetUp(name);

        using var wrong = await browser.Send("/account/second-factor", ("Password", "wrong"), ("Code", app.Code(shared.Clock.Now)));
        (await HtmlPage.Read(wrong)).Main.ShouldContain("パスワードが違います。");
        using var alone = await browser.Send("/account/second-factor", ("Password", SignInSite.Password));
        (await HtmlPage.Read(alone)).Main.ShouldContain("コードが違います。");
        Wait();
        using var renewed = await browser.Send("/account/second-factor", ("Password", SignInSite.Password), ("Code", app.Code(shared.Clock.Now)));
        var fresh = CodesOn(await HtmlPage.Read(renewed));

        fresh.Count.ShouldBe(codes.Count);
        fresh.ShouldAllBe(code => !codes.Contains(code));
        using var old = await EnterRecoveryCode(await HalfWay(name), codes[0]);
        (await HtmlPage.Read(old)).Heading.ShouldBe("確認コード");
        var form = HtmlPage.Fields((await shared.Site.Open("/account/second-factor", browser)).Form("二段階認証を解除する"));
        Wait();
        (form["Password"], form["Code"]) = (SignInSite.Password, app.Code(shared.Clock.Now));
        using var off = await browser.PostAsync("/account/second-factor?handler=off", new FormUrlEncodedContent(form));
        (await HtmlPage.Read(off)).Main.ShouldContain("二段階認証を解除しました。");
        await shared.SignIn(name);
    }

    private async Task<(string Name, AuthenticatorApp App, IReadOnlyList<string> Codes)> SetUp()
    {
        var name = await shared.Add();
        var (_, app, codes) = await SetUp(name);
        return (name, app, codes);
    }

    private async Task<(HttpClient Browser, AuthenticatorApp App, IReadOnlyList<string> Codes)> SetUp(string name)
    {
        var browser = await shared.SignIn(name);
        var page = await shared.Site.Open("/account/second-factor", browser);
        var app = new AuthenticatorApp(HtmlPage.Text(page.WithClass("dx-key").Single()));
        using var response = await browser.Send("/account/second-factor", ("Code", app.Code(shared.Clock.Now)), ("Password", SignInSite.Password));
        return (browser, app, CodesOn(await HtmlPage.Read(response)));
    }

    private static IReadOnlyList<string> CodesOn(HtmlPage page) => [.. page.WithClass("dx-codes").Single().Descendants("code").Select(HtmlPage.Text)];

    /// <summary>A browser in which the password was right and the code is still to come.</summary>
    private async Task<HttpClient> HalfWay(string name)
    {
        var browser = shared.Site.Browser();
        using var response = await SignInSite.Try(browser, name, SignInSite.Password);
        response.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in/code");
        return browser;
    }

    private static Task<HttpResponseMessage> EnterCode(HttpClient browser, string code) => browser.Send("/sign-in/code", ("Code", code));

    private static async Task<HttpResponseMessage> EnterRecoveryCode(HttpClient browser, string code)
    {
        using var page = await browser.GetAsync("/sign-in/code");
        var fields = HtmlPage.Fields((await HtmlPage.Read(page)).Form("回復コードでサインインする"));
        fields["Code"] = code;
        return await browser.PostAsync("/sign-in/code?handler=recovery", new FormUrlEncodedContent(fields));
    }

    private void Wait() => shared.Clock.Now += TimeSpan.FromSeconds(30);
}
