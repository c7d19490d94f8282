using System.Runtime.CompilerServices;

namespace DxRules.Engine.Feel.Values;

/// <summary>
/// A value of any type, or why it is not known. Numbers and dates lie in it as they are and truths are always the same two objects, because
/// there are so many of them. Logic is Kleene's: a result that is certain needs no unknown operand, any other unites what they miss.
/// </summary>
internal readonly struct AnyValue
{
    private static readonly object NumberMark = new();
    private static readonly object DateMark = new();
    private static readonly object TrueObject = true;
    private static readonly object FalseObject = false;

    private readonly object? other;

    private AnyValue(object? other) => this.other = other;

    private AnyValue(decimal number, object mark) => (other, Number) = (mark, number);

    public static AnyValue True => new(TrueObject);

    public static AnyValue False => new(FalseObject);

    /// <summary>The number, or the number of a date's day; 0 for any other value.</summary>
    public decimal Number { get; }

    /// <summary>What is missing; null where the value is known.</summary>
    public FactSet? Missing => other as FactSet;

    public bool IsKnown => other is not FactSet;

    /// <summary>Whether <see cref="Number"/> is all there is to it: a number or a date.</summary>
    public bool IsNumber => ReferenceEquals(other, NumberMark) || ReferenceEquals(other, DateMark);

    public bool IsNull => other is null;

    public bool IsTrue => ReferenceEquals(other, TrueObject);

    public bool IsFalse => ReferenceEquals(other, FalseObject);

    /// <summary>The value as its CLR type, or the <see cref="FactSet"/> that is missing.</summary>
    public object? Boxed => ReferenceEquals(other, NumberMark) ? Number : ReferenceEquals(other, DateMark) ? DateOnly.FromDayNumber((int)Number) : other;

    /// <param name="value">Whole numbers become numbers of the language; a <see cref="FactSet"/> stands for what is unknown.</param>
    public static AnyValue Of(object? value) => value switch
    {
        string or FactSet or null => new(value),
        decimal number => Of(number),
        int number => Of((decimal)number),
        DateOnly date => Of(date),
        bool truth => Of(truth),
        ValueType and IMaybe maybe => Of(maybe.ValueOrMissing),
        _ => new(value),
    };

    /// <summary>The same without boxing what need not be boxed.</summary>
    public static AnyValue From<T>(T value)
    {
        if (typeof(T) == typeof(decimal?))
            return Unsafe.As<T, decimal?>(ref value) is { } number ? Of(number) : default;
        if (typeof(T) == typeof(DateOnly?))
            return Unsafe.As<T, DateOnly?>(ref value) is { } date ? Of(date) : default;
        if (typeof(T) == typeof(bool?))
            return Unsafe.As<T, bool?>(ref value) is { } truth ? Of(truth) : default;
        if (typeof(T) == typeof(DateOnly))
            return Of(Unsafe.As<T, DateOnly>(ref value));
        if (typeof(T) == typeof(int))
            return Of((decimal)Unsafe.As<T, int>(ref value));
        return Of((object?)value);
    }

    public static AnyValue Of(decimal number) => new(number, NumberMark);

    public static AnyValue Of(DateOnly date) => new(date.DayNumber, DateMark);

    public static AnyValue Of(bool truth) => new(truth ? TrueObject : FalseObject);

    /// <summary>An object of a kind, a list or a context.</summary>
    public static AnyValue OfObject(object? value) => new(value);

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
