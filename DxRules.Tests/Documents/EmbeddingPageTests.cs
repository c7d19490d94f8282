using DxRules.Engine.Alerts;
using DxRules.Engine.Text;

namespace DxRules.Tests.Documents;

public sealed class EmbeddingPageTests
{
    [Fact]
    public void The_code_of_the_page_tells_what_a_check_finds_and_nothing_secret()
    {
        var check = EmbeddingCode.Load(Repository.File("rules"), Repository.File("DxRules.Engine", "docs", "examples", "small-town", "profile.yaml"));
        var plan = EmbeddingCode.Read(Repository.File("DxRules.Admin", "SampleData", "demo-city.json"));

        var (lines, json) = EmbeddingCode.Tell(check, plan);

        lines.ShouldContain(line => line.StartsWith("KPI-02 警告 ", StringComparison.Ordinal));
        lines.ShouldNotContain(line => line.StartsWith("SEC-", StringComparison.Ordinal));
        ReportJson.Read(new SourceText("report", json)).Item1.ShouldNotBeNull().Plans[0].Counts.Critical.ShouldBe(EmbeddingCode.CountCritical(check, [plan], new DateOnly(2025, 5, 31), default));
    }
}
