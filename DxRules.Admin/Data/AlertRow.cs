namespace DxRules.Admin.Data;

/// <summary>
/// An alert over all the years in which it is seen: what runs observe of it lies in observations, what people answer will hang here.
/// </summary>
internal sealed class AlertRow
{
    public int Id { get; set; }
    public int PlanId { get; set; }
    public PlanRow? Plan { get; set; }

    /// <summary>Unique within the plan.</summary>
    public required string Key { get; set; }

    /// <summary>Whether only security officers and administrators may see it.</summary>
    public bool Secret { get; set; }
    public int FirstRunId { get; set; }
    public RunRow? FirstRun { get; set; }
    public int LastRunId { get; set; }
    public RunRow? LastRun { get; set; }
}
