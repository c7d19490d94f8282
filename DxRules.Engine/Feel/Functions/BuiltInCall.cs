using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

/// <summary>
/// One call: its arguments, read as the kinds that a function needs. What does not fit is null with a reason. A list of one item
/// stands for the item where no list is wanted, and an item for the list of it where one is (the standard's implicit conversions).
/// </summary>
internal readonly struct BuiltInCall(BuiltIn function, Signature signature, IReadOnlyList<object?> arguments, CallContext context)
{
    public BuiltIn Function => function;

    public CallContext Context => context;

    public NullReasons? Reasons => context.Reasons;

    public int Count => arguments.Count;

    public IReadOnlyList<object?> All => arguments;

    public bool Has(int index) => index < arguments.Count;

    /// <summary>The argument as it was given; null where it was not.</summary>
    public object? this[int index] => index < arguments.Count ? arguments[index] : null;

    /// <summary>The argument, or the only item of a list given for it.</summary>
    public object? Single(int index) => this[index] is IReadOnlyList<object?> { Count: 1 } list ? list[0] : this[index];

    public decimal? Number(int index) => Single(index) is decimal number ? number : Wrong<decimal>(index, FunctionErrors.Number);

    public string? Text(int index)
    {
        if (Single(index) is string text)
            return text;
        Wrong<bool>(index, FunctionErrors.Text);
        return null;
    }

    /// <summary>A number cut to its whole part, if it is small enough to count with.</summary>
    public int? Whole(int index)
    {
        if (Number(index) is not { } number)
            return null;
        return Math.Abs(number) <= int.MaxValue ? (int)number : OutOfRange<int>(index, number);
    }

    public FeelContext? ContextAt(int index)
    {
        if (Single(index) is FeelContext found)
            return found;
        Wrong<bool>(index, FunctionErrors.Context);
        return null;
    }

    /// <summary>The day of a date, or of a date and time.</summary>
    public CivilDate? Date(int index) => Single(index) is FeelDateTime moment ? moment.Date
        : ValueKinds.AsDate(Single(index)) ?? Wrong<CivilDate>(index, FunctionErrors.Date);

    public IReadOnlyList<object?>? List(int index)
    {
        if (this[index] is { } given)
            return given as IReadOnlyList<object?> ?? [given];
        Wrong<bool>(index, FunctionErrors.List);
        return null;
    }

    /// <summary>The items: those of the one list given, or the arguments themselves.</summary>
    public IReadOnlyList<object?>? Items() => arguments.Count == 1 ? List(0) : arguments;

    /// <summary>The items as numbers; null where one is none.</summary>
    public IReadOnlyList<decimal>? Numbers()
    {
        if (Items() is not { } items)
            return null;
        var numbers = new decimal[items.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (items[i] is not decimal number)
            {
                Reasons?.Add(FunctionErrors.WrongKind(function, signature.Parameters[0], FunctionErrors.Number, items[i]));
                return null;
            }
            numbers[i] = number;
        }
        return numbers;
    }

    public object? Fail(LocalizedText reason)
    {
        Reasons?.Add(reason);
        return null;
    }

    public T? OutOfRange<T>(int index, decimal number)
        where T : struct
    {
        Reasons?.Add(FunctionErrors.OutOfRange(function, NameOf(index), number));
        return null;
    }

    public T? Wrong<T>(int index, LocalizedText expected)
        where T : struct
    {
        Reasons?.Add(FunctionErrors.WrongKind(function, NameOf(index), expected, this[index]));
        return null;
    }

    private string NameOf(int index) => signature.Parameters[Math.Min(index, signature.Parameters.Count - 1)];
}
