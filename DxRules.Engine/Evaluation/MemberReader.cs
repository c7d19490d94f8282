using System.Collections.Concurrent;
using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Evaluation;

/// <summary>Reads members of objects one by one, for what is done once for a person and not for every subject.</summary>
internal static class MemberReader
{
    private static readonly ConcurrentDictionary<Member, Func<object, object?>> Readers = new();

    /// <summary>The value of a member; null where there is none, or it is unknown.</summary>
    public static object? Read(Member member, object owner) => ReaderOf(member)(owner);

    /// <summary>Whether a way from an object ends in nothing, for the object or for any member of a list on the way.</summary>
    public static bool EndsInNothing(IReadOnlyList<Member> way, object owner)
    {
        if (way.Count == 0)
            return false;
        return Read(way[0], owner) switch
        {
            null => true,
            Array members => members.Cast<object>().Any(member => EndsInNothing([.. way.Skip(1)], member)),
            var value => EndsInNothing([.. way.Skip(1)], value),
        };
    }

    private static Func<object, object?> ReaderOf(Member member) => Readers.GetOrAdd(member, static m =>
    {
        var owner = Expression.Parameter(typeof(object));
        var read = Expression.Invoke(m.Read, Expression.Convert(owner, m.Read.Parameters[0].Type));
        var type = m.Read.ReturnType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Maybe<>))
            return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), owner).Compile();
        var maybe = Expression.Variable(type);
        var value = Expression.Condition(
            Expression.Property(maybe, "IsKnown"),
            Expression.Convert(Expression.Property(maybe, "Value"), typeof(object)),
            Expression.Constant(null));
        return Expression.Lambda<Func<object, object?>>(Expression.Block([maybe], Expression.Assign(maybe, read), value), owner).Compile();
    });
}
