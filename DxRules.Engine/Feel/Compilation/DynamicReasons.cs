using System.Globalization;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>The wording of every reason for which a construct of the language has no value in dynamic mode, a method a reason.</summary>
internal static class DynamicReasons
{
    public static LocalizedText NotAFunction(object? value) =>
        new($"{ValueKinds.WordOf(value).Ja}を関数として呼び出すことはできません。", $"{Capital(ValueKinds.WordOf(value).En)} cannot be called like a function.");

    public static LocalizedText WrongCount(FeelFunction function, int count) =>
        new($"引数が{Shown(function.Parameters.Count)}個の関数に{Shown(count)}個渡しています。",
            $"A function of {Shown(function.Parameters.Count)} parameters was given {Shown(count)}.");

    public static LocalizedText WrongNames(FeelFunction function, IReadOnlyList<string> names) =>
        new($"関数の引数は {string.Join("、", function.Parameters)} ですが、{string.Join("、", names)} を渡しています。",
            $"The function takes {string.Join(", ", function.Parameters)}, but was given {string.Join(", ", names)}.");

    public static LocalizedText UnknownType(string name) =>
        new($"「{name}」という型はありません。", $"There is no type '{name}'.");

    public static LocalizedText NotIterable(object? value) =>
        new($"{ValueKinds.WordOf(value).Ja}の要素を順に取り出すことはできません。", $"{Capital(ValueKinds.WordOf(value).En)} has no items to go through.");

    private static string Shown(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
