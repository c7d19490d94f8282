namespace DxRules.Engine.Feel.Compilation;

/// <summary>Bounds on one evaluation in dynamic mode, so that no expression can hold up or bring down the process.</summary>
/// <param name="MaxSteps">Members of lists looked at, functions called, and parts of values handed around; some 10 million a second.</param>
/// <param name="MaxCalls">How deeply functions written in expressions may call each other.</param>
/// <param name="MaxNesting">How deeply lists, contexts and ranges may lie in each other.</param>
/// <param name="MaxTextLength">UTF-16 units of one text.</param>
internal sealed record DynamicLimits(int MaxSteps, int MaxCalls, int MaxNesting, int MaxTextLength)
{
    public static readonly DynamicLimits Default = new(MaxSteps: 1_000_000, MaxCalls: 200, MaxNesting: 100, MaxTextLength: 1_000_000);
}
