using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Changes;

/// <summary>
/// Which members of plan records a member of the schema reads, taken from the lambda that reads it: <c>p => p.Record.End.Day()</c> reads
/// <c>end</c> of the phase. Measures and links are code that cannot be looked into; they read none that could be told.
/// </summary>
internal static class RecordReads
{
    private static readonly ConcurrentDictionary<Member, (Func<object, PlanObject?> Record, PlanMember Member)[]> ByMember = new();

    public static IEnumerable<(PlanObject Record, PlanMember Member)> Of(MemberRead read)
    {
        foreach (var (record, member) in ByMember.GetOrAdd(read.Member, Find))
        {
            if (record(read.Owner) is { } found)
                yield return (found, member);
        }
    }

    private static (Func<object, PlanObject?>, PlanMember)[] Find(Member member)
    {
        var finder = new Finder();
        finder.Visit(member.Read.Body);
        return [.. finder.Found.Select(access => (
            RecordOf(access.Expression!, member.Read.Parameters[0]),
            PlanShape.Of(access.Member.DeclaringType!).Members.First(m => m.PropertyName == access.Member.Name)))];
    }

    private static Func<object, PlanObject?> RecordOf(Expression record, ParameterExpression parameter)
    {
        var owner = Expression.Parameter(typeof(object));
        var body = Expression.Invoke(Expression.Lambda(record, parameter), Expression.Convert(owner, parameter.Type));
        return Expression.Lambda<Func<object, PlanObject?>>(Expression.Convert(body, typeof(PlanObject)), owner).Compile();
    }

    private sealed class Finder : ExpressionVisitor
    {
        public List<MemberExpression> Found { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            var isOfRecord = node.Member is PropertyInfo { DeclaringType: { IsAbstract: false } type } && type.IsAssignableTo(typeof(PlanObject));
            if (isOfRecord && PlanShape.Of(node.Member.DeclaringType!).Members.Any(m => m.PropertyName == node.Member.Name && m.ValueKind != PlanValueKind.Object))
                Found.Add(node);
            return base.VisitMember(node);
        }
    }
}
