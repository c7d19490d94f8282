using System.IO.Compression;
using System.Text.Json.Nodes;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using DxRules.Tests.Admin.Cli;

namespace DxRules.Tests.Admin.Data;

/// <summary>
/// What a site of 21 November 2026 left (commit ce7a7bf): a plan file and a report. The program of
/// today reads all of it, and nothing is lost. The files are never made anew.
/// </summary>
public sealed class EarlierVersionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_plan_file_of_an_earlier_version_reads_as_it_is_written()
    {
        var content = Earlier("plan.json.br");

        var reading = PlanReader.Read("plan.json", content);

        reading.Diagnostics.ShouldBeEmpty();
        JsonNode.DeepEquals(JsonNode.Parse(PlanWriter.Write(reading.Document!)), JsonNode.Parse(content)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_report_of_an_earlier_version_is_compared_with_one_of_today()
    {
        var (old, now, plan) = (Path.Combine(folder.Path, "old.json"), Path.Combine(folder.Path, "now.json"), Path.Combine(folder.Path, "plan.json"));
        await File.WriteAllBytesAsync(old, Earlier("report.json.br"));
        await File.WriteAllBytesAsync(plan, Earlier("plan.json.br"));
        await File.WriteAllTextAsync(now, (await CommandLine.Run("check", plan, "--as-of", "2025-05-31", "--format", "json")).Output);

        var (report, problems) = ReportJson.Read(new SourceText(old, await File.ReadAllTextAsync(old)));
        var compared = await CommandLine.Run("compare", old, now, "--format", "json");

        problems.ShouldBeEmpty();
        report!.Plans[0].Alerts.Count.ShouldBe(JsonNode.Parse(Earlier("report.json.br"))!["plans"]![0]!["alerts"]!.AsArray().Count);
        compared.ExitCode.ShouldBeOneOf(0, 1);
        var step = JsonNode.Parse(compared.Output)!["plans"]![0]!["steps"]![1]!;
        step["previous"]!.GetValue<int>().ShouldBe(report.Plans[0].Alerts.Count);
        step["carried"]!.GetValue<int>().ShouldBeGreaterThan(report.Plans[0].Alerts.Count / 2);
    }

    private static byte[] Earlier(string name)
    {
        using var file = new BrotliStream(File.OpenRead(Repository.File("DxRules.Tests", "Admin", "Data", "Earlier", name)), CompressionMode.Decompress);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }
}
