using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Security.Claims;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Hosting;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DxRules.Tests.Admin;

/// <summary>The site on a port of its own, as `serve` runs it, over a database of its own.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly TemporaryFolder? folder;
    private readonly WebApplication site;

    private RunningSite(TemporaryFolder? folder, WebApplication site)
    {
        this.folder = folder;
        this.site = site;
        Address = new Uri(site.Urls.Single());
        Nobody = Browser(null);
    }

    public Uri Address { get; }

    /// <summary>The file of its database.</summary>
    public string DatabaseFile => site.Services.GetRequiredService<SiteOptions>().DatabaseFile;

    /// <summary>A browser without script, in which somebody is signed in who may do everything: it follows redirects and keeps cookies.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The path of the first administrator's one-time link; null where there is an administrator.</summary>
    public string? Invitation { get; private init; }

    /// <summary>A browser in which nobody is signed in.</summary>
    public HttpClient Nobody { get; }

    public const Roles Everything = Roles.Administrator | Roles.DxOffice | Roles.SecurityOfficer;

    /// <summary>A browser in which a person of these roles is signed in who acts for these departments of デモ市.</summary>
    public async Task<HttpClient> As(Roles roles, params string[] departments) => Browser(await Session(roles, departments));

    /// <summary>The cookie of a session, as signing in gives it.</summary>
    public async Task<Cookie> Session(Roles roles, params string[] departments)
    {
        Cookie? cookie = null;
        await In(async services =>
        {
            var users = services.GetRequiredService<UserManager<UserRow>>();
            var name = string.Join('-', [roles.ToString().Replace(", ", "-", StringComparison.Ordinal), .. departments]);
            var user = await users.FindByNameAsync(name) ?? await Add(services, name, roles, departments);
            var identity = new ClaimsIdentity(
                [new(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)), new(users.Options.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp!)],
                IdentityConstants.ApplicationScheme);
            var clock = services.GetRequiredService<TimeProvider>();
            var properties = new AuthenticationProperties { IssuedUtc = clock.GetUtcNow(), ExpiresUtc = clock.GetUtcNow() + SignInRules.Idle };
            properties.Items[SessionCheck.Session] = await services.GetRequiredService<Sessions>().Begin(user.Id, default);
            var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
            var ticket = new AuthenticationTicket(new ClaimsPrincipal(identity), properties, IdentityConstants.ApplicationScheme);
            cookie = new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket)) { Domain = Address.Host, Path = "/", HttpOnly = true };
        });
        return cookie!;
    }

    // With a second factor, which those who see secrets must have.
    private static async Task<UserRow> Add(IServiceProvider services, string name, Roles roles, string[] departments)
    {
        var user = new UserRow { UserName = name, DisplayName = name, Roles = roles, TwoFactorEnabled = true };
        user.Departments.AddRange(departments.Select(id => new HeldDepartmentRow { Municipality = "992011", DepartmentId = id, From = new DateOnly(2020, 4, 1) }));
        await services.GetRequiredService<AdminDb>().ByHand(async () =>
            (await services.GetRequiredService<UserManager<UserRow>>().CreateAsync(user)).Succeeded.ShouldBeTrue());
        return user;
    }

    /// <summary>A browser without script that keeps cookies.</summary>
    /// <param name="session">The session it holds; null where nobody is signed in.</param>
    /// <param name="follows">Whether it follows redirects.</param>
    /// <param name="cookies">Where it keeps its cookies; in a place of its own where none is given.</param>
    public HttpClient Browser(Cookie? session = null, bool follows = true, CookieContainer? cookies = null)
    {
        cookies ??= new CookieContainer();
        if (session is not null)
            cookies.Add(session);
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = follows, CookieContainer = cookies }) { BaseAddress = Address };
    }

    /// <summary>A site with one plan, デモ市, one open cycle and one run of the given check.</summary>
    public static Task<RunningSite> WithDemoCity(CheckPlan check, TimeProvider? clock = null) =>
        Begin(DemoCity, "a review", check, clock, running => running.In(async services =>
        {
            await Add(services, DemoCity);
            var cycle = await services.GetRequiredService<CycleOpening>().OpenAsDocumented(1, 2024, default);
            await services.GetRequiredService<CycleCheck>().Run(cycle!.Id, new DateOnly(2025, 5, 31), default);
        }));

    /// <summary>A site with one plan, デモ市, and one open cycle that was checked twice: as of December and as of the end of May.</summary>
    public static Task<RunningSite> WithDemoCityTwice(CheckPlan check) =>
        Begin(DemoCity, "two checks", check, null, running => running.In(async services =>
        {
            await Add(services, DemoCity);
            var cycle = await services.GetRequiredService<CycleOpening>().OpenAsDocumented(1, 2024, default);
            await services.GetRequiredService<CycleCheck>().Run(cycle!.Id, new DateOnly(2024, 12, 1), default);
            await services.GetRequiredService<CycleCheck>().Run(cycle.Id, Samples.AsOf, default);
        }));

    /// <summary>A site with one plan, デモ市, that was never reviewed.</summary>
    public static Task<RunningSite> WithPlanOnly(CheckPlan check, TimeProvider? clock = null) => WithPlan(check, DemoCity, clock);

    /// <summary>A site with one plan that was never reviewed.</summary>
    public static Task<RunningSite> WithPlan(CheckPlan check, PlanDocument plan, TimeProvider? clock = null) =>
        Begin(plan, "a plan", check, clock, running => running.In(services => Add(services, plan)));

    private static readonly PlanDocument DemoCity = Samples.Read("demo-city.json");

    private static readonly ConcurrentDictionary<(string Plan, string Done, MethodInfo Check), Lazy<Task<byte[]>>> Prepared = new();

    private static Task Add(IServiceProvider services, PlanDocument plan) => PlanVersions.Add(
        services.GetRequiredService<AdminDb>(), services.GetRequiredService<AuditLog>(), plan, null, "test", StoppedClock.Now, default);

    // What many tests begin with is made once, and each begins with a copy. What a closure checks is not known by its name.
    private static async Task<RunningSite> Begin(PlanDocument plan, string done, CheckPlan check, TimeProvider? clock, Func<RunningSite, Task> prepare)
    {
        if (clock is null && check.Target is null)
        {
            var content = Prepared.GetOrAdd((PlanWriter.Hash(plan), done, check.Method), _ => new(() => Content(check, prepare)));
            return await Start(check, content: await content.Value);
        }
        var running = await Start(check, clock: clock);
        await prepare(running);
        return running;
    }

    private static async Task<byte[]> Content(CheckPlan check, Func<RunningSite, Task> prepare)
    {
        using var folder = new TemporaryFolder();
        var file = new SiteOptions(folder.Path, [], Demo: false).DatabaseFile;
        await using (var running = await Start(check, folder.Path))
            await prepare(running);
        SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(file);
    }

    /// <summary>An empty site, or one over the data that an earlier one left.</summary>
    /// <param name="content">The database it begins with; an empty one where none is given.</param>
    /// <param name="pagesPerMinute">How many pages a person may ask for; more than any test does where it is left out.</param>
    public static async Task<RunningSite> Start(CheckPlan check, string? dataFolder = null, bool demo = false, TimeProvider? clock = null, byte[]? content = null, int pagesPerMinute = 1_000_000)
    {
        var folder = dataFolder is null ? new TemporaryFolder() : null;
        var options = new SiteOptions(dataFolder ?? folder!.Path, ["http://127.0.0.1:0"], demo) { PasswordRounds = 10, PagesPerMinute = pagesPerMinute };
        if (folder is not null)
            await File.WriteAllBytesAsync(options.DatabaseFile, content ?? await EmptyDatabase.Content);
        var site = Site.Build(options, clock ?? new StoppedClock(), check);
        var invitation = await Site.Prepare(site, default);
        await site.StartAsync();
        var running = new RunningSite(folder, site) { Invitation = invitation };
        running.Client = await running.As(Everything);
        return running;
    }

    /// <summary>Does something with the site's own parts.</summary>
    public async Task In(Func<IServiceProvider, Task> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    /// <summary>Opens a page that must be there.</summary>
    public async Task<HtmlPage> Open(string address, HttpClient? browser = null)
    {
        using var response = await (browser ?? Client).GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await HtmlPage.Read(response);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Nobody.Dispose();
        await site.DisposeAsync();
        folder?.Dispose();
    }
}

/// <summary>A clock that stands on a morning of June 2025, in the days of the review, so that pages are the same each time.</summary>
internal class StoppedClock : TimeProvider
{
    public static readonly DateTimeOffset Now = new(2025, 6, 2, 0, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    // No time passes, so nobody's patience ends, however slow the machine.
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        TimeProvider.System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
