using System.Linq.Expressions;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>The condition of a rule as an expression tree, for hosts that match it with an engine of their own.</summary>
public sealed class RuleCondition
{
    private readonly CompiledRule compiled;

    internal RuleCondition(CompiledRule compiled)
    {
        this.compiled = compiled;
        var subject = Expression.Parameter(typeof(CheckedSubject), "subject");
        Outcome = Expression.Lambda<Func<CheckedSubject, RuleOutcome>>(OutcomeOf(subject), subject);
        Fires = Expression.Lambda<Func<CheckedSubject, bool>>(
            Expression.AndAlso(
                Expression.Equal(Expression.Property(subject, nameof(CheckedSubject.Kind)), Expression.Constant(SubjectKind)),
                Expression.GreaterThanOrEqual(Number(OutcomeOf(subject)), Number(Expression.Constant(RuleOutcome.Info)))),
            subject);
    }

    /// <summary>The rule's id.</summary>
    public string Rule => compiled.Rule.Id;

    /// <summary>The rule's title.</summary>
    public LocalizedText Title => compiled.Rule.Title;

    /// <summary>The English word of the kind of subject it judges.</summary>
    public string SubjectKind => compiled.Rule.Subject.En;

    /// <summary>
    /// What the rule says of a subject of its kind. Where everything read is known the tree decides by itself; where something is not, it calls
    /// the engine's three-valued form, so that an unknown is <see cref="RuleOutcome.Undetermined"/> and never quiet.
    /// </summary>
    public Expression<Func<CheckedSubject, RuleOutcome>> Outcome { get; }

    /// <summary>Whether a subject is of the rule's kind and certainly gets an alert; false for 判定不能, which only <see cref="Outcome"/> tells.</summary>
    public Expression<Func<CheckedSubject, bool>> Fires { get; }

    private static UnaryExpression Number(Expression outcome) => Expression.Convert(outcome, typeof(int));

    private Expression OutcomeOf(ParameterExpression subject)
    {
        var (level, before) = (Expression.Variable(typeof(int), "level"), Expression.Variable(typeof(RuleOutcome?), "before"));
        var judged = Expression.Call(Expression.Constant(this), nameof(Judge), null, subject);
        if (compiled.NeedsRoom)
            return judged;
        var certain = Expression.Invoke(
            compiled.CertainOutcome,
            Expression.Convert(Expression.Property(subject, nameof(CheckedSubject.Subject)), compiled.Rule.Subject.Clr),
            Expression.Property(subject, nameof(CheckedSubject.Context)));
        var outcome = When(ExpressionCompiler.Quiet, RuleOutcome.Quiet, judged);
        outcome = When(ExpressionCompiler.NotApplicable, RuleOutcome.NotApplicable, outcome);
        for (var i = compiled.Rule.Levels.Count - 1; i >= 0; i--)
            outcome = When(i, OutcomeOf(compiled.Rule.Levels[i].Severity), outcome);
        var body = Expression.Block(
            [level, before],
            Expression.Assign(before, Expression.Call(subject, nameof(CheckedSubject.BeforeJudging), null, Expression.Constant(compiled.Rule))),
            Expression.Condition(
                Expression.Property(before, "HasValue"),
                Expression.Property(before, "Value"),
                Expression.Block(Expression.Assign(level, certain), outcome)));

        // What overflows or throws is a fault, which the engine tells apart.
        return Expression.TryCatch(body, Expression.Catch(typeof(Exception), judged));

        ConditionalExpression When(int found, RuleOutcome meant, Expression otherwise) =>
            Expression.Condition(Expression.Equal(level, Expression.Constant(found)), Expression.Constant(meant), otherwise);
    }

    private RuleOutcome Judge(CheckedSubject subject)
    {
        try
        {
            if (subject.BeforeJudging(compiled.Rule) is { } before)
                return before;
            var judgement = compiled.JudgeThreeValued(subject.Subject, subject.Context);
            return judgement.Outcome switch
            {
                Evaluation.Outcome.Alert => OutcomeOf(compiled.Rule.Levels[judgement.Level].Severity),
                Evaluation.Outcome.Quiet => RuleOutcome.Quiet,
                Evaluation.Outcome.NotApplicable => RuleOutcome.NotApplicable,
                _ => RuleOutcome.Undetermined,
            };
        }
        catch (EvaluationFault)
        {
            return RuleOutcome.Fault;
        }
    }

    private static RuleOutcome OutcomeOf(Severity severity) => severity switch
    {
        Severity.Critical => RuleOutcome.Critical,
        Severity.Warning => RuleOutcome.Warning,
        Severity.Notice => RuleOutcome.Notice,
        _ => RuleOutcome.Info,
    };
}
