using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>Departments, and references to them.</summary>
internal sealed partial class SubjectBuilder
{
    private readonly Dictionary<string, DepartmentNode> departments = new(StringComparer.Ordinal);

    private void AddDepartments()
    {
        plan.Departments = Each(document.Departments, AddDepartment);
        plan.DepartmentChecks = Each(document.Security?.DepartmentChecks, c => new DepartmentCheckPart(c, Department(c.Department)));
        var checksOf = plan.DepartmentChecks?.ToLookup(c => c.Department);
        foreach (var department in departments.Values.ToArray())
        {
            department.Checks = checksOf?[department].ToArray();
            department.SucceededBy = department.Record.SucceededBy is { } successor ? Department(successor) : null;
        }
    }

    private DepartmentNode AddDepartment(Department record)
    {
        var node = Add(new DepartmentNode(record, plan, isListed: true));
        departments.TryAdd(record.Id, node);
        return node;
    }

    /// <summary>The department of that id; one that is not listed stands for itself, so that rules can name it.</summary>
    private DepartmentNode Department(string id)
    {
        if (departments.TryGetValue(id, out var known))
            return known;
        var unlisted = new DepartmentNode(new Department { Id = id, Name = id }, plan, isListed: document.Departments is null ? null : false)
        {
            Actions = Array.Empty<ActionNode>(),
            Checks = document.Security?.DepartmentChecks is null ? null : [],
        };
        departments.Add(id, unlisted);
        return unlisted;
    }

    private DepartmentNode? DepartmentIfAny(string? id) => id is null ? null : Department(id);
}
