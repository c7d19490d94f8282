using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>What hangs on nothing but the context (基準日 − 期限) is the same for every subject: it is computed once, before the first.</summary>
internal sealed partial class JumpEmitter
{
    private readonly ParameterExpression contextOfRun = Expression.Parameter(typeof(EvaluationContext), "contextOfRun");
    private readonly Dictionary<string, (ParameterExpression Computed, ParameterExpression Here)> ofRun = new(StringComparer.Ordinal);
    private readonly List<Expression> beforeRun = [];

    /// <summary>Code for a list of subjects, with what is the same for all of them at hand: what lies outside takes longer to reach.</summary>
    public Expression AroundList(Expression code) =>
        Expression.Block(typeof(void), ofRun.Values.Select(value => value.Here), [.. ofRun.Values.Select(value => Expression.Assign(value.Here, value.Computed)), code]);

    /// <summary>context => the code for lists of subjects, with what is computed once around it.</summary>
    public LambdaExpression AroundRun(LambdaExpression code) => Expression.Lambda(
        typeof(Func<,>).MakeGenericType(typeof(EvaluationContext), code.Type),
        Expression.Block(ofRun.Values.Select(value => value.Computed), beforeRun.Append(code)),
        contextOfRun);

    private static bool IsOfRun(Bound bound) => bound switch
    {
        BoundLet let => IsOfRun(let.Body),
        BoundMember { Target: BoundContext, Member.CanBeMissing: false } member => member.Type is ScalarType or EnumType,
        BoundBinary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } binary => AreOfRun([binary.Left, binary.Right]),
        BoundCall { Type: ScalarType } call => AreOfRun(call.Arguments),
        _ => false,
    };

    private static bool AreOfRun(IReadOnlyList<Bound> parts) =>
        parts.Any(IsOfRun) && parts.All(part => IsOfRun(part) || WithoutLets(part) is BoundConstant or BoundParameter);

    private ParameterExpression OfRun(Bound bound)
    {
        var key = BoundKey.Of(bound)!;
        if (ofRun.TryGetValue(key, out var known))
            return known.Here;
        var value = WithoutLets(bound) is BoundMember member
            ? Emission.Read(member.Member, contextOfRun)
            : new CertainEmitter(contextOfRun, contextOfRun, _ => throw new InvalidOperationException("The context lacks nothing.")).Emit(bound);
        var (computed, here) = (Expression.Variable(value.Type), Expression.Variable(value.Type));
        beforeRun.Add(Expression.Assign(computed, value));
        ofRun.Add(key, (computed, here));
        return here;
    }
}
