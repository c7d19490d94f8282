namespace DxRules.Engine.Feel.Values;

/// <summary>A value, or why it is not known.</summary>
public readonly struct Maybe<T>
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
}
