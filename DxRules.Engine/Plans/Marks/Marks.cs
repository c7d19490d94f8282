namespace DxRules.Engine.Plans.Marks;

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

/// <summary>Marks the municipality's own code, whose last digit checks the others.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MunicipalityCodeAttribute : Attribute;

/// <summary>Marks a date that begins something: known to the month, it counts from the first. All other dates count to the last day.</summary>
/// <param name="end">The member of the same object that ends it, if there is one.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StartAttribute(string? end = null) : Attribute
{
    public string? End { get; } = end;
}

/// <summary>Marks an event that is set in advance, such as a deadline: it stands in the plan before its day comes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlannedAttribute : Attribute;

/// <summary>Marks a text that came about on the day another member of the same object names.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DatedByAttribute(string member) : Attribute
{
    public string Member { get; } = member;
}

/// <summary>
/// Marks the member that tells since when its object exists, a date or a fiscal year (then since the year's first day):
/// a check at an earlier date does not see the object.
/// </summary>
/// <param name="order">Where several members are marked, the first that is known decides.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExistsSinceAttribute(int order = 0) : Attribute
{
    public int Order { get; } = order;

    /// <summary>Whether a fiscal year counts from its last day, because only then its figure is complete.</summary>
    public bool FromYearEnd { get; init; }
}

/// <summary>Marks a fiscal year: the year N runs from 1 April N to 31 March N+1.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FiscalYearNumberAttribute : Attribute;

/// <summary>Marks a share between 0 and 1.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShareAttribute : Attribute;
