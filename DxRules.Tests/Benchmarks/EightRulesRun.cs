using System.Diagnostics;
using System.Globalization;
using DxRules.Benchmarks.Workload;

namespace DxRules.Benchmarks;

/// <summary>The eight rules in every other way: cheap rules alone, on two threads, one city again, and in a process that has just begun.</summary>
internal sealed class EightRulesRun(TextWriter output)
{
    private const int Rounds = 41;
    private static readonly string[] Cheap = ["NO-REPORT", "PHASE-OVERDUE", "CONTROL-GAP", "CONTROL-REVIEW"];

    private readonly EngineRun engine = EngineRun.Load();

    public void Run()
    {
        Sizes();
        CheapOnly();
        OneCityAgain();
        TwoThreads();
        Cold();
    }

    /// <summary>What a process does that has just begun: data in memory, then rules read, compiled and run; milliseconds, one a line.</summary>
    public static void RunCold(TextWriter output)
    {
        var cities = CityGenerator.Make(1_788);
        var started = Stopwatch.GetTimestamp();
        var engine = EngineRun.Load();
        var loaded = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var found = engine.Check(cities);
        var all = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (found != Fingerprint.Known[1_788].Alerts)
            throw new InvalidOperationException($"{found} alerts.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{loaded} {all}"));
    }

    private void Sizes()
    {
        var table = new Table(output, $"8 rules on more and fewer municipalities (one thread, median of {Rounds} rounds in turn)", "municipalities", "by hand, ns a subject", "DxRules, ns a subject", "ratio");
        foreach (var size in (int[])[10, 100, 1_788])
        {
            var cities = CityGenerator.Make(size);
            var alerts = new List<HandAlert>();
            var timings = Benchmarks.Rounds.Take(Rounds, TimeSpan.FromMilliseconds(6), ByHand(cities, alerts), new Contender("DxRules", () => engine.Check(cities)));
            var subjects = size * CityGenerator.SubjectsPerCity;
            table.Row($"{size:N0}", $"{timings[0].Nanoseconds / subjects:0.0}", $"{timings[1].Nanoseconds / subjects:0.0}", $"{timings[1].Ratio:0.00}");
        }
    }

    private void CheapOnly()
    {
        var cities = CityGenerator.Make(100);
        var (alerts, cheap) = (new List<HandAlert>(), EngineRun.Load(Cheap));
        var timings = Benchmarks.Rounds.Take(
            Rounds,
            TimeSpan.FromMilliseconds(6),
            new Contender("by hand", () =>
            {
                alerts.Clear();
                HandLoop.CheckCheap(cities, alerts);
            }),
            new Contender("DxRules", () => cheap.Check(cities)));
        if (cheap.Check(cities) != alerts.Count)
            throw new InvalidOperationException("The cheap rules differ.");
        var table = new Table(output, "4 rules of cheap comparisons only (dates and booleans), 100 municipalities", "", "ns a subject", "ratio");
        foreach (var (name, nanoseconds, ratio, _) in timings)
            table.Row($"{name}", $"{nanoseconds / (100 * CityGenerator.SubjectsPerCity):0.0}", $"{ratio:0.00}");
    }

    private void OneCityAgain()
    {
        var city = CityGenerator.Make(1);
        var alerts = new List<HandAlert>();
        var value = 0m;
        void Change() => city[0].Initiatives[7].Kpis[1].Actuals[4].Value = value++ % 500;
        var hand = ByHand(city, alerts).Run;
        var timings = Benchmarks.Rounds.Take(Rounds, TimeSpan.FromMilliseconds(6), new Contender("by hand", () => { Change(); hand(); }), new Contender("DxRules", () => { Change(); engine.Check(city); }));
        var table = new Table(output, "One municipality checked again after one actual changed (all 8 rules on all 385 subjects)", "", "µs", "ratio");
        foreach (var (name, nanoseconds, ratio, _) in timings)
            table.Row($"{name}", $"{nanoseconds / 1_000:0.0}", $"{ratio:0.00}");
    }

    private void TwoThreads()
    {
        var cities = CityGenerator.Make(1_788);
        var halves = (City[][])[cities[..894], cities[894..]];
        EngineRun[] engines = [engine, EngineRun.Load()];
        var lists = new[] { new List<HandAlert>(), new List<HandAlert>() };
        var table = new Table(output, "2 threads against 1, all 1,788 municipalities (clock on the wall, median of 21 rounds)", "", "1 thread, ms", "2 threads, ms", "gain");
        Action<int>[] contenders = [i => { lists[i].Clear(); HandLoop.Check(halves[i], lists[i]); }, i => engines[i].Check(halves[i])];
        foreach (var (name, half) in new[] { "by hand", "DxRules" }.Zip(contenders))
        {
            var (one, two) = (new double[21], new double[21]);
            for (var round = -3; round < 21; round++)
            {
                var alone = Time(() => { half(0); half(1); });
                var both = Time(() => Parallel.Invoke(() => half(0), () => half(1)));
                if (round >= 0)
                    (one[round], two[round]) = (alone, both);
            }
            table.Row($"{name}", $"{Benchmarks.Rounds.Median(one):0.0}", $"{Benchmarks.Rounds.Median(two):0.0}", $"{Benchmarks.Rounds.Median([.. one.Zip(two, (a, b) => a / b)]):0.00}");
        }
    }

    private void Cold()
    {
        var runs = Enumerable.Range(0, 7).Select(_ => ChildProcess.Again("cold-eight").Split().Where(word => word.Length > 0).Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var table = new Table(output, "Cold: a process of its own, data in memory, 8 rules, all 1,788 municipalities (median of 7 processes, clock on the wall)", "", "ms");
        table.Row($"read the rules, check their types, compile", $"{Benchmarks.Rounds.Median([.. runs.Select(run => run[0])]):0}");
        table.Row($"the same and evaluate once", $"{Benchmarks.Rounds.Median([.. runs.Select(run => run[1])]):0}");
    }

    private static Contender ByHand(City[] cities, List<HandAlert> alerts) => new("by hand", () =>
    {
        alerts.Clear();
        HandLoop.Check(cities, alerts);
    });

    private static double Time(Action run)
    {
        var started = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
