using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.PlanChecks.HealthyPlan;

/// <summary>The files of the healthy city, and checks of them with the packaged rules.</summary>
internal static class HealthyCity
{
    /// <summary>Late in a fiscal year, when its own checks have been made and the year before has been reviewed and published.</summary>
    public static readonly DateOnly AsOf = new(2026, 2, 15);

    public static IReadOnlyList<Twin> Twins { get; } = [.. JsonNode.Parse(Read("twins.json"))!.AsArray().Select(twin => Twin.From(twin!))];

    public static JsonNode Plan() => JsonNode.Parse(Read("healthy-city.json"))!;

    public static PlanReport Check(JsonNode plan, DateOnly asOf)
    {
        var reading = PlanReader.Read("healthy-city.json", Encoding.UTF8.GetBytes(plan.ToJsonString()));
        reading.Diagnostics.ShouldBeEmpty();
        return PlanCheck.Default.Check(reading.Document!, asOf).Plans.ShouldHaveSingleItem();
    }

    private static string Read(string file) => File.ReadAllText(Repository.File("DxRules.Tests", "Engine", "PlanChecks", "HealthyPlan", file));
}

/// <summary>The healthy plan with one defect.</summary>
/// <param name="Change">By the id of an object, or its path: its members with their new values; null leaves a member out.</param>
/// <param name="Subject">Where the one alert is expected.</param>
/// <param name="Causes">Alerts without which this one cannot be, as a rule that asks for an answer to a delay; they stand beside it.</param>
/// <param name="Under">The alert this one is always folded under; null where it stands for itself.</param>
internal sealed record Twin(
    string Rule,
    string Defect,
    DateOnly AsOf,
    JsonObject Change,
    string Subject,
    string Severity,
    IReadOnlyList<string> Causes,
    string? Under)
{
    public string Key => $"{Rule}/{Subject}";

    public string? FoldedUnder => Under?.Split(' ')[0];

    public IEnumerable<string> Standing => Causes.Append(Under ?? $"{Key} {Severity}");

    public static Twin From(JsonNode twin) => new(
        twin["rule"]!.GetValue<string>(),
        twin["defect"]!.GetValue<string>(),
        twin["asOf"] is { } asOf ? DateOnly.Parse(asOf.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture) : HealthyCity.AsOf,
        twin["change"]!.AsObject(),
        twin["subject"]!.GetValue<string>(),
        twin["severity"]!.GetValue<string>(),
        twin["causes"] is JsonArray causes ? [.. causes.Select(cause => cause!.GetValue<string>())] : [],
        twin["under"]?.GetValue<string>());

    public JsonNode Plan()
    {
        var plan = HealthyCity.Plan();
        foreach (var (place, members) in Change)
        {
            var target = (ById(plan, place) ?? ByPath(plan, place)).ShouldNotBeNull(place).AsObject();
            foreach (var (member, value) in members!.AsObject())
            {
                if (value is null)
                    target.Remove(member).ShouldBeTrue($"{place} has no {member}");
                else
                    target[member] = value.DeepClone();
            }
        }
        return plan;
    }

    public override string ToString() => $"{Rule} {Defect}";

    private static JsonNode? ByPath(JsonNode plan, string path) => path.Split('.').Aggregate((JsonNode?)plan, (node, member) => node?[member]);

    private static JsonNode? ById(JsonNode node, string id) => node switch
    {
        JsonObject found when found["id"] is { } own && own.GetValueKind() == JsonValueKind.String && own.GetValue<string>() == id => found,
        JsonObject nested => nested.Select(member => member.Value is null ? null : ById(member.Value, id)).FirstOrDefault(found => found is not null),
        JsonArray list => list.Select(member => member is null ? null : ById(member, id)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
