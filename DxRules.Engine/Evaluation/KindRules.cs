using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Evaluation;

/// <summary>The rules for subjects of one kind, and where the subjects below are found. The rules run as few pieces of code, not one by one.</summary>
internal sealed class KindRules
{
    // Larger pieces are slower: the runtime gives up optimizing them.
    private const int RulesAPiece = 32;

    private readonly Lazy<Piece[]> pieces;

    /// <param name="kind">The kind.</param>
    /// <param name="rules">Its rules, by id.</param>
    /// <param name="schema">What the rules speak of.</param>
    public KindRules(ObjectType kind, CompiledRule[] rules, Schema schema)
    {
        Kind = kind;
        Rules = rules;
        pieces = new(() => [.. PiecesOf(new ExpressionCompiler(kind, new ValueWriter(schema)))]);
    }

    public ObjectType Kind { get; }

    /// <summary>By id.</summary>
    public CompiledRule[] Rules { get; }

    /// <summary>Where the subjects directly below are found, and what is done with them.</summary>
    public (ChildList List, KindRules Rules)[] Children { get; internal set; } = [];

    /// <summary>What the rules say of a subject, by the places of the rules in <see cref="Rules"/>; quiet ones say nothing.</summary>
    public void Judge(object subject, CheckContext context, Verdicts verdicts)
    {
        foreach (var piece in pieces.Value)
        {
            var before = verdicts.Count;
            try
            {
                piece.Run(subject, context, verdicts);
            }
            catch (Exception)
            {
                // One of them has failed; asked by itself, each says whether it was that one.
                verdicts.Rewind(before);
                piece.AskSingly(verdicts);
            }
        }
    }

    /// <summary>Compiles what is otherwise compiled for the first subject.</summary>
    public void Prepare() => _ = pieces.Value;

    private IEnumerable<Piece> PiecesOf(ExpressionCompiler compiler)
    {
        for (var from = 0; from < Rules.Length;)
        {
            var to = from;
            while (to < Rules.Length && to - from < RulesAPiece && IsJoined(Rules[to]) == IsJoined(Rules[from]))
                to++;
            yield return IsJoined(Rules[from]) ? Piece.Of(compiler, Kind, [.. Enumerable.Range(from, to - from).Select(i => (i, Rules[i].Code))]) : new Single(from, to);
            from = to;
        }
    }

    // Each rule that reads alerts sees others of them, and large ones run on a stack of their own.
    private static bool IsJoined(CompiledRule rule) => rule is { ReadsAlerts: false, NeedsRoom: false };

    private abstract class Piece(int from, int to)
    {
        public static Piece Of(ExpressionCompiler compiler, ObjectType kind, IReadOnlyList<(int Number, RuleConditions Conditions)> rules) =>
            (Piece)Activator.CreateInstance(typeof(Joined<>).MakeGenericType(kind.Clr), rules[0].Number, rules[^1].Number + 1, compiler.Verdicts(rules).Compile())!;

        public abstract void Run(object subject, EvaluationContext context, Verdicts verdicts);

        public void AskSingly(Verdicts verdicts)
        {
            for (var rule = from; rule < to; rule++)
                verdicts.Add(rule, ExpressionCompiler.Singly);
        }
    }

    private sealed class Joined<T>(int from, int to, Action<T, EvaluationContext, Verdicts> code) : Piece(from, to)
        where T : class
    {
        public override void Run(object subject, EvaluationContext context, Verdicts verdicts) => code((T)subject, context, verdicts);
    }

    private sealed class Single(int from, int to) : Piece(from, to)
    {
        public override void Run(object subject, EvaluationContext context, Verdicts verdicts) => AskSingly(verdicts);
    }
}
