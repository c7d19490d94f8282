using System.Globalization;
using System.Text;

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

    /// <summary>A text as JSON: in quotes, with nothing escaped but what JSON demands.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c == '\n')
                quoted.Append("\\n");
            else if (c < ' ')
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
