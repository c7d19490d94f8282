using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Pages.Kpis;

/// <summary>A plan with a KPI of every kind that a page draws in another way.</summary>
internal static class KpiPlan
{
    public const string Hostile = "</title><b>申請率</b> \"&";

    public static Actual Actual(int year, decimal? value, ActualStatus status = ActualStatus.Confirmed) =>
        new() { FiscalYear = year, Value = value, Status = status, ReportedOn = new DateOnly(year + 1, 5, 10) };

    public static readonly Series Rising = new()
    {
        Id = "rising-all",
        Baseline = new Baseline { Value = 10, FiscalYear = 2021 },
        Target = new Target
        {
            Value = 60,
            FiscalYear = 2027,
            Revisions = [new TargetRevision { On = new DateOnly(2024, 4, 1), From = 50, To = 60, Reason = "前倒しのため" }],
        },
        AnnualTargets = [new AnnualTarget { FiscalYear = 2024, Value = 35 }],
        Actuals = [Actual(2022, 18), Actual(2023, 24), Actual(2024, 31, ActualStatus.Provisional)],
        Peers =
        [
            new Peer { Code = "062014", Name = "山形市", FiscalYear = 2023, Value = 40, SameDefinition = true, AsOf = new DateOnly(2024, 3, 31) },
            new Peer { Code = "041009", Name = "仙台市", FiscalYear = 2022, Value = 55 },
        ],
    };

    public static readonly PlanDocument Document = new()
    {
        Municipality = new Municipality { Code = "992011", Name = "デモ市", Prefecture = "見本県" },
        Plan = new PlanHeader
        {
            Id = "kpi-plan",
            Title = "指標の見本計画",
            Status = PlanStatus.InForce,
            Period = new Period { Start = new DateOnly(2022, 4, 1), End = new DateOnly(2028, 3, 31) },
            Kpis =
            [
                Kpi("rising", Hostile, Rising),
                Kpi("falling", "待ち時間", new Series
                {
                    Id = "falling-all",
                    Baseline = new Baseline { Value = 30, FiscalYear = 2021 },
                    Target = new Target { Value = -50, Kind = TargetKind.ChangeRate, FiscalYear = 2025 },
                    Actuals = [Actual(2022, 26), Actual(2023, 22), Actual(2024, 18)],
                }) with { Unit = "分", Direction = Direction.LowerIsBetter },
                Kpi("few", "相談件数", new Series
                {
                    Id = "few-all",
                    Baseline = new Baseline { Value = 100, FiscalYear = 2022 },
                    Target = new Target { Value = 200, FiscalYear = 2027 },
                    Actuals = [Actual(2023, 110), Actual(2024, 120)],
                }) with { Unit = "件" },
                Kpi("kept", "稼働率", new Series { Id = "kept-all", Target = new Target { Value = 99.95m, FiscalYear = 2027 }, Actuals = [Actual(2023, 99.97m), Actual(2024, 99.8m)] })
                    with { Direction = Direction.Maintain, Tolerance = 0.05m },
                Kpi("pilot", "AIの業務", new Series { Id = "pilot-all", Stage = Stage.Pilot, Actuals = [Actual(2023, 1), Actual(2024, 3)] }) with { Unit = "業務" },
                Kpi("unbased", "登録率", new Series { Id = "unbased-all", Target = new Target { Value = 80, FiscalYear = 2027 }, Actuals = [Actual(2024, 20)] }),
                Kpi("silent", "未報告の指標", new Series { Id = "silent-all", Baseline = new Baseline { Value = 5, FiscalYear = 2021 }, Target = new Target { Value = 50, FiscalYear = 2027 }, Actuals = [] }),
                Kpi("over", "達成した指標", new Series
                {
                    Id = "over-all", Baseline = new Baseline { Value = 0, FiscalYear = 2021 }, Target = new Target { Value = 10, FiscalYear = 2024 }, Actuals = [Actual(2022, 4), Actual(2023, 8), Actual(2024, 9)],
                }),
                new Kpi { Id = "bare", Title = "系列のない指標" },
            ],
        },
    };

    private static Kpi Kpi(string id, string title, Series series) =>
        new() { Id = id, Title = title, Unit = "%", Aggregation = Aggregation.Annual, Direction = Direction.HigherIsBetter, Kind = KpiKind.Outcome, Series = [series] };
}
