namespace DxRules.Admin.Data;

/// <summary>What is to be told, or was told, to the public of a cycle, from the request for its approval on. What was approved is never changed; a later one takes its place.</summary>
internal sealed class PublicationRow
{
    public int Id { get; set; }
    public int CycleId { get; set; }
    public CycleRow? Cycle { get; set; }

    /// <summary>Code of the municipality. It stands here because the public, who see no plan, see what was approved.</summary>
    public required string Municipality { get; set; }

    /// <summary>Id of the plan within the municipality, as its document has it; here for the same reason, as the fiscal year under review.</summary>
    public required string Plan { get; set; }
    public int FiscalYear { get; set; }

    /// <summary>Counted from 1 within the cycle, by requests.</summary>
    public int Number { get; set; }
    public PublicationState State { get; set; }

    /// <summary>SHA-256 of the content.</summary>
    public required string Hash { get; set; }

    /// <summary>What is told (dxpublication/1), <see cref="Compressed"/>.</summary>
    public required byte[] Content { get; set; }

    /// <summary>What the one who asks says to the one who approves; the reason where it takes the place of an earlier one.</summary>
    public string? Note { get; set; }
    public int? RequestedById { get; set; }
    public UserRow? RequestedBy { get; set; }
    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>Who is asked to approve it; somebody else than who asks.</summary>
    public int? ApproverId { get; set; }
    public UserRow? Approver { get; set; }

    /// <summary>When it was approved, returned or withdrawn.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was returned or withdrawn.</summary>
    public string? Decision { get; set; }

    /// <summary>Counts up with each step, so that two people at once do not overwrite each other.</summary>
    public int Revision { get; set; }
}

internal enum PublicationState
{
    Requested,
    Returned,

    /// <summary>The newest approved one of a cycle is what the public sees.</summary>
    Approved,

    /// <summary>Taken back: before approval by who asked, afterwards by who approves.</summary>
    Withdrawn,
}
