using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Values;

/// <summary>The wording of every reason for which an operation on values has no result, a method a reason.</summary>
internal static class ValueErrors
{
    public static LocalizedText NotDefined(string sign, object? left, object? right) =>
        new($"{ValueKinds.WordOf(left).Ja}と{ValueKinds.WordOf(right).Ja}に「{sign}」は使えません。",
            $"'{sign}' is not defined for {ValueKinds.WordOf(left).En} and {ValueKinds.WordOf(right).En}.");

    public static LocalizedText NotNegatable(object? value) =>
        new($"{ValueKinds.WordOf(value).Ja}の符号は変えられません。", $"The sign of {ValueKinds.WordOf(value).En} cannot be changed.");

    public static LocalizedText MixedZones(string sign) =>
        new($"時差のある日時とない日時に「{sign}」は使えません。", $"'{sign}' is not defined for a time with a zone and one without.");

    public static LocalizedText DivisionByZero { get; } = new("0で割っています。", "Division by zero.");

    public static LocalizedText Overflow(string sign) =>
        new($"「{sign}」の結果が大きすぎます。", $"The result of '{sign}' is too large.");

    public static LocalizedText NoRealPower { get; } = new("このべき乗に実数の値はありません。", "This power has no real value.");

    public static LocalizedText NotBoolean(object? value) =>
        new($"真偽値が必要ですが、{ValueKinds.WordOf(value).Ja}です。", $"True or false was expected, but it is {ValueKinds.WordOf(value).En}.");

    public static LocalizedText NoMember(object? value, string name) =>
        new($"{ValueKinds.WordOf(value).Ja}に「{name}」はありません。", $"{Capital(ValueKinds.WordOf(value).En)} has no '{name}'.");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
