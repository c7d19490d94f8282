using System.Diagnostics;
using System.Diagnostics.Metrics;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.PlanChecks;

public class CheckTelemetryTests
{
    private static readonly DateOnly AsOf = new(2025, 5, 31);

    [Fact]
    public void Who_listens_is_told_of_plans_alerts_and_durations()
    {
        var plan = PlanReader.Read("demo", File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", "demo-city.json"))).Document!;
        var check = PlanCheck.Default;
        var here = Thread.CurrentThread.ManagedThreadId;
        var measured = new List<(string Name, double Value, string? Severity)>();
        var spans = new List<Activity>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == "DxRules") listener.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        meters.Start();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "DxRules",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => { if (Thread.CurrentThread.ManagedThreadId == here) spans.Add(activity); },
        };
        ActivitySource.AddActivityListener(activities);

        var report = check.Check(plan, AsOf).Plans[0];

        measured.Single(m => m.Name == "dxrules.checks").Value.ShouldBe(1);
        measured.Single(m => m is { Name: "dxrules.alerts", Severity: "critical" }).Value.ShouldBe(report.Counts.Critical);
        measured.Where(m => m.Name == "dxrules.alerts").Sum(m => m.Value).ShouldBe(report.Alerts.Count);
        measured.Single(m => m.Name == "dxrules.undetermined").Value.ShouldBe(report.Counts.Undetermined);
        measured.Single(m => m.Name == "dxrules.check.duration").Value.ShouldBeInRange(0.000_001, 600);
        var span = spans.ShouldHaveSingleItem();
        span.OperationName.ShouldBe("dxrules.check");
        span.GetTagItem("dxrules.plan").ShouldBe(report.Plan);
        span.GetTagItem("dxrules.alerts").ShouldBe(report.Alerts.Count);
        Activity.Current.ShouldBeNull();

        // Other tests check plans at the same time, on other threads.
        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (Thread.CurrentThread.ManagedThreadId == here)
                measured.Add((instrument.Name, value, tags.ToArray().FirstOrDefault(tag => tag.Key == "dxrules.severity").Value as string));
        }
    }

    [Fact]
    public void Where_nobody_listens_telling_takes_no_memory()
    {
        var plan = PlanReader.Read("demo", File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", "demo-city.json"))).Document!;
        var report = PlanCheck.Default.Check(plan, AsOf).Plans[0];
        Tell();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            Tell();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Tell()
        {
            using var running = CheckTelemetry.BeginCheck();
            running.Tell(report, AsOf);
        }
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void The_page_lists_every_instrument(string language)
    {
        var page = File.ReadAllText(Repository.File("DxRules.Engine", "docs", language, "telemetry.md"));
        var names = new List<string>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, _) => { if (instrument.Meter.Name == "DxRules") names.Add($"| `{instrument.Name}` | {instrument.GetType().Name.Split('`')[0]} | `{instrument.Unit}` |"); } };
        _ = PlanCheck.Default;
        meters.Start();

        names.Count.ShouldBe(6);
        foreach (var name in names)
            page.ShouldContain(name);
    }
}
