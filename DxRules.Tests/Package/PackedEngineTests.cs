using System.Text.RegularExpressions;

namespace DxRules.Tests.Package;

[Collection(nameof(PackedPackages))]
public class PackedEngineTests(PackedEngine package)
{
    private static readonly string Readme = File.ReadAllText(Repository.File("DxRules.Engine", "package", "README.md"));

    /// <summary>The least version, not the only one: a host may have a newer one.</summary>
    [Fact]
    public void The_package_depends_on_YamlDotNet_alone() => package.Manifest().Dependencies().ShouldBe([("YamlDotNet", "16.3.0")]);

    [Theory]
    [InlineData("DxRules.Engine")]
    [InlineData("DxRules.Hosting")]
    public void A_package_says_who_made_it_under_which_licence_and_brings_icon_readme_documentation_and_symbols(string name)
    {
        var about = package.Manifest(name).Elements().Single().Elements().ToLookup(node => node.Name.LocalName);
        using var archive = package.Open(name);
        using var symbols = package.Open(name, "snupkg");

        about["license"].Single().Value.ShouldBe("MIT");
        about["icon"].Single().Value.ShouldBe("icon.png");
        about["readme"].Single().Value.ShouldBe("README.md");
        about["description"].Single().Value.ShouldContain("自治体DX計画");
        about["authors"].Single().Value.ShouldBe("DxRules maintainers");
        var entries = archive.Entries.Select(entry => entry.FullName).ToList();
        entries.ShouldContain("icon.png");
        entries.ShouldContain("README.md");
        entries.Where(entry => entry.StartsWith("lib/", StringComparison.Ordinal)).Order().ShouldBe([$"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml"]);
        symbols.Entries.Select(entry => entry.FullName).ShouldContain($"lib/net10.0/{name}.pdb");
    }

    [Fact]
    public void The_package_holds_its_documents_and_every_rule_file_and_schema()
    {
        using var archive = package.Open();
        var entries = archive.Entries.Select(entry => entry.FullName).ToList();
        var rules = Directory.EnumerateFiles(Repository.File("rules"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

        entries.ShouldContain("README.md");
        entries.ShouldContain("icon.png");
        entries.ShouldContain("lib/net10.0/DxRules.Engine.xml");
        entries.Where(entry => entry.StartsWith("rules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(rules.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_first_check_of_its_README_runs_as_it_stands()
    {
        var folder = package.WriteProject(Block("csharp"), files: ("plan.json", Block("json")));

        var (exitCode, output) = DotnetCommand.RunIn(folder, "run");

        exitCode.ShouldBe(1, output);
        output.ShouldContain("SCH-02 Critical 導入: ");
    }

    private static string Block(string language) => Fence(language).Match(Readme).Groups[1].Value;

    private static Regex Fence(string language) => new($"```{language}\n(.*?)```", RegexOptions.Singleline);
}

internal static class ManifestReading
{
    /// <summary>Names and versions of what a package depends on, by name.</summary>
    public static IEnumerable<(string Name, string Version)> Dependencies(this System.Xml.Linq.XElement manifest) =>
        manifest.Descendants().Where(node => node.Name.LocalName == "dependency")
            .Select(node => (node.Attribute("id")!.Value, node.Attribute("version")!.Value)).OrderBy(dependency => dependency.Item1, StringComparer.Ordinal);
}
