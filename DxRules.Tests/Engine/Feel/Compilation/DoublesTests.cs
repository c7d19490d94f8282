using DxRules.Engine.Evaluation;
using DxRules.Tests.Engine.Evaluation;

namespace DxRules.Tests.Engine.Feel.Compilation;

/// <summary>Comparisons that divide are first looked at as doubles. What comes out is always what the decimals say.</summary>
public class DoublesTests
{
    private const int Cases = 60_000;

    private const string Behind = """
        where: 最新実績 != null
        needs: [ 現況値, 目標.値, 目標.年度, 最新実績.値 ]
        when: 現況値.値 + (目標.値 - 現況値.値) * (最新実績.年度 - 現況値.年度) / (目標.年度 - 現況値.年度) OPERATOR 最新実績.値
        """;

    [Theory]
    [InlineData(">")]
    [InlineData(">=")]
    [InlineData("<")]
    [InlineData("<=")]
    public void On_the_boundary_and_beside_it_the_decimals_decide(string @operator)
    {
        var rules = TestRules.Compile(TestRules.File("TST-01", "系列", Behind.Replace("OPERATOR", @operator, StringComparison.Ordinal)));
        var random = new Random(7);
        var (doublesWrong, faults, fired) = (0, 0, 0);
        for (var i = 0; i < Cases; i++)
        {
            var series = Next(random, i % 50 == 0 ? 29 : random.Next(1, 27));
            var plan = new TestPlan { Id = "plan", Kpis = [new TestKpi { Id = "k", Series = [series] }] };
            var together = Lines(Evaluator.Run(rules, plan, TestRules.AsOf).Lines());
            var alone = Alone(rules.Rules[0], series);
            together.ShouldBe(alone, Describe(series));
            fired += alone == "warning" ? 1 : 0;
            faults += alone.StartsWith("fault", StringComparison.Ordinal) ? 1 : 0;
            doublesWrong += alone.StartsWith("fault", StringComparison.Ordinal) || Doubles(series, @operator) == (alone == "warning") ? 0 : 1;
        }

        // Else nothing would have been tried.
        doublesWrong.ShouldBeGreaterThan(Cases / 100);
        faults.ShouldBeGreaterThan(0);
        fired.ShouldBeInRange(Cases / 10, Cases * 9 / 10);
    }

    private static string Lines(string[] lines) => lines.Length == 0 ? "quiet" : lines.Single()["TST-01/s ".Length..];

    private static string Alone(CompiledRule rule, TestSeries series)
    {
        try
        {
            return TestRules.Describe(rule, rule.Judge(series, new CheckContext(TestRules.AsOf)));
        }
        catch (DxRules.Engine.Feel.Compilation.EvaluationFault fault)
        {
            return "fault " + fault.Code;
        }
    }

    private static bool Doubles(TestSeries series, string @operator)
    {
        var (baseline, target, actual) = (series.Baseline!, series.Target!, series.Actuals![0]);
        var from = (double)baseline.Value;
        var expected = from + (((double)target.Value! - from) * (actual.FiscalYear - baseline.FiscalYear) / (target.FiscalYear!.Value - baseline.FiscalYear));
        return @operator switch
        {
            ">" => expected > (double)actual.Value!,
            ">=" => expected >= (double)actual.Value!,
            "<" => expected < (double)actual.Value!,
            _ => expected <= (double)actual.Value!,
        };
    }

    private static TestSeries Next(Random random, int digits)
    {
        var (baseline, target) = (Number(random, digits), Number(random, digits));
        var (from, to) = (random.Next(2015, 2024), random.Next(2024, 2031));
        var year = random.Next(2018, 2026);
        return new TestSeries { Id = "s", Baseline = new(baseline, from), Target = new(target, to), Actuals = [new(year, Near(random, baseline, target, from, to, year))] };
    }

    // On the line, one unit in the last place beside it, a trillionth beside it, or anywhere.
    private static decimal Near(Random random, decimal baseline, decimal target, int from, int to, int year)
    {
        try
        {
            var expected = baseline + ((target - baseline) * (year - from) / (to - from));
            return random.Next(5) switch
            {
                0 => expected,
                1 => expected + new decimal(1, 0, 0, random.Next(2) == 0, expected.Scale),
                2 => expected + (expected * 0.000_000_000_001m * random.Next(-3, 4)),
                3 => decimal.Round(expected, 2),
                _ => Number(random, 12),
            };
        }
        catch (OverflowException)
        {
            return baseline;
        }
    }

    private static decimal Number(Random random, int digits)
    {
        var number = 0m;
        for (var i = 0; i < digits && number < 7_000_000_000_000_000_000_000_000_000m; i++)
            number = (number * 10) + random.Next(10);
        var scale = random.Next(Math.Min(digits, 28) + 1);
        return new decimal(decimal.GetBits(number)[0], decimal.GetBits(number)[1], decimal.GetBits(number)[2], random.Next(4) == 0, (byte)(digits > 27 ? 0 : scale));
    }

    private static string Describe(TestSeries series) => FormattableString.Invariant(
        $"{series.Baseline!.Value} of {series.Baseline.FiscalYear}, {series.Target!.Value} by {series.Target.FiscalYear}, {series.Actuals![0].Value} in {series.Actuals[0].FiscalYear}");
}
