using System.Reflection;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Evaluation;

/// <summary>
/// The rules for subjects of one kind, and where the subjects below are found. For the first subjects each rule is interpreted by itself;
/// once there have been many, the rules run as few pieces of compiled code.
/// </summary>
internal sealed class KindRules
{
    // Larger pieces are slower: the runtime gives up optimizing them.
    private const int RulesAPiece = 32;

    private static readonly MethodInfo JoinMethod = typeof(KindRules).GetMethod(nameof(JoinOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Lazy<Piece[]> pieces;
    private readonly int few;
    private int seen;

    /// <param name="number">Its place among the kinds.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="rules">Its rules, by id.</param>
    /// <param name="schema">What the rules speak of.</param>
    /// <param name="few">For how many subjects compiling is not worth while.</param>
    public KindRules(int number, ObjectType kind, CompiledRule[] rules, Schema schema, int few)
    {
        this.few = few;
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

    /// <summary>The rules, for one check after another in one context.</summary>
    public KindRun Begin(CheckContext context) => new(this, context);

    /// <summary>The compiled code of the rules, ready for a context; null as long as it is not worth while.</summary>
    /// <param name="subjects">How many are to be judged next.</param>
    public PieceRun[]? Compiled(CheckContext context, int subjects) =>
        pieces.IsValueCreated || Interlocked.Add(ref seen, subjects) > few ? [.. pieces.Value.Select(piece => piece.Begin(context))] : null;

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
