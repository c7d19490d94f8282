namespace DxRules.Benchmarks;

/// <summary>Something whose time is taken.</summary>
internal sealed record Contender(string Name, Action Run);

/// <param name="Nanoseconds">Median for one run.</param>
/// <param name="Ratio">Median over the rounds of its time to that of the first contender in the same round.</param>
/// <param name="Bytes">What one run allocates, on the thread that runs it.</param>
internal sealed record Timing(string Name, double Nanoseconds, double Ratio, long Bytes);

/// <summary>
/// Takes the times of several contenders in turn within one process and on one thread, so that whatever slows the machine down slows all of
/// them; time in which the thread had to wait for a processor is left out. The first is the one that the others are compared with.
/// </summary>
internal static class Rounds
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(600);

    public static IReadOnlyList<Timing> Take(int rounds, TimeSpan sample, params Contender[] contenders)
    {
        var repeats = contenders.Select(contender => RepeatsFor(contender.Run, sample)).ToArray();
        var times = contenders.Select(_ => new double[rounds]).ToArray();
        GC.Collect();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
                times[i][round] = TimeOf(contenders[i].Run, repeats[i]);
        }
        return [.. contenders.Select((contender, i) => new Timing(
            contender.Name, Median(times[i]), Median([.. times[i].Zip(times[0], (time, first) => time / first)]), BytesOf(contender.Run)))];
    }

    public static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    // Long enough for the runtime to have compiled everything for good.
    private static int RepeatsFor(Action run, TimeSpan sample)
    {
        var (started, runs) = (ThreadClock.Nanoseconds, 0);
        while (ThreadClock.Nanoseconds - started < WarmUp.TotalNanoseconds)
        {
            run();
            runs++;
        }
        return Math.Max(1, (int)Math.Round(sample.TotalNanoseconds / ((ThreadClock.Nanoseconds - started) / runs)));
    }

    private static double TimeOf(Action run, int repeats)
    {
        var started = ThreadClock.Nanoseconds;
        for (var i = 0; i < repeats; i++)
            run();
        return (ThreadClock.Nanoseconds - started) / repeats;
    }

    private static long BytesOf(Action run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
