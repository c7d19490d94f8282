using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.CSharp;

/// <summary>What the pieces of one condition in C# read of the plan, as paths of the rule language.</summary>
/// <param name="kind">The kind of subject; null where the rule's record is none.</param>
/// <param name="subject">The condition's first parameter: the record.</param>
/// <param name="context">The second.</param>
internal sealed class ConditionReads(ObjectType? kind, ParameterExpression subject, ParameterExpression context)
{
    private readonly ParameterExpression subject = subject;
    private readonly ParameterExpression context = context;

    /// <summary>The path a null test asks about; null where the call is none.</summary>
    public string? NullTestOf(MethodCallExpression call) =>
        call.Object == context && call.Method.Name == nameof(RuleContext.IsNull) && call.Arguments[0] is ConstantExpression { Value: string path } ? path : null;

    /// <summary>The member of the subject's record that is read, in words of the data dictionary; null where it is something else.</summary>
    public string? PathOf(Expression code) => ConditionText.Bare(code) is MemberExpression member && Resolve(member) is { Behind: 0 } way ? way.Path : null;

    /// <summary>All that a piece reads, each once, in order of reading.</summary>
    public Piece In(Expression code)
    {
        var collector = new Collector(this);
        collector.Visit(code);
        return new Piece(collector.Arguments, collector.Problems, (record, values) => new Placer(this, collector, record, values).Visit(code)!);
    }

    /// <param name="Path">As rule files write it.</param>
    /// <param name="Takes">The type in which the code takes the value; null where it reads the record itself.</param>
    internal sealed record Argument(string Path, Type? Takes);

    internal sealed record Piece(IReadOnlyList<Argument> Arguments, IReadOnlyList<LocalizedText> Problems, Func<Expression, IReadOnlyList<Expression>, Expression> Code);

    /// <summary>The way from the record as far as the data dictionary has it, and how many properties come behind (.Value, .Day, .Count).</summary>
    private (string Path, int Behind, bool Fits)? Resolve(MemberExpression read)
    {
        var properties = new Stack<MemberExpression>();
        Expression? at = read;
        for (; ConditionText.Bare(at!) is MemberExpression { Expression: not null } step; at = step.Expression)
            properties.Push(step);
        if (ConditionText.Bare(at!) != subject)
            return null;
        var (owner, words, fits) = (kind, new List<string>(), true);
        while (owner is not null && properties.TryPop(out var property))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Member.Name);
            var member = owner.Find(name);
            words.Add(member?.Ja ?? name);
            fits &= member is null || IsSame(member, property.Member);
            owner = member?.Type as ObjectType;
        }
        return words.Count == 0 ? null : (string.Join('.', words), properties.Count, fits);
    }

    /// <summary>Whether a member of the dictionary is what the property of the record holds, and not something computed under the same name.</summary>
    private static bool IsSame(Member member, MemberInfo property)
    {
        if (member.Kind == MemberKind.Required || Properties.In(member.Read).Contains(property))
            return true;
        var type = ((PropertyInfo)property).PropertyType;
        return member.Type is ListType list && type.IsGenericType && type.GetGenericArguments()[0] == list.Item.Clr;
    }

    private Argument? ArgumentOf(Expression code) => code switch
    {
        MemberExpression { Member.Name: nameof(RuleContext.AsOf) } asOf when asOf.Expression == context => new("基準日", typeof(DateOnly)),
        MethodCallExpression { Method.Name: nameof(RuleContext.Value) } call when call.Object == context && call.Arguments[0] is ConstantExpression { Value: string path } =>
            new(path, call.Type),
        MemberExpression member when Resolve(member) is { } way => new(way.Path, null),
        _ => null,
    };

    /// <summary>Finds what is read, and what must not be.</summary>
    private sealed class Collector(ConditionReads reads) : ExpressionVisitor
    {
        public List<Argument> Arguments { get; } = [];

        public List<LocalizedText> Problems { get; } = [];

        public override Expression? Visit(Expression? node)
        {
            if (node is null || reads.ArgumentOf(node) is not { } argument)
                return base.Visit(node);
            if (node is MemberExpression member && reads.Resolve(member) is { Fits: false })
                Problems.Add(new(
                    $"「{argument.Path}」は規則の言葉では記録そのものではなく、計算した値か別の対象です。c.Value で読むか、規則ファイルに書いてください。",
                    $"In rules '{member.Member.Name}' is not what the record holds but computed, or other subjects. Read it with c.Value, or write the rule as a file."));
            if (!Arguments.Contains(argument))
                Arguments.Add(argument);
            return node;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (node == reads.subject || node == reads.context)
                Problems.Add(new(
                    $"「{node.Name}」は、項目を選んで読む以外には使えません。何が分からないのかを言えなくなるためです。",
                    $"'{node.Name}' can only be read member by member: otherwise nobody can say what is missing."));
            return node;
        }

        // What is unknown of an element would be a plain null to C#, and an unknown would pass for "no".
        protected override Expression VisitMember(MemberExpression node)
        {
            var owner = node.Member.DeclaringType!;
            if (owner.IsSubclassOf(typeof(PlanObject)) && Shape(owner, node.Member) is { Presence: MemberPresence.Fact or MemberPresence.UnknownList })
                Problems.Add(new(
                    $"「{node.Member.Name}」は一覧の要素の、分からないことのある事実です。C# の条件では読めません。規則ファイルに書いてください。",
                    $"'{node.Member.Name}' is a fact of a list's element and may be unknown there. A condition in C# cannot read it; write the rule as a file."));
            return base.VisitMember(node);
        }

        private static PlanMember? Shape(Type owner, MemberInfo property) => PlanShape.Of(owner).Find(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
    }

    /// <summary>Puts the record and the values read in the place of the parameters.</summary>
    private sealed class Placer(ConditionReads reads, Collector found, Expression node, IReadOnlyList<Expression> values) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? code) =>
            code is not null && reads.ArgumentOf(code) is { Takes: not null } argument ? values[found.Arguments.IndexOf(argument)] : base.Visit(code);

        protected override Expression VisitParameter(ParameterExpression parameter) =>
            parameter == reads.subject ? Expression.Property(node, "Record") : parameter;
    }

    private sealed class Properties : ExpressionVisitor
    {
        private readonly HashSet<MemberInfo> found = [];

        public static HashSet<MemberInfo> In(Expression code)
        {
            var properties = new Properties();
            properties.Visit(code);
            return properties.found;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            found.Add(node.Member);
            return base.VisitMember(node);
        }
    }
}
