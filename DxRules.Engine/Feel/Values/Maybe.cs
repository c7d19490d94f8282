namespace DxRules.Engine.Feel.Values;

/// <summary>A value, or why it is not known.</summary>
public readonly struct Maybe<T> : IMaybe
{
    private Maybe(T value, FactSet? missing)
    {
        Value = value;
        Missing = missing;
    }

    /// <summary>The value; meaningless where it is not known.</summary>
    public T Value { get; }

    /// <summary>What is missing; null where the value is known.</summary>
    public FactSet? Missing { get; }

    public bool IsKnown => Missing is null;

    public static Maybe<T> Known(T value) => new(value, null);

    public static Maybe<T> Unknown(FactSet missing) => new(default!, missing);

    public static implicit operator Maybe<T>(T value) => new(value, null);

    object? IMaybe.ValueOrMissing => Missing ?? (object?)Value;
}

/// <summary>A <see cref="Maybe{T}"/> of any type.</summary>
internal interface IMaybe
{
    /// <summary>The value, or the <see cref="FactSet"/> that is missing.</summary>
    object? ValueOrMissing { get; }
}
