namespace DxRules.Tests.Architecture;

/// <summary>The files of the repository in which the tests run.</summary>
internal static class SourceTree
{
    /// <summary>The folder that holds DxRules.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The C# files of projects, those made by the build left out.</summary>
    public static IEnumerable<(string Project, string File)> Files(params string[] projects) =>
        from project in projects
        from file in Directory.EnumerateFiles(Path.Combine(Root, project), "*.cs", SearchOption.AllDirectories)
        where !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")
        select (project, file);

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "DxRules.sln")))
                return at.FullName;
        }
        throw new InvalidOperationException($"No folder above {folder} holds DxRules.sln.");
    }
}
