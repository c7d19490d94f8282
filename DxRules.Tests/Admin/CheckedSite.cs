using DxRules.Admin.Cycles;

namespace DxRules.Tests.Admin;

/// <summary>One site for the tests that only read: デモ市, checked with the shipped rules.</summary>
public sealed class CheckedSite : IAsyncLifetime
{
    internal RunningSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await RunningSite.WithDemoCity(EngineCheck.Check);

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
