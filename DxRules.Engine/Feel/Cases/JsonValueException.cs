using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Cases;

/// <summary>A value of a JSON text that FEEL cannot hold.</summary>
internal sealed class JsonValueException(LocalizedText reason) : FormatException(reason.En)
{
    private readonly List<object> steps = [];

    public LocalizedText Reason { get; } = reason;

    /// <summary>The way to it from the root: names of members and positions in lists.</summary>
    public IReadOnlyList<object> Steps => steps;

    /// <summary>The same as people write it: <c>$.系列[2].値</c>.</summary>
    public string Path => "$" + string.Concat(steps.Select(step => step is int index ? $"[{index}]" : $".{step}"));

    public static JsonValueException Twice(string name) => new(new($"「{name}」が二度あります。", $"'{name}' stands twice."));

    public static JsonValueException NoText(string kind) => new(new($"{kind} の値は文字列です。", $"{kind} holds a text."));

    public static JsonValueException NotOfKind(string kind, string text) =>
        new(new($"{kind} に「{text}」は書けません。", $"{kind} cannot be '{text}'."));

    public static JsonValueException NoNumber(string text) => new(new($"{text} は28桁までの数ではありません。", $"{text} is no number of 28 digits."));

    /// <summary>The same, seen from one level further out.</summary>
    public JsonValueException Inside(object step)
    {
        steps.Insert(0, step is string name ? NameCharacters.Normalized(name) : step);
        return this;
    }
}
