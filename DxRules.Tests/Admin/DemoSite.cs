using DxRules.Admin.Cycles;

namespace DxRules.Tests.Admin;

/// <summary>The site as `serve --demo` makes it: both samples, checked with the shipped rules.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    /// <summary>The cycles of the two samples, in the order in which they are loaded.</summary>
    public const int Yamagata = 1;
    public const int DemoCity = 2;

    internal RunningSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await RunningSite.Start(EngineCheck.Check, demo: true);

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
