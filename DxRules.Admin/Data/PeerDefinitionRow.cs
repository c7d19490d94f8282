namespace DxRules.Admin.Data;

/// <summary>
/// How another municipality defines the figure that stands beside a series of ours. The figures themselves live in the plan; rules do not read this, people do.
/// </summary>
internal sealed class PeerDefinitionRow
{
    public int PlanId { get; set; }
    public PlanRow? Plan { get; set; }

    /// <summary>Our series.</summary>
    public required string SeriesId { get; set; }

    /// <summary>全国地方公共団体コード of the other.</summary>
    public required string Code { get; set; }

    /// <summary>The other's name of its KPI.</summary>
    public required string Title { get; set; }
    public string? Definition { get; set; }
    public string? Unit { get; set; }

    /// <summary>The day as of which the other published it.</summary>
    public DateOnly AsOf { get; set; }
    public int ImportId { get; set; }
    public ImportRow? Import { get; set; }
}
