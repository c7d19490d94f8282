using System.Globalization;

namespace DxRules.Engine.Plans;

/// <summary>Values as they stand in plan files, without quotes.</summary>
internal static class PlanText
{
    /// <summary>The text of a scalar value, or null for none. A number is written without trailing zeros, so that equal numbers look the same.</summary>
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => Of(number),
        PlanDate date => date.ToString(),
        Enum word => PlanWords.Write(word),
        _ => null,
    };

    private static string Of(decimal number) => number == 0 ? "0" : number.ToString("0.############################", CultureInfo.InvariantCulture);
}
