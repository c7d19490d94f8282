using System.Globalization;
using DxRules.Admin.Cycles;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>The forms that are handed out to departments.</summary>
internal static class PlanTemplates
{
    /// <summary>A form for each department that answers for something, in the order of the plan's list; one by one, as they are asked for.</summary>
    /// <param name="plan">As the person may see it.</param>
    public static IEnumerable<(string Name, byte[] Content)> OfDepartments(PlanDocument plan, int? version, DateOnly madeOn)
    {
        foreach (var department in DepartmentsIn(plan))
            yield return ($"{FileName(department.Name)}（{department.Id}）.xlsx", PlanWorkbook.WriteTemplate(DepartmentSlice.Of(plan, department.Id), version, madeOn));
    }

    /// <summary>The departments that answer for something; for what others left, those that took over from them.</summary>
    public static IReadOnlyList<Department> DepartmentsIn(PlanDocument plan)
    {
        var index = new SubjectIndex(plan);
        var answering = IdsIn(plan).SelectMany(id => index.Of(id)?.Departments ?? []).ToHashSet(StringComparer.Ordinal);
        var departments = plan.Departments ?? [];
        for (var grew = true; grew;)
            grew = departments.Any(department => department.SucceededBy is { } next && answering.Contains(department.Id) && answering.Add(next));
        return [.. departments.Where(department => department.SucceededBy is null && answering.Contains(department.Id))];
    }

    // What is in a form because others need it, or is not in any, makes nobody answer for something.
    private static IEnumerable<string> IdsIn(PlanObject record)
    {
        foreach (var member in PlanShape.Of(record.GetType()).Members)
        {
            if (member.IsId && record is not Cycle && member.Get(record) is string id)
                yield return id;
            var below = member.Get(record) switch { PlanObject one => [one], IEnumerable<PlanObject> many => many, _ => [] };
            foreach (var inside in below.Where(row => row is not (Department or Submission)).SelectMany(IdsIn))
                yield return inside;
        }
    }

    // A name of a department may hold what no file can, on any system, or what makes a file's name read as another.
    private static string FileName(string name) => string.Concat(name.Select(sign => char.IsControl(sign) || char.GetUnicodeCategory(sign) == UnicodeCategory.Format || "<>:\"/\\|?*".Contains(sign) ? '_' : sign));
}
