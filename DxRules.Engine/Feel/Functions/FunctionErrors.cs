using System.Globalization;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

/// <summary>The wording of every reason for which a function of the standard has no result, a method a reason.</summary>
internal static class FunctionErrors
{
    public static readonly LocalizedText Number = new("数", "a number");
    public static readonly LocalizedText Text = new("文字列", "a text");
    public static readonly LocalizedText List = new("リスト", "a list");
    public static readonly LocalizedText Date = new("日付", "a date");
    public static readonly LocalizedText Time = new("時刻", "a time");
    public static readonly LocalizedText Context = new("コンテキスト", "a context");
    public static readonly LocalizedText Boolean = new("真偽値", "true or false");
    public static readonly LocalizedText Function = new("関数", "a function");
    public static readonly LocalizedText Range = new("範囲", "a range");
    public static readonly LocalizedText Comparable = new("順序のある値", "values that have an order");

    public static LocalizedText WrongCount(BuiltIn function, int count) =>
        new($"{function.Name} に引数を{Count(count)}個渡すことはできません（{Forms(function)}）。",
            $"{function.Name} cannot take {Count(count)} arguments ({Forms(function)}).");

    public static LocalizedText WrongNames(BuiltIn function, IReadOnlyList<string> names) =>
        new($"{function.Name} に {string.Join("、", names)} という引数の組はありません（{Forms(function)}）。",
            $"{function.Name} has no arguments named {string.Join(", ", names)} ({Forms(function)}).");

    public static LocalizedText WrongKind(BuiltIn function, string parameter, LocalizedText expected, object? found) =>
        new($"{function.Name} の {parameter} には{expected.Ja}が必要ですが、{ValueKinds.WordOf(found).Ja}です。",
            $"{function.Name} takes {expected.En} as {parameter}, but it is {ValueKinds.WordOf(found).En}.");

    public static LocalizedText OutOfRange(BuiltIn function, string parameter, decimal found) =>
        new($"{function.Name} の {parameter} に {ValueText.Of(found)} は使えません。",
            $"{function.Name} cannot take {ValueText.Of(found)} as {parameter}.");

    public static LocalizedText NotReadable(BuiltIn function, string text) =>
        new($"{function.Name} は「{text}」を読めません。", $"{function.Name} cannot read '{text}'.");

    public static LocalizedText NothingIn(BuiltIn function) =>
        new($"{function.Name} に渡したリストが空です。", $"The list given to {function.Name} is empty.");

    public static LocalizedText TooFew(BuiltIn function, int least) =>
        new($"{function.Name} には{Count(least)}個以上の値が必要です。", $"{function.Name} needs {Count(least)} values or more.");

    public static LocalizedText TooLarge(BuiltIn function) =>
        new($"{function.Name} の結果が大きすぎます。", $"The result of {function.Name} is too large.");

    public static LocalizedText NotDefined(BuiltIn function, decimal number) =>
        new($"{ValueText.Of(number)} に {function.Name} の値はありません。", $"{function.Name} of {ValueText.Of(number)} is not defined.");

    public static LocalizedText KeyTwice(string key) =>
        new($"キー「{key}」が二度あります。", $"The key '{key}' is there twice.");

    public static LocalizedText NotComparable(BuiltIn function) =>
        new($"{function.Name} に渡した値には互いの順序がありません。", $"The values given to {function.Name} have no order among each other.");

    public static LocalizedText BadPattern(string pattern, LocalizedText why) =>
        new($"正規表現「{pattern}」は使えません。{why.Ja}", $"The regular expression '{pattern}' cannot be used: {why.En}");

    public static LocalizedText BadReplacement(string replacement) =>
        new($"置換後の文字列「{replacement}」は使えません。「$」と「\\」は「\\$」「\\\\」と書きます。",
            $"The replacement '{replacement}' cannot be used: write '$' as '\\$' and '\\' as '\\\\'.");

    private static string Forms(BuiltIn function) => string.Join(" / ", function.Signatures.Select(signature =>
        $"{function.Name}({string.Join(", ", signature.Parameters.Select((name, i) => i < signature.Required ? name : name + "?"))}{(signature.IsOpen ? ", …" : "")})"));

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
