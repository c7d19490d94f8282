using System.Linq.Expressions;
using System.Reflection;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Rules;
using SchemaMember = DxRules.Engine.Feel.Binding.Member;

namespace DxRules.Tests.Engine.Evaluation.Reference;

/// <summary>A fact of some object that can be forgotten for a while.</summary>
internal sealed class NeededFact(object owner, PropertyInfo property, string name)
{
    private readonly object? value = property.GetValue(owner);

    public string Name => name;

    public void Forget() => property.SetValue(owner, null);

    public void Restore() => property.SetValue(owner, value);
}

/// <summary>The facts that a rule's needs cover, as far as a subject has them.</summary>
internal static class NeededFacts
{
    public static IReadOnlyList<NeededFact> Of(Rule rule, object subject, IReadOnlySet<SchemaMember> guarded)
    {
        var found = new Dictionary<(object, PropertyInfo), NeededFact>();
        foreach (var need in rule.File.Needs)
        {
            var (objects, kind) = (new List<object> { subject }, (ObjectType?)rule.Subject);
            foreach (var name in need.Text.Split('.'))
            {
                var member = kind!.Find(name)!;

                // Links choose among actuals: without the list they find none, as if there were none.
                if (member.Kind is MemberKind.Fact or MemberKind.FactList && !guarded.Contains(member) && member.En != "actuals")
                {
                    foreach (var owner in objects.Where(o => PropertyOf(member).GetValue(o) is not null))
                        found.TryAdd((owner, PropertyOf(member)), new NeededFact(owner, PropertyOf(member), need.Text));
                }
                objects = [.. objects.SelectMany(o => ValuesOf(member, o))];
                kind = (member.Type is ListType list ? list.Item : member.Type) as ObjectType;
            }
        }
        return [.. found.Values];
    }

    private static PropertyInfo PropertyOf(SchemaMember member) => (PropertyInfo)((MemberExpression)member.Read.Body).Member;

    private static IEnumerable<object> ValuesOf(SchemaMember member, object owner)
    {
        var value = member.Read.Compile().DynamicInvoke(owner);
        if (value?.GetType() is { IsGenericType: true } type && type.Name.StartsWith("Maybe", StringComparison.Ordinal))
            value = type.GetProperty("Value")!.GetValue(value);
        return value is Array items ? items.Cast<object>() : value is null ? [] : [value];
    }
}
