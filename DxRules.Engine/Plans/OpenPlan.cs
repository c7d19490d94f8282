using System.Collections;
using DxRules.Engine.Plans.Marks;

namespace DxRules.Engine.Plans;

/// <summary>
/// Takes out of a plan what lies under security and what is about it. What a row is about is told by its members marked as references to a subject;
/// a row goes when all it is about is secret, and then what is about that row is secret, too.
/// </summary>
internal sealed class OpenPlan
{
    private const string SecurityMember = "security";
    private readonly Dictionary<string, List<PlanObject>> rowsAbout = new(StringComparer.Ordinal);
    private readonly Dictionary<PlanObject, int> openReferences = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PlanObject> secretRows = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> secretIds = new(StringComparer.Ordinal);

    private OpenPlan(PlanDocument open, Security? security)
    {
        AddReferences(open);
        var ids = new Queue<string>(security is null ? [] : IdsIn(security));
        ids.Enqueue(SecurityPolicy.SubjectId);
        while (ids.TryDequeue(out var id))
        {
            if (!secretIds.Add(id))
                continue;
            foreach (var row in rowsAbout.GetValueOrDefault(id) ?? [])
            {
                if (--openReferences[row] > 0)
                    continue;
                secretRows.Add(row);
                foreach (var below in IdsIn(row))
                    ids.Enqueue(below);
            }
        }
    }

    public static PlanDocument Of(PlanDocument document)
    {
        var open = document.Security is null && !document.Raw.ContainsKey(SecurityMember) && !document.Inferred.Contains(SecurityMember)
            ? document
            : document with { Security = null, Raw = Without(document.Raw, SecurityMember), Inferred = [.. document.Inferred.Where(name => name != SecurityMember)] };
        return (PlanDocument)new OpenPlan(open, document.Security).Open(open);
    }

    private void AddReferences(PlanObject record)
    {
        foreach (var member in PlanShape.Of(record.GetType()).Members)
        {
            var value = member.Get(record);
            if (member.Reference == ReferenceTo.Subject)
            {
                foreach (var id in value as IEnumerable<string> ?? (value is string one ? [one] : []))
                    AddReference(record, id);
            }
            foreach (var below in Below(value))
                AddReferences(below);
        }
    }

    private void AddReference(PlanObject row, string id)
    {
        if (!rowsAbout.TryGetValue(id, out var rows))
            rowsAbout[id] = rows = [];
        rows.Add(row);
        openReferences[row] = openReferences.GetValueOrDefault(row) + 1;
    }

    /// <summary>The record without what is secret; the same one where nothing is.</summary>
    private PlanObject Open(PlanObject record)
    {
        var open = record;
        foreach (var member in PlanShape.Of(record.GetType()).Members)
        {
            var value = member.Get(record);
            var seen = value switch
            {
                PlanObject held => secretRows.Contains(held) ? null : Open(held),
                IReadOnlyList<PlanObject> rows => OpenRows(member, rows),
                IReadOnlyList<string> ids when member.Reference == ReferenceTo.Subject && ids.Any(secretIds.Contains) => ids.Where(id => !secretIds.Contains(id)).ToArray(),
                _ => value,
            };
            if (ReferenceEquals(seen, value))
                continue;
            if (ReferenceEquals(open, record))
                open = record with { };
            member.Set(open, seen);

            // The document's wording of what lost something would still tell it.
            if (value is not PlanObject && ((ICollection)seen!).Count < ((ICollection)value!).Count)
                open = open with { Raw = Without(open.Raw, member.Name) };
        }
        return open;
    }

    private object OpenRows(PlanMember member, IReadOnlyList<PlanObject> rows)
    {
        var open = rows.Where(row => !secretRows.Contains(row)).Select(Open).ToList();
        if (open.Count == rows.Count && open.Zip(rows).All(pair => ReferenceEquals(pair.First, pair.Second)))
            return rows;
        var array = Array.CreateInstance(member.ValueType, open.Count);
        ((ICollection)open).CopyTo(array, 0);
        return array;
    }

    private static IEnumerable<string> IdsIn(PlanObject record)
    {
        foreach (var member in PlanShape.Of(record.GetType()).Members)
        {
            var value = member.Get(record);
            if (member.IsId && value is string id)
                yield return id;
            foreach (var below in Below(value).SelectMany(IdsIn))
                yield return below;
        }
    }

    private static IEnumerable<PlanObject> Below(object? value) => value switch
    {
        PlanObject held => [held],
        IEnumerable<PlanObject> rows => rows,
        _ => [],
    };

    private static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> raw, string member) =>
        raw.Where(wording => wording.Key != member).ToDictionary(StringComparer.Ordinal);
}
