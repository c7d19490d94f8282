using DxRules.Admin.Versions;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>The departments of all municipalities, as the newest versions of their plans list them.</summary>
internal sealed class DepartmentRegister
{
    private readonly Dictionary<string, RegisteredDepartment> byKey;

    private DepartmentRegister(IReadOnlyList<RegisteredDepartment> all)
    {
        All = all;
        byKey = all.ToDictionary(department => department.Key, StringComparer.Ordinal);
    }

    /// <summary>By municipality, else in the order of the plans.</summary>
    public IReadOnlyList<RegisteredDepartment> All { get; }

    public RegisteredDepartment? Of(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The name, or the id of a department that no plan lists any more.</summary>
    public string NameOf(string key) => Of(key)?.Name ?? key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public static async Task<DepartmentRegister> Read(AdminDb db, CancellationToken cancel)
    {
        var heads = await db.PlanVersions.AsNoTracking()
            .Where(version => version.Number == version.Plan!.Versions.Max(other => other.Number))
            .OrderBy(version => version.Plan!.Municipality).ThenByDescending(version => version.At).ToListAsync(cancel);
        var departments = heads.Select(PlanVersions.Read).SelectMany(plan => (plan.Departments ?? []).Select(department => new RegisteredDepartment(
            plan.Municipality.Code, plan.Municipality.Name, department.Id, department.Name, department.From?.Day, department.To?.Day)));

        // Plans of one municipality share its departments; what was said last counts.
        return new DepartmentRegister([.. departments.DistinctBy(department => department.Key)]);
    }
}

/// <param name="Municipality">Its code.</param>
internal sealed record RegisteredDepartment(string Municipality, string MunicipalityName, string Id, string Name, DateOnly? From, DateOnly? To)
{
    /// <summary>As people hold it: 062014/kikaku.</summary>
    public string Key => $"{Municipality}/{Id}";

    public bool EndsBefore(DateOnly day) => To < day;
}
