namespace DxRules.Admin.Data;

/// <summary>A filter of a list that a person keeps under a name.</summary>
internal sealed class SavedViewRow
{
    public int Id { get; set; }
    public int UserId { get; set; }
    public UserRow? User { get; set; }
    public required string Name { get; set; }

    /// <summary>The query of the list's address, without the question mark.</summary>
    public required string Query { get; set; }
}

/// <summary>Something of the inbox that a person has seen, in the state in which they saw it; it comes back only when that changes.</summary>
internal sealed class SeenRow
{
    public int UserId { get; set; }
    public UserRow? User { get; set; }

    /// <summary>What and in which state: made of ids alone.</summary>
    public required string Item { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>An item of a plan that has another id since a revision, so that its history goes on.</summary>
internal sealed class RenumberingRow
{
    public int PlanId { get; set; }
    public PlanRow? Plan { get; set; }
    public required string OldId { get; set; }
    public required string NewId { get; set; }
    public DateTimeOffset At { get; set; }
    public int? ById { get; set; }
    public required string Reason { get; set; }
}
