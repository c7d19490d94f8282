using System.Net;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.People;

/// <summary>A site with a clock that can be moved and people who sign in by what they know, as nobody does in the other tests.</summary>
public sealed class SignInSite : IAsyncLifetime
{
    public const string Password = "夏の朝に川沿いを歩く 7km";

    private int people;

    internal MovingClock Clock { get; } = new();

    internal RunningSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await RunningSite.Start(FabricatedCheck.Everything, clock: Clock);

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>A person with a name of their own and <see cref="Password"/>.</summary>
    internal async Task<string> Add(Roles roles = Roles.Reader, Action<UserRow>? with = null)
    {
        var user = new UserRow { UserName = $"person-{Interlocked.Increment(ref people)}", DisplayName = "見本 花子", Roles = roles, LockoutEnabled = true };
        with?.Invoke(user);
        await Site.In(services => services.GetRequiredService<AdminDb>().ByHand(async () =>
            (await services.GetRequiredService<UserManager<UserRow>>().CreateAsync(user, Password)).Succeeded.ShouldBeTrue()));
        return user.UserName!;
    }

    internal Task Change(string name, Action<UserRow> change) => Site.In(async services =>
    {
        var db = services.GetRequiredService<AdminDb>();
        change(await db.Users.Include(user => user.Departments).SingleAsync(user => user.UserName == name));
        await db.SaveByHand();
    });

    /// <summary>A one-time link of a person.</summary>
    internal async Task<string> Link(string name)
    {
        var path = "";
        await Site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var user = await db.Users.SingleAsync(row => row.UserName == name);
            path = SignInLinks.PathOf(await services.GetRequiredService<SignInLinks>().Create(user, default));
            await transaction.CommitAsync();
        });
        return path;
    }

    /// <summary>A browser in which a person signed in with the password alone.</summary>
    internal async Task<HttpClient> SignIn(string name, string password = Password, CookieContainer? cookies = null)
    {
        var browser = Site.Browser(cookies: cookies);
        using var response = await Try(browser, name, password);
        response.RequestMessage!.RequestUri!.AbsolutePath.ShouldNotBe("/sign-in");
        return browser;
    }

    internal static Task<HttpResponseMessage> Try(HttpClient browser, string name, string password, string page = "/sign-in") =>
        browser.Send(page, ("UserName", name), ("Password", password));

    /// <summary>The actions that the log tells of last.</summary>
    internal async Task<IReadOnlyList<AuditRow>> LastEntries(int count)
    {
        List<AuditRow> entries = [];
        await Site.In(async services => entries = await services.GetRequiredService<AdminDb>().Audit.OrderByDescending(entry => entry.Id).Take(count).ToListAsync());
        return entries;
    }

    /// <summary>Where a browser ends up that asks for a page.</summary>
    internal static async Task<string> Where(HttpClient browser, string address = "/account")
    {
        using var response = await browser.GetAsync(address);
        return response.StatusCode == HttpStatusCode.OK ? response.RequestMessage!.RequestUri!.AbsolutePath : $"{(int)response.StatusCode}";
    }
}
