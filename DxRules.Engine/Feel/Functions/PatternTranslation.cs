using System.Globalization;
using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

/// <summary>Writes a regular expression of XPath as .NET understands it, and refuses what XPath does not have.</summary>
internal sealed class PatternTranslation
{
    private readonly string pattern;
    private readonly int mostRepetitions;
    private readonly bool dotMatchesAll;
    private readonly bool severalLines;
    private readonly StringBuilder output = new();
    private long repetitions = 1;
    private LocalizedText? error;

    public PatternTranslation(string pattern, string flags, int mostRepetitions)
    {
        this.mostRepetitions = mostRepetitions;
        dotMatchesAll = flags.Contains('s');
        severalLines = flags.Contains('m');
        this.pattern = flags.Contains('x') ? WithoutSpace(pattern) : pattern;
    }

    public (string? Pattern, LocalizedText? Error) Translate()
    {
        for (var i = 0; i < pattern.Length && error == null;)
            i = pattern[i] == '[' ? Class(i) : Outside(i);
        return error == null ? (output.ToString(), null) : (null, error);
    }

    // The flag x lets a pattern be spaced for reading; only inside [ ] a space means itself.
    private static string WithoutSpace(string pattern)
    {
        var rest = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (depth == 0 && c is ' ' or '\t' or '\n' or '\r')
                continue;
            rest.Append(c);
            if (c == '\\' && i + 1 < pattern.Length && pattern[i + 1] is '[' or ']' or '\\')
                rest.Append(pattern[++i]);
            else
                depth += c == '[' ? 1 : c == ']' && depth > 0 ? -1 : 0;
        }
        return rest.ToString();
    }

    private int Outside(int i)
    {
        switch (pattern[i])
        {
            case '\\':
                return Escape(i, inClass: false);
            case '.':
                // A pair of surrogates is one character.
                output.Append(dotMatchesAll
                    ? @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S])"
                    : @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n\r])");
                return i + 1;
            case '^':
                output.Append(severalLines ? "(?m:^)" : "^");
                return i + 1;
            case '$':
                output.Append(severalLines ? "(?m:$)" : @"\z");
                return i + 1;
            case '(' when i + 1 < pattern.Length && pattern[i + 1] == '?' && (i + 2 >= pattern.Length || pattern[i + 2] != ':'):
                error = RegularExpressionErrors.NotSupported;
                return i + 1;
            case '{':
                return Repetition(i);
            case '#':
                output.Append("\\#");
                return i + 1;
            default:
                output.Append(pattern[i]);
                return i + 1;
        }
    }

    private int Repetition(int i)
    {
        var end = pattern.IndexOf('}', i);
        if (end < 0)
        {
            error = RegularExpressionErrors.Malformed;
            return i + 1;
        }
        foreach (var bound in pattern[(i + 1)..end].Split(','))
        {
            if (bound.Length > 0 && !int.TryParse(bound, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                error = RegularExpressionErrors.Malformed;
        }
        var most = pattern[(i + 1)..end].Split(',').Max(bound => int.TryParse(bound, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1);
        repetitions *= Math.Clamp(most, 1, mostRepetitions + 1L);
        if (repetitions > mostRepetitions)
            error ??= RegularExpressionErrors.TooLarge;
        output.Append(pattern, i, end + 1 - i);
        return end + 1;
    }

    private int Class(int i)
    {
        var depth = 0;
        do
        {
            var c = pattern[i];
            if (c == '\\')
            {
                i = Escape(i, inClass: true);
                continue;
            }
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;

            // A bracket opens within a class only to be subtracted from it: [a-z-[aeiou]].
            if (c == '[' && depth > 1 && pattern[i - 1] != '-')
                error = RegularExpressionErrors.Malformed;
            output.Append(c);
            i++;
        }
        while (depth > 0 && i < pattern.Length && error == null);
        if (depth > 0)
            error ??= RegularExpressionErrors.Malformed;
        return i;
    }

    private int Escape(int i, bool inClass)
    {
        var c = i + 1 < pattern.Length ? pattern[i + 1] : '\0';
        switch (c)
        {
            case 'n' or 'r' or 't' or 'd' or 'D' or '\\' or '|' or '.' or '?' or '*' or '+' or '(' or ')' or '{' or '}' or '-' or '[' or ']' or '^' or '$':
                output.Append('\\').Append(c);
                return i + 2;
            case 'p' or 'P':
                return Category(i);
            case >= '1' and <= '9' when !inClass:
                // Told as not supported by the engine, or as malformed where there is no such group.
                output.Append('\\').Append(c);
                return i + 2;
        }
        if (MultiCharacter(c) is not { } characters)
            error = RegularExpressionErrors.Malformed;
        else if (inClass)
            output.Append(characters);
        else
            output.Append('[').Append(characters).Append(']');
        return i + 2;
    }

    // XML Schema 1.1, appendix G: a word is made of all but punctuation, separators and control characters.
    private static string? MultiCharacter(char c) => c switch
    {
        's' => @" \t\n\r",
        'S' => @"\u0000-\u0008\u000B\u000C\u000E-\u001F!-\uFFFF",
        'w' => @"\p{L}\p{M}\p{N}\p{S}",
        'W' => @"\p{P}\p{Z}\p{C}",
        'i' => @"\p{L}\p{Nl}_:",
        'c' => @"\p{L}\p{M}\p{N}_:.\-\u00B7",
        'I' => @"\p{M}\p{Nd}\p{No}\p{S}\p{Z}\p{C}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}!-/;-@\[-\^`{-~",
        'C' => @"\p{S}\p{Z}\p{C}\p{Ps}\p{Pe}\p{Pi}\p{Pf}!-,/;-@\[-\^`{-~",
        _ => null,
    };

    private int Category(int i)
    {
        var end = pattern.IndexOf('}', i);
        if (i + 2 >= pattern.Length || pattern[i + 2] != '{' || end < 0 || pattern[(i + 3)..end].Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
        {
            error = RegularExpressionErrors.Malformed;
            return i + 2;
        }
        output.Append(pattern, i, end + 1 - i);
        return end + 1;
    }
}
