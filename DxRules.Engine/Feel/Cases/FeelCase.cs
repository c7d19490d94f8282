using System.Text.Json;
using DxRules.Engine.Feel.Syntax;

namespace DxRules.Engine.Feel.Cases;

/// <summary>One conformance case: an expression, what is known around it, and the value it must have.</summary>
/// <param name="Suite">The group of cases in which it stands.</param>
/// <param name="File">The file of the kit it comes from.</param>
/// <param name="Id">Tells it apart in its file.</param>
/// <param name="Area">The part of the language it is about.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Inputs">What is known around it.</param>
/// <param name="Definitions">Named expressions that are evaluated first, in order, each into what is known around the next.</param>
/// <param name="ResultType">What the result is converted to.</param>
/// <param name="Types">Definitions of the types that are named.</param>
/// <param name="Expected">The value it must have, as it was written: a case whose value cannot be held fails, the file does not.</param>
/// <param name="ExpectsError">Whether the value is null because of an error, so that failing is right too.</param>
internal sealed record FeelCase(
    string Suite,
    string File,
    string Id,
    string Area,
    string Expression,
    JsonElement Inputs,
    IReadOnlyList<FeelDefinition> Definitions,
    TypeName ResultType,
    IReadOnlyDictionary<string, TypeName> Types,
    JsonElement Expected,
    bool ExpectsError)
{
    /// <summary>Reads one line of a case file.</summary>
    /// <exception cref="FormatException">It is no case; the message says why.</exception>
    public static FeelCase Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(document.RootElement.Clone());
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    private static FeelCase Read(JsonElement json) => new(
        Text(json, "suite"),
        Text(json, "file"),
        Text(json, "id"),
        Text(json, "area"),
        json.GetProperty("expression").GetString() ?? "",
        json.TryGetProperty("inputs", out var inputs) ? inputs : default,
        [.. Lets(json).Select(let => new FeelDefinition(Text(let, "name"), Text(let, "expression"), CaseTypes.Optional(let, "type")))],
        CaseTypes.Optional(json, "resultType"),
        json.TryGetProperty("types", out var types) ? types.EnumerateObject().ToDictionary(type => type.Name, type => CaseTypes.Read(type.Value)) : [],
        json.TryGetProperty("expected", out var expected) ? expected : default,
        json.TryGetProperty("error", out var error) && error.GetBoolean());

    private static IEnumerable<JsonElement> Lets(JsonElement json) =>
        json.TryGetProperty("lets", out var lets) ? lets.EnumerateArray() : [];

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";
}

/// <summary>A named expression beside a case's own.</summary>
internal sealed record FeelDefinition(string Name, string Expression, TypeName Type);
