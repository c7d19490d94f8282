using System.Net;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

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
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    /// <summary>A browser without script: it follows redirects and keeps cookies.</summary>
    public HttpClient Client { get; }

    /// <summary>A site with one plan, デモ市, one open cycle and one run of the given check.</summary>
    public static async Task<RunningSite> WithDemoCity(CheckPlan check)
    {
        var running = await WithPlanOnly(check);
        await running.In(async services =>
        {
            var cycle = await services.GetRequiredService<CycleOpening>().Open(1, 2024, default);
            await services.GetRequiredService<CycleCheck>().Run(cycle!.Id, new DateOnly(2025, 5, 31), default);
        });
        return running;
    }

    /// <summary>A site with one plan, デモ市, that was never reviewed.</summary>
    public static async Task<RunningSite> WithPlanOnly(CheckPlan check)
    {
        var running = await Start(check);
        await running.In(services => PlanVersions.Add(
            services.GetRequiredService<AdminDb>(), Samples.Read("demo-city.json"), null, "test", DateTimeOffset.UnixEpoch, default));
        return running;
    }

    /// <summary>An empty site, or one over the data that an earlier one left.</summary>
    public static async Task<RunningSite> Start(CheckPlan check, string? dataFolder = null, bool demo = false)
    {
        var folder = dataFolder is null ? new TemporaryFolder() : null;
        var options = new SiteOptions(dataFolder ?? folder!.Path, ["http://127.0.0.1:0"], demo);
        var site = Site.Build(options, new StoppedClock(), check);
        await Site.Prepare(site, default);
        await site.StartAsync();
        return new RunningSite(folder, site);
    }

    /// <summary>Does something with the site's own parts.</summary>
    public async Task In(Func<IServiceProvider, Task> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    /// <summary>Opens a page that must be there.</summary>
    public async Task<HtmlPage> Open(string address)
    {
        using var response = await Client.GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await HtmlPage.Read(response);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await site.DisposeAsync();
        folder?.Dispose();
    }
}

/// <summary>A clock that stands at the beginning of 1970, so that pages are the same each time.</summary>
file sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
}
