using DxRules.Admin.People;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.People;

public sealed class SessionTests(SignInSite shared) : IClassFixture<SignInSite>
{
    [Fact]
    public async Task A_session_that_is_not_used_for_an_hour_ends()
    {
        var browser = await shared.SignIn(await shared.Add());

        Wait(TimeSpan.FromMinutes(20));
        (await SignInSite.Where(browser)).ShouldBe("/account");
        Wait(TimeSpan.FromMinutes(59));
        (await SignInSite.Where(browser)).ShouldBe("/account", "59 minutes after the last click");
        Wait(TimeSpan.FromMinutes(61));
        (await SignInSite.Where(browser)).ShouldBe("/sign-in");
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        var browser = await shared.SignIn(await shared.Add());

        for (var halfHours = 1; halfHours < 24; halfHours++)
        {
            Wait(TimeSpan.FromMinutes(30));
            (await SignInSite.Where(browser)).ShouldBe("/account");
        }
        Wait(TimeSpan.FromMinutes(31));
        (await SignInSite.Where(browser)).ShouldBe("/sign-in");
    }

    [Fact]
    public async Task A_department_that_was_held_until_yesterday_is_gone_today()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        var browser = await site.As(Roles.Department, "d-shimin");
        (await site.Open("/cycles/1/alerts", browser)).Alerts.ShouldNotBeEmpty();

        await site.In(async services =>
        {
            var db = services.GetRequiredService<DxRules.Admin.Data.AdminDb>();
            db.HeldDepartments.Single(held => held.DepartmentId == "d-shimin").To = DateOnly.FromDateTime(StoppedClock.Now.Date).AddDays(-1);
            await db.SaveByHand();
        });

        (await SignInSite.Where(browser, "/cycles/1/alerts")).ShouldBe("404");
    }

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_what_they_left_open()
    {
        var name = await shared.Add();
        var browser = await shared.SignIn(name);
        Wait(TimeSpan.FromMinutes(1));
        var elsewhere = await shared.SignIn(name);

        var page = await shared.Site.Open("/account", browser);
        var pick = page.All("input").Single(input => (string?)input.Attribute("name") == "picked").Attribute("value")!.Value;
        var wrong = await browser.Press("/account", "選んだサインインを終了する", ("picked", pick), ("Password", "wrong"));
        wrong.Main.ShouldContain("パスワードが違います。");
        (await SignInSite.Where(elsewhere)).ShouldBe("/account");
        var done = await browser.Press("/account", "選んだサインインを終了する", ("picked", pick), ("Password", SignInSite.Password));

        done.Main.ShouldContain("ほかのブラウザーでのサインイン1件を終了しました。");
        done.Main.ShouldContain("ほかにサインインしている端末はありません。");
        (await SignInSite.Where(elsewhere)).ShouldBe("/sign-in");
        (await SignInSite.Where(browser)).ShouldBe("/account");
    }

    [Fact]
    public async Task An_administrator_signs_a_person_out_everywhere()
    {
        var name = await shared.Add();
        var browser = await shared.SignIn(name);
        var id = 0;
        await shared.Site.In(services =>
        {
            id = services.GetRequiredService<DxRules.Admin.Data.AdminDb>().Users.Single(user => user.UserName == name).Id;
            return Task.CompletedTask;
        });

        var administrator = await shared.Site.As(Roles.Administrator);
        (await administrator.Press($"/people/{id}", "すべての端末からサインアウトさせる")).Main.ShouldContain("すべての端末からサインアウトさせました。");

        (await SignInSite.Where(browser)).ShouldBe("/sign-in");
        await shared.SignIn(name);
    }

    private void Wait(TimeSpan time) => shared.Clock.Now += time;
}
