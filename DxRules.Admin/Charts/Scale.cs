namespace DxRules.Admin.Charts;

/// <summary>Where figures lie along an axis.</summary>
/// <param name="From">The figure at the axis' beginning.</param>
/// <param name="Start">Where that is on the drawing.</param>
internal sealed record Scale(decimal From, decimal To, double Start, double End)
{
    public double At(decimal value) => To == From ? Start : Start + (double)((value - From) / (To - From)) * (End - Start);

    /// <summary>Round figures along the axis.</summary>
    public IReadOnlyList<decimal> Ticks { get; private init; } = [];

    /// <summary>An axis with round figures at both ends that holds all of the values.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="atMost">Steps between the round figures.</param>
    public static Scale Round(IEnumerable<decimal> values, double start, double end, int atMost = 5)
    {
        var (low, high) = values.Aggregate((Low: decimal.MaxValue, High: decimal.MinValue), (span, value) => (Math.Min(span.Low, value), Math.Max(span.High, value)));
        if (low == high)
            (low, high) = low == 0 ? (0, 1) : (low - Math.Abs(low) / 2, high + Math.Abs(high) / 2);
        var step = Step((high - low) / atMost);
        var (from, to) = (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
        var count = (int)((to - from) / step);
        return new Scale(from, to, start, end) { Ticks = [.. Enumerable.Range(0, count + 1).Select(i => from + i * step)] };
    }

    /// <summary>1, 2 or 5 of a power of ten, not less than what is asked for.</summary>
    private static decimal Step(decimal least)
    {
        var power = 1m;
        while (power * 10 <= least)
            power *= 10;
        while (power > least && power > 0.000001m)
            power /= 10;
        decimal[] steps = [power, power * 2, power * 5, power * 10];
        return steps.First(step => step >= least || step == power * 10);
    }
}
