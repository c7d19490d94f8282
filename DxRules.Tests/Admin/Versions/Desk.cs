using System.Globalization;
using System.Security.Claims;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Versions;

/// <summary>What one person has in hand to read and change plans, over the site's own database.</summary>
internal sealed class Desk(IServiceProvider services, Viewer viewer) : IAsyncDisposable
{
    /// <summary>The plan on it: the only one, where none is named.</summary>
    public int Plan { get; init; } = 1;

    public AdminDb Db { get; } = new(services.GetRequiredService<DbContextOptions<AdminDb>>(), viewer);

    public PlanDocuments Documents => new(Db, services.GetRequiredService<DocumentCache>());

    public static Viewer Person(int? id, Roles roles, params string[] departments) => new(() => new ClaimsPrincipal(new ClaimsIdentity(
    [
        .. id is null ? Array.Empty<Claim>() : [new Claim(PersonClaims.UserId, id.Value.ToString(CultureInfo.InvariantCulture))],
        new Claim(PersonClaims.Roles, roles.ToString()),
        .. departments.Select(department => new Claim(PersonClaims.Department, $"992011/{department}")),
    ])));

    public async Task<PlanDocument> Newest() => (await Documents.Newest(Plan, default)).ShouldNotBeNull().Document;

    public Task<AmendmentResult> Save(IReadOnlyList<PlanChange> changes, string reason = "理由", string? onBehalfOf = null) =>
        new PlanAmendments(Db, Documents, services.GetRequiredService<DocumentCache>(), new AuditLog(Db, viewer, services.GetRequiredService<TimeProvider>()), services.GetRequiredService<TimeProvider>())
            .Save(new Amendment(Plan, changes, reason) { OnBehalfOf = onBehalfOf }, default);

    /// <summary>Saves what an edit makes of the newest version.</summary>
    public async Task<AmendmentResult> Save(Func<PlanDocument, PlanDocument> edit, string reason = "理由", string? onBehalfOf = null)
    {
        var seen = await Newest();
        return await Save(PlanDifference.Between(seen, edit(seen)), reason, onBehalfOf);
    }

    public ValueTask DisposeAsync() => Db.DisposeAsync();

    /// <summary>An edit of one initiative.</summary>
    public static Func<PlanDocument, PlanDocument> Initiative(string id, Func<Initiative, Initiative> edit) => plan => plan with
    {
        Policies = [.. plan.Policies!.Select(policy => policy with { Initiatives = [.. policy.Initiatives!.Select(initiative => initiative.Id == id ? edit(initiative) : initiative)] })],
    };
}
