using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.Api;
using DxRules.Tests.Engine.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.People;

/// <summary>
/// The same plan on two sites: on one with a word in every text and id that lies under security or is about it, on the other without all that. For
/// whom it is secret there must be no difference between them, to the letter.
/// </summary>
public sealed class SecretSite : IAsyncLifetime
{
    private readonly Lazy<Task<IReadOnlyList<string>>> known;
    private readonly Lazy<Task<Reading[]>> readings;

    public SecretSite() => (known, readings) = (new(ReadEverything), new(ReadAsOutsiders));

    /// <summary>The first pages of a walk: what the navigation leads to, and what it does not.</summary>
    internal static readonly string[] Entrances =
        ["/", "/account", "/audit", "/jobs", "/people", "/tokens", "/plans/1/departments", "/plans/1/versions", "/plans/1/subjects/security-policy/history",
         "/plans/1/subjects/plan/history", "/plans/1/governance", "/plans/1/closing?show=all", "/plans/1/carry-over", "/plans/1/carry-over?handler=export", "/plans/1/inherited", "/cycles/1", "/cycles/1/alerts?folded=show", "/cycles/1/alerts?run=1",
         "/cycles/1/alerts?all=show", "/cycles/1/alerts?handler=export", "/cycles/1/alerts?order=department&page=2", "/inbox", "/inbox?seen=show",
         "/cycles/1/alerts?order=rule", "/cycles/1/alerts?order=severity&severity=undetermined", "/plans/1", "/plans/1/kpis", "/plans/1/security", "/plans/1/security/summary",
         "/plans/1/trend", "/plans/1/generations", "/cycles/1/comparison", "/cycles/1/heatmap", "/cycles/1/paper", "/cycles/1/paper?format=xlsx", "/cycles/1/publication?open=all", "/cycles/1/publication/preview/index.html", "/rules", "/rules/profile", "/rules/try", "/plans/1/versions?handler=workbook",
         "/plans/1/versions?handler=document", "/plans/1/export", "/plans/1/export?handler=forms", "/plans/1/export?handler=tables", "/plans/1/export?handler=form", "/plans/1/security?handler=export&format=json",
         "/plans/1/kpis?handler=export&format=xlsx", "/plans/1?handler=export", "/cycles/1/comparison?handler=export&format=json", "/search?q=システム"];

    /// <summary>What a program asks for, with every operation that reads; of a run both before and after the revision.</summary>
    internal static readonly string[] ApiAddresses =
    [
        "/api/v1/plans", "/api/v1/plans/1", "/api/v1/plans/1/document", "/api/v1/plans/1/document?version=1", "/api/v1/plans/1/document?asOf=2024-12-01", "/api/v1/cycles", "/api/v1/cycles/1",
        "/api/v1/cycles/1/alerts?limit=500&outcome=alert&outcome=undetermined&outcome=fault&outcome=gone", "/api/v1/cycles/1/alerts?limit=500&run=1", "/api/v1/plans/1/alerts?limit=7",
        "/api/v1/cycles/1/alerts?category=security", "/api/v1/cycles/1/alerts?rule=SEC-01&outcome=undetermined", "/api/v1/cycles/1/report", "/api/v1/cycles/1/report?run=1",
        "/api/v1/openapi.json", "/api/v1/openapi.json?lang=en", "/api/v1/nowhere", "/api/v1/cycles/1/alerts/SEC-01/nothing",
    ];

    /// <summary>Programs that see nothing of it.</summary>
    internal static readonly IReadOnlyList<(Roles Role, string? Department)> Programs = [(Roles.Reader, null), (Roles.DxOffice, null), (Roles.Department, "d-dx"), (Roles.Department, "d-zeimu")];

    private readonly Dictionary<(RunningSite Site, Roles Role, string? Department), string> tokens = [];

    internal RunningSite Site { get; private set; } = null!;

    internal RunningSite Open { get; private set; } = null!;

    /// <summary>The keys of everything a check found that is secret.</summary>
    internal IReadOnlyList<string> SecretKeys { get; private set; } = [];

    /// <summary>The addresses that somebody opened before who sees everything.</summary>
    internal Task<IReadOnlyList<string>> Known => known.Value;

    /// <summary>What each of the outsiders can read of both sites, read once, after somebody who sees everything: nothing that was kept for one comes to another.</summary>
    internal Task<Reading[]> Readings => readings.Value;

    public async ValueTask InitializeAsync()
    {
        var plan = Samples.Read("demo-city.json");

        // Corrective actions about security are left out: GOV-06 states how many actions there are, and counts them all.
        var secret = CanaryPlan.OfSecurity(plan) with { Governance = plan.Governance };
        var later = Later(secret);
        Site = await With(secret, later);
        Open = await With(secret.WithoutSecurity(), later.WithoutSecurity());

        // All of them on both sites before anything is read: people are named on pages.
        foreach (var site in new[] { Site, Open })
        {
            foreach (var (roles, departments) in Outsiders.Append((Roles.SecurityOfficer, [])).Append((Roles.Administrator, [])))
                await site.Session(roles, departments);
            foreach (var (role, department) in Programs.Append((Roles.SecurityOfficer, null)))
                tokens[(site, role, department)] = (await ApiClient.Token(site, role, department)).Secret;
        }
        await Site.In(async services =>
            SecretKeys = await services.GetRequiredService<AdminDb>().Observations.Where(row => row.Secret).Select(row => row.Key).Distinct().ToListAsync());
    }

    /// <summary>A program of a role, whose token was made before anything was read.</summary>
    internal ApiClient Program(RunningSite site, Roles role, string? department = null) => ApiClient.With(site, tokens[(site, role, department)]);

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Open.DisposeAsync();
    }

    private async Task<IReadOnlyList<string>> ReadEverything() => [.. (await Crawl.From(await Site.As(RunningSite.Everything), Entrances)).Pages.Keys];

    private async Task<Reading[]> ReadAsOutsiders()
    {
        await Known;
        return await Task.WhenAll(Outsiders.Select(outsider => Read(outsider.Roles, outsider.Departments)));
    }

    private async Task<Reading> Read(Roles roles, string[] departments) => new(
        roles, departments, await Crawl.From(await Site.As(roles, departments), Entrances), await Crawl.From(await Open.As(roles, departments), Entrances));

    internal static async Task<RunningSite> With(PlanDocument plan, PlanDocument? later = null)
    {
        var site = await RunningSite.WithPlan(EngineCheck.Check, plan);
        await site.In(async services =>
        {
            var cycle = await services.GetRequiredService<CycleOpening>().OpenAsDocumented(1, 2024, default);
            await services.GetRequiredService<CycleCheck>().Run(cycle!.Id, new DateOnly(2024, 12, 1), default);
            if (later is not null)
                await PlanVersions.Add(services.GetRequiredService<AdminDb>(), services.GetRequiredService<AuditLog>(), later, null, "改訂", StoppedClock.Now, default);
            await services.GetRequiredService<CycleCheck>().Run(cycle.Id, Samples.AsOf, default);
        });
        return site;
    }

    // Something that everybody may see has changed, and something that few may.
    private static PlanDocument Later(PlanDocument plan) => plan with
    {
        Plan = plan.Plan with { Title = $"{plan.Plan.Title}（改訂）" },
        Security = plan.Security! with { Controls = [.. plan.Security.Controls!.Select(control => control with { Title = $"{CanaryPlan.Word} {control.Id}" })] },
    };

    internal static readonly IReadOnlyList<(Roles Roles, string[] Departments)> Outsiders =
        [(Roles.Reader, []), (Roles.DxOffice, []), (Roles.Department, ["d-dx", "d-shimin", "d-zeimu"]), (Roles.DxOffice | Roles.Department | Roles.Reader, ["d-dx"])];

    /// <summary>What somebody can read, who does not see what is secret: of the site where there is something secret, and of the one where there is not.</summary>
    internal sealed record Reading(Roles Roles, string[] Departments, Crawl Secret, Crawl Open);
}

/// <summary>The tests that share these sites and what was read of them. They only read.</summary>
[CollectionDefinition]
public sealed class SecretCollection : ICollectionFixture<SecretSite>;
