using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Departments;

/// <summary>The departments of a plan on a day: who held them, and what they answered for by the version of that time.</summary>
/// <param name="Version">Null where the plan was not here yet on that day.</param>
internal sealed record DepartmentsOn(DateOnly Day, SeenVersion? Version, IReadOnlyList<DepartmentOn> Departments)
{
    /// <summary>The departments as the viewer may see them: of those who see only their own, these.</summary>
    public static async Task<DepartmentsOn> Read(AdminDb db, PlanDocuments documents, int plan, string municipality, DateOnly day, CancellationToken cancel)
    {
        // A version of the evening is that day's: days change at midnight in Japan.
        var end = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(9)).ToUniversalTime();
        var number = await db.PlanVersions.Where(version => version.PlanId == plan && version.At < end).OrderByDescending(version => version.Number).Select(version => (int?)version.Number).FirstOrDefaultAsync(cancel);
        if (number is null || await documents.Version(plan, number.Value, cancel) is not { } seen)
            return new DepartmentsOn(day, null, []);
        var holders = (await db.HeldDepartments.AsNoTracking().Include(row => row.User)
            .Where(row => row.Municipality == municipality && row.From <= day && (row.To == null || row.To >= day)).ToListAsync(cancel)).ToLookup(row => row.DepartmentId);
        var (items, reached) = (ItemsOfEach(seen.Document, day), Reached(seen.Document));
        return new DepartmentsOn(day, seen,
        [
            .. (seen.Document.Departments ?? []).Where(department => db.Viewer.SeesAll || db.Viewer.Departments.Contains($"{municipality}/{department.Id}")).Select(department => new DepartmentOn(
                department,
                (seen.Document.Departments ?? []).FirstOrDefault(other => other.Id == department.SucceededBy)?.Name ?? department.SucceededBy,
                department.IsThere(day),
                [.. holders[department.Id].Select(row => row.User!.DisplayName).Distinct().Order(StringComparer.Ordinal)],
                [.. items[department.Id]],
                reached[department.Id])),
        ]);
    }

    private static ILookup<string, DepartmentItem> ItemsOfEach(PlanDocument plan, DateOnly day) =>
        DepartmentItems.Of(plan, (plan.Departments ?? []).Select(department => department.Id).ToHashSet(StringComparer.Ordinal), day)
            .SelectMany(item => item.Named, (item, named) => (Department: named, Item: item with { Named = [named] }))
            .ToLookup(found => found.Department, found => found.Item, StringComparer.Ordinal);

    private static Dictionary<string, int> Reached(PlanDocument plan)
    {
        var counts = (plan.Departments ?? []).ToDictionary(department => department.Id, _ => 0, StringComparer.Ordinal);
        foreach (var (subject, place) in new SubjectIndex(plan).Places)
        {
            foreach (var department in place.Departments.Where(department => department != subject && counts.ContainsKey(department)).Distinct())
                counts[department]++;
        }
        return counts;
    }
}

/// <param name="Successor">The name of the department that follows it.</param>
/// <param name="Items">What names it.</param>
/// <param name="Reached">How many subjects it answers for, with all that stands below what names it.</param>
internal sealed record DepartmentOn(Department Department, string? Successor, bool IsThere, IReadOnlyList<string> Holders, IReadOnlyList<DepartmentItem> Items, int Reached)
{
    /// <summary>What names it and does not belong to the past.</summary>
    public IEnumerable<DepartmentItem> Open => Items.Where(item => !item.IsOver);
}
