using System.Collections;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>Changes to objects of a plan, by their ids, made together in one walk. What they do not touch is shared with the plan before.</summary>
internal sealed class SheetEdits
{
    private readonly Dictionary<string, Func<PlanObject, PlanObject>> byId = new(StringComparer.Ordinal);
    private readonly List<Func<PlanDocument, PlanDocument>> whole = [];

    /// <summary>Changes the object with that id; several changes of one object follow each other.</summary>
    public void Change<T>(string id, Func<T, T> change) where T : PlanObject
    {
        var before = byId.GetValueOrDefault(id);
        byId[id] = record => change((T)(before?.Invoke(record) ?? record));
    }

    /// <summary>Changes the plan itself, after its objects.</summary>
    public void Change(Func<PlanDocument, PlanDocument> change) => whole.Add(change);

    public PlanDocument Apply(PlanDocument plan)
    {
        var changed = byId.Count == 0 ? plan : (PlanDocument)Walk(plan);
        return whole.Aggregate(changed, (document, change) => change(document));
    }

    private PlanObject Walk(PlanObject record)
    {
        var shape = PlanShape.Of(record.GetType());
        var now = record;
        foreach (var member in shape.Members.Where(member => member.ValueKind == PlanValueKind.Object))
        {
            var value = member.Get(record);
            var changed = value switch
            {
                PlanObject held => Walk(held),
                IReadOnlyList<PlanObject> rows => Walk(member, rows),
                _ => value,
            };
            if (ReferenceEquals(changed, value))
                continue;
            if (ReferenceEquals(now, record))
                now = record with { };
            member.Set(now, changed);
        }
        return shape.Id?.Get(record) is string id && byId.TryGetValue(id, out var change) ? change(now) : now;
    }

    private object Walk(PlanMember member, IReadOnlyList<PlanObject> rows)
    {
        var changed = rows.Select(Walk).ToList();
        if (changed.Zip(rows).All(pair => ReferenceEquals(pair.First, pair.Second)))
            return rows;
        var array = Array.CreateInstance(member.ValueType, changed.Count);
        ((ICollection)changed).CopyTo(array, 0);
        return array;
    }
}
