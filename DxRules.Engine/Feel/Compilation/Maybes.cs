using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>What three-valued code calls. Logic is Kleene's: a result that is certain needs no unknown operand, any other unites what they miss.</summary>
internal static class Maybes
{
    public static Maybe<T> OfNullable<T>(T? value, FactSet missing)
        where T : struct => value is { } known ? known : Maybe<T>.Unknown(missing);

    public static Maybe<T> OfReference<T>(T? value, FactSet missing)
        where T : class => value is { } known ? known : Maybe<T>.Unknown(missing);

    /// <summary>What a measure or link gave, its facts named from the rule's subject.</summary>
    public static Maybe<T> OfMaybe<T>(Maybe<T> value, FactSet missing, Fact? prefix)
    {
        if (value.Missing is { } facts)
            return Maybe<T>.Unknown(prefix is null ? facts : facts.Under(prefix));
        return value.Value is null ? Maybe<T>.Unknown(missing) : value;
    }

    public static Maybe<decimal> AsNumber(Maybe<int> value) =>
        value.Missing is { } missing ? Maybe<decimal>.Unknown(missing) : (decimal)value.Value;

    /// <summary>Whether what a member gave is null; open where a link lacks facts.</summary>
    public static Maybe<bool> IsNull<T>(Maybe<T> value, Fact? prefix)
    {
        if (value.Missing is not { } facts)
            return value.Value is null;
        return facts.HasFacts ? Maybe<bool>.Unknown(prefix is null ? facts : facts.Under(prefix)) : true;
    }

    public static Maybe<bool> And(Maybe<bool> left, Maybe<bool> right)
    {
        if (IsFalse(left) || IsFalse(right))
            return false;
        return FactSet.Union(left.Missing, right.Missing) is { } missing ? Maybe<bool>.Unknown(missing) : true;
    }

    public static Maybe<bool> Or(Maybe<bool> left, Maybe<bool> right)
    {
        if (IsTrue(left) || IsTrue(right))
            return true;
        return FactSet.Union(left.Missing, right.Missing) is { } missing ? Maybe<bool>.Unknown(missing) : false;
    }

    public static Maybe<bool> Not(Maybe<bool> operand) => operand.IsKnown ? !operand.Value : operand;

    public static bool IsTrue(Maybe<bool> value) => value.IsKnown && value.Value;

    public static bool IsFalse(Maybe<bool> value) => value.IsKnown && !value.Value;

    public static Maybe<object?> AsObject<T>(Maybe<T> value) =>
        value.Missing is { } missing ? Maybe<object?>.Unknown(missing) : (object?)value.Value;

    public static object? Box<T>(Maybe<T> value) => value.Missing is { } missing ? missing : value.Value;
}
