namespace DxRules.Tests.Admin;

/// <summary>One site for the tests that only read: デモ市 with the fabricated check.</summary>
public sealed class ReadOnlySite : IAsyncLifetime
{
    internal RunningSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
