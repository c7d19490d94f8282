using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Functions;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Feel.Compilation;

/// <summary>What dynamic mode says where data is missing. Rule mode says "unknown" for each of these, or refuses to load the rule.</summary>
public sealed class MissingDataTests
{
    [Theory]
    [InlineData("x + 1", "null")]
    [InlineData("1 - x", "null")]
    [InlineData("x * 0", "null")]
    [InlineData("x / 2", "null")]
    [InlineData("2 ** x", "null")]
    [InlineData("-x", "null")]
    [InlineData("x = null", "true")]
    [InlineData("x != null", "false")]
    [InlineData("x = 0", "false")]
    [InlineData("x != 0", "true")]
    [InlineData("x < 1", "null")]
    [InlineData("x <= 1", "null")]
    [InlineData("x > 1", "null")]
    [InlineData("x >= 1", "null")]
    [InlineData("x between 1 and 2", "null")]
    [InlineData("3 between x and 2", "false")]
    [InlineData("1 in [x..2]", "null")]
    [InlineData("x in [1..2]", "null")]
    [InlineData("x in (1, 2)", "false")]
    [InlineData("x in (> 1, 2)", "null")]
    [InlineData("x and true", "null")]
    [InlineData("x and false", "false")]
    [InlineData("x or true", "true")]
    [InlineData("x or false", "null")]
    [InlineData("not(x)", "null")]
    [InlineData("if x then 1 else 2", "2")]
    [InlineData("x.年度", "null")]
    [InlineData("x[1]", "null")]
    [InlineData("x[item > 1]", "[]")]
    [InlineData("count(x)", "null")]
    [InlineData("sum([1, x])", "null")]
    [InlineData("min([1, x])", "null")]
    [InlineData("max([1, x])", "null")]
    [InlineData("mean([1, x])", "null")]
    [InlineData("count([1, x])", "2")]
    [InlineData("sum([])", "null")]
    [InlineData("min([])", "null")]
    [InlineData("mean([])", "null")]
    [InlineData("count([])", "0")]
    [InlineData("some v in [x, 1] satisfies v = 1", "true")]
    [InlineData("some v in [x, 1] satisfies v > 1", "null")]
    [InlineData("every v in [x, 1] satisfies v > 1", "false")]
    [InlineData("every v in [x, 1] satisfies v = 1", "false")]
    [InlineData("for v in x return v", "null")]
    [InlineData("[{達成率: 90}, {達成率: null}, {}][達成率 < 100]", "[{達成率: 90}]")]
    [InlineData("[{達成率: 90}, {}].達成率", "[90, null]")]
    [InlineData("string(x)", "null")]
    [InlineData("date(x)", "null")]
    [InlineData("x instance of number", "false")]
    public void Missing_data_gives_the_null_of_the_standard(string expression, string value)
    {
        Evaluate(expression).ShouldBe(value);
    }

    [Theory]
    [InlineData("11 / 10 - 1 = 0.1", "true")]
    [InlineData("(110 - 100) / 100 >= 10 / 100", "true")]
    [InlineData("1 / 3 * 3 = 1", "false")]
    [InlineData("9999999999999999999999999999 + 0.4 = 9999999999999999999999999999", "true")]
    [InlineData("1234567890123456789012345678 - 1", "1234567890123456789012345677")]
    [InlineData("9999999999999999999999999999 * 10", "null")]
    [InlineData("1 / 0", "null")]
    [InlineData("@\"2025-01-31\" + @\"P1M\"", "2025-02-28")]
    [InlineData("@\"2024-01-31\" + @\"P1M\"", "2024-02-29")]
    [InlineData("@\"2024-02-29\" - @\"P1Y\"", "2023-02-28")]
    [InlineData("@\"2025-03-31\" - @\"2024-03-31\" = @\"P365D\"", "true")]
    [InlineData("years and months duration(@\"2024-02-29\", @\"2025-02-28\")", "P11M")]
    public void Boundaries_come_out_exactly(string expression, string value)
    {
        Evaluate(expression).ShouldBe(value);
    }

    private static string Evaluate(string expression)
    {
        var run = new DynamicRun(new CallContext(FeelDateTime.StartOf(CivilDate.Of(new DateOnly(2025, 4, 1))), new NullReasons()));
        run.Set("x", null);
        return ValueText.Of(DynamicExpression.Compile(EmbeddedText.Whole(new SourceText("expression", expression)), ["x"]).Evaluate(run)) ?? "null";
    }
}
