using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DxRules.Tests.Architecture;

/// <summary>The libraries that ship with the product: listed with licence and reason, locked by hash, told in the packages.</summary>
public sealed partial class DependenciesTests
{
    /// <summary>What is packed: the folder of the project and its package.</summary>
    private static readonly (string Project, string Package)[] Packed = [("DxRules.Engine", "DxRules.Engine"), ("DxRules.Admin", "DxRules.Admin")];

    // Needed to build, and not part of what ships.
    private static readonly string[] ToBuildOnly = ["Microsoft.EntityFrameworkCore.Design"];

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Each_package_is_listed_with_its_licence_and_reason_in_both_languages(string language)
    {
        var listed = Listed(language);

        listed.Select(row => $"{row.Name} {row.Version}").Order(StringComparer.Ordinal)
            .ShouldBe(Packed.SelectMany(packed => Locked(packed.Project)).Select(package => $"{package.Name} {package.Version}").Distinct().Order(StringComparer.Ordinal));
        listed.ShouldAllBe(row => row.Licence.Length > 0 && row.Reason.Length > 0);
        listed.Select(row => row.Licence).Distinct().ShouldBeSubsetOf(["MIT", "Apache-2.0", "MS-PL OR Apache-2.0"], "licences that go with that of the product");
    }

    [Fact]
    public void The_bill_of_materials_is_that_of_the_lock_files()
    {
        foreach (var (project, package) in Packed)
            Golden.ShouldMatchFile(Bill(project, package), Repository.File(project, "package", "sbom.cdx.json"));
    }

    [Fact]
    public void No_lock_file_names_a_registry()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Root, "packages.lock.json", SearchOption.AllDirectories).Where(file => !file.Contains("artifacts", StringComparison.Ordinal)))
            File.ReadAllText(file).ShouldNotContain("://", Case.Sensitive, file);
    }

    private static string Bill(string project, string package)
    {
        var licences = Listed("en").ToDictionary(row => row.Name, row => row.Licence);
        var components = Locked(project).Where(one => !ToBuildOnly.Contains(one.Name)).Select(one => (JsonNode)new JsonObject
        {
            ["type"] = "library", ["bom-ref"] = Address(one), ["name"] = one.Name, ["version"] = one.Version,
            ["licenses"] = new JsonArray(licences[one.Name].Contains(' ') ? new JsonObject { ["expression"] = licences[one.Name] } : new JsonObject { ["license"] = new JsonObject { ["id"] = licences[one.Name] } }),
            ["purl"] = Address(one),
            ["properties"] = new JsonArray(new JsonObject { ["name"] = "nuget:contentHash", ["value"] = one.Hash }),
        });
        var bill = new JsonObject
        {
            ["bomFormat"] = "CycloneDX", ["specVersion"] = "1.6", ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = new JsonObject { ["type"] = project == "DxRules.Admin" ? "application" : "library", ["name"] = package, ["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["id"] = "MIT" } }) } },
            ["components"] = new JsonArray([.. components]),
        };
        return bill.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static string Address(LockedPackage package) => $"pkg:nuget/{package.Name}@{package.Version}";

    private static List<LockedPackage> Locked(string project)
    {
        var file = JsonNode.Parse(File.ReadAllText(Repository.File(project, "packages.lock.json")))!;
        return [.. file["dependencies"]!["net10.0"]!.AsObject().Where(one => one.Value!["type"]!.ToString() is not "Project")
            .Select(one => new LockedPackage(one.Key, one.Value!["resolved"]!.ToString(), one.Value["contentHash"]!.ToString())).OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    private static List<(string Name, string Version, string Licence, string Reason)> Listed(string language) =>
        [.. Row().Matches(File.ReadAllText(Repository.File("DxRules.Admin", "docs", language, "dependencies.md")))
            .Select(match => match.Groups[1].Value.Split('|').Select(cell => cell.Trim()).ToArray()).Where(cells => cells.Length >= 4 && cells[1].Length > 0 && char.IsDigit(cells[1][0]))
            .Select(cells => (cells[0], cells[1], cells[2], cells[3]))];

    private sealed record LockedPackage(string Name, string Version, string Hash);

    [GeneratedRegex(@"(?m)^\| (.*) \|\s*$")]
    private static partial Regex Row();
}
