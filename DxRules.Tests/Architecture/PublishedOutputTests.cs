using System.Text.Json;

namespace DxRules.Tests.Architecture;

public class PublishedOutputTests
{
    [Fact]
    public void The_published_admin_holds_no_compiler()
    {
        var folder = Directory.CreateTempSubdirectory("dxrules-publish-");
        try
        {
            var (exitCode, output) = DotnetCommand.Run("publish", "DxRules.Admin", "-o", folder.FullName, "-nodeReuse:false");
            exitCode.ShouldBe(0, output);

            var files = folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name).ToList();
            files.ShouldContain("DxRules.Admin.dll");
            files.ShouldContain("DxRules.Engine.dll");
            files.Where(IsCompiler).ShouldBeEmpty();
            Libraries(Path.Combine(folder.FullName, "DxRules.Admin.deps.json")).Where(IsCompiler).ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_list_of_libraries_is_really_read()
    {
        Libraries(Path.Combine(AppContext.BaseDirectory, "DxRules.Tests.deps.json"))
            .ShouldContain(library => library.StartsWith("YamlDotNet/", StringComparison.Ordinal));
    }

    private static bool IsCompiler(string name) => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.OrdinalIgnoreCase);

    private static List<string> Libraries(string depsFile)
    {
        using var deps = JsonDocument.Parse(File.ReadAllText(depsFile));
        return [.. deps.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name)];
    }
}
