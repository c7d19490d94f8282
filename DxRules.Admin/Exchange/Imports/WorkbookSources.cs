using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Which cell each member of a plan came from that was read from a workbook.</summary>
internal sealed class WorkbookSources
{
    private readonly Dictionary<(string Subject, string Member), CellPlace> places = [];
    private readonly Dictionary<PlanObject, CellPlace> rows = new(ReferenceEqualityComparer.Instance);

    private WorkbookSources() { }

    /// <summary>The first cell of every object's row.</summary>
    public IReadOnlyDictionary<PlanObject, CellPlace> Rows => rows;

    /// <param name="parts">What <paramref name="document"/> was read from.</param>
    public static WorkbookSources Of(PlanParts.Object parts, PlanDocument document)
    {
        var sources = new WorkbookSources();
        sources.Add(parts, document, ChangePlace.Of(document));
        return sources;
    }

    /// <summary>The cells of changes; of what was emptied, that of its row.</summary>
    public IReadOnlyDictionary<(string Subject, string Member), CellPlace> Of(IEnumerable<PlanChange> changes)
    {
        var found = new Dictionary<(string, string), CellPlace>();
        foreach (var change in changes)
        {
            for (var path = change.Member; ; path = path[..Math.Max(0, path.LastIndexOf('/'))])
            {
                if (places.TryGetValue((change.Subject, path), out var at))
                    found[(change.Subject, change.Member)] = at;
                if (at is not null || path.Length == 0)
                    break;
            }
        }
        return found;
    }

    private void Add(PlanParts.Object part, PlanObject record, ChangePlace at)
    {
        rows[record] = part.At;
        at = at.Enter(record);
        places.TryAdd((at.Subject, at.Path), part.At);
        foreach (var member in PlanShape.Of(record.GetType()).Members)
        {
            if (!part.Members.TryGetValue(member.Name, out var held))
                continue;
            var place = at.Member(record, member);
            places.TryAdd((place.Subject, place.Path), held.At);
            if (held is PlanParts.Object below && member.Get(record) is PlanObject one)
                Add(below, one, place);
            else if (held is PlanParts.List list && member.Get(record) is IReadOnlyList<PlanObject> many)
                AddRows(member, list, many, place);
        }
        foreach (var aside in part.Members.Where(entry => ChangePlace.IsAside(entry.Key)))
            AddAside(aside.Value, at.Aside(record, aside.Key));
    }

    private void AddRows(PlanMember member, PlanParts.List list, IReadOnlyList<PlanObject> rows, ChangePlace at)
    {
        var keys = ElementKeys.Of(PlanShape.Of(member.ValueType), rows, (row, part) => PlanText.Of(part.Get(row)));
        for (var i = 0; i < rows.Count; i++)
        {
            var place = at.Then(keys[i]);
            places.TryAdd((place.Subject, place.Path), list.Elements[i].At);
            Add((PlanParts.Object)list.Elements[i], rows[i], place);
        }
    }

    private void AddAside(PlanParts.Part part, ChangePlace at)
    {
        places.TryAdd((at.Subject, at.Path), part.At);
        foreach (var (name, wording) in (part as PlanParts.Object)?.Members ?? [])
            places.TryAdd((at.Subject, at.Then(name).Path), wording.At);
    }
}
