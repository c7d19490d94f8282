using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

/// <summary>A function of the standard: how it is called, what it does, and its implementation over any values with null semantics.</summary>
/// <param name="Name">Its name, which may hold spaces.</param>
/// <param name="Group">The section of the reference in which it stands.</param>
/// <param name="Meaning">What it gives, for people.</param>
/// <param name="Signatures">The ways in which it can be called.</param>
/// <param name="Implementation">Gives the result for arguments that fit one of the signatures.</param>
internal sealed record BuiltIn(
    string Name,
    FunctionGroup Group,
    LocalizedText Meaning,
    IReadOnlyList<Signature> Signatures,
    Func<BuiltInCall, object?> Implementation)
{
    /// <summary>
    /// Calls the function. Null, with a reason, where the arguments fit no signature or the result is not defined.
    /// </summary>
    /// <param name="arguments">The arguments in the order in which they were written.</param>
    /// <param name="names">Their names, or null where they have none.</param>
    /// <param name="context">What a function may see besides its arguments.</param>
    public object? Call(IReadOnlyList<object?> arguments, IReadOnlyList<string>? names, CallContext context)
    {
        if (Arrange(arguments, names) is { } arranged)
            return Implementation(new BuiltInCall(this, arranged.Signature, arranged.Arguments, context));
        context.Reasons?.Add(names == null ? FunctionErrors.WrongCount(this, arguments.Count) : FunctionErrors.WrongNames(this, names));
        return null;
    }

    /// <summary>The signature that fits so many arguments without names; null where none does.</summary>
    public Signature? Fitting(int count) => Signatures.FirstOrDefault(signature => signature.Takes(count));

    /// <summary>The signature that fits these names; null where none does.</summary>
    public Signature? Fitting(IReadOnlyList<string> names) => Signatures.FirstOrDefault(signature => signature.Takes(names));

    private (Signature Signature, IReadOnlyList<object?> Arguments)? Arrange(IReadOnlyList<object?> arguments, IReadOnlyList<string>? names)
    {
        if (names == null)
            return Fitting(arguments.Count) is { } positional ? (positional, arguments) : null;
        if (Fitting(names) is not { } signature)
            return null;

        // As many as the last one given, so that an optional one that was not given can be told from a null.
        var last = names.Max(signature.IndexOf);
        var arranged = new object?[last + 1];
        for (var i = 0; i < arguments.Count; i++)
            arranged[signature.IndexOf(names[i])] = arguments[i];
        return (signature, arranged);
    }
}

/// <summary>The parameters of one way to call a function.</summary>
/// <param name="Parameters">Their names.</param>
/// <param name="Required">How many of them must be given; the others may be left out from the end.</param>
/// <param name="IsOpen">Whether further arguments may follow without names, as in <c>min(1, 2, 3)</c>.</param>
internal sealed record Signature(IReadOnlyList<string> Parameters, int Required, bool IsOpen)
{
    public bool Takes(int count) => count >= Required && (IsOpen || count <= Parameters.Count);

    public bool Takes(IReadOnlyList<string> names) =>
        names.Distinct().Count() == names.Count && names.All(name => IndexOf(name) >= 0)
            && Enumerable.Range(0, Required).All(i => names.Contains(Parameters[i]));

    public int IndexOf(string name)
    {
        for (var i = 0; i < Parameters.Count; i++)
        {
            if (Parameters[i] == name)
                return i;
        }
        return -1;
    }
}

internal enum FunctionGroup
{
    Conversion,
    Boolean,
    Text,
    List,
    Number,
    Temporal,
    Range,
    Context,
}

/// <summary>What a function may see besides its arguments.</summary>
/// <param name="Now">What <c>now()</c> gives and whose date <c>today()</c> gives: the engine has no clock.</param>
/// <param name="Reasons">Takes why results are null.</param>
internal sealed record CallContext(FeelDateTime Now, NullReasons? Reasons = null)
{
    /// <summary>What the evaluation may cost.</summary>
    public Limits Limits { get; init; } = Limits.Default;
}
