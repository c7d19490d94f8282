using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Departments;

/// <summary>The plan that a page is about.</summary>
internal sealed record PlanHead(int Id, string Municipality, string MunicipalityName, string Title)
{
    /// <summary>Null where the viewer sees no such plan.</summary>
    public static Task<PlanHead?> Read(AdminDb db, int plan, CancellationToken cancel) =>
        db.PlanVersions.AsNoTracking().Where(version => version.PlanId == plan).OrderByDescending(version => version.Number)
            .Select(version => (PlanHead?)new PlanHead(plan, version.Plan!.Municipality, version.MunicipalityName, version.Title)).FirstOrDefaultAsync(cancel);
}
