using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Data;

/// <summary>
/// What one run saw of one rule on one subject: an alert, an undetermined result or a fault; or that an alert of the cycle before is no longer there.
/// Never changed afterwards.
/// </summary>
internal sealed class ObservationRow
{
    public int Id { get; set; }
    public int RunId { get; set; }
    public RunRow? Run { get; set; }

    /// <summary>Its place in the report.</summary>
    public int Position { get; set; }
    public Outcome Outcome { get; set; }

    /// <summary>The same for the same rule and subject in every run.</summary>
    public required string Key { get; set; }
    public required string RuleHash { get; set; }

    /// <summary>The rule as it was in this run: its id, title and text.</summary>
    public RuleTextRow? Rule { get; set; }
    public required string Category { get; set; }

    /// <summary>Whether only security officers and administrators may see it.</summary>
    public bool Secret { get; set; }

    /// <summary>Of an alert; null of other outcomes.</summary>
    public Severity? Severity { get; set; }

    /// <summary>How it stands against the cycle before; null of what has no life of its own (a fault, what could not be judged before either).</summary>
    public AlertState? State { get; set; }

    /// <summary>In how many cycles in a row it has been seen, this one counted; 0 where it is not an alert now.</summary>
    public int Nth { get; set; }

    /// <summary>Of the alert in the cycle before; null where it was none.</summary>
    public Severity? PreviousSeverity { get; set; }
    public required string SubjectType { get; set; }
    public required string SubjectId { get; set; }
    public required string SubjectTitle { get; set; }

    /// <summary>Titles above the subject, outermost first.</summary>
    public required IReadOnlyList<string> SubjectPath { get; set; }

    /// <summary>The policy (施策) under which the subject stands; null where it stands under none.</summary>
    public string? PolicyId { get; set; }
    public string? PolicyTitle { get; set; }

    /// <summary>The policy's place in the plan document.</summary>
    public int? PolicyPosition { get; set; }

    /// <summary>The departments that answer for the subject.</summary>
    public List<ObservationDepartmentRow> Departments { get; } = [];

    /// <summary>The sentence of an alert, the reason of an undetermined result, the message of a fault.</summary>
    public required string MessageJa { get; set; }
    public required string MessageEn { get; set; }

    /// <summary>Key of the alert that causes this one.</summary>
    public string? FoldedUnder { get; set; }

    /// <summary>Facts that an undetermined result misses.</summary>
    public required IReadOnlyList<Bilingual> Missing { get; set; }
    public required ObservationDetail Detail { get; set; }
}

/// <summary>A department that answers for the subject of an observation, as it was then.</summary>
internal sealed class ObservationDepartmentRow
{
    public int ObservationId { get; set; }

    /// <summary>Municipality and id: 062014/kikaku.</summary>
    public required string Department { get; set; }
}

internal enum Outcome
{
    Alert,
    Undetermined,
    Fault,

    /// <summary>An alert of the cycle before that is none now; <see cref="ObservationRow.State"/> says why.</summary>
    Gone,
}

/// <summary>What only the page of one alert shows.</summary>
internal sealed record ObservationDetail(
    IReadOnlyList<ObservedEvidence> Evidence,
    IReadOnlyList<Bilingual> Unknown,
    Bilingual? Clears,
    IReadOnlyList<string> Source)
{
    public static readonly ObservationDetail Empty = new([], [], null, []);
}

/// <summary>A value that led to an alert, as people read it.</summary>
internal sealed record ObservedEvidence(Bilingual Name, Bilingual Text, string? Unit, Bilingual? Formula);

/// <summary>A text as a row keeps it, in both languages.</summary>
internal sealed record Bilingual(string Ja, string En);
