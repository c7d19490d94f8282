namespace DxRules.Engine.Feel.Values;

/// <summary>
/// A value of any type, or why it is not known. Numbers lie in it as they are and truths are always the same two objects, because there are
/// so many of them. Logic is Kleene's: a result that is certain needs no unknown operand, any other unites what they miss.
/// </summary>
internal readonly struct AnyValue
{
    private static readonly object NumberMark = new();
    private static readonly object TrueObject = true;
    private static readonly object FalseObject = false;

    private readonly object? other;

    private AnyValue(object? other) => this.other = other;

    private AnyValue(decimal number) => (other, Number) = (NumberMark, number);

    public static AnyValue True { get; } = new(TrueObject);

    public static AnyValue False { get; } = new(FalseObject);

    /// <summary>The number; 0 for any other value.</summary>
    public decimal Number { get; }

    /// <summary>What is missing; null where the value is known.</summary>
    public FactSet? Missing => other as FactSet;

    public bool IsKnown => other is not FactSet;

    public bool IsNumber => ReferenceEquals(other, NumberMark);

    public bool IsNull => other is null;

    public bool IsTrue => ReferenceEquals(other, TrueObject);

    public bool IsFalse => ReferenceEquals(other, FalseObject);

    /// <summary>The value as its CLR type, or the <see cref="FactSet"/> that is missing.</summary>
    public object? Boxed => IsNumber ? Number : other;

    /// <param name="value">Whole numbers become numbers of the language; a <see cref="FactSet"/> stands for what is unknown.</param>
    public static AnyValue Of(object? value) => value switch
    {
        decimal number => new(number),
        int number => new((decimal)number),
        bool truth => truth ? True : False,
        IMaybe maybe => Of(maybe.ValueOrMissing),
        _ => new(value),
    };

    public static AnyValue Of(decimal number) => new(number);

    public static AnyValue Of(bool truth) => truth ? True : False;

    public static AnyValue Unknown(FactSet missing) => new(missing);

    public static AnyValue And(AnyValue left, AnyValue right)
    {
        if (left.IsFalse || right.IsFalse)
            return False;
        return FactSet.Union(left.Missing, right.Missing) is { } missing ? Unknown(missing) : True;
    }

    public static AnyValue Or(AnyValue left, AnyValue right)
    {
        if (left.IsTrue || right.IsTrue)
            return True;
        return FactSet.Union(left.Missing, right.Missing) is { } missing ? Unknown(missing) : False;
    }

    public static AnyValue Not(AnyValue operand) => operand.IsKnown ? Of(!operand.IsTrue) : operand;
}
