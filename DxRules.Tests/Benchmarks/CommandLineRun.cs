using System.Text.Json.Nodes;
using DxRules.Engine.Plans;

namespace DxRules.Benchmarks;

/// <summary>The command line as people and job arrays run it: a process for one city, and a stream of all municipalities.</summary>
internal sealed class CommandLineRun(TextWriter output)
{
    private const int Municipalities = 1_788;
    private static readonly string Program = Path.Combine(Repository.Root, "artifacts", "bin", "DxRules.Admin", "release", "DxRules.Admin.dll");

    public void Run()
    {
        if (!File.Exists(Program))
        {
            output.WriteLine("\n(The command line is not built: dotnet build DxRules.Admin -c Release)");
            return;
        }
        OneCity();
        var stream = Path.GetTempFileName();
        try
        {
            WritePlans(stream);
            Stream(stream);
        }
        finally
        {
            File.Delete(stream);
        }
    }

    private void OneCity()
    {
        var runs = Enumerable.Range(0, 7).Select(_ => ChildProcess.Run([Program, "check", WholeBookRun.PlanFile, "--as-of", "2025-06-02"])).ToArray();
        var table = new Table(output, "check of one city as a process, start to exit (median of 7)", "s on the wall", "s of processors");
        table.Row($"{Rounds.Median([.. runs.Select(run => run.Seconds)]):0.00}", $"{Rounds.Median([.. runs.Select(run => run.ProcessorSeconds)]):0.00}");
    }

    private void Stream(string file)
    {
        var megabytes = new FileInfo(file).Length / 1e6;
        var parse = ChildProcess.Run([Program, "plan", "validate", "-"], file, keepsOutput: false);
        var check = ChildProcess.Run([Program, "check", "-", "--format", "ndjson", "--as-of", "2025-06-02"], file, keepsOutput: false);
        var table = new Table(
            output,
            FormattableString.Invariant($"NDJSON: {Municipalities:N0} full plans ({megabytes:0} MB) through standard input, {Environment.ProcessorCount} processors"),
            "", "s on the wall", "s of processors", "plans a second", "MB/s", "peak MB");
        foreach (var (name, run) in new[] { ("only reading (plan validate -)", parse), ("check - --format ndjson", check) })
            table.Row($"{name}", $"{run.Seconds:0.0}", $"{run.ProcessorSeconds:0.0}", $"{Municipalities / run.Seconds:0}", $"{megabytes / run.Seconds:0}", $"{run.PeakMegabytes:0}");
        table.Row($"speed of the check to that of only reading", $"{parse.Seconds / check.Seconds:P0}", $"{parse.ProcessorSeconds / check.ProcessorSeconds:P0}", $"", $"", $"");
    }

    /// <summary>The same plan in every municipality, under its own code and id.</summary>
    private static void WritePlans(string file)
    {
        var plan = JsonNode.Parse(File.ReadAllBytes(WholeBookRun.PlanFile))!;
        using var lines = File.CreateText(file);
        for (var i = 0; i < Municipalities; i++)
        {
            var digits = (10_000 + (i * 40)).ToString("00000", System.Globalization.CultureInfo.InvariantCulture);
            plan["municipality"]!["code"] = digits + LocalGovernmentCode.ExpectedCheckDigit(digits + "0");
            plan["plan"]!["id"] = $"plan-{i}";
            lines.Write(plan.ToJsonString() + "\n");
        }
    }
}
