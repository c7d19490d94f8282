using System.Text.Json;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>A value inside a JSON document and the path that leads to it, read as what it should be.</summary>
/// <exception cref="JsonMemberException">The value is not there, or it is something else.</exception>
internal readonly struct JsonMember(JsonElement element, string path)
{
    public JsonMember this[string name] =>
        Expect(JsonValueKind.Object, new("オブジェクト", "an object")).TryGetProperty(name, out var value)
            ? new JsonMember(value, $"{path}.{name}")
            : throw Wrong(new($"\"{name}\" がありません。", $"\"{name}\" is not there."));

    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    public string Text => Expect(JsonValueKind.String, new("文字列", "a text")).GetString()!;

    public string? TextOrNull => IsNull ? null : Text;

    public bool Flag => element.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? element.GetBoolean()
        : throw Other(new("true か false", "true or false"));

    public int Count => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var count) && count >= 0
        ? count
        : throw Other(new("0以上の整数", "a whole number, 0 or more"));

    public DateOnly Date => ReportValue.TryDate(Text, out var date)
        ? date
        : throw Other(new("日付（例: 2025-05-31）", "a date such as 2025-05-31"));

    /// <summary>A value of the language: decimal, text, date, boolean, list of these, or null. A text that is a date becomes one.</summary>
    public object? Value => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        JsonValueKind.Number => element.TryGetDecimal(out var number) ? number : throw Other(new("28桁以内の数値", "a number of at most 28 digits")),
        JsonValueKind.String => ReportValue.TryDate(Text, out var date) ? date : Text,
        JsonValueKind.Array => List(item => item.Value),
        _ => throw Other(new("値", "a value")),
    };

    public IEnumerable<(string Name, JsonMember Value)> Members
    {
        get
        {
            var at = path;
            return Expect(JsonValueKind.Object, new("オブジェクト", "an object"))
                .EnumerateObject()
                .Select(member => (member.Name, new JsonMember(member.Value, $"{at}.{member.Name}")));
        }
    }

    public IReadOnlyList<T> List<T>(Func<JsonMember, T> read)
    {
        var items = new List<T>();
        foreach (var item in Expect(JsonValueKind.Array, new("一覧", "a list")).EnumerateArray())
            items.Add(read(new JsonMember(item, $"{path}[{items.Count}]")));
        return items;
    }

    public JsonMemberException Wrong(LocalizedText expected) => new(expected, path);

    private JsonElement Expect(JsonValueKind kind, LocalizedText name) => element.ValueKind == kind ? element : throw Other(name);

    private JsonMemberException Other(LocalizedText expected)
    {
        var text = element.GetRawText();
        var found = text.Length <= 40 ? text : text[..40] + "…";
        return Wrong(new($"{expected.Ja} であるべきところが {found} です。", $"Expected {expected.En} but found {found}."));
    }
}

/// <summary>A JSON document that is not what its format says. Never leaves the reader, which makes a diagnostic of it.</summary>
internal sealed class JsonMemberException(LocalizedText expected, string path) : Exception($"{path}: {expected.En}")
{
    public LocalizedText Expected { get; } = expected;

    public string Path { get; } = path;
}
