using DxRules.Admin.Cycles;
using DxRules.Admin.People;

namespace DxRules.Tests.Admin.Api;

/// <summary>デモ市, checked twice with the shipped rules, and a program of each role.</summary>
public sealed class ApiSite : IAsyncLifetime
{
    private readonly Dictionary<Roles, ApiClient> clients = [];

    internal RunningSite Site { get; private set; } = null!;

    /// <summary>The key of an alert that everybody sees who sees all departments.</summary>
    internal string Key { get; private set; } = "";

    internal ApiClient Of(Roles role) => clients[role];

    public async ValueTask InitializeAsync()
    {
        Site = await RunningSite.WithDemoCityTwice(EngineCheck.Check);
        foreach (var (role, _) in ApiTokens.Roles)
            clients[role] = await ApiClient.Of(Site, role, role == Roles.Department ? "d-shimin" : null);
        Key = (await Of(Roles.Reader).Get("/api/v1/cycles/1/alerts?limit=1"))["items"]![0]!["key"]!.GetValue<string>();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values)
            client.Dispose();
        await Site.DisposeAsync();
    }
}
