using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>
/// Brings the members of a list down to one value, where members may be uncertain and values unknown. Each is told what it needs to know
/// of a member: its value, and the facts that would settle whether it belongs to the list at all (null: it does).
/// </summary>
internal abstract class Accumulator
{
    /// <summary>What is missing so far, of the list itself or of its members.</summary>
    public FactSet? Missing { get; private set; }

    /// <summary>Set once no further member can change the result.</summary>
    public bool IsDecided { get; protected set; }

    public void Miss(FactSet? facts) => Missing = FactSet.Union(Missing, facts);

    public abstract void Add(AnyValue member, FactSet? uncertainty);

    public abstract AnyValue Result();
}

/// <summary>some and every: each member is its condition.</summary>
internal sealed class QuantifiedAccumulator(bool isEvery) : Accumulator
{
    public override void Add(AnyValue condition, FactSet? uncertainty)
    {
        var decides = isEvery ? condition.IsFalse : condition.IsTrue;
        if (decides && uncertainty is null)
            IsDecided = true;
        else if (decides || !condition.IsKnown)
            Miss(FactSet.Union(uncertainty, condition.Missing));
    }

    public override AnyValue Result() =>
        IsDecided ? AnyValue.Of(!isEvery) : Missing is { } missing ? AnyValue.Unknown(missing) : AnyValue.Of(isEvery);
}

/// <param name="forTexts">Whether to count the members that certainly belong: 3以上. Of an unknown list nothing can be said.</param>
internal sealed class CountAccumulator(bool forTexts) : Accumulator
{
    private int count;
    private FactSet? ofMembers;

    public override void Add(AnyValue member, FactSet? uncertainty)
    {
        if (uncertainty is null)
            count++;
        else
            ofMembers = FactSet.Union(ofMembers, uncertainty);
    }

    public override AnyValue Result()
    {
        if (forTexts && Missing is null && ofMembers is not null)
            return AnyValue.Of(new AtLeast(count, ofMembers));
        return FactSet.Union(Missing, ofMembers) is { } missing ? AnyValue.Unknown(missing) : AnyValue.Of((decimal)count);
    }
}

/// <summary>A count some of whose members are uncertain.</summary>
internal sealed record AtLeast(int Count, FactSet Missing);

/// <summary>sum and mean.</summary>
internal sealed class SumAccumulator(bool isMean) : Accumulator
{
    private decimal sum;
    private int count;

    public override void Add(AnyValue value, FactSet? uncertainty)
    {
        Miss(FactSet.Union(uncertainty, value.Missing));
        if (!value.IsKnown)
            return;
        sum += value.Number;
        count++;
    }

    public override AnyValue Result() =>
        Missing is { } missing ? AnyValue.Unknown(missing) : count == 0 ? AnyValue.Unknown(FactSet.Empty) : AnyValue.Of(isMean ? sum / count : sum);
}

internal sealed class ExtremeAccumulator(bool isMax) : Accumulator
{
    private AnyValue extreme;
    private bool hasAny;

    public override void Add(AnyValue value, FactSet? uncertainty)
    {
        Miss(FactSet.Union(uncertainty, value.Missing));
        if (value.IsKnown && (!hasAny || (isMax ? AnyOperators.Compare(value, extreme) > 0 : AnyOperators.Compare(value, extreme) < 0)))
            (extreme, hasAny) = (value, true);
    }

    public override AnyValue Result() => Missing is { } missing ? AnyValue.Unknown(missing) : hasAny ? extreme : AnyValue.Unknown(FactSet.Empty);
}

/// <summary>割合: the share of trues; every member must be known.</summary>
internal sealed class ShareAccumulator : Accumulator
{
    private int trues;
    private int count;

    public override void Add(AnyValue value, FactSet? uncertainty)
    {
        Miss(FactSet.Union(uncertainty, value.Missing));
        count++;
        if (value.IsTrue)
            trues++;
    }

    public override AnyValue Result() =>
        Missing is { } missing ? AnyValue.Unknown(missing) : count == 0 ? AnyValue.Unknown(FactSet.Empty) : AnyValue.Of((decimal)trues / count);
}

/// <summary>割合以上: decided as soon as the unknown members cannot tip it.</summary>
internal sealed class ShareAtLeastAccumulator(AnyValue share) : Accumulator
{
    private int trues;
    private int unknowns;
    private int count;
    private FactSet? ofMembers;

    public override void Add(AnyValue value, FactSet? uncertainty)
    {
        // Whether an uncertain member counts at all changes the share's whole; nothing can be said then.
        Miss(uncertainty);
        count++;
        if (value.IsTrue)
            trues++;
        else if (!value.IsKnown)
            (unknowns, ofMembers) = (unknowns + 1, FactSet.Union(ofMembers, value.Missing));
    }

    public override AnyValue Result()
    {
        if (FactSet.Union(Missing, share.Missing) is { } missing)
            return AnyValue.Unknown(FactSet.Union(missing, ofMembers)!);
        if (count == 0)
            return AnyValue.Unknown(FactSet.Empty);
        if (trues >= share.Number * count)
            return AnyValue.True;
        return trues + unknowns < share.Number * count ? AnyValue.False : AnyValue.Unknown(ofMembers!);
    }
}

/// <summary>A list as a value. In texts only the certain members are shown; elsewhere anything uncertain makes the list unknown.</summary>
internal sealed class ListAccumulator(Type item, bool certainOnly) : Accumulator
{
    private readonly List<object?> items = [];

    public override void Add(AnyValue value, FactSet? uncertainty)
    {
        var missing = FactSet.Union(uncertainty, value.Missing);
        if (missing is null)
            items.Add(value.Boxed);
        else if (!certainOnly)
            Miss(missing);
    }

    public override AnyValue Result()
    {
        if (Missing is { } missing)
            return AnyValue.Unknown(missing);
        var array = Array.CreateInstance(item, items.Count);
        for (var i = 0; i < items.Count; i++)
            array.SetValue(items[i], i);
        return AnyValue.Of(array);
    }
}
