namespace DxRules.Admin.Data;

/// <summary>Work that takes longer than a page may: how far it is, and afterwards how it ended.</summary>
internal sealed class JobRow
{
    public int Id { get; set; }

    /// <summary>What is done; its name is the text <c>job.{Kind}</c>.</summary>
    public required string Kind { get; set; }
    public int? PlanId { get; set; }
    public PlanRow? Plan { get; set; }
    public int? CycleId { get; set; }
    public int? RequestedById { get; set; }
    public UserRow? RequestedBy { get; set; }
    public JobState State { get; set; }
    public DateTimeOffset RequestedAt { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public DateTimeOffset? CancelRequestedAt { get; set; }

    /// <summary>Steps done of <see cref="Total"/>.</summary>
    public int Done { get; set; }

    /// <summary>Null where nobody knows how much there is to do.</summary>
    public int? Total { get; set; }

    /// <summary>What is done now, or how it ended.</summary>
    public Bilingual? Message { get; set; }

    /// <summary>The page that shows what came of it.</summary>
    public string? Result { get; set; }
}

internal enum JobState
{
    Waiting,
    Running,
    Succeeded,
    Failed,
    Cancelled,

    /// <summary>The site was stopped while it ran; it left nothing half done and can be asked for again.</summary>
    Interrupted,
}
