using DxRules.Engine.Plans;

namespace DxRules.Admin.Departments;

/// <summary>Makes the plan as it is after a department was handed over.</summary>
internal sealed class DepartmentHandOver
{
    private readonly HandOver change;
    private readonly IReadOnlySet<string> old;

    private DepartmentHandOver(PlanDocument plan, HandOver change)
    {
        this.change = change;
        old = DepartmentLine.WithPredecessors(plan, change.Department);
    }

    /// <summary>The plan with the departments as they are then, and every item that moves in the hands of its new department.</summary>
    public static PlanDocument Apply(PlanDocument plan, HandOver change)
    {
        var departments = plan.Departments is { } known ? Departments(known, change) : null;
        return (PlanDocument)new DepartmentHandOver(plan, change).Rewritten(plan with { Departments = departments }, "", "");
    }

    private static List<Department> Departments(IReadOnlyList<Department> known, HandOver change)
    {
        var departments = known.Select(department => department.Id == change.Department ? Changed(department, change) : department).ToList();
        if (change is { Kind: HandOverKind.Succeeded, Successor: { } successor })
            departments.Add(new Department { Id = successor, Name = change.Name, From = change.On });
        return departments;
    }

    // A department that had ended before stays ended when it did.
    private static Department Changed(Department department, HandOver change)
    {
        if (change.Kind == HandOverKind.Renamed)
            return department with { Name = change.Name };
        var last = change.On.AddDays(-1);
        return department with { To = department.To?.Day < last ? department.To : last, SucceededBy = change.Successor };
    }

    private PlanObject Rewritten(PlanObject record, string owner, string held)
    {
        var shape = PlanShape.Of(record.GetType());
        if (shape.Id?.Get(record) is string id)
            (owner, held) = (id, "");
        PlanObject? changed = null;
        foreach (var member in shape.Members)
        {
            var path = held.Length == 0 ? member.Name : held;
            var value = member.Get(record);
            var rewritten = DepartmentItems.IsAnswer(record, member) ? Answer(value, $"{owner}/{path}") : Below(value, member, owner, path);
            if (!ReferenceEquals(rewritten, value))
                member.Set(changed ??= record with { }, rewritten);
        }
        return changed ?? record;
    }

    private object? Answer(object? value, string key)
    {
        if (!change.Moves.TryGetValue(key, out var department))
            return value;
        return value switch
        {
            string one => old.Contains(one) ? department : one,
            IReadOnlyList<string> many when many.Any(old.Contains) => many.Select(one => old.Contains(one) ? department : one).Distinct().ToArray(),
            _ => value,
        };
    }

    private object? Below(object? value, PlanMember member, string owner, string path)
    {
        if (value is PlanObject one)
            return Rewritten(one, owner, path);
        if (value is not IReadOnlyList<PlanObject> rows)
            return value;
        var rewritten = rows.Select(row => Rewritten(row, owner, path)).ToList();
        if (rewritten.Zip(rows).All(pair => ReferenceEquals(pair.First, pair.Second)))
            return value;
        if (member.ValueType == typeof(ResponsibleDepartment))
            rewritten = [.. Joined(rewritten.Cast<ResponsibleDepartment>())];
        var array = Array.CreateInstance(member.ValueType, rewritten.Count);
        ((System.Collections.ICollection)rewritten).CopyTo(array, 0);
        return array;
    }

    // Two of a policy's departments that become one answer for it once, and lead where one of them led.
    private static IEnumerable<ResponsibleDepartment> Joined(IEnumerable<ResponsibleDepartment> departments) =>
        departments.GroupBy(department => department.Id, StringComparer.Ordinal)
            .Select(same => same.FirstOrDefault(department => department.Role == DepartmentRole.Lead) ?? same.First());
}
