using System.Runtime.ExceptionServices;
using DxRules.Engine.Feel.Binding;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>
/// Room for walking high expressions. How high they may be must not hang on the thread that loads the rules: on the stack of one thread a
/// rule would load, on that of another bring down the process.
/// </summary>
internal static class LargeStack
{
    // Binding and compiling take up to 7 KB a level, in code that is not optimized; pages that are not used cost nothing.
    private const int Bytes = 32 * 1024 * 1024;

    // The shipped rules have a dozen levels and some 300 parts; these are walked where we are.
    private const int LowEnough = 20;
    private const int SmallEnough = 1_000;

    /// <summary>What the code gives, run on a stack of its own. What it throws is thrown.</summary>
    public static T Run<T>(Func<T> code)
    {
        var (result, error) = (default(T), default(ExceptionDispatchInfo));
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = code();
                }
                catch (Exception thrown)
                {
                    error = ExceptionDispatchInfo.Capture(thrown);
                }
            },
            Bytes);
        thread.Start();
        thread.Join();
        error?.Throw();
        return result!;
    }

    /// <summary>Whether walking these expressions, or running them as code, may take more room than the stack we are on has: the code has a place for each value on its way.</summary>
    public static bool IsNeededFor(params IEnumerable<Bound> expressions) =>
        expressions.Any(bound => BoundParts.IsHigherThan(bound, LowEnough)) || expressions.SelectMany(BoundParts.Of).Skip(SmallEnough).Any();
}
