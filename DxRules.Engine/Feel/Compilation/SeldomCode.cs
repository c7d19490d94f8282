using System.Linq.Expressions;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>
/// Code that runs a few times in most programs, and often in some: a text of an alert in one check, or in those of all municipalities. To
/// interpret it is ready at once but a hundred times slower, so it is compiled when it has run often. For any number of threads.
/// </summary>
internal sealed class SeldomCode<T>(Expression<Func<object, EvaluationContext, T>> code)
{
    // Compiling takes about as long as interpreting this many times.
    private const int Often = 32;

    private Func<object, EvaluationContext, T> run = code.Compile(preferInterpretation: true);
    private int uses;

    public T Run(object subject, EvaluationContext context)
    {
        if (uses < Often && Interlocked.Increment(ref uses) == Often)
            run = code.Compile();
        return run(subject, context);
    }
}
