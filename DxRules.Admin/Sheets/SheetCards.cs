using DxRules.Admin.Departments;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>Finds what a department fills in: initiatives that name it, and what is led by it of the policies that name it.</summary>
internal sealed class SheetCards(IReadOnlySet<string> departments, SheetYear year)
{
    /// <summary>The department with those it came from, as far as these are gone.</summary>
    public static IReadOnlySet<string> Line(PlanDocument plan, string department, DateOnly day)
    {
        var gone = (plan.Departments ?? []).Where(other => !other.IsThere(day)).Select(other => other.Id);
        return DepartmentLine.WithPredecessors(plan, department).Where(id => id == department || gone.Contains(id)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>In the order of the plan; security last, where the plan that is shown has it.</summary>
    public IReadOnlyList<SheetCard> Of(PlanDocument plan, string department) =>
    [
        .. (plan.Policies ?? []).SelectMany(OfPolicy),
        .. OfSecurity(plan.Security, department),
    ];

    private IEnumerable<SheetCard> OfPolicy(Policy policy)
    {
        var leads = Leads(policy);
        if (leads && (policy.Kpis ?? []).SelectMany(OfKpi).ToList() is { Count: > 0 } figures)
            yield return new SheetCard(policy.Id, policy.Number, policy.Title, policy, figures);
        foreach (var initiative in policy.Initiatives ?? [])
        {
            if (initiative.Departments.Count == 0 ? leads : initiative.Departments.Any(departments.Contains))
                yield return new SheetCard(initiative.Id, initiative.Number, initiative.Title, policy, [.. OfInitiative(initiative)]);
        }
    }

    // Where nobody leads, all are asked.
    private bool Leads(Policy policy)
    {
        var named = policy.Departments ?? [];
        var leads = named.Where(department => department.Role == DepartmentRole.Lead).ToList();
        return (leads.Count == 0 ? named : leads).Any(department => departments.Contains(department.Id));
    }

    private IEnumerable<SheetUnit> OfInitiative(Initiative initiative) =>
    [
        new ReportUnit(initiative, year),
        new BudgetUnit(initiative, year),
        .. (initiative.Lanes ?? []).SelectMany(lane => lane.Phases ?? []).Select(phase => new PhaseUnit(initiative, phase, year)),
        .. initiative.Milestones.Select(milestone => new MilestoneUnit(milestone, year)),
        .. initiative.Kpis.SelectMany(OfKpi),
    ];

    private IEnumerable<SheetUnit> OfKpi(Kpi kpi) => (kpi.Series ?? []).Select(series => new ActualUnit(kpi, series, year));

    private IEnumerable<SheetCard> OfSecurity(Security? security, string department)
    {
        if (security is null)
            yield break;
        var row = security.DepartmentChecks?.LastOrDefault(check => check.FiscalYear == year.FiscalYear && departments.Contains(check.Department));
        yield return new SheetCard(null, null, null, null,
        [
            new TrainingUnit(row?.Department ?? department, row, year),
            .. (security.Controls ?? []).Where(control => control.Owner is { } owner && departments.Contains(owner)).Select(control => new ControlUnit(control, year)),
        ]);
    }
}
