using DxRules.Admin.Cycles;

[assembly: AssemblyFixture(typeof(DxRules.Tests.Admin.LoadedDemo))]

namespace DxRules.Tests.Admin;

/// <summary>The data of the demonstration, loaded once for all tests that want a demonstration of their own.</summary>
public sealed class LoadedDemo : IAsyncDisposable
{
    private readonly Lazy<Task<TemporaryFolder>> loaded = new(Load);

    /// <summary>A copy, in a folder that the caller deletes.</summary>
    internal async Task<TemporaryFolder> Copy()
    {
        var source = (await loaded.Value).Path;
        var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(copy.Path, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        if (loaded.IsValueCreated)
            (await loaded.Value).Dispose();
    }

    private static async Task<TemporaryFolder> Load()
    {
        var folder = new TemporaryFolder();
        await (await RunningSite.Start(EngineCheck.Check, folder.Path, demo: true)).DisposeAsync();
        return folder;
    }
}
