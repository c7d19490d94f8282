using System.Reflection;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Evaluation;

/// <summary>The rules for subjects of one kind, and where the subjects below are found. The rules run as few pieces of code, not one by one.</summary>
internal sealed class KindRules
{
    // Larger pieces are slower: the runtime gives up optimizing them.
    private const int RulesAPiece = 32;

    private static readonly MethodInfo JoinMethod = typeof(KindRules).GetMethod(nameof(JoinOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Lazy<Piece[]> pieces;

    /// <param name="number">Its place among the kinds.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="rules">Its rules, by id.</param>
    /// <param name="schema">What the rules speak of.</param>
    public KindRules(int number, ObjectType kind, CompiledRule[] rules, Schema schema)
    {
        Number = number;
        Kind = kind;
        Rules = rules;
        pieces = new(() => [.. PiecesOf(new ExpressionCompiler(kind, new ValueWriter(schema)))]);
    }

    public int Number { get; }

    public ObjectType Kind { get; }

    /// <summary>By id.</summary>
    public CompiledRule[] Rules { get; }

    /// <summary>Where the subjects directly below are found, and what is done with them.</summary>
    public (ChildList List, KindRules Rules)[] Children { get; internal set; } = [];

    /// <summary>The rules, ready for one check after another in one context.</summary>
    public KindRun Begin(CheckContext context) => new([.. pieces.Value.Select(piece => piece.Begin(context))], context);

    /// <summary>Compiles what is otherwise compiled for the first subject.</summary>
    public void Prepare() => _ = pieces.Value;

    private IEnumerable<Piece> PiecesOf(ExpressionCompiler compiler)
    {
        for (var first = 0; first < Rules.Length;)
        {
            var end = first + 1;
            while (end < Rules.Length && end - first < RulesAPiece && IsJoined(Rules[end]) == IsJoined(Rules[first]))
                end++;
            yield return new Piece(first, end - 1, IsJoined(Rules[first]) ? Join(compiler, first, end - 1) : null);
            first = end;
        }
    }

    // Each rule that reads alerts sees others of them, and large ones run on a stack of their own.
    private static bool IsJoined(CompiledRule rule) => rule is { ReadsAlerts: false, NeedsRoom: false };

    private Func<CheckContext, PieceRun> Join(ExpressionCompiler compiler, int first, int last)
    {
        var code = compiler.Verdicts([.. Enumerable.Range(first, last - first + 1).Select(i => (i, Rules[i].Code))]).Compile();
        return (Func<CheckContext, PieceRun>)JoinMethod.MakeGenericMethod(Kind.Clr).Invoke(null, [first, last, code])!;
    }

    private static Func<CheckContext, PieceRun> JoinOf<T>(int first, int last, Func<EvaluationContext, VerdictCode<T>> code)
        where T : class => context => new JoinedRun<T>(first, last, code(context));

    /// <param name="Start">Makes the common code of the rules ready for a context; null where each is asked by itself.</param>
    private sealed record Piece(int First, int Last, Func<CheckContext, PieceRun>? Start)
    {
        public PieceRun Begin(CheckContext context)
        {
            try
            {
                return Start?.Invoke(context) ?? new SingleRun(First, Last);
            }
            catch (Exception)
            {
                // What they share fails in this context; asked by itself, each says whether it comes to that.
                return new SingleRun(First, Last);
            }
        }
    }
}
