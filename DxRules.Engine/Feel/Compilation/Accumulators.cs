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

    protected Maybe<T> Known<T>(T value) => Missing is { } missing ? Maybe<T>.Unknown(missing) : value;
}

/// <summary>some and every.</summary>
internal sealed class QuantifiedAccumulator(bool isEvery) : Accumulator
{
    public void Add(Maybe<bool> condition, FactSet? uncertainty)
    {
        var decides = condition.IsKnown && condition.Value != isEvery;
        if (decides && uncertainty is null)
            IsDecided = true;
        else if (decides || !condition.IsKnown)
            Miss(FactSet.Union(uncertainty, condition.Missing));
    }

    public Maybe<bool> Result() => IsDecided ? !isEvery : Known(isEvery);
}

internal sealed class CountAccumulator : Accumulator
{
    private int count;
    private FactSet? ofMembers;

    public void Add(FactSet? uncertainty)
    {
        if (uncertainty is null)
            count++;
        else
            ofMembers = FactSet.Union(ofMembers, uncertainty);
    }

    public Maybe<decimal> Result() => FactSet.Union(Missing, ofMembers) is { } missing ? Maybe<decimal>.Unknown(missing) : (decimal)count;

    /// <summary>The members that certainly belong, for texts: 3以上. Of an unknown list nothing can be said.</summary>
    public object ResultForTexts() => Missing is { } missing ? missing : ofMembers is null ? (decimal)count : new AtLeast(count, ofMembers);
}

/// <summary>A count some of whose members are uncertain.</summary>
internal sealed record AtLeast(int Count, FactSet Missing);

/// <summary>sum and mean.</summary>
internal sealed class SumAccumulator(bool isMean) : Accumulator
{
    private decimal sum;
    private int count;

    public void Add(Maybe<decimal> value, FactSet? uncertainty)
    {
        Miss(FactSet.Union(uncertainty, value.Missing));
        if (!value.IsKnown)
            return;
        sum += value.Value;
        count++;
    }

    public Maybe<decimal> Result()
    {
        if (Missing is null && count == 0)
            return Maybe<decimal>.Unknown(FactSet.Empty);
        return Missing is { } missing ? Maybe<decimal>.Unknown(missing) : isMean ? sum / count : sum;
    }
}

/// <summary>min and max.</summary>
internal sealed class ExtremeAccumulator<T>(bool isMax) : Accumulator
{
    private static readonly IComparer<T> Order = typeof(T) == typeof(string) ? (IComparer<T>)StringComparer.Ordinal : Comparer<T>.Default;
    private T? extreme;
    private bool hasAny;

    public void Add(Maybe<T> value, FactSet? uncertainty)
    {
        Miss(FactSet.Union(uncertainty, value.Missing));
        if (value.IsKnown && (!hasAny || Order.Compare(value.Value, extreme) > 0 == isMax && Order.Compare(value.Value, extreme) != 0))
            (extreme, hasAny) = (value.Value, true);
    }

    public Maybe<T> Result() => Missing is null && !hasAny ? Maybe<T>.Unknown(FactSet.Empty) : Known(extreme!);
}

/// <summary>割合: the share of trues; every member must be known.</summary>
internal sealed class ShareAccumulator : Accumulator
{
    private int trues;
    private int count;

    public void Add(Maybe<bool> value, FactSet? uncertainty)
    {
        Miss(FactSet.Union(uncertainty, value.Missing));
        count++;
        if (Maybes.IsTrue(value))
            trues++;
    }

    public Maybe<decimal> Result() =>
        Missing is null && count == 0 ? Maybe<decimal>.Unknown(FactSet.Empty) : Known(count == 0 ? 0m : (decimal)trues / count);
}

/// <summary>割合以上: decided as soon as the unknown members cannot tip it.</summary>
internal sealed class ShareAtLeastAccumulator(Maybe<decimal> share) : Accumulator
{
    private int trues;
    private int unknowns;
    private int count;
    private FactSet? ofMembers;

    public void Add(Maybe<bool> value, FactSet? uncertainty)
    {
        // Whether an uncertain member counts at all changes the share's whole; nothing can be said then.
        Miss(uncertainty);
        count++;
        if (Maybes.IsTrue(value))
            trues++;
        else if (!value.IsKnown)
            (unknowns, ofMembers) = (unknowns + 1, FactSet.Union(ofMembers, value.Missing));
    }

    public Maybe<bool> Result()
    {
        if (FactSet.Union(Missing, share.Missing) is { } missing)
            return Maybe<bool>.Unknown(FactSet.Union(missing, ofMembers)!);
        if (count == 0)
            return Maybe<bool>.Unknown(FactSet.Empty);
        if (trues >= share.Value * count)
            return true;
        return trues + unknowns < share.Value * count ? false : Maybe<bool>.Unknown(ofMembers!);
    }
}

/// <summary>A list as a value. In texts only the certain members are shown; elsewhere anything uncertain makes the list unknown.</summary>
internal sealed class ListAccumulator<T>(bool certainOnly) : Accumulator
{
    private readonly List<T> items = [];

    public void Add(Maybe<T> value, FactSet? uncertainty)
    {
        var missing = FactSet.Union(uncertainty, value.Missing);
        if (missing is null)
            items.Add(value.Value);
        else if (!certainOnly)
            Miss(missing);
    }

    public Maybe<T[]> Result() => Known(items.ToArray());
}
