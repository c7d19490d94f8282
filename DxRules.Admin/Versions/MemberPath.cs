using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Plans.Reading;

namespace DxRules.Admin.Versions;

/// <summary>The way from a subject to a member that a change names, member by member.</summary>
/// <param name="Aside"><c>raw</c> where the change is about the document's wording of the member, <c>inferred</c> where it is about what was read into it; else null.</param>
internal sealed record MemberPath(IReadOnlyList<MemberStep> Steps, string? Aside)
{
    /// <summary>The member at its end; null only for what was read into the subject itself.</summary>
    public MemberStep? Last => Steps.Count == 0 ? null : Steps[^1];

    /// <summary>Null where records of that type have no such member.</summary>
    /// <param name="subject">The type of the subject's record.</param>
    public static MemberPath? Of(Type subject, string member)
    {
        var way = member.Split('/');
        var (type, at) = Begin(subject, way);
        var steps = new List<MemberStep>();
        for (var i = at; i < way.Length; i++)
        {
            if (way[i] == PlanBinder.Inferred)
                return new MemberPath(steps, PlanBinder.Inferred);
            var isRaw = way[i] == PlanBinder.Raw && i + 1 < way.Length;
            if (PlanShape.Of(type).Find(way[isRaw ? ++i : i]) is not { } found)
                return null;
            var key = !isRaw && found is { IsList: true, ValueKind: PlanValueKind.Object } && i + 1 < way.Length ? way[++i] : null;
            steps.Add(new MemberStep(type, found, key));
            if (isRaw)
                return new MemberPath(steps, PlanBinder.Raw);
            type = found.ValueType;
            if (found.ValueKind != PlanValueKind.Object && i + 1 < way.Length)
                return null;
        }
        return new MemberPath(steps, null);
    }

    // The members of the whole document stand beside those of the plan.
    private static (Type, int) Begin(Type subject, string[] way) =>
        subject != typeof(PlanHeader) ? (subject, 0)
        : way[0] == ChangePlace.Document ? (typeof(PlanDocument), 1)
        : (PlanShape.Of(subject).Find(way[0]) is null && !ChangePlace.IsAside(way[0]) ? typeof(PlanDocument) : subject, 0);
}

/// <param name="Holder">The type of the record that has the member.</param>
/// <param name="Key">What the element of its list is known by; null where the member is meant as a whole.</param>
internal sealed record MemberStep(Type Holder, PlanMember Member, string? Key);
