using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Cases;

/// <summary>
/// Values as JSON: numbers, texts, truths, lists, contexts, and typed scalars, objects of one member such as
/// <c>{"$date": "2025-04-01"}</c>, <c>$number</c>, <c>$time</c>, <c>$dateTime</c>, <c>$duration</c>.
/// </summary>
internal static class JsonValues
{
    /// <exception cref="JsonValueException">A number or typed scalar cannot be read, or a name stands twice.</exception>
    public static object? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => Number(json.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Array => json.EnumerateArray().Select((item, index) => ReadInside(item, index)).ToArray(),
        JsonValueKind.Object => ReadObject(json),
        _ => null,
    };

    /// <summary>The names of all members, at any depth.</summary>
    public static IEnumerable<string> NamesIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => NamesIn(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(NamesIn),
        _ => [],
    };

    /// <summary>A value as <see cref="Read"/> reads it; ranges and functions, which JSON cannot hold, as their texts.</summary>
    public static JsonNode? Write(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        decimal number => JsonNode.Parse(ValueText.Of(number)),
        IReadOnlyList<object?> list => new JsonArray([.. list.Select(Write)]),
        FeelContext context => new JsonObject(context.Entries.Select(entry => KeyValuePair.Create(entry.Key, Write(entry.Value)))),
        _ => new JsonObject { [KindOf(value)] = ValueText.Of(value) },
    };

    private static string KindOf(object value) => value switch
    {
        DateOnly or CivilDate => "$date",
        FeelTime => "$time",
        FeelDateTime => "$dateTime",
        DaysDuration or MonthsDuration => "$duration",
        FeelRange => "$range",
        _ => "$function",
    };

    private static object? ReadInside(JsonElement json, object step)
    {
        try
        {
            return Read(json);
        }
        catch (JsonValueException wrong)
        {
            throw wrong.Inside(step);
        }
    }

    private static object? ReadObject(JsonElement json)
    {
        var members = json.EnumerateObject().ToArray();
        if (members is [{ Name: ['$', ..] } typed])
            return Typed(typed.Name, typed.Value);
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (members.FirstOrDefault(member => !names.Add(NameCharacters.Normalized(member.Name))) is { Value.ValueKind: not JsonValueKind.Undefined } twice)
            throw JsonValueException.Twice(twice.Name);
        return new FeelContext([.. members.Select(member => KeyValuePair.Create(NameCharacters.Normalized(member.Name), ReadInside(member.Value, member.Name)))]);
    }

    private static object? Typed(string kind, JsonElement json)
    {
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : throw JsonValueException.NoText(kind);
        return kind switch
        {
            "$number" => Number(text),
            "$date" => TemporalTexts.ParseDate(text),
            "$time" => TemporalTexts.ParseTime(text),
            "$dateTime" => TemporalTexts.ParseDateTime(text),
            "$duration" => TemporalTexts.ParseDuration(text),
            _ => null,
        } ?? throw JsonValueException.NotOfKind(kind, text);
    }

    private static object Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw JsonValueException.NoNumber(text);
}
