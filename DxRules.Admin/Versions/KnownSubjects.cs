using System.Text.Json;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Versions;

/// <summary>An object of a plan with an id, as far as words about its changes need it.</summary>
/// <param name="Record">The type of its record.</param>
/// <param name="Kind">The English word of its kind of subject; null where rules know it by none.</param>
/// <param name="Above">The id of the object with an id that holds it; null for the plan.</param>
/// <param name="Unit">What its figures are counted in; null where they have no unit or it has no figures.</param>
/// <param name="TargetUnit">The same of its target, which may be a change in per cent.</param>
/// <param name="IsThere">Whether it stands in the plan, or was taken out.</param>
internal sealed record KnownSubject(string Id, Type Record, string Title, string? Kind, string? Above, string? Unit = null, string? TargetUnit = null, bool IsThere = true);

/// <summary>The objects of a plan by their ids, with those that were taken out of it.</summary>
internal sealed class KnownSubjects
{
    private readonly Dictionary<string, KnownSubject> byId = new(StringComparer.Ordinal);

    /// <param name="plan">The newest version as the viewer may see it.</param>
    /// <param name="at">When it was saved.</param>
    /// <param name="removals">Elements that were taken out, the latest first.</param>
    public KnownSubjects(PlanDocument plan, DateTimeOffset at, IEnumerable<PlanChange> removals)
    {
        var nodes = PlanSubjects.Build(plan, DateOnly.FromDateTime(at.UtcDateTime)).SubjectsById;
        Plan = plan.Plan.Id;
        Add(plan, new Around(nodes, Plan, null));
        if (nodes.TryGetValue(SecurityPolicy.SubjectId, out var policy))
            byId[policy.Id] = new KnownSubject(policy.Id, typeof(Security), policy.Title, KindOf(policy), Plan);
        foreach (var removal in removals)
            AddRemoved(removal);
    }

    /// <summary>The id of the plan itself.</summary>
    public string Plan { get; }

    /// <summary>The ids of all of them.</summary>
    public IEnumerable<string> All => byId.Keys;

    public KnownSubject? Of(string id) => byId.GetValueOrDefault(id);

    /// <summary>An object and all that it holds, by their ids; of the plan only itself, as it holds everything.</summary>
    public IReadOnlyList<string> WithBelow(string id)
    {
        if (id == Plan)
            return [id];
        var below = byId.Values.ToLookup(subject => subject.Above, subject => subject.Id, StringComparer.Ordinal);
        var found = new List<string> { id };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(below[found[i]]);
        return found;
    }

    private void Add(PlanObject record, Around around)
    {
        var shape = PlanShape.Of(record.GetType());
        if (record is Kpi kpi)
            around = around with { Unit = kpi.Unit };
        if (shape.Id?.Get(record) is string id)
        {
            var node = around.Nodes.GetValueOrDefault(id);
            var targetUnit = record is Series { Target.Kind: TargetKind.ChangeRate } ? "%" : around.Unit;
            byId[id] = new KnownSubject(
                id, shape.Type, node?.Title ?? TitleOf(shape, member => member.Get(record) as string) ?? id, node is null ? null : KindOf(node), id == Plan ? null : around.Above, around.Unit, targetUnit);
            around = around with { Above = id };
        }
        foreach (var member in shape.Members.Where(member => member.ValueKind == PlanValueKind.Object))
        {
            foreach (var below in member.Get(record) switch { PlanObject one => [one], IEnumerable<PlanObject> rows => rows, _ => [] })
                Add(below, around);
        }
    }

    private void AddRemoved(PlanChange removal)
    {
        if (removal.Old is null || Of(removal.Subject) is not { } holder || MemberPath.Of(holder.Record, removal.Member)?.Last is not { Key: not null } step)
            return;
        using var element = JsonDocument.Parse(removal.Old);
        AddRemoved(element.RootElement, PlanShape.Of(step.Member.ValueType), holder.Id);
    }

    private void AddRemoved(JsonElement json, PlanShape shape, string above)
    {
        if (shape.Id is { } member && json.TryGetProperty(member.Name, out var id))
        {
            var holder = above;
            above = id.GetString()!;
            var title = TitleOf(shape, part => json.TryGetProperty(part.Name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null);
            var kind = PlanSchema.Instance.Subjects.FirstOrDefault(kind => PlanWording.RecordOf(kind.Clr) == shape.Type)?.En;
            byId.TryAdd(above, new KnownSubject(above, shape.Type, title ?? above, kind, holder, IsThere: false));
        }
        foreach (var part in shape.Members.Where(part => part.ValueKind == PlanValueKind.Object))
        {
            if (!json.TryGetProperty(part.Name, out var below))
                continue;
            foreach (var one in below.ValueKind == JsonValueKind.Array ? below.EnumerateArray().ToArray() : [below])
                AddRemoved(one, PlanShape.Of(part.ValueType), above);
        }
    }

    private static string? TitleOf(PlanShape shape, Func<PlanMember, string?> text) =>
        new[] { "title", "name", "post", "summary", "role" }.Select(shape.Find).OfType<PlanMember>().Select(text).FirstOrDefault(found => found is not null);

    private static string? KindOf(Node node) => PlanSchema.Instance.Subjects.FirstOrDefault(kind => kind.Clr == node.GetType())?.En;

    private sealed record Around(IReadOnlyDictionary<string, Node> Nodes, string? Above, string? Unit);
}
