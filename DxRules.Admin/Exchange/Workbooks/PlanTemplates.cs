using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>The forms that are handed out: of a whole plan, or one for each department.</summary>
internal static class PlanTemplates
{
    /// <summary>A form for each department that answers for something, in the order of the plan's list; one by one, as they are asked for.</summary>
    /// <param name="plan">As the person may see it.</param>
    public static IEnumerable<(string Name, byte[] Content)> OfDepartments(PlanDocument plan, int? version, DateOnly madeOn)
    {
        foreach (var department in DepartmentsIn(plan))
            yield return ($"{NameOf(department.Name)}（{department.Id}）.xlsx", PlanWorkbook.WriteTemplate(DepartmentSlice.Of(plan, department.Id), version, madeOn));
    }

    /// <summary>The departments that answer for something, but those that another took over from.</summary>
    public static IEnumerable<Department> DepartmentsIn(PlanDocument plan) =>
        (plan.Departments ?? []).Where(department => department.SucceededBy is null && HasRows(DepartmentSlice.Of(plan, department.Id).Document));

    private static bool HasRows(PlanDocument slice) =>
        slice.Policies is { Count: > 0 } || slice.Plan.Kpis.Count > 0 || slice.Security is not null and not { Systems: null, Contracts: null, Controls: null, DepartmentChecks: null }
        || (slice.Governance?.Cycles ?? []).Any(cycle => cycle.Actions is { Count: > 0 });

    // A name of a department may hold what no file can.
    private static string NameOf(string name) => string.Concat(name.Select(sign => Path.GetInvalidFileNameChars().Contains(sign) || "<>:\"/\\|?*".Contains(sign) ? '_' : sign));
}
