using System.Net;
using System.Text.RegularExpressions;
using DxRules.Admin.Audit;
using DxRules.Admin.People;

namespace DxRules.Tests.Admin.People;

public sealed class SignInTests(SignInSite shared) : IClassFixture<SignInSite>
{
    private const string Refused = "サインインできません。利用者名とパスワードを確かめてください。";

    [Fact]
    public async Task With_the_right_password_one_is_in_and_the_log_tells_it()
    {
        var name = await shared.Add();

        var browser = await shared.SignIn(name);

        (await SignInSite.Where(browser)).ShouldBe("/account");
        (await shared.LastEntries(1)).Single().Action.ShouldBe(AuditActions.SignedIn);
    }

    [Fact]
    public void A_served_site_hashes_passwords_as_often_as_is_advised() => new DxRules.Admin.Hosting.SiteOptions("data", [], Demo: false).PasswordRounds.ShouldBe(210_000);

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer_to_the_letter()
    {
        var name = await shared.Add();

        var wrong = await Answer(name, "not the password at all");
        var unknown = await Answer("person-unknown", "not the password at all");

        wrong.ShouldContain(Refused);
        unknown.Replace("person-unknown", name).ShouldBe(wrong);
        (await shared.LastEntries(2)).ShouldAllBe(entry => entry.Action == AuditActions.SignInRefused && entry.UserId == null);
    }

    [Fact]
    public async Task What_was_typed_as_an_unknown_name_is_not_kept_because_it_may_be_a_password()
    {
        await Answer(SignInSite.Password, "x");

        (await shared.LastEntries(1)).Single().Details.ShouldBe(["夏の朝…"]);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_a_person_out_and_the_right_one_does_not_tell()
    {
        var name = await shared.Add();

        for (var i = 0; i < 5; i++)
            await Answer(name, $"wrong number {i}");
        var answer = await Answer(name, SignInSite.Password);

        answer.ShouldContain("5回続けて誤ると、15分間サインインできません。");
        (await shared.LastEntries(2)).ShouldAllBe(entry => entry.Action == AuditActions.SignInLocked);
        await shared.Change(name, user => user.LockoutEnd = DateTimeOffset.UtcNow.AddSeconds(-1));
        await shared.SignIn(name);
    }

    [Fact]
    public async Task A_person_who_was_ended_is_refused_in_the_same_words()
    {
        var name = await shared.Add(with: user => user.DisabledAt = StoppedClock.Now);

        (await Answer(name, SignInSite.Password)).ShouldContain(Refused);
    }

    [Theory]
    [InlineData("", "", "利用者名を入力してください。", "パスワードを入力してください。")]
    [InlineData("somebody", "", "パスワードを入力してください。")]
    [InlineData(" ", "password", "利用者名を入力してください。")]
    public async Task What_was_left_out_is_told_at_its_field(string name, string password, params string[] errors)
    {
        var answer = await Answer(name, password);

        foreach (var error in errors)
            answer.ShouldContain(error);
    }

    [Fact]
    public async Task A_password_longer_than_any_is_refused_like_a_wrong_one() => (await Answer("person-1", new string('x', 5000))).ShouldContain(Refused);

    [Theory]
    [InlineData("/account", "/account")]
    [InlineData("/cycles/1/alerts?q=a", "/cycles/1/alerts?q=a")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("http:/account", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("", "/")]
    public async Task One_is_led_to_the_page_one_wanted_and_never_to_another_host(string to, string location)
    {
        var name = await shared.Add();
        using var browser = shared.Site.Browser(follows: false);

        using var response = await SignInSite.Try(browser, name, SignInSite.Password, $"/sign-in?to={Uri.EscapeDataString(to)}");

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe(location);
    }

    [Fact]
    public async Task The_cookie_of_a_session_is_kept_from_scripts_and_other_sites_and_gone_with_the_browser()
    {
        var name = await shared.Add();
        using var browser = shared.Site.Browser(follows: false);

        using var response = await SignInSite.Try(browser, name, SignInSite.Password);

        var cookie = response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("dxrules-session=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldEndWith("; path=/; samesite=lax; httponly");
        response.Headers.Location!.OriginalString.ShouldBe("/", "and nothing of it is in the address");
    }

    [Fact]
    public async Task A_cookie_copied_before_signing_out_is_dead_afterwards()
    {
        var name = await shared.Add();
        var jar = new CookieContainer();
        var (browser, elsewhere) = (await shared.SignIn(name, cookies: jar), await shared.SignIn(name));
        var thief = shared.Site.Browser(jar.GetCookies(shared.Site.Address)["dxrules-session"]);
        (await SignInSite.Where(thief)).ShouldBe("/account");

        await SignOut(browser);

        (await SignInSite.Where(thief)).ShouldBe("/sign-in");
        (await SignInSite.Where(browser)).ShouldBe("/sign-in");
        (await SignInSite.Where(elsewhere)).ShouldBe("/account", "signing out is of this browser only");
        (await shared.LastEntries(1)).Single().Action.ShouldBe(AuditActions.SignedOut);
    }

    [Fact]
    public async Task Signing_out_clears_what_the_browser_kept()
    {
        using var browser = shared.Site.Browser(follows: false);
        (await SignInSite.Try(browser, await shared.Add(), SignInSite.Password)).Dispose();
        using var page = await browser.GetAsync("/account");

        using var response = await browser.PostAsync("/sign-out", new FormUrlEncodedContent(HtmlPage.Fields((await HtmlPage.Read(page)).Form("サインアウト"))));

        response.Headers.GetValues("Clear-Site-Data").Single().ShouldBe("\"cache\", \"storage\"");
    }

    [Fact]
    public async Task Signing_in_again_and_changing_the_password_end_the_session_that_was_open()
    {
        var name = await shared.Add();
        var jar = new CookieContainer();
        var browser = await shared.SignIn(name, cookies: jar);
        var first = shared.Site.Browser(jar.GetCookies(shared.Site.Address)["dxrules-session"]);

        (await SignInSite.Try(browser, name, SignInSite.Password)).Dispose();

        (await SignInSite.Where(first)).ShouldBe("/sign-in");
        var second = shared.Site.Browser(jar.GetCookies(shared.Site.Address)["dxrules-session"]);
        (await SignInSite.Where(second)).ShouldBe("/account");
        (await browser.Send("/account", ("Old", SignInSite.Password), ("New", "another good password"), ("Again", "another good password"))).Dispose();
        (await SignInSite.Where(second)).ShouldBe("/sign-in");
        (await SignInSite.Where(browser)).ShouldBe("/account");
    }

    [Fact]
    public async Task Changing_the_password_ends_the_sessions_on_other_machines()
    {
        var name = await shared.Add();
        var (browser, elsewhere) = (await shared.SignIn(name), await shared.SignIn(name));

        using var response = await browser.Send("/account", ("Old", SignInSite.Password), ("New", "another good password"), ("Again", "another good password"));

        (await HtmlPage.Read(response)).Main.ShouldContain("パスワードを変えました。");
        (await SignInSite.Where(browser)).ShouldBe("/account");
        (await SignInSite.Where(elsewhere)).ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Who_found_an_open_session_cannot_try_passwords_without_end()
    {
        var name = await shared.Add();
        var browser = await shared.SignIn(name);

        for (var i = 0; i < 5; i++)
            (await browser.Send("/account", ("Old", $"guess {i}"), ("New", "another good password"), ("Again", "another good password"))).Dispose();
        using var response = await browser.Send("/account", ("Old", SignInSite.Password), ("New", "another good password"), ("Again", "another good password"));

        (await HtmlPage.Read(response)).Main.ShouldContain("パスワードが違います。");
    }

    [Fact]
    public async Task A_role_that_was_taken_away_is_gone_with_the_next_click()
    {
        var name = await shared.Add(Roles.DxOffice);
        var browser = await shared.SignIn(name);
        var token = (await shared.Site.Open("/", browser)).All("form").Select(HtmlPage.Fields).First(fields => fields.ContainsKey("__RequestVerificationToken"));

        await shared.Change(name, user => user.Roles = Roles.Reader);

        using var response = await browser.PostAsync("/?handler=open", new FormUrlEncodedContent(token));
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_person_who_is_ended_is_out_with_the_next_click()
    {
        var name = await shared.Add();
        var browser = await shared.SignIn(name);

        await shared.Change(name, user => user.DisabledAt = shared.Clock.Now);

        (await SignInSite.Where(browser)).ShouldBe("/sign-in");
    }

    [Fact]
    public async Task More_than_thirty_tries_a_minute_with_one_name_are_too_many()
    {
        await using var site = await RunningSite.Start(FabricatedCheck.Nothing);
        using var page = await site.Nobody.GetAsync("/sign-in");
        var form = await HtmlPage.Read(page);
        var statuses = new List<HttpStatusCode>();

        for (var i = 0; i <= SignInPace.PerName; i++)
        {
            using var response = await site.Nobody.Send(new Uri(site.Address, "/sign-in"), form, ("UserName", "somebody"), ("Password", "x"));
            statuses.Add(response.StatusCode);
            if (i == SignInPace.PerName)
                (await HtmlPage.Read(response)).Main.ShouldContain("続けて何度も試されています。");
        }

        statuses.Count(status => status == HttpStatusCode.OK).ShouldBe(SignInPace.PerName);
        statuses[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        using var other = await site.Nobody.Send(new Uri(site.Address, "/sign-in"), form, ("UserName", "somebody-else"), ("Password", "x"));
        other.StatusCode.ShouldBe(HttpStatusCode.OK, "of the same town hall");
    }

    private async Task<string> Answer(string name, string password)
    {
        using var browser = shared.Site.Browser();
        using var response = await SignInSite.Try(browser, name, password);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return Regex.Replace(await response.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\"[^>]*", "");
    }

    private static async Task SignOut(HttpClient browser)
    {
        using var page = await browser.GetAsync("/account");
        var fields = HtmlPage.Fields((await HtmlPage.Read(page)).Form("サインアウト"));
        using var response = await browser.PostAsync("/sign-out", new FormUrlEncodedContent(fields));
        (await HtmlPage.Read(response)).Main.ShouldContain("サインアウトしました。");
    }
}
