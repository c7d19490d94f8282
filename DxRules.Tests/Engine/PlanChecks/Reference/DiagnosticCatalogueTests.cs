using System.Text.RegularExpressions;
using DxRules.Engine.PlanChecks.Reference;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.PlanChecks.Reference;

public sealed partial class DiagnosticCatalogueTests
{
    public static TheoryData<string> Examples => [.. DiagnosticCatalogue.All.Where(e => e.Form != ExampleForm.Situation).Select(e => e.Code)];

    [Fact]
    public void It_holds_every_code_the_sources_tell_and_no_other()
    {
        var told = new[] { "DxRules.Engine", "DxRules.Admin" }
            .SelectMany(project => Directory.GetFiles(Repository.File(project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !Path.GetFileName(file).StartsWith("DiagnosticCatalogue", StringComparison.Ordinal))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value))
            .Distinct().Order(StringComparer.Ordinal);

        DiagnosticCatalogue.All.Select(e => e.Code).ShouldBe(told);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_brings_its_diagnostic_about(string code)
    {
        var entry = DiagnosticCatalogue.All.Single(e => e.Code == code);

        var told = TriedExample.DiagnosticsOf(entry);

        // A fault is told inside the message about the example on which it happened.
        told.ShouldContain(
            d => d.Code == code || d.Message.En.Contains($"({code})"),
            string.Join("\n", told.Select(d => DiagnosticPrinter.Print(d, Language.English))));
    }

    [Theory]
    [InlineData(Language.Japanese, "DxRules.Engine/docs/ja/diagnostics.md")]
    [InlineData(Language.English, "DxRules.Engine/docs/en/diagnostics.md")]
    public void The_documented_diagnostics_are_those_of_the_catalogue(Language language, string path) =>
        Golden.ShouldMatchFile(DiagnosticReference.Write(language), Repository.File(path));

    [GeneratedRegex("\"(DX[0-9]{3})\"")]
    private static partial Regex Code();
}
