using System.Globalization;
using System.Text.Json.Nodes;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Marks;

namespace DxRules.Engine.PlanChecks.Fragments;

/// <summary>What stands in for required members that an example leaves out: something that is there at the as-of date and says nothing.</summary>
internal static class StandIns
{
    public static void Complete(IEnumerable<(JsonObject Json, Type Record, ObjectType? Kind)> made, DateOnly asOf)
    {
        foreach (var (json, record, kind) in made)
        {
            if (!record.IsAssignableTo(typeof(PlanObject)))
                continue;
            foreach (var member in PlanShape.Of(record).Members.Where(m => m.Presence == MemberPresence.Required))
            {
                if (json[member.Name] is null && (record != typeof(PlanDocument)))
                    json[member.Name] = For(member, kind, asOf);
            }
        }
    }

    private static JsonNode For(PlanMember member, ObjectType? kind, DateOnly asOf) => member switch
    {
        _ when member.Has<MunicipalityCodeAttribute>() => "011002",
        { Reference: ReferenceTo.Subject } => "plan",
        { ValueKind: PlanValueKind.Word } => PlanWords.Of(member.ValueType).Keys.First(),
        { ValueKind: PlanValueKind.Date } => asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { IsFiscalYear: true } => FiscalYear.Of(asOf) - 1,
        { ValueKind: PlanValueKind.Number or PlanValueKind.Whole } => 0,
        { ValueKind: PlanValueKind.Boolean } => false,
        _ => kind?.Ja ?? "例",
    };
}
