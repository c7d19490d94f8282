using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Text;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>An expression with the standard's null semantics, read, bound and compiled like those of rules.</summary>
internal sealed class DynamicExpression
{
    private const int TooShortToBeHigh = 60;

    private readonly Func<DynamicRun, object?> code;

    private DynamicExpression(Func<DynamicRun, object?> code, IReadOnlyList<Diagnostic> diagnostics)
    {
        this.code = code;
        Diagnostics = diagnostics;
    }

    /// <summary>What is wrong with the expression, and the names that nothing is known as.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether it could not be read; its value is null then.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Reads, binds and compiles an expression. Bad input gives diagnostics, never an exception.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="inputs">The names that will be given a value around it.</param>
    /// <param name="names">Other names that hold spaces or signs, such as those of entries at any depth.</param>
    /// <param name="limits">How large the expression may be.</param>
    public static DynamicExpression Compile(EmbeddedText text, IReadOnlyCollection<string> inputs, IEnumerable<string>? names = null, Limits? limits = null)
    {
        var options = ParserOptions.Dynamic([.. inputs, .. names ?? []]) with { Limits = limits ?? Limits.Default };
        return text.Text.Length > TooShortToBeHigh ? LargeStack.Run(() => Compile(text, inputs, options)) : Compile(text, inputs, options);
    }

    private static DynamicExpression Compile(EmbeddedText text, IReadOnlyCollection<string> inputs, ParserOptions options)
    {
        var tree = Parser.Parse(text, options);
        if (tree.HasErrors)
            return new DynamicExpression(_ => null, tree.Diagnostics);
        var (bound, diagnostics) = DynamicBinder.Bind(tree, inputs.Select(NameCharacters.Normalized));
        var run = Expression.Parameter(typeof(DynamicRun), "run");
        var body = new DynamicEmitter(run).Emit(bound);
        return new DynamicExpression(Expression.Lambda<Func<DynamicRun, object?>>(body, run).Compile(), diagnostics);
    }

    /// <summary>The value; null for FEEL's null.</summary>
    /// <exception cref="EvaluationFault">A limit was met.</exception>
    public object? Evaluate(DynamicRun run)
    {
        run.StartCounting();
        return run.Counted(code(run));
    }
}
