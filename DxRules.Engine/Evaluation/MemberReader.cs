using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Evaluation;

/// <summary>Reads members of objects one by one, for what is done once for a person and not for every subject.</summary>
internal static class MemberReader
{
    /// <summary>The value of a member; null where there is none, or it is unknown.</summary>
    public static object? Read(Member member, object owner) => member.Code(owner).Boxed is not FactSet and var value ? value : null;

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
}
