using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

/// <summary>
/// A regular expression of XPath 3.1 (which FEEL takes over), run by .NET's engine without backtracking, so that its time grows
/// only with the text's length. Back references are therefore not available.
/// </summary>
internal sealed class RegularExpression
{
    private const int MostKept = 256;

    private static readonly ConcurrentDictionary<(string Pattern, string Flags, int Length, int Repetitions), (RegularExpression?, LocalizedText?)> Kept = new();

    private readonly Regex regex;

    private RegularExpression(Regex regex) => this.regex = regex;

    /// <summary>Whether it fits the empty text, so that it cannot be replaced or split by.</summary>
    public bool MatchesNothing => regex.IsMatch("");

    /// <summary>The expression, or what is wrong with it.</summary>
    public static (RegularExpression? Expression, LocalizedText? Error) Of(string pattern, string flags, Limits limits)
    {
        var key = (pattern, flags, limits.PatternLength, limits.PatternRepetitions);
        if (Kept.TryGetValue(key, out var kept))
            return kept;
        if (Kept.Count >= MostKept)
            Kept.Clear();
        return Kept[key] = Compile(pattern, flags, limits);
    }

    public bool IsMatch(string input) => regex.IsMatch(input);

    public object?[] Split(string input)
    {
        var parts = new List<object?>();
        var start = 0;
        foreach (Match match in regex.Matches(input))
        {
            parts.Add(input[start..match.Index]);
            start = match.Index + match.Length;
        }
        return [.. parts, input[start..]];
    }

    /// <summary>The text with every match replaced; <c>$1</c> stands for a group, <c>\$</c> and <c>\\</c> for the sign. Null if the replacement has another form.</summary>
    public string? Replace(string input, string replacement)
    {
        var parts = Parts(replacement, regex.GetGroupNumbers().Length - 1);
        return parts == null ? null : regex.Replace(input, match => string.Concat(parts.Select(part => part.Text ?? match.Groups[part.Group].Value)));
    }

    private static (RegularExpression?, LocalizedText?) Compile(string pattern, string flags, Limits limits)
    {
        if (flags.Any(flag => !"smixq".Contains(flag)))
            return (null, RegularExpressionErrors.UnknownFlag(flags));
        if (pattern.Length > limits.PatternLength)
            return (null, RegularExpressionErrors.TooLarge);
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        options |= flags.Contains('i') ? RegexOptions.IgnoreCase : 0;
        var (translated, error) = flags.Contains('q')
            ? (Regex.Escape(pattern), null)
            : new PatternTranslation(pattern, flags, limits.PatternRepetitions).Translate();
        if (error != null)
            return (null, error);
        try
        {
            return (new RegularExpression(new Regex(translated!, options)), null);
        }
        catch (NotSupportedException)
        {
            return (null, RegularExpressionErrors.NotSupported);
        }
        catch (ArgumentException)
        {
            return (null, RegularExpressionErrors.Malformed);
        }
    }

    private static List<(string? Text, int Group)>? Parts(string replacement, int groups)
    {
        var parts = new List<(string? Text, int Group)>();
        for (var i = 0; i < replacement.Length; i++)
        {
            var next = i + 1 < replacement.Length ? replacement[i + 1] : '\0';
            switch (replacement[i])
            {
                case '\\' when next is '\\' or '$':
                    parts.Add((next.ToString(), 0));
                    i++;
                    break;
                case '$' when char.IsAsciiDigit(next):
                    var group = next - '0';

                    // A further digit belongs to the number as long as there is such a group.
                    for (i++; i + 1 < replacement.Length && char.IsAsciiDigit(replacement[i + 1]) && group * 10 + replacement[i + 1] - '0' <= groups; i++)
                        group = group * 10 + replacement[i + 1] - '0';
                    parts.Add(group <= groups ? (null, group) : ("", 0));
                    break;
                case '\\' or '$':
                    return null;
                default:
                    parts.Add((replacement[i].ToString(), 0));
                    break;
            }
        }
        return parts;
    }
}

/// <summary>The wording of what can be wrong with a regular expression.</summary>
internal static class RegularExpressionErrors
{
    public static readonly LocalizedText Malformed = new("形が正しくありません。", "it is malformed.");
    public static readonly LocalizedText NotSupported = new("後方参照と先読み・後読みは使えません。", "back references and look-around are not available.");
    public static readonly LocalizedText TooLarge = new("長すぎるか、繰り返しの回数が多すぎます。", "it is too long or repeats too often.");
    public static readonly LocalizedText MatchesNothing = new("空の文字列に合う正規表現では置き換えも区切りもできません。", "one that fits the empty text can neither replace nor split.");

    public static LocalizedText UnknownFlag(string flags) =>
        new($"フラグは s、m、i、x、q だけです（「{flags}」）。", $"the flags are s, m, i, x and q only ('{flags}').");
}
