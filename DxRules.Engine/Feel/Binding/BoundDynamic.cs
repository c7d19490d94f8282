using DxRules.Engine.Feel.Syntax;

namespace DxRules.Engine.Feel.Binding;

/// <summary>A name that stands for what is known around the expression; null where nothing of that name is given.</summary>
internal sealed record BoundInput(string Name, Expression Syntax) : Bound(FeelType.Any, Syntax);

/// <summary>
/// A name inside filters: the entry of that name of the first item that is a context and has it, the innermost item first,
/// otherwise what it stands for outside.
/// </summary>
internal sealed record BoundLookup(string Name, IReadOnlyList<Variable> Items, Bound Otherwise, Expression Syntax) : Bound(FeelType.Any, Syntax);

/// <summary>A part of any value: an entry, or a part of a date, time, duration or range; of a list the part of each item.</summary>
internal sealed record BoundPath(Bound Target, string Name, Expression Syntax) : Bound(FeelType.Any, Syntax);

/// <summary>[a..b] as a value.</summary>
internal sealed record BoundInterval(Bound Start, bool IncludesStart, Bound End, bool IncludesEnd, Expression Syntax) : Bound(FeelType.Any, Syntax);

/// <summary>(&lt; b) as a value.</summary>
internal sealed record BoundOpenRange(BinaryOperator Operator, Bound Operand, Expression Syntax) : Bound(FeelType.Any, Syntax);

/// <summary>value in (test, test, …): whether one of them holds.</summary>
internal sealed record BoundMembership(Bound Value, IReadOnlyList<MembershipTest> Tests, Expression Syntax) : Bound(FeelType.Any, Syntax);

/// <param name="Operator">How the value is compared with the operand; null where it is looked for in it.</param>
/// <param name="Operand">A value, list or range.</param>
internal sealed record MembershipTest(BinaryOperator? Operator, Bound Operand);

/// <summary>A context as a value; each entry sees those before it, and functions see all.</summary>
internal sealed record BoundEntries(IReadOnlyList<(string Name, Variable Variable, Bound Value)> Entries, Expression Syntax) : Bound(FeelType.Any, Syntax);

/// <summary>target[condition] over any value: the items for which it is true, or the item at the position it gives.</summary>
internal sealed record BoundSelection(Bound Target, Variable Item, Bound Condition, Expression Syntax) : Bound(FeelType.Any, Syntax);

/// <summary>for with any number of iterators. <see cref="Partial"/> is the results so far; null where nothing reads them.</summary>
internal sealed record BoundIteration(IReadOnlyList<BoundIterator> Iterators, Variable? Partial, Bound Result, Expression Syntax) : Bound(FeelType.Any, Syntax);

/// <summary>some or every with any number of iterators.</summary>
internal sealed record BoundTest(bool IsEvery, IReadOnlyList<BoundIterator> Iterators, Bound Condition, Expression Syntax) : Bound(FeelType.Any, Syntax);

/// <summary>A variable that takes each item of a list, or each step of a range.</summary>
internal sealed record BoundIterator(Variable Item, Bound Domain);

/// <summary>A call of a value. A <see cref="BoundConstant"/> in its place holds a function of the standard.</summary>
internal sealed record BoundInvocation(Bound Callee, IReadOnlyList<Bound> Arguments, IReadOnlyList<string>? Names, Expression Syntax) : Bound(FeelType.Any, Syntax);

/// <summary>A function as a value. Arguments become what their parameter's type asks, where it asks something.</summary>
internal sealed record BoundFunction(IReadOnlyList<(Variable Variable, TypeName? Type)> Parameters, Bound Body, Expression Syntax) : Bound(FeelType.Any, Syntax);

internal sealed record BoundInstanceOf(Bound Value, TypeName TypeName, Expression Syntax) : Bound(FeelType.Any, Syntax);
