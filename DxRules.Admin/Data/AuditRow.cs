namespace DxRules.Admin.Data;

/// <summary>Who did what, when, from which value to which. Rows are only ever added; each holds the hash of the one before.</summary>
internal sealed class AuditRow
{
    /// <summary>Counted from 1 without a gap.</summary>
    public int Id { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Null where no signed-in person did it; <see cref="Origin"/> says what did.</summary>
    public int? UserId { get; set; }
    public AuditOrigin Origin { get; set; }

    /// <summary>The department for which somebody else entered (代理入力); null otherwise.</summary>
    public string? OnBehalfOf { get; set; }

    /// <summary>What was done; its sentence is the text <c>audit.{Action}</c>.</summary>
    public required string Action { get; set; }
    public int? PlanId { get; set; }
    public int? CycleId { get; set; }

    /// <summary>The subject of the plan, the alert or the person that it was done to.</summary>
    public string? SubjectId { get; set; }

    /// <summary>What fills the places of the sentence, in order.</summary>
    public required IReadOnlyList<string> Details { get; set; }
    public required IReadOnlyList<AuditChange> Changes { get; set; }

    /// <summary>Whether only security officers and administrators may see it.</summary>
    public bool Secret { get; set; }
    public required string PreviousHash { get; set; }
    public required string Hash { get; set; }
}

/// <summary>A value that was another before. Null is: there was none, there is none.</summary>
internal sealed record AuditChange(string Name, string? Old, string? New);

internal enum AuditOrigin
{
    /// <summary>A page, used by a signed-in person.</summary>
    Site,
    CommandLine,

    /// <summary>The site by itself: at its start, or as a person not signed in met it (a wrong password).</summary>
    System,
}
