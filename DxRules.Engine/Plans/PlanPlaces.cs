using System.Collections;

namespace DxRules.Engine.Plans;

/// <summary>
/// Where every object of a plan stands, and the plan with one thing in it replaced; what does not change is shared with the plan.
/// Objects are told apart by identity, because two rows may say the same.
/// </summary>
internal sealed class PlanPlaces
{
    private readonly PlanDocument document;
    private readonly Dictionary<PlanObject, Place> places = new(ReferenceEqualityComparer.Instance);

    public PlanPlaces(PlanDocument document)
    {
        this.document = document;
        AddBelow(document);
    }

    /// <summary>What holds an object, in which member, and at which position of its list (−1 where it is no list); null for the whole plan and for what is not in it.</summary>
    public Place? Of(PlanObject record) => places.GetValueOrDefault(record);

    /// <summary>The plan with other values in members of one of its objects.</summary>
    public PlanDocument With(PlanObject record, params IEnumerable<(PlanMember Member, object? Value)> changes)
    {
        var changed = record with { };
        foreach (var (member, value) in changes)
            member.Set(changed, value);
        return Upwards(record, changed);
    }

    /// <summary>The plan without a row of one of its lists.</summary>
    /// <exception cref="ArgumentException">The object is no row of a list of this plan.</exception>
    public PlanDocument Without(PlanObject row)
    {
        if (Of(row) is not { Index: >= 0 } place)
            throw new ArgumentException("Only a row of a list can be taken out.", nameof(row));
        var rows = Rows(place).ToList();
        rows.RemoveAt(place.Index);
        return Upwards(place.Holder, Changed(place.Holder, place.Member, ArrayOf(place.Member, rows)));
    }

    private void AddBelow(PlanObject record)
    {
        foreach (var member in PlanShape.Of(record.GetType()).Members.Where(m => m.ValueKind == PlanValueKind.Object))
        {
            var value = member.Get(record);
            if (value is PlanObject held)
                Add(held, new Place(record, member, -1));
            else if (value is IEnumerable rows)
            {
                var index = 0;
                foreach (PlanObject row in rows)
                    Add(row, new Place(record, member, index++));
            }
        }
    }

    private void Add(PlanObject record, Place place)
    {
        places[record] = place;
        AddBelow(record);
    }

    private PlanDocument Upwards(PlanObject record, PlanObject changed)
    {
        while (Of(record) is { } place)
        {
            object value = changed;
            if (place.Index >= 0)
            {
                var rows = Rows(place).ToList();
                rows[place.Index] = changed;
                value = ArrayOf(place.Member, rows);
            }
            (record, changed) = (place.Holder, Changed(place.Holder, place.Member, value));
        }
        return ReferenceEquals(record, document)
            ? (PlanDocument)changed
            : throw new ArgumentException("The object is not in this plan.", nameof(record));
    }

    private static IEnumerable<PlanObject> Rows(Place place) => ((IEnumerable)place.Member.Get(place.Holder)!).Cast<PlanObject>();

    private static PlanObject Changed(PlanObject record, PlanMember member, object? value)
    {
        var changed = record with { };
        member.Set(changed, value);
        return changed;
    }

    private static Array ArrayOf(PlanMember member, List<PlanObject> rows)
    {
        var array = Array.CreateInstance(member.ValueType, rows.Count);
        ((ICollection)rows).CopyTo(array, 0);
        return array;
    }

    /// <param name="Index">Position in the list; −1 where the member is no list.</param>
    internal sealed record Place(PlanObject Holder, PlanMember Member, int Index);
}
