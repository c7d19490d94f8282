namespace DxRules.Tests.Engine.Evaluation.Reference;

/// <summary>Small plans with holes in them: every fact is unknown now and then, every list is short, empty or unknown.</summary>
internal sealed class RandomPlan(Random random)
{
    private int count;

    public TestPlan Next() => new()
    {
        Id = Id(),
        End = Maybe(Date),
        Published = Maybe(Date),
        Note = MaybeText("あ", "い"),
        Budget = Maybe(Number),
        HasSecurity = true,
        Policies = List(Policy),
        Kpis = List(Kpi),
        Systems = List(() => new TestSystem { Id = Id(), Segment = Maybe(Number), HoldsMyNumber = Maybe(Coin), SupportEnd = Maybe(Date) }),
    };

    private TestPolicy Policy() => new()
    {
        Id = Id(),
        Initiatives = List(Initiative),
        Kpis = List(Kpi),
        Actions = List(() => new TestAction(MaybeText("情報企画課"), Maybe(Date), Maybe(() => random.Next(2022, 2027)))),
    };

    private TestInitiative Initiative() => new() { Id = Id(), Status = Maybe(Word<TestStatus>), Progress = Maybe(() => random.Next(0, 5) / 4m), Phases = List(Phase) };

    private TestPhase Phase() => new()
    {
        Id = Id(),
        Kind = Word<TestPhaseKind>(),
        Status = Maybe(Word<TestStatus>),
        Start = Maybe(Date),
        End = Maybe(Date),
        Completed = Maybe(Date),
        Records = List(() => new TestRecord(random.Next(2022, 2026), Maybe(Number), Maybe(Date))),
    };

    private TestKpi Kpi() => new()
    {
        Id = Id(),
        Kind = Maybe(Word<TestKpiKind>),
        HigherIsBetter = Maybe(Coin),
        Aggregation = MaybeText("年間", "累計"),
        Unit = MaybeText("%", "件"),
        Series = List(Series),
    };

    private TestSeries Series() => new()
    {
        Id = Id(),
        Stage = Maybe(Word<TestStage>),
        Baseline = IsHole() ? null : new TestBaseline(Number(), random.Next(2020, 2023)),
        Target = IsHole() ? null : new TestTarget(Maybe(Number), Maybe(() => random.Next(2024, 2027))),
        Actuals = List(() => new TestActual(random.Next(2022, 2026), Maybe(Number))),
    };

    private string Id() => "x" + count++;

    // One in four: enough holes to leave few rules untouched, and enough whole values to decide some.
    private bool IsHole() => random.Next(4) == 0;

    private T? Maybe<T>(Func<T> value)
        where T : struct => IsHole() ? null : value();

    private string? MaybeText(params string[] texts) => IsHole() ? null : texts[random.Next(texts.Length)];

    private T[]? List<T>(Func<T> item) => random.Next(6) == 0 ? null : [.. Enumerable.Range(0, random.Next(4)).Select(_ => item())];

    private decimal Number() => random.Next(-2, 4);

    private bool Coin() => random.Next(2) == 0;

    private DateOnly Date() => TestRules.AsOf.AddDays(random.Next(-3, 4) * 100);

    private T Word<T>()
        where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];
}
