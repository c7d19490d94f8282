using System.Text.RegularExpressions;

namespace DxRules.Tests.Package;

public class PackedEngineTests(PackedEngine package) : IClassFixture<PackedEngine>
{
    private static readonly string Readme = File.ReadAllText(Repository.File("DxRules.Engine", "package", "README.md"));

    [Fact]
    public void The_package_depends_on_YamlDotNet_alone()
    {
        var names = package.Manifest().Descendants().Where(node => node.Name.LocalName == "dependency").Select(node => node.Attribute("id")!.Value);

        names.ShouldBe(["YamlDotNet"]);
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
        var (exitCode, output) = package.RunProgram(Block("csharp"), files: ("plan.json", Block("json")));

        exitCode.ShouldBe(1, output);
        output.ShouldContain("SCH-02 Critical 導入: ");
    }

    private static string Block(string language) => Fence(language).Match(Readme).Groups[1].Value;

    private static Regex Fence(string language) => new($"```{language}\n(.*?)```", RegexOptions.Singleline);
}
