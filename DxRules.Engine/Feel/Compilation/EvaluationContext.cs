namespace DxRules.Engine.Feel.Compilation;

/// <summary>What an evaluation may see besides its subject. One for each run on each thread; never shared.</summary>
public class EvaluationContext(DateOnly asOf)
{
    /// <summary>The day as of which everything is judged.</summary>
    public DateOnly AsOf { get; } = asOf;
}
