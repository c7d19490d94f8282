using System.Text;
using System.Text.Json;

namespace DxRules.Engine.Plans.Reading;

/// <summary>Says in plain words why a file is not JSON.</summary>
internal static class JsonSyntax
{
    /// <summary>The byte at which the reader gave up.</summary>
    public static int PlaceOf(JsonException e, ReadOnlySpan<byte> utf8)
    {
        var start = 0;
        for (var line = 0L; line < (e.LineNumber ?? 0); line++)
        {
            var next = utf8[start..].IndexOf((byte)'\n');
            if (next < 0)
                break;
            start += next + 1;
        }
        return (int)Math.Min(utf8.Length, start + (e.BytePositionInLine ?? 0));
    }

    /// <summary>Tells the most likely cause of an error at <paramref name="place"/>.</summary>
    /// <param name="inside">The innermost object or list begun before it.</param>
    public static void Tell(ReadOnlySpan<byte> utf8, int place, JsonNode? inside, PlanProblems problems)
    {
        var before = utf8[..place].TrimEnd(" \t\r\n"u8);
        var offset = Encoding.UTF8.GetCharCount(utf8[..place]);
        if (place >= utf8.Length || utf8[place..].Trim(" \t\r\n"u8).IsEmpty)
        {
            problems.EndsEarly(offset, inside);
            return;
        }

        _ = Rune.DecodeFromUtf8(utf8[place..], out var found, out _);
        var previous = before.IsEmpty ? '\0' : (char)before[^1];
        if (found.Value is '}' or ']' && previous == ',')
            problems.TrailingComma(Encoding.UTF8.GetCharCount(before) - 1, inside);
        else if (found.Value < ' ')
            problems.ControlCharacterInText(offset, inside);
        else if (HalfWidth(found) is { } half)
            problems.FullWidthSign(offset, found.ToString(), half, inside);
        else if (inside is null)
            problems.NotJson(offset, found.ToString());
        else if (previous is '"' or '}' or ']' or 'e' or 'l' or (>= '0' and <= '9') && found.Value is '"' or '{' or '[')
            problems.MissingComma(offset, found.ToString(), inside);
        else
            problems.UnexpectedSign(offset, found.ToString(), HintFor(found.Value), inside);
    }

    private static string? HalfWidth(Rune found) => found.Value switch
    {
        // The ASCII signs stand a second time in full width, in the same order.
        >= 0xFF01 and <= 0xFF5E => ((char)(found.Value - 0xFEE0)).ToString(),
        '\u3000' => " ",
        '、' => ",",
        '「' or '」' or '“' or '”' => "\"",
        _ => null,
    };

    private static SyntaxHint HintFor(int found) => found switch
    {
        '/' or '#' => SyntaxHint.NoComments,
        '\'' => SyntaxHint.DoubleQuotes,
        >= '0' and <= '9' or '+' or '-' or '.' => SyntaxHint.NumberForm,
        _ when Rune.IsLetter(new Rune(found)) => SyntaxHint.Words,
        _ => SyntaxHint.Brackets,
    };
}

/// <summary>What to do about a sign that does not belong.</summary>
internal enum SyntaxHint
{
    Brackets,
    NoComments,
    DoubleQuotes,
    NumberForm,
    Words,
}
