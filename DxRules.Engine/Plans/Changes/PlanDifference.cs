using DxRules.Engine.Plans.Reading;

namespace DxRules.Engine.Plans.Changes;

/// <summary>Finds what changed between two versions of a plan, in time linear in their size.</summary>
internal sealed class PlanDifference
{
    private readonly List<PlanChange> changes = [];

    private PlanDifference() { }

    /// <summary>
    /// The changes that lead from one version to the other, in document order; none where both are written the same. Elements are the same where their
    /// keys are. A list is one change as a whole where it is unknown on one side, holds plain values, was put into another order, or is known by
    /// positions alone and grew or shrank.
    /// </summary>
    /// <exception cref="ArgumentException">The two are different plans: their ids differ.</exception>
    public static IReadOnlyList<PlanChange> Between(PlanDocument old, PlanDocument now)
    {
        if (old.Plan.Id != now.Plan.Id)
            throw new ArgumentException($"{old.Plan.Id} and {now.Plan.Id} are not versions of one plan.", nameof(now));
        var difference = new PlanDifference();
        difference.Compare(old, now, ChangePlace.Of(old));
        return difference.changes;
    }

    private void Compare(PlanObject old, PlanObject now, ChangePlace at)
    {
        if (ReferenceEquals(old, now))
            return;
        at = at.Enter(old);
        foreach (var member in PlanShape.Of(old.GetType()).Members)
            CompareMember(member, member.Get(old), member.Get(now), at.Member(old, member));
        CompareRaw(old.Raw, now.Raw, at.Aside(old, PlanBinder.Raw));
        if (!old.Inferred.SequenceEqual(now.Inferred))
            Add(at.Aside(old, PlanBinder.Inferred), TextOf(old.Inferred), TextOf(now.Inferred));
    }

    private void CompareMember(PlanMember member, object? old, object? now, ChangePlace at)
    {
        if (Equals(old, now) && member.ValueKind != PlanValueKind.Object)
            return;
        if (old is IReadOnlyList<PlanObject> rows && now is IReadOnlyList<PlanObject> rowsNow)
            CompareRows(member, rows, rowsNow, at);
        else if (old is PlanObject held && now is PlanObject heldNow)
            Compare(held, heldNow, at);
        else if (old is not IReadOnlyList<string> texts || now is not IReadOnlyList<string> textsNow || !texts.SequenceEqual(textsNow))
            Add(at, PlanWriter.TextOf(member, old), PlanWriter.TextOf(member, now));
    }

    private void CompareRows(PlanMember member, IReadOnlyList<PlanObject> old, IReadOnlyList<PlanObject> now, ChangePlace at)
    {
        if (ReferenceEquals(old, now))
            return;
        var shape = PlanShape.Of(member.ValueType);
        var (keys, keysNow) = (KeysOf(shape, old), KeysOf(shape, now));
        var positions = keysNow.Select((key, i) => (key, i)).ToDictionary(p => p.key, p => p.i, StringComparer.Ordinal);
        if (!IsSameOrder(keys, positions) || ElementKeys.ArePositions(shape) && old.Count != now.Count)
        {
            Add(at, PlanWriter.TextOf(member, old), PlanWriter.TextOf(member, now));
            return;
        }

        var next = 0;
        for (var i = 0; i < old.Count; i++)
        {
            if (!positions.TryGetValue(keys[i], out var found))
            {
                Add(at.Then(keys[i]), PlanWriter.TextOfElement(member, old[i]), null, i);
                continue;
            }
            for (; next < found; next++)
                Add(at.Then(keysNow[next]), null, PlanWriter.TextOfElement(member, now[next]), next);
            Compare(old[i], now[next++], at.Then(keys[i]));
        }
        for (; next < now.Count; next++)
            Add(at.Then(keysNow[next]), null, PlanWriter.TextOfElement(member, now[next]), next);
    }

    private static string[] KeysOf(PlanShape shape, IReadOnlyList<PlanObject> rows) => ElementKeys.Of(shape, rows, (row, member) => PlanText.Of(member.Get(row)));

    private static bool IsSameOrder(string[] keys, Dictionary<string, int> positions)
    {
        var last = -1;
        foreach (var key in keys)
        {
            if (!positions.TryGetValue(key, out var position))
                continue;
            if (position < last)
                return false;
            last = position;
        }
        return true;
    }

    private void CompareRaw(IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> now, ChangePlace at)
    {
        if (ReferenceEquals(old, now))
            return;
        foreach (var name in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
            Add(at.Then(name), TextOf(old.GetValueOrDefault(name)), TextOf(now.GetValueOrDefault(name)));
    }

    private void Add(ChangePlace at, string? old, string? now, int? index = null)
    {
        if (old != now)
            changes.Add(new PlanChange(at.Subject, at.Path, old, now, index));
    }

    private static string? TextOf(string? wording) => wording is null ? null : PlanText.Quoted(wording);

    private static string? TextOf(IReadOnlyList<string> names) => names.Count == 0 ? null : $"[{string.Join(',', names.Select(PlanText.Quoted))}]";
}
