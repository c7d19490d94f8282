using DxRules.Engine.Feel.Compilation;

namespace DxRules.Engine.Evaluation;

/// <summary>The rules of one kind, for checks in one context on one thread.</summary>
internal sealed class KindRun(KindRules kind, CheckContext context)
{
    private PieceRun[]? pieces;

    /// <summary>What the rules say of the subjects from one place of a list up to another, by the places of the rules in <see cref="KindRules.Rules"/>; quiet ones say nothing.</summary>
    /// <param name="subjects">An array of the kind's CLR type.</param>
    public void Judge(object[] subjects, int from, int to, Verdicts verdicts)
    {
        pieces ??= kind.Compiled(context, to - from);
        if (pieces is null)
        {
            // The three-valued form is interpreted.
            AskSingly(from, to, verdicts);
            return;
        }
        if (pieces is [var only])
        {
            only.Judge(subjects, from, to, context, verdicts);
            return;
        }

        // All of one subject before the next: results stand in this order.
        for (var i = from; i < to; i++)
        {
            foreach (var piece in pieces)
                piece.Judge(subjects, i, i + 1, context, verdicts);
        }
    }

    private void AskSingly(int from, int to, Verdicts verdicts)
    {
        for (var subject = from; subject < to; subject++)
        {
            for (var rule = 0; rule < kind.Rules.Length; rule++)
                verdicts.Add(subject, rule, ExpressionCompiler.Unknown);
        }
    }
}

/// <summary>Some rules of a kind, by their places from the first to the last.</summary>
internal abstract class PieceRun(int first, int last)
{
    public void Judge(object[] subjects, int from, int to, EvaluationContext context, Verdicts verdicts)
    {
        var before = verdicts.Count;
        try
        {
            Run(subjects, from, to, context, verdicts);
        }
        catch (Exception)
        {
            // One of them has failed on one of the subjects; asked by itself, each says whether it was that one.
            verdicts.Rewind(before);
            AskSingly(from, to, verdicts);
        }
    }

    protected abstract void Run(object[] subjects, int from, int to, EvaluationContext context, Verdicts verdicts);

    protected void AskSingly(int from, int to, Verdicts verdicts)
    {
        for (var subject = from; subject < to; subject++)
        {
            for (var rule = first; rule <= last; rule++)
                verdicts.Add(subject, rule, ExpressionCompiler.Singly);
        }
    }
}

/// <summary>Rules that run as one piece of code.</summary>
internal sealed class JoinedRun<T>(int first, int last, VerdictCode<T> code) : PieceRun(first, last)
    where T : class
{
    protected override void Run(object[] subjects, int from, int to, EvaluationContext context, Verdicts verdicts) =>
        code((T[])subjects, from, to, context, verdicts);
}

/// <summary>Rules that are each asked by themselves.</summary>
internal sealed class SingleRun(int first, int last) : PieceRun(first, last)
{
    protected override void Run(object[] subjects, int from, int to, EvaluationContext context, Verdicts verdicts) => AskSingly(from, to, verdicts);
}
