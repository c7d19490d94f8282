using System.Text.Json.Nodes;
using DxRules.Admin.Cli;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Cli;

/// <summary><c>check - --format ndjson</c> is a filter: a line in, a line out. Whatever pipes lines may cut the stream where it likes.</summary>
public class StreamTests
{
    private static readonly string[] Plans = [.. Enumerable.Range(0, 12).Select(PlanOf)];

    [Fact]
    public async Task A_stream_cut_in_pieces_gives_the_lines_of_the_whole()
    {
        var whole = await Check(Plans);
        var pieces = new List<string>();
        foreach (var piece in Plans.Chunk(5))
            pieces.AddRange(await Check(piece));

        whole.Length.ShouldBe(Plans.Length);
        pieces.ShouldBe(whole);
    }

    [Fact]
    public async Task The_lines_stand_in_the_order_of_the_plans()
    {
        var lines = await Check([.. Plans.Reverse()]);

        lines.ShouldBe((await Check(Plans)).Reverse());
    }

    [Fact]
    public async Task Reports_merge_to_the_same_whichever_are_merged_first()
    {
        var reports = (await Check(Plans)).Select(line => ReportJson.Read(new SourceText("report", line)).Report!).ToList();
        var together = Merge([.. reports]);
        var fromTheLeft = reports.Aggregate((all, next) => Merge(all, next));
        var fromTheRight = reports.AsEnumerable().Reverse().Aggregate((all, next) => Merge(next, all));
        var halves = Merge(Merge([.. reports.Skip(7)]), Merge([.. reports.Take(7)]));

        foreach (var merged in (CheckReport[])[fromTheLeft, fromTheRight, halves])
            ReportJson.Write(merged).ShouldBe(ReportJson.Write(together));
    }

    [Fact]
    public void Results_come_in_order_and_only_a_few_items_are_taken_ahead()
    {
        var (taken, given) = (0, 0);
        foreach (var result in InOrder.Each(Enumerable.Range(0, 500).Select(i => { taken++; return i; }), i => { Thread.SpinWait(i % 7 * 1_000); return i; }))
        {
            result.ShouldBe(given++);
            taken.ShouldBeLessThanOrEqualTo(given + (2 * Environment.ProcessorCount) + 1);
        }
        given.ShouldBe(500);
    }

    private static CheckReport Merge(params CheckReport[] reports) => ReportMerge.Of(reports).Report!;

    private static async Task<string[]> Check(string[] plans)
    {
        var run = await CommandLine.RunWith(CommandLine.Utf8(string.Concat(plans.Select(plan => plan + "\n"))), "check", "-", "--format", "ndjson", "--as-of", "2025-06-02");
        run.ExitCode.ShouldBe(1);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string PlanOf(int number)
    {
        var plan = JsonNode.Parse(File.ReadAllText(Repository.File("DxRules.Admin", "SampleData", number % 2 == 0 ? "sendai-2021.json" : "akita-2021.json")))!;
        var digits = $"{10_000 + number}";
        plan["municipality"]!["code"] = digits + LocalGovernmentCode.ExpectedCheckDigit(digits);
        plan["plan"]!["id"] = $"plan-{number}";
        return plan.ToJsonString();
    }
}
