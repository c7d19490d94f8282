namespace DxRules.Engine.Plans;

/// <summary>Where a figure will stand in a later year if it goes on as it did.</summary>
/// <param name="Value">On the straight line through the actuals.</param>
/// <param name="Low">From the last actual on, with the least yearly step seen so far.</param>
/// <param name="High">From the last actual on, with the greatest yearly step seen so far.</param>
internal readonly record struct ProgressForecast(decimal Value, decimal Low, decimal High)
{
    /// <summary>Fewer actuals draw a line through chance.</summary>
    public const int FewestActuals = 3;

    /// <summary>
    /// Forecast 見込値 by least squares: slope = Σ(year − mean year)(value − mean value) ÷ Σ(year − mean year)², value = mean value +
    /// slope × (year − mean year). The span beside it tells how much the yearly steps varied. Null for fewer than three actuals.
    /// </summary>
    /// <param name="actuals">One a year, ascending by year.</param>
    /// <param name="year">The year to look ahead to.</param>
    public static ProgressForecast? At(IReadOnlyList<(int Year, decimal Value)> actuals, int year)
    {
        if (actuals.Count < FewestActuals)
            return null;
        var (low, high) = Steps(actuals);
        var last = actuals[^1];
        var ahead = Math.Max(0, year - last.Year);
        return new ProgressForecast(OnLine(actuals, year), last.Value + low * ahead, last.Value + high * ahead);
    }

    private static decimal OnLine(IReadOnlyList<(int Year, decimal Value)> actuals, int year)
    {
        decimal years = 0, values = 0;
        foreach (var (actualYear, value) in actuals)
        {
            years += actualYear;
            values += value;
        }
        decimal meanYear = years / actuals.Count, meanValue = values / actuals.Count, covariance = 0, variance = 0;
        foreach (var (actualYear, value) in actuals)
        {
            covariance += (actualYear - meanYear) * (value - meanValue);
            variance += (actualYear - meanYear) * (actualYear - meanYear);
        }
        return meanValue + covariance * (year - meanYear) / variance;
    }

    // A gap of years counts as even steps within it.
    private static (decimal Low, decimal High) Steps(IReadOnlyList<(int Year, decimal Value)> actuals)
    {
        var low = decimal.MaxValue;
        var high = decimal.MinValue;
        for (var i = 1; i < actuals.Count; i++)
        {
            var step = (actuals[i].Value - actuals[i - 1].Value) / (actuals[i].Year - actuals[i - 1].Year);
            low = Math.Min(low, step);
            high = Math.Max(high, step);
        }
        return (low, high);
    }
}
