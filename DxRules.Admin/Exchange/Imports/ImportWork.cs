using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>An import under way: what it is against, and what was found so far.</summary>
internal sealed class ImportWork
{
    public ImportWork(PlanDocument plan, DateOnly today)
    {
        (Plan, Today, Index, Departments, Edits) = (plan, today, new PlanIndex(plan), new DepartmentNames(plan.Departments ?? []), new ImportEdits(Problems));
        Ids = new NewIds(Index);
    }

    public PlanDocument Plan { get; }

    public DateOnly Today { get; }

    public PlanIndex Index { get; }

    public DepartmentNames Departments { get; }

    public ImportEdits Edits { get; }

    public NewIds Ids { get; }

    public SheetYears Years { get; } = new();

    public ImportProblems Problems { get; } = new();

    public List<ImportedRow> Rows { get; } = [];
}
