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

    private void Wait(TimeSpan time) => shared.Clock.Now += time;
}
