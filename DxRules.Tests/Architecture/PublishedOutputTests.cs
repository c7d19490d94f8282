using System.Diagnostics;
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
            Publish("DxRules.Admin", folder.FullName);

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

    // What the tests were built with is published as it is, so that nothing is built twice and the network is not needed.
    private static void Publish(string project, string folder)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name.Split('_')[0];
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        foreach (var argument in new[] { "publish", project, "--no-build", "-c", configuration, "-o", folder, "-nodeReuse:false" })
            start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, output);
    }
}
