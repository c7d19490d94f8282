using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.PlanChecks.CSharp;

public sealed class CSharpPageTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void The_page_shows_the_code_that_tests_run(string language)
    {
        var page = Text("DxRules.Engine", "docs", language, "csharp-rules.md");
        var code = Text("DxRules.Tests", "Engine", "PlanChecks", "CSharp", "DocumentedRules.cs");

        foreach (var name in new[] { "rule", "load", "tree" })
        {
            var lines = code.Split($"// [{name}]\n")[1].Split($"// [/{name}]")[0].TrimEnd().Split('\n').Select(line => line.Length > 8 ? line[8..] : "");
            page.ShouldContain("```csharp\n" + string.Join('\n', lines) + "\n```");
        }
    }

    [Fact]
    public void The_documented_rule_does_what_its_examples_say_and_the_tree_finds_what_the_report_finds()
    {
        var check = DocumentedRules.Load(DocumentedRules.Late());
        var plan = PlanReader.Read("demo", File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", "demo-city.json"))).Document!;
        var asOf = new DateOnly(2025, 5, 31);

        var matches = DocumentedRules.Match(check, plan, asOf);

        var matched = check.Conditions.Select(c => c.Rule).ToHashSet();
        matches.ShouldBe(check.Check(plan, asOf).Plans[0].Alerts.Where(a => matched.Contains(a.Rule)).Select(a => (a.Rule, a.Subject.Id)), ignoreOrder: true);
        matches.ShouldContain(match => match.Rule == "CITY-01");
    }

    private static string Text(params string[] path) => File.ReadAllText(Repository.File(path)).ReplaceLineEndings("\n");
}
