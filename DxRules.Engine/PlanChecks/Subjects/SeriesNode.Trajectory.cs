using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>What the way to a target is measured by.</summary>
internal enum ExpectationBasis
{
    /// <summary>年度別目標.</summary>
    AnnualTargets,

    /// <summary>Months between the days of both figures.</summary>
    Months,

    /// <summary>Fiscal years.</summary>
    Years,
}

/// <summary>The measures year by year, by the same formulas, for showing the way of a series.</summary>
internal sealed partial class SeriesNode
{
    /// <summary>How many years have an actual that can be judged; lacks what hides them.</summary>
    public Maybe<int> JudgedYearCount => Of(JudgedYears(), years => years.Count);

    /// <summary>The best actual of each year that can be judged.</summary>
    public IReadOnlyList<(int Year, decimal Value)> ValuesByYear => JudgedYears() is { IsKnown: true, Value: var years } ? years : [];

    /// <summary>By what <see cref="ExpectedRatio"/> is measured; null where there is none.</summary>
    public ExpectationBasis? ExpectedBy() =>
        !ExpectedRatio.IsKnown ? null
        : AnnualTargets.Length > 0 ? ExpectationBasis.AnnualTargets
        : JudgedActual.Value.Record.AsOf is not null && OriginDay is not null ? ExpectationBasis.Months
        : ExpectationBasis.Years;

    /// <summary>The figure that is due by the end of a year; null where there is no way from an origin to a target.</summary>
    public decimal? ExpectedIn(int fiscalYear) => OnTheWay((origin, target) => ExpectedBy(fiscalYear, origin, target));

    /// <summary>The figure that was due when an actual was taken; the same as for its year where nobody knows the days.</summary>
    public decimal? ExpectedAt(ActualPart actual) => OnTheWay((origin, target) => ExpectedBy(actual, origin, target));

    /// <summary>見込値 in a year; lacks what the forecast in the target year lacks.</summary>
    public Maybe<ProgressForecast> ForecastIn(int fiscalYear) => AtTargetYear.IsKnown ? ProgressForecast.At(JudgedYears().Value, fiscalYear)!.Value : AtTargetYear;

    private decimal? OnTheWay(Func<int, int, decimal?> ratio)
    {
        if (NotOnAWay() is not null || !OriginYear.IsKnown || !OriginValue.IsKnown || !TargetYear.IsKnown || !TargetValue.IsKnown)
            return null;
        return ratio((int)OriginYear.Value, (int)TargetYear.Value) is { } share ? OriginValue.Value + share * (TargetValue.Value - OriginValue.Value) : null;
    }
}
