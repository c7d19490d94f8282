using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;

namespace DxRules.Engine.PlanChecks;

/// <summary>
/// What the engine tells OpenTelemetry and other listeners, under the name DxRules. Names and units are part of what users rely on: docs/*/telemetry.md lists
/// them. Where nobody listens a check costs two looks at a flag more.
/// </summary>
internal static class CheckTelemetry
{
    public const string Name = "DxRules";

    private static readonly ActivitySource Source = new(Name, PlanCheck.EngineVersion);
    private static readonly Meter Meter = new(Name, PlanCheck.EngineVersion);
    private static readonly Counter<long> Checks = Meter.CreateCounter<long>("dxrules.checks", "{check}", "Plans, or roots of a host's own records, that were checked.");
    private static readonly Counter<long> Alerts = Meter.CreateCounter<long>("dxrules.alerts", "{alert}", "Alerts found, by severity; folded ones count.");
    private static readonly Counter<long> Undetermined = Meter.CreateCounter<long>("dxrules.undetermined", "{result}", "Results that could not be determined because facts are missing.");
    private static readonly Counter<long> Faults = Meter.CreateCounter<long>("dxrules.faults", "{fault}", "Rules that failed on a subject.");
    private static readonly Histogram<double> CheckDuration = Meter.CreateHistogram<double>("dxrules.check.duration", "s", "How long the check of one plan took.");
    private static readonly Histogram<double> LoadDuration = Meter.CreateHistogram<double>("dxrules.load.duration", "s", "How long it took to read and compile rules.");

    private static readonly KeyValuePair<string, object?>[] Severities =
        [.. Enum.GetValues<Severity>().Select(severity => new KeyValuePair<string, object?>("dxrules.severity", SeverityWords.English(severity)))];

    private static bool IsMeasured => Checks.Enabled || Alerts.Enabled || Undetermined.Enabled || Faults.Enabled || CheckDuration.Enabled;

    /// <summary>Begins the check of one plan.</summary>
    public static Running BeginCheck() => Begin("dxrules.check", IsMeasured);

    /// <summary>Begins to load rules.</summary>
    public static Running BeginLoad() => Begin("dxrules.load", LoadDuration.Enabled);

    private static Running Begin(string name, bool isMeasured)
    {
        var activity = Source.HasListeners() ? Source.StartActivity(name) : null;
        return activity is not null || isMeasured ? new Running(activity, Stopwatch.GetTimestamp()) : default;
    }

    private static void Measure(TimeSpan elapsed, ReportCounts counts)
    {
        Checks.Add(1);
        Count(Alerts, counts.Info, Severities[(int)Severity.Info]);
        Count(Alerts, counts.Notice, Severities[(int)Severity.Notice]);
        Count(Alerts, counts.Warning, Severities[(int)Severity.Warning]);
        Count(Alerts, counts.Critical, Severities[(int)Severity.Critical]);
        if (counts.Undetermined > 0)
            Undetermined.Add(counts.Undetermined);
        if (counts.Faults > 0)
            Faults.Add(counts.Faults);
        CheckDuration.Record(elapsed.TotalSeconds);
    }

    private static void Count(Counter<long> counter, int count, KeyValuePair<string, object?> severity)
    {
        if (count > 0)
            counter.Add(count, severity);
    }

    /// <summary>Something that began; nothing where nobody listens. Disposing it ends its span, whatever became of it.</summary>
    internal readonly record struct Running(Activity? Activity, long Started) : IDisposable
    {
        private TimeSpan Elapsed => Stopwatch.GetElapsedTime(Started);

        /// <summary>Tells of a check that is done.</summary>
        public void Tell(PlanReport report, DateOnly asOf)
        {
            if (Started == 0)
                return;
            Measure(Elapsed, report.Counts);
            Activity?.SetTag("dxrules.plan", report.Plan).SetTag("dxrules.as_of", asOf.ToString("O", CultureInfo.InvariantCulture)).SetTag("dxrules.alerts", report.Alerts.Count)
                .SetTag("dxrules.undetermined", report.Counts.Undetermined).SetTag("dxrules.faults", report.Counts.Faults);
        }

        /// <summary>Tells of rules that were loaded, or refused for their errors.</summary>
        /// <param name="ruleSet">Which rules; null where they have errors.</param>
        public void Tell(RuleSetStamp? ruleSet)
        {
            if (Started == 0)
                return;
            var outcome = ruleSet is null ? "refused" : "loaded";
            LoadDuration.Record(Elapsed.TotalSeconds, new KeyValuePair<string, object?>("dxrules.outcome", outcome));
            Activity?.SetTag("dxrules.outcome", outcome).SetTag("dxrules.rules", ruleSet?.Rules.Count).SetTag("dxrules.rule_set", ruleSet?.Hash);
            if (ruleSet is null)
                Activity?.SetStatus(ActivityStatusCode.Error, "The rule files have errors.");
        }

        public void Dispose() => Activity?.Dispose();
    }
}
