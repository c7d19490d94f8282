using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>Where a wording stands: the subject it belongs to, its id, and the way to it from the subject.</summary>
internal sealed class WordingPlace
{
    private readonly WordingPlace? above;
    private readonly PlanMember? member;
    private readonly string? key;

    public WordingPlace(Node owner, string id)
        : this(owner, id, null, null, null)
    {
    }

    private WordingPlace(Node owner, string id, WordingPlace? above, PlanMember? member, string? key) =>
        (Owner, Id, this.above, this.member, this.key) = (owner, id, above, member, key);

    public Node Owner { get; }

    public string Id { get; }

    /// <summary>The way from the subject on, in Japanese: 目標.年度. Written only where somebody reads it.</summary>
    public string Member
    {
        get
        {
            var way = above?.Member ?? "";
            if (member is null)
                return way + key;
            var name = PlanWording.NameOf(member.Owner, member.Name);
            return way.Length == 0 ? name : $"{way}.{name}";
        }
    }

    public WordingPlace Then(PlanMember to) => new(Owner, $"{Id}/{to.Name}", this, to, null);

    /// <summary>An element of the list here.</summary>
    public WordingPlace Element(string by) => new(Owner, $"{Id}/{by}", this, null, by);

    /// <summary>The same place under an id of its own.</summary>
    public WordingPlace Called(string id) => new(Owner, id, above, member, key);
}
