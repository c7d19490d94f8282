using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>Writes down from when to when people act for departments. Rows are added and ended; what was held on a past day stays readable.</summary>
internal sealed class DepartmentHolding(AdminDb db, TimeProvider clock)
{
    /// <summary>The rows of a person that count today or later.</summary>
    public async Task<IReadOnlyList<HeldDepartmentRow>> Current(int user, CancellationToken cancel)
    {
        var today = Dates.InJapan(clock.GetUtcNow());
        return [.. (await db.HeldDepartments.Where(row => row.UserId == user && (row.To == null || row.To >= today)).ToListAsync(cancel))
            .Where(row => !NeverBegan(row)).OrderBy(row => row.Municipality).ThenBy(row => row.DepartmentId)];
    }

    /// <summary>Makes a person hold these departments, and no other, from a day on. What is held already goes on.</summary>
    public async Task Set(int user, IReadOnlyCollection<string> departments, DateOnly from, CancellationToken cancel)
    {
        var current = await Current(user, cancel);
        foreach (var row in current.Where(row => !departments.Contains(KeyOf(row))))
            End(row, from);
        foreach (var department in departments.Except(current.Select(KeyOf)))
            await Begin(user, department, from, cancel);
    }

    /// <summary>Lets a person hold a department from a day on, after the row before it.</summary>
    public async Task Begin(int user, string department, DateOnly from, CancellationToken cancel)
    {
        var slash = department.IndexOf('/', StringComparison.Ordinal);
        var (municipality, id) = (department[..slash], department[(slash + 1)..]);
        var last = await db.HeldDepartments.Where(row => row.UserId == user && row.Municipality == municipality && row.DepartmentId == id && row.From <= from).MaxAsync(row => row.To, cancel);
        db.HeldDepartments.Add(new HeldDepartmentRow { UserId = user, Municipality = municipality, DepartmentId = id, From = last >= from ? last.Value.AddDays(1) : from });
    }

    /// <summary>Ends a row so that the department is no longer held on a day; one that begins later never begins.</summary>
    public static void End(HeldDepartmentRow row, DateOnly on) => row.To = on > row.From ? on.AddDays(-1) : row.From.AddDays(-1);

    /// <summary>Whether a row was ended before it began: entered by mistake, or called off.</summary>
    public static bool NeverBegan(HeldDepartmentRow row) => row.To < row.From;

    public static string KeyOf(HeldDepartmentRow row) => $"{row.Municipality}/{row.DepartmentId}";
}
