using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>An import under way: what it is against, and what was found so far.</summary>
internal sealed class ImportWork(PlanDocument plan, DateOnly today)
{
    public PlanDocument Plan { get; } = plan;

    public PlanIndex Index { get; } = new(plan);

    public DateOnly Today { get; } = today;

    public List<ImportedRow> Rows { get; } = [];

    public CellProblems Problems { get; } = new("");
}
