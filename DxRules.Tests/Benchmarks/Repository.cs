namespace DxRules.Benchmarks;

/// <summary>The folder these benchmarks were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            if (folder.GetFiles("DxRules.sln").Length > 0)
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds DxRules.sln.");
    }
}
