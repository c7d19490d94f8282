using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.PlanChecks.Subjects;

/// <summary>Small plans for tests of what follows from their figures.</summary>
internal static class SmallPlans
{
    public static readonly DateOnly AsOf = new(2025, 5, 31);

    public static PlanDocument Empty { get; } = new()
    {
        Municipality = new Municipality { Code = "062014", Name = "山形市", Prefecture = "山形県" },
        Plan = new PlanHeader
        {
            Id = "plan",
            Title = "計画",
            Status = PlanStatus.InForce,
            Period = new Period { Start = new DateOnly(2022, 4, 1), End = new DateOnly(2027, 3, 31) },
        },
    };

    /// <summary>The RPA series of 山形市: 16 in fiscal 2021, 25 to be reached in 2026.</summary>
    public static Series Rpa { get; } = new()
    {
        Id = "rpa",
        Baseline = new Baseline { Value = 16, FiscalYear = 2021 },
        Target = new Target { Value = 25, FiscalYear = 2026 },
        Actuals = [new Actual { FiscalYear = 2024, Value = 20 }],
    };

    public static Kpi Annual { get; } = new()
    {
        Id = "kpi",
        Title = "RPAの利用件数",
        Unit = "件",
        Aggregation = Aggregation.Annual,
        Direction = Direction.HigherIsBetter,
    };

    public static SeriesNode Build(Series series, Kpi? kpi = null, PlanHeader? header = null)
    {
        var plan = header ?? Empty.Plan;
        return PlanSubjects.Build(Empty with { Plan = plan with { Kpis = [(kpi ?? Annual) with { Series = [series] }] } }, AsOf).OwnKpis[0].Series![0];
    }

    public static Actual Actual(int fiscalYear, decimal? value, string? asOf = null, ActualStatus status = ActualStatus.Confirmed) =>
        new() { FiscalYear = fiscalYear, Value = value, AsOf = asOf is null ? null : DateOnly.Parse(asOf), Status = status };
}
