using System.Collections;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>Puts a part of a plan that was worked on back into the whole: what was not in the part stays as it is.</summary>
internal static class SliceMerge
{
    /// <param name="whole">The plan the part was cut from.</param>
    /// <param name="slice">The part as it was.</param>
    /// <param name="now">The part as it is.</param>
    public static PlanDocument Into(PlanDocument whole, PlanDocument slice, PlanDocument now) => (PlanDocument)Merge(whole, slice, now);

    private static PlanObject Merge(PlanObject whole, PlanObject slice, PlanObject now)
    {
        if (ReferenceEquals(whole, slice))
            return now;
        var merged = whole with
        {
            Raw = SameWordings(slice.Raw, now.Raw) ? whole.Raw : now.Raw,
            Inferred = slice.Inferred.SequenceEqual(now.Inferred) ? whole.Inferred : now.Inferred,
        };
        foreach (var member in PlanShape.Of(whole.GetType()).Members)
            member.Set(merged, Merge(member, member.Get(whole), member.Get(slice), member.Get(now)));
        return merged;
    }

    private static object? Merge(PlanMember member, object? whole, object? slice, object? now)
    {
        if (member.ValueKind != PlanValueKind.Object)
            return IsSame(slice, now) ? whole : now;
        if (!member.IsList)
            return whole is PlanObject all && slice is PlanObject was && now is PlanObject @is ? Merge(all, was, @is) : slice is null && now is null ? whole : now;
        if (whole is not IReadOnlyList<PlanObject> rows || (slice is null && now is null))
            return whole is null ? now : whole;
        return MergeRows(member, rows, (IReadOnlyList<PlanObject>?)slice ?? [], (IReadOnlyList<PlanObject>?)now);
    }

    private static object? MergeRows(PlanMember member, IReadOnlyList<PlanObject> whole, IReadOnlyList<PlanObject> slice, IReadOnlyList<PlanObject>? now)
    {
        var (was, rows) = (ByKey(member, slice), ByKey(member, now ?? []));
        var origins = OriginsOf(member, whole, was);
        var cutFrom = origins.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        var merged = new List<PlanObject>();
        var next = 0;
        foreach (var row in whole)
        {
            if (!origins.TryGetValue(row, out var key))
                merged.Add(row);
            else if (rows.IndexOf(key) is var at and >= 0)
                TakeUpTo(at + 1);
        }
        TakeUpTo(rows.Count);
        if (merged.Count == 0 && now is null)
            return member.Presence == MemberPresence.UnknownList ? null : Array.CreateInstance(member.ValueType, 0);
        var array = Array.CreateInstance(member.ValueType, merged.Count);
        ((ICollection)merged).CopyTo(array, 0);
        return array;

        // The part's rows keep their order, so that what was put between two of them stays there.
        void TakeUpTo(int end)
        {
            for (; next < end; next++)
            {
                var (key, row) = rows.GetAt(next);
                merged.Add(was.TryGetValue(key, out var cut) ? Merge(cutFrom[key], cut, row) : row);
            }
        }
    }

    // A row of the part is one of the whole, or was cut down from the one with its key. Keys of the same name are numbered, in the part otherwise than in the whole.
    private static Dictionary<PlanObject, string> OriginsOf(PlanMember member, IReadOnlyList<PlanObject> whole, OrderedDictionary<string, PlanObject> slice)
    {
        var (all, uncut) = (ByKey(member, whole), new HashSet<PlanObject>(whole, ReferenceEqualityComparer.Instance));
        var origins = new Dictionary<PlanObject, string>(ReferenceEqualityComparer.Instance);
        foreach (var (key, row) in slice)
            origins[uncut.Contains(row) ? row : all[key]] = key;
        return origins;
    }

    private static OrderedDictionary<string, PlanObject> ByKey(PlanMember member, IReadOnlyList<PlanObject> rows)
    {
        var keys = ElementKeys.Of(PlanShape.Of(member.ValueType), rows, (row, part) => PlanText.Of(part.Get(row)));
        var byKey = new OrderedDictionary<string, PlanObject>(rows.Count, StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
            byKey.Add(keys[i], rows[i]);
        return byKey;
    }

    private static bool IsSame(object? one, object? other) =>
        Equals(one, other) || (one is IEnumerable<string> texts && other is IEnumerable<string> others && texts.SequenceEqual(others));

    private static bool SameWordings(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(wording => other.TryGetValue(wording.Key, out var same) && same == wording.Value);
}
