using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

internal static class NumberFunctions
{
    private const int LeastScale = -6_111;
    private const int MostScale = 6_176;

    public static IReadOnlyList<BuiltIn> All { get; } =
    [
        Of("decimal", "n, scale", new("小数点以下の桁を丸めた値（ちょうど半分は偶数へ）", "rounded to so many decimals, a half to the even digit"),
            call => Rounded(call, MidpointRounding.ToEven)),
        Of("floor", "n, scale?", new("切り捨てた値（負の無限大の方向）", "rounded down, towards minus infinity"),
            call => Rounded(call, MidpointRounding.ToNegativeInfinity)),
        Of("ceiling", "n, scale?", new("切り上げた値（正の無限大の方向）", "rounded up, towards plus infinity"),
            call => Rounded(call, MidpointRounding.ToPositiveInfinity)),
        Of("round up", "n, scale", new("0から遠いほうへ丸めた値", "rounded away from zero"), RoundedUp),
        Of("round down", "n, scale", new("0に近いほうへ丸めた値", "rounded towards zero"), call => Rounded(call, MidpointRounding.ToZero)),
        Of("round half up", "n, scale", new("四捨五入した値", "rounded, a half away from zero"), call => Rounded(call, MidpointRounding.AwayFromZero)),
        Of("round half down", "n, scale", new("五捨六入した値（ちょうど半分は0に近いほうへ）", "rounded, a half towards zero"), RoundedHalfDown),
        Of("abs", "n", new("絶対値", "the value without its sign"), Abs),
        Of("modulo", "dividend, divisor", new("割った余り（除数と同じ符号）", "the rest of a division, with the divisor's sign"), Modulo),
        Of("sqrt", "number", new("平方根", "the square root"),
            call => call.Number(0) is { } n ? Numbers.SquareRoot(n) ?? call.Fail(FunctionErrors.NotDefined(call.Function, n)) : null),
        Of("log", "number", new("自然対数", "the natural logarithm"),
            call => call.Number(0) is { } n ? n > 0 ? (decimal)Math.Log((double)n) : call.Fail(FunctionErrors.NotDefined(call.Function, n)) : null),
        Of("exp", "number", new("eのべき乗", "e to that power"), Exp),
        Of("odd", "number", new("奇数か", "whether the number is odd"), call => call.Number(0) is { } n ? Math.Abs(n % 2) == 1 : null),
        Of("even", "number", new("偶数か", "whether the number is even"), call => call.Number(0) is { } n ? n % 2 == 0 : null),
    ];

    private static (decimal Number, int Scale)? NumberAndScale(BuiltInCall call)
    {
        if (call.Number(0) is not { } number || (call.Has(1) ? call.Whole(1) : 0) is not { } scale)
            return null;
        if (scale is >= LeastScale and <= MostScale)
            return (number, scale);
        call.OutOfRange<int>(1, scale);
        return null;
    }

    private static object? Rounded(BuiltInCall call, MidpointRounding rounding) =>
        NumberAndScale(call) is { } given ? At(call, given, n => decimal.Round(n, rounding)) : null;

    private static object? RoundedUp(BuiltInCall call) =>
        NumberAndScale(call) is { } given ? At(call, given, n => n < 0 ? decimal.Floor(n) : decimal.Ceiling(n)) : null;

    private static object? RoundedHalfDown(BuiltInCall call) => NumberAndScale(call) is { } given
        ? At(call, given, n => Math.Abs(n - decimal.Truncate(n)) == 0.5m ? decimal.Truncate(n) : decimal.Round(n))
        : null;

    /// <summary>Rounds to a scale by shifting the point, which also serves scales below zero.</summary>
    private static object? At(BuiltInCall call, (decimal Number, int Scale) given, Func<decimal, decimal> toWhole)
    {
        const int MostDigits = 28;
        var (number, scale) = given;
        if (scale >= number.Scale)
            return number;
        try
        {
            // Below one unit of the scale nothing is left but the direction of the rounding.
            if (scale < -MostDigits)
                return toWhole(Math.Sign(number) * 0.1m) == 0 ? 0m : call.Fail(FunctionErrors.TooLarge(call.Function));
            var factor = 1m;
            for (var i = 0; i < Math.Abs(scale); i++)
                factor *= 10;
            return scale < 0 ? toWhole(number / factor) * factor : toWhole(number * factor) / factor;
        }
        catch (OverflowException)
        {
            return call.Fail(FunctionErrors.TooLarge(call.Function));
        }
    }

    private static object? Abs(BuiltInCall call) => call.Single(0) switch
    {
        DaysDuration duration => duration < default(DaysDuration) ? -duration : duration,
        MonthsDuration duration => duration.Months < 0 ? Operators.Negate(duration, call.Reasons) : duration,
        _ => call.Number(0) is { } n ? Math.Abs(n) : null,
    };

    private static object? Modulo(BuiltInCall call)
    {
        if (call.Number(0) is not { } dividend || call.Number(1) is not { } divisor)
            return null;
        if (divisor == 0)
            return call.Fail(ValueErrors.DivisionByZero);
        var rest = dividend % divisor;
        return rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest;
    }

    private static object? Exp(BuiltInCall call)
    {
        if (call.Number(0) is not { } number)
            return null;
        var power = Math.Exp((double)number);
        return power < (double)decimal.MaxValue ? (decimal)power : call.Fail(FunctionErrors.TooLarge(call.Function));
    }

    private static BuiltIn Of(string name, string signatures, LocalizedText meaning, Func<BuiltInCall, object?> implementation) =>
        BuiltIns.Of(FunctionGroup.Number, name, signatures, meaning, implementation);
}
