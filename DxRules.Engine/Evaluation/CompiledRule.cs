using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;

namespace DxRules.Engine.Evaluation;

/// <summary>
/// A rule as code of its own, each form made on first use. The three-valued form is interpreted and ready at once: it judges the first
/// subjects, what is unknown, examples and explanations. Checks of many subjects run the rules of a kind together (<see cref="KindRules"/>),
/// and by their null-free forms those that cannot be joined: these decide wherever everything read is known, without allocating.
/// </summary>
internal sealed class CompiledRule
{
    private readonly Lazy<LambdaExpression> certainOutcome;
    private readonly Lazy<OutcomeReader> certain;
    private readonly Lazy<Conditions> conditions;
    private readonly bool needsRoom;
    private readonly bool readsHostRecords;

    public CompiledRule(Rule rule, Schema schema)
    {
        Rule = rule;
        Code = new RuleConditions(rule.Where, rule.When, [.. rule.Levels.Select(l => l.Condition)]);
        var compiler = new ExpressionCompiler(rule.Subject, new ValueWriter(schema));
        readsHostRecords = schema.DescribesHostRecords;
        needsRoom = LargeStack.IsNeededFor(rule.Conditions);
        certainOutcome = new(() => WithRoom(() => compiler.CertainOutcome(Code)));
        certain = new(() => WithRoom(() => OutcomeReader.Over(rule.Subject.Clr, CertainOutcome)));
        conditions = new(() => new Conditions(rule, compiler));
        ReadsAlerts = rule.Expressions.SelectMany(BoundParts.Of).Any(AlertsBelow.IsRead);
    }

    public Rule Rule { get; }

    /// <summary>Whether its conditions are so large that they run on a stack of their own.</summary>
    public bool NeedsRoom => needsRoom;

    /// <summary>(subject, context) => number of the level that fires, or one of the constants of <see cref="ExpressionCompiler"/>.</summary>
    public LambdaExpression CertainOutcome => certainOutcome.Value;

    /// <summary>What is compiled.</summary>
    public RuleConditions Code { get; }

    /// <summary>Whether the rule's conditions or texts look at what was found below its subject.</summary>
    public bool ReadsAlerts { get; }

    /// <summary>What the rule says of one subject.</summary>
    /// <exception cref="EvaluationFault">The rule cannot be evaluated there.</exception>
    public Judgement Judge(object subject, CheckContext context) =>
        needsRoom ? JudgeWithRoom(subject, context, threeValuedOnly: false) : Judge(subject, context, threeValuedOnly: false);

    /// <summary>The same, by the three-valued form alone.</summary>
    /// <exception cref="EvaluationFault">The rule cannot be evaluated there.</exception>
    public Judgement JudgeThreeValued(object subject, CheckContext context) =>
        needsRoom ? JudgeWithRoom(subject, context, threeValuedOnly: true) : Judge(subject, context, threeValuedOnly: true);

    private Judgement JudgeWithRoom(object subject, CheckContext context, bool threeValuedOnly) => WithRoom(() => Judge(subject, context, threeValuedOnly));

    private T WithRoom<T>(Func<T> code) => needsRoom ? LargeStack.Run(code) : code();

    private Judgement Judge(object subject, CheckContext context, bool threeValuedOnly)
    {
        try
        {
            context.StartCounting();
            return (threeValuedOnly ? ExpressionCompiler.Unknown : certain.Value.Read(subject, context)) switch
            {
                ExpressionCompiler.Quiet => new(Outcome.Quiet),
                ExpressionCompiler.NotApplicable => new(Outcome.NotApplicable),
                ExpressionCompiler.Unknown => JudgeUnknown(subject, context),
                var level => new(Outcome.Alert, level),
            };
        }
        catch (ArithmeticException error)
        {
            throw new EvaluationFault("DX301", new($"計算があふれました（{error.Message}）。", $"A calculation overflowed ({error.Message})."));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new EvaluationFault("DX301", new("日付か期間が扱える範囲を超えました。", "A date or duration left the range that can be handled."));
        }
        catch (Exception error) when (readsHostRecords && error is not EvaluationFault)
        {
            throw new EvaluationFault("DX306", new($"項目を読むコードが例外を投げました（{error.Message}）。", $"Code that reads a member threw ({error.Message})."));
        }
        catch (Exception error) when (Rule.File.Hosted.Count > 0 && error is not EvaluationFault)
        {
            throw new EvaluationFault("DX306", new($"C# の条件が例外を投げました（{error.Message}）。", $"A condition in C# threw ({error.Message})."));
        }
    }

    private Judgement JudgeUnknown(object subject, CheckContext context)
    {
        context.StartCounting();
        return conditions.Value.Judge(subject, context);
    }

    /// <summary>The three-valued form: design 6, points 8 and 9.</summary>
    private sealed class Conditions(Rule rule, ExpressionCompiler compiler)
    {
        private readonly ValueCode? where = rule.Where is { } w ? compiler.ThreeValued(w) : null;
        private readonly ValueCode? when = rule.When is { } w ? compiler.ThreeValued(w) : null;
        private readonly ValueCode?[] levels = [.. rule.Levels.Select(l => l.Condition is { } c ? compiler.ThreeValued(c) : null)];

        public Judgement Judge(object subject, CheckContext context)
        {
            var concerns = where?.Invoke(subject, context) ?? AnyValue.True;
            if (concerns.IsFalse)
                return new(Outcome.NotApplicable);
            var fires = AnyValue.And(concerns, when?.Invoke(subject, context) ?? AnyValue.True);
            if (fires.IsFalse)
                return new(Outcome.Quiet);

            FactSet? missing = null;
            var allUnknown = true;
            for (var i = 0; i < levels.Length; i++)
            {
                var level = AnyValue.And(fires, levels[i]?.Invoke(subject, context) ?? AnyValue.True);
                if (level.IsTrue)
                    return new(Outcome.Alert, i, missing is { HasFacts: true } ? missing : null);
                missing = FactSet.Union(missing, level.Missing);
                allUnknown &= !level.IsKnown;
            }
            if (missing is { HasFacts: true })
                return new(Outcome.Undetermined, -1, missing);
            return allUnknown ? new(Outcome.NotApplicable, -1, missing) : new(Outcome.Quiet);
        }
    }

    /// <summary>Calls a delegate over a subject's own CLR type.</summary>
    private abstract class OutcomeReader
    {
        public static OutcomeReader Over(Type subject, LambdaExpression outcome) =>
            (OutcomeReader)Activator.CreateInstance(typeof(OutcomeReader<>).MakeGenericType(subject), outcome.Compile())!;

        public abstract int Read(object subject, EvaluationContext context);
    }

    private sealed class OutcomeReader<T>(Func<T, EvaluationContext, int> outcome) : OutcomeReader
        where T : class
    {
        public override int Read(object subject, EvaluationContext context) => outcome((T)subject, context);
    }
}
