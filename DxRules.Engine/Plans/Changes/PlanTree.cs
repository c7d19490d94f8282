using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DxRules.Engine.Plans.Reading;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace DxRules.Engine.Plans.Changes;

/// <summary>A plan as the JSON that <see cref="PlanWriter"/> writes, in which places can be found and filled.</summary>
internal sealed class PlanTree
{
    private readonly JsonObject root;
    private readonly string planId;
    private readonly Dictionary<string, (JsonObject Node, PlanShape Shape)> subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonArray, Dictionary<string, JsonObject>> elements = new(ReferenceEqualityComparer.Instance);

    public PlanTree(PlanDocument document)
    {
        root = JsonNode.Parse(PlanWriter.WriteLine(document))!.AsObject();
        planId = document.Plan.Id;
        AddSubjects(root, PlanShape.Of(typeof(PlanDocument)));
        if (root["security"] is JsonObject security)
            subjects[SecurityPolicy.SubjectId] = (security, PlanShape.Of(typeof(Security)));
    }

    /// <summary>Where a member of a subject is held; null where nothing could hold it.</summary>
    public PlanSlot? Find(string subject, string member)
    {
        var way = member.Split('/');
        var (holder, shape) = subjects.GetValueOrDefault(subject);
        if (holder is null)
            return null;
        if (subject == planId && way[0] == ChangePlace.Document)
            return way.Length > 1 && ChangePlace.IsAside(way[1]) ? Aside(root, PlanShape.Of(typeof(PlanDocument)), way.AsSpan(1)) : null;
        if (subject == planId && shape.Find(way[0]) is null && !ChangePlace.IsAside(way[0]))
            (holder, shape) = (root, PlanShape.Of(typeof(PlanDocument)));
        return Find(holder, shape, way);
    }

    /// <summary>Fills places that were found before any of them was filled.</summary>
    public void Put(IReadOnlyList<(PlanSlot Slot, PlanChange Change)> slots)
    {
        foreach (var (slot, change) in slots.Where(s => !IsRow(s)))
            slot.Put(Parse(change.New));
        foreach (var list in slots.Where(IsRow).GroupBy(s => s.Slot.List))
            Rearrange(list.Key, [.. list]);

        static bool IsRow((PlanSlot Slot, PlanChange Change) s) => s.Slot.IsElement && (s.Slot.Element is null || s.Change.New is null);
    }

    // Each new row goes to its place among those that come out, so the ones in front go in first.
    private static void Rearrange(JsonArray list, IReadOnlyList<(PlanSlot Slot, PlanChange Change)> rows)
    {
        var gone = rows.Select(r => r.Slot.Element).OfType<JsonNode>().ToHashSet(ReferenceEqualityComparer.Instance);
        var coming = new Queue<PlanChange>(rows.Where(r => r.Slot.Element is null).Select(r => r.Change).OrderBy(change => change.Index ?? int.MaxValue));
        var staying = list.Where(row => !gone.Contains(row)).ToList();
        list.Clear();
        foreach (var row in staying)
        {
            while (coming.TryPeek(out var next) && (next.Index ?? int.MaxValue) <= list.Count)
                list.Add(Parse(coming.Dequeue().New));
            list.Add(row);
        }
        foreach (var change in coming)
            list.Add(Parse(change.New));
    }

    public string ToText() => root.ToJsonString();

    /// <summary>Whether a text is one JSON value that can be put into a plan.</summary>
    public static bool Parses(string json)
    {
        try
        {
            // Half of a pair of \u escapes shows only when it is written again.
            _ = Parse(json)?.ToJsonString();
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    // As the reader of plan files takes text: through UTF-8.
    private static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(Encoding.UTF8.GetBytes(json));

    private PlanSlot? Find(JsonObject holder, PlanShape shape, ReadOnlySpan<string> way)
    {
        if (ChangePlace.IsAside(way[0]))
            return Aside(holder, shape, way);
        if (shape.Find(way[0]) is not { } member || member.IsId)
            return null;
        if (way.Length == 1)
            return new PlanSlot(holder, member.Name);
        if (member.ValueKind != PlanValueKind.Object)
            return null;
        var below = PlanShape.Of(member.ValueType);
        if (!member.IsList)
            return holder[member.Name] is JsonObject held ? Find(held, below, way[1..]) : null;

        // A list that is empty when it is absent takes elements; of one that is unknown then, nobody knows where they would stand.
        var list = holder[member.Name] as JsonArray;
        if (list is null && member.Presence != MemberPresence.EmptyList)
            return null;
        var element = list is null ? null : ElementsOf(list, below).GetValueOrDefault(way[1]);
        if (way.Length == 2)
            return new PlanSlot(holder, member.Name, element);
        return element is null ? null : Find(element, below, way[2..]);
    }

    private static PlanSlot? Aside(JsonObject holder, PlanShape shape, ReadOnlySpan<string> way) => way switch
    {
        [PlanBinder.Inferred] => new PlanSlot(holder, PlanBinder.Inferred),
        [PlanBinder.Raw, var name] when shape.Find(name) is not null => new PlanSlot(holder, PlanBinder.Raw, name),
        _ => null,
    };

    private Dictionary<string, JsonObject> ElementsOf(JsonArray list, PlanShape shape)
    {
        if (elements.TryGetValue(list, out var byKey))
            return byKey;
        JsonObject[] rows = [.. list.Cast<JsonObject>()];
        var keys = ElementKeys.Of(shape, rows, (row, member) => row[member.Name]?.ToString());
        return elements[list] = keys.Zip(rows).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private void AddSubjects(JsonObject node, PlanShape shape)
    {
        if (shape.Id is { } id)
            subjects.TryAdd((string)node[id.Name]!, (node, shape));
        foreach (var member in shape.Members.Where(m => m.ValueKind == PlanValueKind.Object))
        {
            var below = PlanShape.Of(member.ValueType);
            if (node[member.Name] is JsonObject held)
                AddSubjects(held, below);
            else if (node[member.Name] is JsonArray rows)
            {
                foreach (var row in rows)
                    AddSubjects((JsonObject)row!, below);
            }
        }
    }
}
