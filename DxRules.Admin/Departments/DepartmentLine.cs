using DxRules.Engine.Plans;

namespace DxRules.Admin.Departments;

/// <summary>Which departments a department comes from.</summary>
internal static class DepartmentLine
{
    /// <summary>A department with all that it succeeded, over any number of reorganisations.</summary>
    public static IReadOnlySet<string> WithPredecessors(PlanDocument plan, string department)
    {
        var before = (plan.Departments ?? []).Where(other => other.SucceededBy is not null).ToLookup(other => other.SucceededBy!, other => other.Id, StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal) { department };
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var id))
        {
            foreach (var predecessor in before[id].Where(found.Add))
                open.Enqueue(predecessor);
        }
        return found;
    }

    /// <summary>Whether a department is there on a day, as far as the plan says.</summary>
    public static bool IsThere(this Department department, DateOnly day) => !(department.From?.Day > day) && !(department.To?.Day < day);
}
