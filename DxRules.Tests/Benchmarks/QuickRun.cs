using System.Globalization;
using DxRules.Benchmarks.Workload;

namespace DxRules.Benchmarks;

/// <summary>The eight rules against the hand-written loop: the same alerts, and how much longer they take to find.</summary>
internal sealed class QuickRun(TextWriter output)
{
    private readonly EngineRun engine = EngineRun.Load();
    private bool differs;

    /// <returns>Whether the engine found what the hand-written loop found, and both what is known of these cities.</returns>
    public bool Run(int rounds)
    {
        Compare("100 municipalities", CityGenerator.Make(100), Fingerprint.Known[100]);
        Compare("all 1,788 municipalities", CityGenerator.Make(1_788), Fingerprint.Known[1_788]);
        Compare("100 municipalities, KPIs on the exact 10 % boundary", CityGenerator.Make(100, new(OnBoundary: true)), null, knownAlerts: 14_268);
        Compare("100 municipalities, 2 % of all facts unknown", CityGenerator.Make(100, new(UnknownPercent: 2)), null);
        Time("nothing unknown", CityGenerator.Make(100), rounds);
        Time("2 % of all facts unknown", CityGenerator.Make(100, new(UnknownPercent: 2)), rounds);
        return !differs;
    }

    private void Compare(string name, City[] cities, Fingerprint? known, int? knownAlerts = null)
    {
        var byHand = new List<HandAlert>();
        HandLoop.Check(cities, byHand);
        var (hand, ours) = (Fingerprint.Of(byHand), Fingerprint.Of(engine.Alerts(cities)));
        var isSame = hand == ours && (known ?? ours) == ours && (knownAlerts ?? ours.Alerts) == ours.Alerts;
        differs |= !isSame;
        output.WriteLine(isSame ? $"{name}: {ours}" : $"{name}: DIFFERENT: engine {ours}; by hand {hand}; known {known?.ToString() ?? knownAlerts?.ToString(CultureInfo.InvariantCulture)}");
    }

    private void Time(string name, City[] cities, int rounds)
    {
        var alerts = new List<HandAlert>();
        var timings = Rounds.Take(
            rounds,
            TimeSpan.FromMilliseconds(6),
            new Contender("hand-written decimal loop with null checks", () =>
            {
                alerts.Clear();
                HandLoop.Check(cities, alerts);
            }),
            new Contender("DxRules, 8 rules", () => engine.Check(cities)));
        var subjects = cities.Length * CityGenerator.SubjectsPerCity;
        output.WriteLine();
        output.WriteLine($"{cities.Length} municipalities, {name}, one thread, median of {rounds} rounds in turn:");
        output.WriteLine();
        output.WriteLine("| | ns a subject | ratio | B a subject |");
        output.WriteLine("|---|---:|---:|---:|");
        foreach (var (row, nanoseconds, ratio, bytes) in timings)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {row} | {nanoseconds / subjects:0.0} | {ratio:0.00} | {(double)bytes / subjects:0.0} |"));
    }
}
