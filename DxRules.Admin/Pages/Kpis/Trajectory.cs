namespace DxRules.Admin.Pages.Kpis;

/// <summary>The way of a figure over the years in plain figures: what a picture of it needs, whoever shows it.</summary>
/// <param name="Years">Every year from the first figure to the last, and each actual of it; ascending.</param>
internal sealed record Trajectory(string? Unit, IReadOnlyList<TrajectoryYear> Years)
{
    public TrajectoryPoint? Baseline { get; init; }

    /// <summary>The key of the text that names the baseline in the picture.</summary>
    public string BaselineText { get; init; } = "kpi.name.baseline";

    /// <summary>Where the line of what is due begins; null where nothing was due.</summary>
    public TrajectoryPoint? Origin { get; init; }

    public decimal? Target { get; init; }

    public int? TargetYear { get; init; }

    /// <summary>Whether it is to stay at the target and not to come to it.</summary>
    public bool IsKept { get; init; }

    /// <summary>How far it may be from the target where it is kept.</summary>
    public decimal? Tolerance { get; init; }

    public IReadOnlyList<ForecastLine> Forecast { get; init; } = [];

    /// <summary>When the target was revised.</summary>
    public IReadOnlyList<DateOnly> Revisions { get; init; } = [];

    /// <summary>Every figure that has a place in the picture.</summary>
    public IEnumerable<decimal> Figures()
    {
        foreach (var line in Years)
        {
            foreach (var value in new[] { line.Actual?.Value, line.Expected, line.AnnualTarget, line.Target })
            {
                if (value is { } found)
                    yield return found;
            }
        }
        foreach (var ahead in Forecast)
        {
            yield return ahead.Low;
            yield return ahead.High;
            yield return ahead.Value;
        }
        if (Baseline is { } baseline)
            yield return baseline.Value;
        if (this is { IsKept: true, Tolerance: { } tolerance, Target: { } kept })
        {
            yield return kept - tolerance;
            yield return kept + tolerance;
        }
    }
}

internal sealed record TrajectoryPoint(int FiscalYear, decimal Value);

/// <param name="Expected">What was due when the actual was taken; by the end of the year where there is none.</param>
/// <param name="DueAtYearEnd">Through which the line of what is due is drawn.</param>
/// <param name="Target">Of the whole way, in the year by which it is to be reached.</param>
internal sealed record TrajectoryYear(int FiscalYear, TrajectoryActual? Actual, decimal? Expected, decimal? DueAtYearEnd, decimal? AnnualTarget, decimal? Target);

/// <param name="Counts">Whether it is the one by which its year is judged.</param>
/// <param name="IsProvisional">Told apart from the others in words.</param>
/// <param name="IsOpen">Drawn open: provisional, or taken before its year was over.</param>
internal sealed record TrajectoryActual(decimal? Value, bool Counts, bool IsProvisional, bool IsOpen);
