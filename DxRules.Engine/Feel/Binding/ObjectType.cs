using System.Linq.Expressions;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>A kind of object a rule can read: a subject (区間, 系列) or a part of one (目標, 記録).</summary>
internal sealed record ObjectType(string Ja, string En, Type Clr, LocalizedText Meaning, bool IsSubject) : FeelType(Ja, En, Clr)
{
    private readonly Dictionary<string, Member> byName = new(StringComparer.Ordinal);
    private readonly List<Member> members = [];
    private readonly List<ChildList> children = [];

    /// <summary>In the order of the dictionary.</summary>
    public IReadOnlyList<Member> Members => members;

    /// <summary>The subjects that hang directly on one of this kind, by their kind.</summary>
    public IReadOnlyList<ChildList> Children => children;

    /// <summary>The part of the document the kind belongs to; null where it belongs to none that could be absent as a whole.</summary>
    public Section? Section { get; internal set; }

    /// <summary>Whether reports name only those of the kind that have alerts, because there are too many (表記).</summary>
    public bool ListsOnlyAlerted { get; internal set; }

    public IEnumerable<string> Names => byName.Keys;

    /// <summary>What this kind does not know where it cannot tell which of another kind hang on it: its own list of them, by the name rules read it by.</summary>
    public Fact FactOf(ChildList list)
    {
        var member = members.FirstOrDefault(member => member.Type is ListType { Item: ObjectType item } && item == list.Kind);
        return member is null ? new Fact(list.Kind.Ja, list.Kind.En) : new Fact(member.Ja, member.En);
    }

    public Member? Find(string name) => byName.GetValueOrDefault(name);

    internal void Add(Member member)
    {
        if (!byName.TryAdd(member.Ja, member) || (member.En != member.Ja && !byName.TryAdd(member.En, member)))
            throw new ArgumentException($"{En} has two members named {member.Ja} or {member.En}.");
        members.Add(member);
    }

    internal void AddChildren(ChildList list) => children.Add(list);

    public bool Equals(ObjectType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(En);
}

/// <summary>
/// A part of the document that may be absent as a whole (セキュリティ): then the rules that read anything of it say so once, on the root.
/// </summary>
/// <param name="IsAbsent">Whether a root lacks it.</param>
/// <param name="IsSecret">Whether what rules find there is shown to security officers only.</param>
internal sealed record Section(string Ja, string En, Func<object, bool> IsAbsent, bool IsSecret = false);

/// <summary>How a subject lists those of one kind that hang directly on it; null = unknown.</summary>
internal sealed record ChildList(ObjectType Kind, Func<object, object[]?> Of);

/// <summary>Something a rule can read of an object.</summary>
internal sealed class Member
{
    private Func<object, AnyValue>? code;

    public required string Ja { get; init; }

    public required string En { get; init; }

    public required LocalizedText Meaning { get; init; }

    public required MemberKind Kind { get; init; }

    /// <summary>(owner) => value, as CLR type T, T?, an array of T, or <see cref="Values.Maybe{T}"/> of one.</summary>
    public required LambdaExpression Read { get; init; }

    /// <summary>The same, ready to run.</summary>
    public Func<object, AnyValue> Code => code ??= MemberCode.Of(Read);

    public required ObjectType Owner { get; init; }

    /// <summary>Position among the owner's members: the order of the dictionary.</summary>
    public required int Order { get; init; }

    /// <summary>What a value is counted in: (owner) => text or null. Absent where values have no unit.</summary>
    public LambdaExpression? Unit { get; init; }

    /// <summary>How a measure is computed, in words.</summary>
    public LocalizedText? Formula { get; init; }

    /// <summary>A number that people read as per cent (0.6 is 60 %).</summary>
    public bool IsRatio { get; init; }

    /// <summary>Whether a rule must need or guard it before reading it.</summary>
    public bool CanBeMissing => Kind is not (MemberKind.Required or MemberKind.Default or MemberKind.List);

    /// <summary>Set once every kind of the schema is known.</summary>
    public FeelType Type { get; internal set; } = FeelType.Error;
}

/// <summary>What it means when a member is not there.</summary>
internal enum MemberKind
{
    /// <summary>Always there.</summary>
    Required,

    /// <summary>There by default.</summary>
    Default,

    /// <summary>Null means unknown.</summary>
    Fact,

    /// <summary>Null means that it has not happened, or that there is none.</summary>
    Event,

    /// <summary>Null means that nothing was written.</summary>
    OptionalText,

    /// <summary>A list that is unknown when it is null.</summary>
    FactList,

    /// <summary>A list that is empty when nothing was given.</summary>
    List,

    /// <summary>An object above that may be absent, because the subject may hang elsewhere; null = absent.</summary>
    Ancestor,

    /// <summary>Another object, or objects, reached from here; null means that there is none, a Maybe may lack facts.</summary>
    Link,

    /// <summary>Computed from facts: a value, the facts it lacks, or not applicable.</summary>
    Measure,
}
