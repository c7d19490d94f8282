using System.Reflection;
using DxRules.Engine.Text;

namespace DxRules.Tests.Architecture;

public class LayeringTests
{
    private static readonly Assembly Engine = typeof(SourceText).Assembly;

    [Fact]
    public void The_folders_of_the_engine_use_each_other_only_along_the_arrows()
    {
        Layers.OfEngine.Violations(Engine).ShouldBeEmpty();
    }

    [Fact]
    public void A_use_against_the_arrows_is_seen_wherever_it_hides()
    {
        const string Root = "DxRules.Tests.Architecture.BadSample";
        var arrows = new Dictionary<string, string[]> { ["Text"] = [], ["Plans"] = ["Text"] };

        var violations = new Layers(Root, arrows).Violations(typeof(LayeringTests).Assembly);

        var culprits = typeof(LayeringTests).Assembly.GetTypes()
            .Where(type => type.Namespace == $"{Root}.Text" && !type.IsNested && type.Name != "Innocent")
            .Select(type => type.Name).ToList();
        culprits.Count.ShouldBeGreaterThan(10);
        foreach (var culprit in culprits)
            violations.ShouldContain(violation => violation.StartsWith($"Text may not use Plans: {culprit} uses ", StringComparison.Ordinal), culprit);
        violations.ShouldNotContain(violation => violation.Contains("Innocent"));
        violations.ShouldContain($"{Root}.Elsewhere.Stray lies in no known folder");
    }

    [Fact]
    public void A_folder_may_use_what_the_folders_it_uses_may_use()
    {
        const string Root = "DxRules.Tests.Architecture.BadSample";
        var arrows = new Dictionary<string, string[]> { ["Elsewhere"] = [], ["Plans"] = [], ["Between"] = ["Plans"], ["Text"] = ["Between"] };

        new Layers(Root, arrows).Violations(typeof(LayeringTests).Assembly).ShouldBeEmpty();
    }

    [Fact]
    public void The_engine_depends_on_YamlDotNet_and_the_framework_alone()
    {
        Engine.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBe(["YamlDotNet"], ignoreOrder: true);
    }

    [Fact]
    public void Each_namespace_is_the_folder_in_which_its_file_lies()
    {
        foreach (var file in SourceFiles("DxRules.Engine").Concat(SourceFiles("DxRules.Admin")))
        {
            // What pages share is looked for in Pages/Shared, and belongs to the namespace of the pages.
            var folder = Path.GetDirectoryName(Path.GetRelativePath(Repository.Root, file))!.Replace(Path.DirectorySeparatorChar, '.').Replace(".Pages.Shared", ".Pages")
                // The second package lies beside the sources of the first, and is named after what it is to its users.
                .Replace("DxRules.Engine.Hosting", "DxRules.Hosting");
            var declared = File.ReadLines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));

            // There hosts look for what adds services.
            if (declared == "namespace Microsoft.Extensions.DependencyInjection;")
                continue;
            (declared ?? $"namespace {folder}").TrimEnd(';').ShouldBe($"namespace {folder}", $"in {file}");
        }
    }

    // Not what the build makes.
    private static IEnumerable<string> SourceFiles(string project) =>
        Directory.EnumerateFiles(Repository.File(project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));
}
