using System.Linq.Expressions;

namespace DxRules.Engine.Feel.Binding;

/// <summary>
/// A condition that the host wrote as code. Expressions call it by its name with everything it reads, so that needs, guards, missing facts
/// and evidence are those of any expression; it runs only where all of that is known.
/// </summary>
/// <param name="Name">Unique in its rule.</param>
/// <param name="Text">The code, as people read it.</param>
/// <param name="Takes">For each argument the CLR type the code takes it as; null where it reads that part of the subject itself.</param>
/// <param name="Code">Gives the code in place, over the subject and the values of the arguments.</param>
internal sealed record HostedCondition(string Name, string Text, IReadOnlyList<Type?> Takes, Func<Expression, IReadOnlyList<Expression>, Expression> Code);
