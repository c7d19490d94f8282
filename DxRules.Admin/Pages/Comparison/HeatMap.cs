using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Comparison;

/// <summary>
/// Observations of a run by department and category. What several departments answer for stands in the row of each, and once in the sums below: those
/// are the counts of the list.
/// </summary>
/// <param name="Categories">Each with how many there are, each counted once.</param>
/// <param name="Whole">How many there are, each counted once.</param>
internal sealed record HeatMap(IReadOnlyList<(string Category, int Count)> Categories, IReadOnlyList<HeatRow> Rows, int Whole)
{
    /// <summary>The severity words that can be looked at alone; alerts of all severities where none is chosen.</summary>
    public static readonly IReadOnlyList<string> Severities = AlertFilter.Severities;

    private const int Steps = 4;

    // As rules have them; a city's own come after.
    private static readonly string[] Usual = ["schedule", "kpi", "security", "governance", "data"];

    private int Most => Rows.SelectMany(row => row.Counts).Append(0).Max();

    /// <summary>The rows of all departments together: what several answer for counts for each.</summary>
    public int Sum => Rows.Sum(row => row.Sum);

    public int SumOf(int category) => Rows.Sum(row => row.Counts[category]);

    /// <summary>How dark a cell is, from 0 (nothing) to 4 (as many as anywhere).</summary>
    public int StepOf(int count) => count == 0 ? 0 : (int)Math.Ceiling(count * Steps / (double)Most);

    /// <summary>What a step covers: the least and the most; null where no number falls into it.</summary>
    public (int From, int To)? Range(int step)
    {
        var numbers = Enumerable.Range(1, Most).Where(count => StepOf(count) == step).ToList();
        return numbers.Count == 0 ? null : (numbers[0], numbers[^1]);
    }

    /// <summary>The list of exactly what a cell counts.</summary>
    /// <param name="severity">A word of <see cref="Severities"/>; null for alerts of all severities.</param>
    public static AlertFilter FilterOf(string? severity, string? department, string? category) => new()
    {
        Severity = severity,
        State = severity is null ? AlertStateWords.Now : null,
        Department = department,
        Category = category,
    };

    public static async Task<HeatMap> Read(AdminDb db, CycleHead cycle, RunHead run, string? severity, DepartmentNames names, CancellationToken cancel)
    {
        var rows = FilterOf(severity, null, null).Narrow(db.Observations.AsNoTracking().Where(row => row.RunId == run.Id), cycle.Code, db.Viewer);
        var found = await rows.Select(row => new { row.Category, Departments = row.Departments.Select(department => department.Department).ToList() }).ToListAsync(cancel);
        var whole = found.GroupBy(row => row.Category).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var counts = found.SelectMany(row => row.Departments, (row, department) => (Department: department, row.Category)).ToLookup(cell => cell.Department, cell => cell.Category, StringComparer.Ordinal);
        var unheld = found.Where(row => row.Departments.Count == 0).Select(row => row.Category).ToList();
        var categories = Usual.Where(whole.ContainsKey).Concat(whole.Keys.Except(Usual).Order(StringComparer.Ordinal)).ToList();
        var departments = names.InOrder(counts.Select(group => group.Key)).Select(department => new HeatRow(
            DepartmentNames.IdOf(department), names[department], [.. categories.Select(category => counts[department].Count(other => other == category))]));
        if (unheld.Count > 0)
            departments = departments.Append(new HeatRow(AlertFilter.Nobody, null, [.. categories.Select(category => unheld.Count(other => other == category))]));
        return new HeatMap([.. categories.Select(category => (category, whole[category]))], [.. departments], whole.Values.Sum());
    }
}

/// <param name="Department">As the list filters by it.</param>
/// <param name="Name">Null of what no department answers for.</param>
/// <param name="Counts">One for each category, in their order.</param>
internal sealed record HeatRow(string Department, string? Name, IReadOnlyList<int> Counts)
{
    public int Sum => Counts.Sum();
}
