using System.Runtime.CompilerServices;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Functions;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>One evaluation in dynamic mode: what is known around the expression, and the limits counted. Never shared between threads.</summary>
internal sealed class DynamicRun(CallContext call, TypeTable? types = null)
{
    private readonly Dictionary<string, object?> inputs = new(StringComparer.Ordinal);
    private readonly TypeTable types = types ?? TypeTable.Standard;
    private readonly Limits limits = call.Limits;
    private int steps;
    private int calls;

    /// <summary>Takes why values became null.</summary>
    public NullReasons? Reasons => call.Reasons;

    /// <summary>Makes a value known under a name.</summary>
    public void Set(string name, object? value) => inputs[NameCharacters.Normalized(name)] = value;

    /// <summary>What is known under a name; null where nothing is.</summary>
    public object? Input(string name) => inputs.GetValueOrDefault(name);

    /// <summary>Begins the count of steps anew, for the next expression.</summary>
    public void StartCounting() => steps = 0;

    /// <summary>Counts one member of a list.</summary>
    /// <exception cref="EvaluationFault">More than the limit.</exception>
    public void Step() => Count(1);

    /// <summary>Counts all that a value holds, so that what is done with it, such as comparing or writing it, stays within the limit too.</summary>
    /// <exception cref="EvaluationFault">More than the limit, or too deeply nested, or a text too long.</exception>
    public object? Counted(object? value)
    {
        Count(value, 0);
        return value;
    }

    /// <summary>The function, value or other thing called; null with a reason where it cannot be.</summary>
    public object? Invoke(object? callee, object?[] arguments, string[]? names)
    {
        Step();
        if (callee is BuiltIn builtIn)
            return CallBuiltIn(builtIn, arguments, names);
        if (callee is not FeelFunction function)
            return Null(DynamicReasons.NotAFunction(callee));
        if (function.Parameters.Count != arguments.Length)
            return Null(DynamicReasons.WrongCount(function, arguments.Length));
        if (names == null)
            return function.Invoke(arguments);
        if (names.Distinct().Count() < names.Length || function.Parameters.Except(names).Any())
            return Null(DynamicReasons.WrongNames(function, names));
        return function.Invoke([.. function.Parameters.Select(parameter => arguments[Array.IndexOf(names, parameter)])]);
    }

    /// <summary>A function written in the expression.</summary>
    public FeelFunction Function(string[] parameters, TypeName?[] parameterTypes, Func<object?[], object?> body) => new(null, parameters, given =>
    {
        Step();
        if (calls >= limits.Calls || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw DynamicFaults.TooManyCalls(limits.Calls);
        var arguments = new object?[given.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = parameterTypes[i] is { } type ? types.Coerced(given[i], type) : given[i];
        calls++;
        try
        {
            return body(arguments);
        }
        finally
        {
            calls--;
        }
    });

    public object? IsInstance(object? value, TypeName type) => types.IsKnown(type) ? types.Conforms(value, type) : Null(DynamicReasons.UnknownType(type.Name));

    /// <summary>What an iterator runs over: a list, the steps of a range of whole numbers or dates, or one value; null where there is nothing to run over.</summary>
    public IReadOnlyList<object?>? ItemsOf(object? domain) => DynamicItems.Of(domain, limits.Steps, Reasons);

    private object? CallBuiltIn(BuiltIn function, object?[] arguments, string[]? names)
    {
        var before = steps;
        foreach (var argument in arguments)
            Counted(argument);
        Count(BuiltInCost.Beyond(function, arguments, steps - before));
        return function.Call(arguments, names, call);
    }

    private object? Null(LocalizedText reason)
    {
        Reasons?.Add(reason);
        return null;
    }

    private void Count(long more)
    {
        if (more > limits.Steps - steps)
            throw DynamicFaults.TooManySteps(limits.Steps);
        steps += (int)more;
    }

    private void Count(object? value, int depth)
    {
        Count(1);
        if (depth > limits.ValueDepth)
            throw DynamicFaults.TooDeep(limits.ValueDepth);
        switch (value)
        {
            case string text when text.Length > limits.TextLength:
                throw DynamicFaults.TooLong(limits.TextLength);
            case string text:
                Count(text.Length / 64);
                break;
            case IReadOnlyList<object?> list:
                for (var i = 0; i < list.Count; i++)
                    Count(list[i], depth + 1);
                break;
            case FeelContext context:
                foreach (var entry in context.Entries)
                    Count(entry.Value, depth + 1);
                break;
            case FeelRange range:
                Count(range.Start, depth + 1);
                Count(range.End, depth + 1);
                break;
        }
    }
}
