namespace DxRules.Admin.Data;

/// <summary>A review of a plan for a 対象年度. A plan has one open cycle at most.</summary>
internal sealed class CycleRow
{
    public int Id { get; set; }
    public int PlanId { get; set; }
    public PlanRow? Plan { get; set; }

    /// <summary>The fiscal year under review; its work falls into the year after.</summary>
    public int FiscalYear { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public List<RunRow> Runs { get; } = [];
}
