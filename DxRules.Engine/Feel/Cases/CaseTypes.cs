using System.Text.Json;
using DxRules.Engine.Feel.Syntax;

namespace DxRules.Engine.Feel.Cases;

/// <summary>Reads types as case files write them: a name, <c>{"list": T}</c>, <c>{"context": {name: T}}</c>, <c>{"base": T, "allowed": …}</c>.</summary>
internal static class CaseTypes
{
    /// <summary>The type of that member; Any where there is none.</summary>
    public static TypeName Optional(JsonElement json, string member) => json.TryGetProperty(member, out var type) ? Read(type) : Plain("Any");

    public static TypeName Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
            return Plain(json.GetString()!);
        if (json.ValueKind != JsonValueKind.Object)
            return Plain("Any");
        if (json.TryGetProperty("list", out var item))
            return Plain("list") with { Arguments = [Read(item)] };
        if (!json.TryGetProperty("context", out var members))
            return Optional(json, "base");
        return Plain("context") with
        {
            Arguments = [.. members.EnumerateObject().Select(member => Read(member.Value))],
            MemberNames = [.. members.EnumerateObject().Select(member => member.Name)],
        };
    }

    private static TypeName Plain(string name) => new(default, name switch
    {
        "dateTime" => "date and time",
        "dayTimeDuration" => "days and time duration",
        "yearMonthDuration" => "years and months duration",
        _ => name,
    }, [], [], null);
}
