using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>What an evaluation may see besides its subject. One for each run on each thread; never shared.</summary>
public class EvaluationContext(DateOnly asOf, Limits? limits = null)
{
    private readonly int stepLimit = (limits ?? Limits.Default).Steps;
    private int steps;
    private AnyValue[] variables = [];

    /// <summary>The day as of which everything is judged.</summary>
    public DateOnly AsOf { get; } = asOf;

    /// <summary>Begins the count of steps anew, for the next rule or subject.</summary>
    public void StartCounting() => steps = 0;

    /// <summary>Counts one member of a list.</summary>
    /// <exception cref="EvaluationFault">More than the limit.</exception>
    public void Step()
    {
        if (++steps > stepLimit)
            Stop();
    }

    /// <summary>What an interpreted expression has put at a place.</summary>
    internal AnyValue Variable(int place) => variables[place];

    internal void SetVariable(int place, AnyValue value)
    {
        if (place >= variables.Length)
            Array.Resize(ref variables, place + 8);
        variables[place] = value;
    }

    // Apart, so that counting is short enough to be put in place.
    private void Stop() =>
        throw new EvaluationFault("DX302", new($"一つの対象で見る要素の数が上限（{stepLimit}）を超えました。", $"More than {stepLimit} members of lists were looked at for one subject."));
}

/// <summary>A rule cannot be evaluated on a subject, though nothing is missing. Caught for that rule and subject alone.</summary>
public sealed class EvaluationFault(string code, LocalizedText text) : Exception(text.En)
{
    /// <summary>DX3xx.</summary>
    public string Code { get; } = code;

    /// <summary>What happened, for people.</summary>
    public LocalizedText Text { get; } = text;
}

/// <summary>A member of a list that may or may not be there: a 判定不能 among alerts. Null where it certainly is.</summary>
public interface IUncertain
{
    /// <summary>The facts that would settle it.</summary>
    FactSet? Uncertainty { get; }
}
