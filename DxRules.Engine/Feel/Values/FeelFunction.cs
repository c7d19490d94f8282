namespace DxRules.Engine.Feel.Values;

/// <summary>A function as a value: one written in an expression, or a built-in one.</summary>
/// <param name="Name">How it is called, or null for one without a name.</param>
/// <param name="Parameters">The names of its parameters, by which arguments may be named.</param>
/// <param name="Invoke">Gives its result for as many arguments as it has parameters, in their order.</param>
internal sealed record FeelFunction(string? Name, IReadOnlyList<string> Parameters, Func<IReadOnlyList<object?>, object?> Invoke)
{
    public bool Equals(FeelFunction? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
