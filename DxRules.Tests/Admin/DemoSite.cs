using DxRules.Admin.Cycles;

namespace DxRules.Tests.Admin;

/// <summary>The site as `serve --demo` makes it: five years of デモ市 and a real plan, checked with the shipped rules.</summary>
public sealed class DemoSite(LoadedDemo loaded) : IAsyncLifetime
{
    private TemporaryFolder? folder;

    /// <summary>The plan of デモ市 that is in force, and the one before it.</summary>
    public const string DemoCityPlan = "demo-city-2023.json";
    public const string PlanBefore = "demo-city-2018.json";

    /// <summary>The cycles in the order in which they are loaded: three of the plan before, then the first of the present one, which are all closed.</summary>
    public const int FirstOfPlanBefore = 1;
    public const int FirstOfDemoCity = 4;
    public const int DemoCity = 5;
    public const int Yamagata = 6;

    internal RunningSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        folder = await loaded.Copy();
        Site = await RunningSite.Start(EngineCheck.Check, folder.Path, demo: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        folder?.Dispose();
    }
}
