using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Feel.Values;

public sealed class OperatorsTests
{
    [Theory]
    // Numbers and texts.
    [InlineData("0.1", "+", "0.2", "0.3")]
    [InlineData("10", "/", "4", "2.5")]
    [InlineData("10", "/", "0", null)]
    [InlineData("79228162514264337593543950335", "+", "1", null)]
    [InlineData("2", "**", "10", "1024")]
    [InlineData("10", "**", "-5", "0.00001")]
    [InlineData("0", "**", "-1", null)]
    [InlineData("-8", "**", "0.5", null)]
    [InlineData("10", "**", "100", null)]
    [InlineData("10", "**", "-100", "0")]
    [InlineData("'a'", "+", "'b'", "ab")]
    [InlineData("'a'", "-", "'b'", null)]
    [InlineData("'1'", "+", "1", null)]
    // Dates.
    [InlineData("2024-02-29", "+", "P1Y", "2025-02-28")]
    [InlineData("2025-01-31", "+", "P1M", "2025-02-28")]
    [InlineData("2025-03-31", "-", "P1M", "2025-02-28")]
    [InlineData("2025-03-31", "+", "P1D", "2025-04-01")]
    [InlineData("2025-03-31", "+", "PT36H", "2025-04-01")]
    [InlineData("2025-03-31", "-", "PT1H", "2025-03-30")]
    [InlineData("P1M", "+", "2025-03-31", "2025-04-30")]
    [InlineData("2025-04-01", "-", "2024-04-01", "P365D")]
    [InlineData("2024-04-01", "-", "2025-04-01", "-P365D")]
    [InlineData("9999-12-31", "+", "P1D", "10000-01-01")]
    [InlineData("0001-01-01", "-", "P1D", "0000-12-31")]
    [InlineData("-0004-03-01", "-", "P1D", "-0004-02-29")]
    [InlineData("999999999-12-31", "+", "P1D", null)]
    [InlineData("2025-04-01", "+", "2025-04-01", null)]
    [InlineData("2025-04-01", "+", "1", null)]
    // Date-times and times.
    [InlineData("2025-03-31T23:59:59.5", "+", "PT0.5S", "2025-04-01T00:00:00")]
    [InlineData("2025-03-30T00:30:00@Europe/Paris", "+", "PT2H", "2025-03-30T03:30:00@Europe/Paris")]
    [InlineData("2025-01-31T10:00:00Z", "+", "P1M", "2025-02-28T10:00:00Z")]
    [InlineData("2025-04-01T00:00:00+09:00", "-", "2025-04-01T00:00:00Z", "-PT9H")]
    [InlineData("2025-04-01T00:00:00", "-", "2025-04-01T00:00:00Z", null)]
    [InlineData("2025-04-02T00:00:00Z", "-", "2025-04-01", "P1D")]
    [InlineData("23:30:00", "+", "PT1H", "00:30:00")]
    [InlineData("00:30:00", "-", "PT1H", "23:30:00")]
    [InlineData("10:00:00", "-", "09:00:00", "PT1H")]
    [InlineData("10:00:00+09:00", "-", "10:00:00Z", "-PT9H")]
    // Durations.
    [InlineData("P1D", "+", "PT36H", "P2DT12H")]
    [InlineData("P1D", "+", "P1M", null)]
    [InlineData("P1Y", "-", "P1M", "P11M")]
    [InlineData("P1DT12H", "*", "2", "P3D")]
    [InlineData("3", "*", "P5M", "P1Y3M")]
    [InlineData("P1Y11M", "*", "-2.5", "-P4Y9M")]
    [InlineData("P10D", "/", "P4D", "2.5")]
    [InlineData("P10D", "/", "P0D", null)]
    [InlineData("P1Y", "/", "5", "P2M")]
    [InlineData("P1Y", "*", "1000000000", null)]
    [InlineData("null", "+", "1", null)]
    public void Arithmetic_follows_the_standard(string left, string sign, string right, string? result)
    {
        var reasons = new NullReasons();
        Func<object?, object?, NullReasons?, object?> operation = sign switch
        {
            "+" => Operators.Add,
            "-" => Operators.Subtract,
            "*" => Operators.Multiply,
            "/" => Operators.Divide,
            _ => Operators.Power,
        };

        ValueText.Of(operation(Value(left), Value(right), reasons)).ShouldBe(result);
        reasons.All.Count.ShouldBe(result == null ? 1 : 0);
    }

    [Theory]
    [InlineData("1", "1.00", "=")]
    [InlineData("1", "2", "<")]
    [InlineData("'a'", "'b'", "<")]
    [InlineData("'B'", "'a'", "<")]
    [InlineData("2025-03-31", "2025-04-01", "<")]
    [InlineData("-0001-01-01", "2025-04-01", "<")]
    [InlineData("2025-04-01T09:00:00+09:00", "2025-04-01T00:00:00Z", "=")]
    [InlineData("2025-07-01T00:00:00@Europe/Paris", "2025-07-01T00:00:00+02:00", "=")]
    [InlineData("10:00:00", "10:00:01", "<")]
    [InlineData("10:00:00.1", "10:00:00.2", "=")]
    [InlineData("09:00:00+09:00", "00:00:00Z", "=")]
    [InlineData("P1D", "PT24H", "=")]
    [InlineData("P1Y", "P12M", "=")]
    [InlineData("P11M", "P1Y", "<")]
    [InlineData("1", "'1'", "?")]
    [InlineData("P1Y", "P365D", "?")]
    [InlineData("2025-04-01", "2025-04-01T00:00:00", "?")]
    public void Values_of_one_kind_are_ordered(string left, string right, string order)
    {
        var (a, b) = (Value(left), Value(right));

        Operators.Equal(a, b).ShouldBe(order == "?" ? null : order == "=");
        Operators.NotEqual(a, b).ShouldBe(order == "?" ? null : order != "=");
        Operators.Less(a, b).ShouldBe(order == "?" ? null : order == "<");
        Operators.LessOrEqual(a, b).ShouldBe(order == "?" ? null : true);
        Operators.Greater(a, b).ShouldBe(order == "?" ? null : false);
        Operators.GreaterOrEqual(a, b).ShouldBe(order == "?" ? null : order == "=");
    }

    [Fact]
    public void A_local_time_is_unequal_to_a_zoned_one_and_has_no_order_with_it()
    {
        var (local, zoned) = (Value("10:00:00"), Value("10:00:00Z"));

        Operators.Equal(local, zoned).ShouldBe(false);
        Operators.Less(local, zoned).ShouldBeNull();
    }

    [Fact]
    public void Null_equals_null_only_and_has_no_order()
    {
        Operators.Equal(null, null).ShouldBe(true);
        Operators.Equal(null, 1m).ShouldBe(false);
        Operators.NotEqual("", null).ShouldBe(true);
        Operators.Less(null, 1m).ShouldBeNull();
        Operators.Between(2m, null, 3m).ShouldBeNull();
        Operators.Between(4m, null, 3m).ShouldBe(false);
    }

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(true, false, false, true)]
    [InlineData(true, null, null, true)]
    [InlineData(false, false, false, false)]
    [InlineData(false, null, false, null)]
    [InlineData(null, null, null, null)]
    [InlineData(true, "true", null, true)]
    [InlineData(false, "true", false, null)]
    public void And_and_or_are_Kleene_s(object? left, object? right, object? and, object? or)
    {
        Operators.And(left, right).ShouldBe(and);
        Operators.And(right, left).ShouldBe(and);
        Operators.Or(left, right).ShouldBe(or);
        Operators.Or(right, left).ShouldBe(or);
    }

    [Fact]
    public void Lists_contexts_and_ranges_are_compared_by_what_they_hold()
    {
        Operators.Equal(List(1m, List("a")), List(1m, List("a"))).ShouldBe(true);
        Operators.Equal(List(1m, 2m), List(2m, 1m)).ShouldBe(false);
        Operators.Equal(List(1m), List("1")).ShouldBeNull();
        Operators.Equal(Context(("a", 1m), ("b", null)), Context(("b", null), ("a", 1m))).ShouldBe(true);
        Operators.Equal(Context(("a", 1m)), Context(("a", 1m), ("b", 1m))).ShouldBe(false);
        Operators.Equal(new FeelRange(1m, true, 2m, true), new FeelRange(1m, true, 2m, true)).ShouldBe(true);
        Operators.Equal(FeelRange.Below(10m, false), new FeelRange(null, false, 10m, false)).ShouldBe(false);
        Operators.Equal(List(), Context()).ShouldBeNull();
    }

    [Fact]
    public void In_asks_ranges_lists_and_values()
    {
        Operators.In(5m, new FeelRange(1m, true, 5m, false)).ShouldBe(false);
        Operators.In(5m, new FeelRange(1m, true, 5m, true)).ShouldBe(true);
        Operators.In(5m, new FeelRange(1m, true, null, true)).ShouldBeNull();
        Operators.In(5m, FeelRange.Above(1m, false)).ShouldBe(true);
        Operators.In(5m, FeelRange.AllBut(5m)).ShouldBe(false);
        Operators.In("b", List(new FeelRange("f", true, "h", true), new FeelRange("a", true, "c", true))).ShouldBe(true);
        Operators.In("x", List(1m, "x")).ShouldBe(true);
        Operators.In(List(1m), List(List(2m), List(1m))).ShouldBe(true);
        Operators.In(1m, 1m).ShouldBe(true);
    }

    [Fact]
    public void A_reason_says_which_kinds_do_not_fit()
    {
        var reasons = new NullReasons();

        Operators.Add(1m, "1", reasons);
        Operators.Add(1m, "1", reasons);

        reasons.All.ShouldBe([new LocalizedText("数と文字列に「+」は使えません。", "'+' is not defined for a number and a text.")]);
    }

    internal static object? Value(string text) => text switch
    {
        "null" => null,
        ['\'', .. var content, '\''] => content,
        _ when decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        _ => TemporalTexts.Parse(text).ShouldNotBeNull(text),
    };

    private static object?[] List(params object?[] items) => items;

    private static FeelContext Context(params (string Name, object? Value)[] entries) =>
        new([.. entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value))]);
}
