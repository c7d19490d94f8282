using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

internal static class TextFunctions
{
    public static IReadOnlyList<BuiltIn> All { get; } =
    [
        Of("substring", "string, start position, length?", new("文字列の一部", "a part of the text"), Substring),
        Of("string length", "string", new("文字数", "how many characters"), call => call.Text(0) is { } text ? (decimal)Characters(text).Length : null),
        Of("upper case", "string", new("大文字にした文字列", "the text in capitals"), call => call.Text(0)?.ToUpperInvariant()),
        Of("lower case", "string", new("小文字にした文字列", "the text in small letters"), call => call.Text(0)?.ToLowerInvariant()),
        Of("substring before", "string, match", new("最初に現れる文字列より前", "what stands before the first match"), call => Around(call, (text, at, _) => text[..at])),
        Of("substring after", "string, match", new("最初に現れる文字列より後", "what stands behind the first match"), call => Around(call, (text, at, length) => text[(at + length)..])),
        Of("contains", "string, match", new("文字列を含むか", "whether the text holds the other"), call => Both(call, (text, match) => text.Contains(match, StringComparison.Ordinal))),
        Of("starts with", "string, match", new("文字列で始まるか", "whether the text begins with the other"), call => Both(call, (text, match) => text.StartsWith(match, StringComparison.Ordinal))),
        Of("ends with", "string, match", new("文字列で終わるか", "whether the text ends with the other"), call => Both(call, (text, match) => text.EndsWith(match, StringComparison.Ordinal))),
        Of("matches", "input, pattern, flags?", new("正規表現に合うか", "whether a part of the text fits the regular expression"), Matches),
        Of("replace", "input, pattern, replacement, flags?", new("正規表現に合う部分を置き換えた文字列", "the text with what fits the regular expression replaced"), Replaced),
        Of("split", "string, delimiter", new("正規表現で区切ったリスト", "the parts between what fits the regular expression"), Split),
        Of("string join", "list, delimiter?", new("つないだ文字列", "the texts one after the other"), Joined),
    ];

    // A character is a Unicode code point, as in XPath; a pair of surrogates counts once.
    private static int[] Characters(string text) => [.. text.EnumerateRunes().Select(rune => rune.Value)];

    private static object? Both(BuiltInCall call, Func<string, string, bool> ask) =>
        call.Text(0) is { } text && call.Text(1) is { } match ? ask(text, match) : null;

    private static object? Around(BuiltInCall call, Func<string, int, int, string> take)
    {
        if (call.Text(0) is not { } text || call.Text(1) is not { } match)
            return null;
        var at = text.IndexOf(match, StringComparison.Ordinal);
        return at < 0 ? "" : take(text, at, match.Length);
    }

    private static object? Substring(BuiltInCall call)
    {
        if (call.Text(0) is not { } text || call.Whole(1) is not { } start)
            return null;
        var units = StartsOfCharacters(text);
        var count = units.Length - 1;
        if (start == 0 || Math.Abs((long)start) > count)
            return call.OutOfRange<int>(1, start);
        var first = start > 0 ? start - 1 : count + start;
        if ((call.Has(2) ? call.Whole(2) : count) is not { } length)
            return null;
        return length < 0 ? call.OutOfRange<int>(2, length) : text[units[first]..units[(int)Math.Min(count, (long)first + length)]];
    }

    /// <summary>For each character and for the end the UTF-16 unit at which it stands.</summary>
    private static int[] StartsOfCharacters(string text)
    {
        var starts = new List<int>();
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1)
            starts.Add(i);
        return [.. starts, text.Length];
    }

    private static RegularExpression? Pattern(BuiltInCall call, int patternIndex, int flagsIndex)
    {
        if (call.Text(patternIndex) is not { } pattern)
            return null;
        var flags = call.Single(flagsIndex) == null ? "" : call.Text(flagsIndex);
        if (flags == null)
            return null;
        var (expression, error) = RegularExpression.Of(pattern, flags, call.Context.Limits);
        if (error != null)
            call.Fail(FunctionErrors.BadPattern(pattern, error));
        return expression;
    }

    private static object? Matches(BuiltInCall call) =>
        call.Text(0) is { } input && Pattern(call, 1, 2) is { } expression ? expression.IsMatch(input) : null;

    private static object? Replaced(BuiltInCall call)
    {
        if (call.Text(0) is not { } input || Pattern(call, 1, 3) is not { } expression || call.Text(2) is not { } replacement)
            return null;
        return expression.MatchesNothing
            ? call.Fail(FunctionErrors.BadPattern(call.Text(1)!, RegularExpressionErrors.MatchesNothing))
            : expression.Replace(input, replacement) ?? call.Fail(FunctionErrors.BadReplacement(replacement));
    }

    private static object? Split(BuiltInCall call)
    {
        if (call.Text(0) is not { } text || Pattern(call, 1, 2) is not { } expression)
            return null;
        return expression.MatchesNothing
            ? call.Fail(FunctionErrors.BadPattern(call.Text(1)!, RegularExpressionErrors.MatchesNothing))
            : expression.Split(text);
    }

    private static object? Joined(BuiltInCall call)
    {
        if (call.List(0) is not { } list)
            return null;
        var delimiter = call.Single(1) == null ? "" : call.Text(1);
        if (delimiter == null || list.Any(item => item is not (null or string)))
            return delimiter == null ? null : call.Wrong<bool>(0, FunctionErrors.Text);
        return string.Join(delimiter, list.OfType<string>());
    }

    private static BuiltIn Of(string name, string signatures, LocalizedText meaning, Func<BuiltInCall, object?> implementation) =>
        BuiltIns.Of(FunctionGroup.Text, name, signatures, meaning, implementation);
}
