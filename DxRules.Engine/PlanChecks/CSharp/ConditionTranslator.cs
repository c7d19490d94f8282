using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.CSharp;

/// <summary>
/// Takes the conditions of one rule in C# apart: what &amp;&amp;, || and ! join becomes and, or and not of the rule language, tests with null become
/// guards, and each piece between them a <see cref="HostedCondition"/> that is called with all it reads. So unknowns, needs and guards are
/// those of rule files.
/// </summary>
internal sealed class ConditionTranslator(ObjectType? subject)
{
    private readonly List<HostedCondition> conditions = [];
    private readonly List<(string Name, LocalizedText Message)> problems = [];

    public IReadOnlyList<HostedCondition> Conditions => conditions;

    /// <summary>What the conditions of these names read and cannot.</summary>
    public IReadOnlyList<(string Name, LocalizedText Message)> Problems => problems;

    /// <summary>The condition in the rule language.</summary>
    public string Translate(LambdaExpression condition) =>
        Of(new CapturedValues().Visit(condition.Body), new ConditionReads(subject, condition.Parameters[0], condition.Parameters[1]));

    private string Of(Expression code, ConditionReads reads) => code switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso } and => $"({Of(and.Left, reads)} and {Of(and.Right, reads)})",
        BinaryExpression { NodeType: ExpressionType.OrElse } or => $"({Of(or.Left, reads)} or {Of(or.Right, reads)})",
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not({Of(not.Operand, reads)})",
        ConstantExpression { Value: bool truth } => truth ? "true" : "false",
        MethodCallExpression call when reads.NullTestOf(call) is { } path => $"({path} = null)",
        MemberExpression { Member.Name: "HasValue", Expression: { } value } when reads.PathOf(value) is { } path => $"({path} != null)",
        BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } test when NullTest(test, reads) is { } guard => guard,
        _ => Piece(code, reads),
    };

    private static string? NullTest(BinaryExpression test, ConditionReads reads)
    {
        var (left, right) = (ConditionText.Bare(test.Left), ConditionText.Bare(test.Right));
        var value = right is ConstantExpression { Value: null } ? left : left is ConstantExpression { Value: null } ? right : null;
        return value is not null && reads.PathOf(value) is { } path ? $"({path} {(test.NodeType == ExpressionType.Equal ? "=" : "!=")} null)" : null;
    }

    private string Piece(Expression code, ConditionReads reads)
    {
        var name = $"csharp{conditions.Count + 1}";
        var found = reads.In(code);
        problems.AddRange(found.Problems.Select(problem => (name, problem)));
        conditions.Add(new HostedCondition(name, ConditionText.Of(code), [.. found.Arguments.Select(argument => argument.Takes)], found.Code));
        return $"{name}({string.Join(", ", found.Arguments.Select(argument => argument.Path))})";
    }

    /// <summary>Puts the values that a condition captured in their place: a rule does not change while it is in use.</summary>
    private sealed class CapturedValues : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            if (Visit(node.Expression) is not ConstantExpression { Value: { } owner })
                return base.VisitMember(node);
            var value = node.Member is System.Reflection.FieldInfo field ? field.GetValue(owner) : ((System.Reflection.PropertyInfo)node.Member).GetValue(owner);
            return Expression.Constant(value, node.Type);
        }
    }
}
