using System.Text.Json;

namespace DxRules.Engine.Text;

/// <summary>How the product writes JSON: in one way only, so that the same content is the same bytes on any machine.</summary>
internal static class JsonText
{
    /// <summary>Indented by two spaces, LF, Japanese as it is.</summary>
    public static readonly JsonWriterOptions Indented = new() { Encoder = JsonTextEncoder.Minimal, Indented = true, IndentSize = 2, NewLine = "\n" };

    /// <summary>On one line, Japanese as it is.</summary>
    public static readonly JsonWriterOptions Line = new() { Encoder = JsonTextEncoder.Minimal };

    /// <summary>Writes a number without exponent and without zeros at its end: 1.50 and 1.5 are the same bytes.</summary>
    public static void WriteAmount(this Utf8JsonWriter writer, decimal number) => writer.WriteNumberValue(WithoutTrailingZeros(number));

    // Dividing by a 1 of the greatest scale leaves the smallest scale that holds the value; zero may have a sign, which goes too.
    private static decimal WithoutTrailingZeros(decimal number) => number == 0 ? 0 : number / 1.0000000000000000000000000000m;
}
