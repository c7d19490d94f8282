using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>The departments of a plan as its newest version names and orders them, by municipality/id.</summary>
internal sealed class DepartmentNames
{
    private readonly Dictionary<string, (int Position, string Name)> known = new(StringComparer.Ordinal);

    public DepartmentNames(PlanDocument plan)
    {
        foreach (var department in plan.Departments ?? [])
            known.TryAdd($"{plan.Municipality.Code}/{department.Id}", (known.Count, department.Name));
    }

    /// <summary>The name of a department; its id where the plan knows it no more.</summary>
    public string this[string department] => known.TryGetValue(department, out var found) ? found.Name : IdOf(department);

    /// <summary>The id without the municipality.</summary>
    public static string IdOf(string department) => department[(department.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public IEnumerable<string> InOrder(IEnumerable<string> departments) => departments.OrderBy(Position).ThenBy(id => id, StringComparer.Ordinal);

    /// <summary>The name of the first department that answers for a row; null where none does.</summary>
    public string? FirstOf(ListedRow row) => InOrder(row.Departments).Select(id => this[id]).FirstOrDefault();

    /// <summary>Where the first department of a row stands; what has none comes last.</summary>
    public (int, string) PositionOf(ListedRow row) => InOrder(row.Departments).FirstOrDefault() is { } first ? (Position(first), first) : (int.MaxValue, "");

    private int Position(string department) => known.TryGetValue(department, out var found) ? found.Position : int.MaxValue - 1;
}
