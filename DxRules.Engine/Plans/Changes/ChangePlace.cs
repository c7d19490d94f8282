using DxRules.Engine.Plans.Reading;

namespace DxRules.Engine.Plans.Changes;

/// <summary>
/// Where a change stands: a subject and the way from it to a member. A way is the names of members and the keys of elements (<see cref="ElementKeys"/>)
/// with <c>/</c> between them. The plan's own members stand beside those of the whole document under the plan's id, as no two of them share a name;
/// only what the document itself keeps aside is told apart by <see cref="Document"/>.
/// </summary>
internal readonly record struct ChangePlace(string Subject, string Path)
{
    /// <summary>Before <c>raw</c> and <c>inferred</c> of the whole document, as the plan has some of its own.</summary>
    public const string Document = "document";

    public static ChangePlace Of(PlanDocument document) => new(document.Plan.Id, "");

    /// <summary>The place of what an object holds: its own where it has an id.</summary>
    public ChangePlace Enter(PlanObject record) =>
        PlanShape.Of(record.GetType()).Id?.Get(record) is string id ? new ChangePlace(id, "") : this;

    /// <summary>The place of a member of an object that stands here.</summary>
    public ChangePlace Member(PlanObject record, PlanMember member) =>
        record is Security && BelongsToSecurityPolicy(member) ? new ChangePlace(SecurityPolicy.SubjectId, member.Name) : Then(member.Name);

    /// <summary>The place of <c>raw</c> or <c>inferred</c> of an object that stands here.</summary>
    public ChangePlace Aside(PlanObject record, string name) => (record is PlanDocument ? Then(Document) : this).Then(name);

    /// <summary>The place of an element, or of one entry of <c>raw</c>.</summary>
    public ChangePlace Then(string name) => this with { Path = Path.Length == 0 ? name : $"{Path}/{name}" };

    /// <summary>Whether a member of <c>security</c> is one of those that rules know as the security policy's.</summary>
    public static bool BelongsToSecurityPolicy(PlanMember member) => !member.IsList;

    public static bool IsAside(string name) => name is PlanBinder.Raw or PlanBinder.Inferred;
}
