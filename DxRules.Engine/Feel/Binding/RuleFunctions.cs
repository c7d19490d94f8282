using System.Reflection;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>The functions of the language that rules may call beside those the binder knows itself (not, count, 割合 …), over known values.</summary>
internal static class RuleFunctions
{
    private static readonly string[] OfTheBinder =
        ["not", "count", "sum", "min", "max", "mean", "割合", "share", "割合以上", "shareAtLeast", "list contains", "string", "duration", "date"];

    public static IReadOnlyList<Function> All { get; } =
    [
        Of("abs", new("絶対値", "the value without its sign"), FeelType.Number, Method(nameof(KnownValues.Abs)), ("n", FeelType.Number)),
        Of("floor", new("切り捨てた整数", "the whole number at or below"), FeelType.Number, Method(nameof(KnownValues.Floor)), ("n", FeelType.Number)),
        Of("ceiling", new("切り上げた整数", "the whole number at or above"), FeelType.Number, Method(nameof(KnownValues.Ceiling)), ("n", FeelType.Number)),
        Of("decimal", new("小数点以下の桁を丸めた値（偶数への丸め）", "rounded to so many decimals, half to even"), FeelType.Number, Method(nameof(KnownValues.Round)), ("n", FeelType.Number), ("scale", FeelType.Number)),
        Of("string length", new("文字数", "how many characters"), FeelType.Number, Method(nameof(KnownValues.Length)), ("string", FeelType.Text)),
        Of("contains", new("文字列を含むか", "whether the text holds the other"), FeelType.Boolean, Method(nameof(KnownValues.Contains)), ("string", FeelType.Text), ("match", FeelType.Text)),
        Of("starts with", new("文字列で始まるか", "whether the text begins with the other"), FeelType.Boolean, Method(nameof(KnownValues.StartsWith)), ("string", FeelType.Text), ("match", FeelType.Text)),
        Of("ends with", new("文字列で終わるか", "whether the text ends with the other"), FeelType.Boolean, Method(nameof(KnownValues.EndsWith)), ("string", FeelType.Text), ("match", FeelType.Text)),
    ];

    /// <summary>Every function of the language a rule can call, for "did you mean".</summary>
    public static IEnumerable<string> Names => OfTheBinder.Concat(All.Select(f => f.En));

    /// <summary>The method behind <c>value.name</c>; null where values of the type have no such property.</summary>
    public static MethodInfo? Property(FeelType type, string name) => (type.En, name) switch
    {
        ("date", "year") => Method(nameof(KnownValues.Year)),
        ("date", "month") => Method(nameof(KnownValues.Month)),
        ("date", "day") => Method(nameof(KnownValues.Day)),
        ("days duration", "days") => Method(nameof(KnownValues.Days)),
        ("months duration", "years") => Method(nameof(KnownValues.Years)),
        ("months duration", "months") => Method(nameof(KnownValues.Months)),
        _ => null,
    };

    /// <summary>The method that writes a value as the standard has it.</summary>
    public static MethodInfo StringOf(FeelType type) =>
        typeof(KnownValues).GetMethod(nameof(KnownValues.StringOf), [type.Clr])!;

    private static Function Of(string name, LocalizedText meaning, FeelType result, MethodInfo method, params (string Name, FeelType Type)[] parameters) =>
        new(name, name, meaning, [.. parameters.Select(p => new FunctionParameter(p.Name, p.Name, p.Type))], result, method);

    private static MethodInfo Method(string name) => typeof(KnownValues).GetMethod(name)!;
}
