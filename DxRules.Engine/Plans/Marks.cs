namespace DxRules.Engine.Plans;

/// <summary>Marks a member whose absence means that nobody knows.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FactAttribute : Attribute;

/// <summary>Marks a member whose absence means: it has not happened, or there is none, as far as this version of the plan says.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EventAttribute : Attribute;

/// <summary>Marks the id of an object: ASCII, and given once in a document.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdAttribute : Attribute;

/// <summary>Marks a text that names something else instead of saying something, such as the id of a department.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReferenceAttribute(ReferenceTo to) : Attribute
{
    public ReferenceTo To { get; } = to;
}

/// <summary>What a <see cref="ReferenceAttribute"/> names.</summary>
public enum ReferenceTo
{
    Department,
    Category,

    /// <summary>The id of a body, or else the name of a post that is not in the document.</summary>
    BodyOrPost,

    /// <summary>Any subject of the plan.</summary>
    Subject,

    /// <summary>Something that no plan file holds: another plan, a municipality's code, an entry of a catalogue.</summary>
    Elsewhere,
}

/// <summary>Marks a date that begins something: known to the month, it counts from the first. All other dates count to the last day.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StartAttribute : Attribute;

/// <summary>Marks a fiscal year: the year N runs from 1 April N to 31 March N+1.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FiscalYearNumberAttribute : Attribute;

/// <summary>Marks a share between 0 and 1.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShareAttribute : Attribute;
