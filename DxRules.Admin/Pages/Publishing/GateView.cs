using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Publishing;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Publishing;

/// <summary>What the gate of a cycle shows.</summary>
/// <param name="Content">What waits for approval; where nothing does, what would be asked for now. Null where nothing was checked.</param>
/// <param name="Hash">Of that.</param>
/// <param name="Requests">All of the cycle, the newest first.</param>
/// <param name="Last">With what it is compared: the newest approved of this cycle, else of the year before; null where there is none.</param>
/// <param name="Parts">What differs, by policy.</param>
/// <param name="Names">Where somebody is named.</param>
/// <param name="HasMovedOn">Whether something was asked for and would be another today.</param>
internal sealed record GateView(
    CycleHead Cycle, Publication? Content, string? Hash, IReadOnlyList<PublicationLine> Requests, LastPublication? Last, IReadOnlyList<DifferencePart> Parts,
    IReadOnlyList<FoundName> Names, bool HasMovedOn)
{
    /// <summary>What waits for its decision; null where nothing does.</summary>
    public PublicationLine? Open => Requests.FirstOrDefault(request => request.State == PublicationState.Requested);

    /// <summary>What the public sees of this cycle; null where they see nothing.</summary>
    public PublicationLine? Shown => Requests.FirstOrDefault(request => request.State == PublicationState.Approved);

    /// <summary>Whether the public sees just what would be asked for.</summary>
    public bool IsShownAlready => Open is null && Shown is not null && Shown.Hash == Hash;

    public IEnumerable<PublicDifference> Differences => Parts.SelectMany(part => part.Things).SelectMany(thing => thing.Differences);

    public static async Task<GateView?> Read(AdminDb db, Publications publications, int cycle, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head)
            return null;
        var requests = await PublicationLine.Read(db, cycle, cancel);
        var now = await publications.Make(cycle, cancel);
        var hash = now is null ? null : PublicationGate.HashOf(PublicationJson.Write(now));
        var waiting = await Waiting(db, cycle, cancel);
        var content = waiting is null ? now : KeptPublication.Of(waiting);
        if (content is null)
            return new GateView(head, null, null, requests, null, [], [], false);
        var last = await LastPublication.Read(db, head, cancel);
        return new GateView(
            head, content, waiting?.Hash ?? hash, requests, last, DifferencePart.Of(PublicationDifference.Of(last?.Content, content), content, last?.Content),
            (await PublicNames.Read(db, cancel)).In(content), waiting is not null && hash != waiting.Hash);
    }

    /// <summary>What waits for its decision, with its content; null where nothing does.</summary>
    public static Task<PublicationRow?> Waiting(AdminDb db, int cycle, CancellationToken cancel) =>
        db.Publications.AsNoTracking().SingleOrDefaultAsync(row => row.CycleId == cycle && row.State == PublicationState.Requested, cancel);
}

/// <summary>A publication without its content.</summary>
internal sealed record PublicationLine(
    int Id, int Number, PublicationState State, string Hash, string? Note, int? RequestedById, string? RequestedBy, DateTimeOffset RequestedAt, int? ApproverId, string? Approver,
    DateTimeOffset? DecidedAt, string? Decision, int Revision)
{
    /// <summary>Those of a cycle, the newest first.</summary>
    public static async Task<IReadOnlyList<PublicationLine>> Read(AdminDb db, int cycle, CancellationToken cancel) =>
        await db.Publications.AsNoTracking().Where(row => row.CycleId == cycle).OrderByDescending(row => row.Number)
            .Select(row => new PublicationLine(
                row.Id, row.Number, row.State, row.Hash, row.Note, row.RequestedById, row.RequestedBy!.DisplayName, row.RequestedAt, row.ApproverId, row.Approver!.DisplayName,
                row.DecidedAt, row.Decision, row.Revision))
            .ToListAsync(cancel);
}

/// <param name="IsOfThisCycle">Else it is of an earlier year.</param>
internal sealed record LastPublication(Publication Content, int FiscalYear, int Number, DateTimeOffset ApprovedAt, bool IsOfThisCycle)
{
    public static async Task<LastPublication?> Read(AdminDb db, CycleHead cycle, CancellationToken cancel)
    {
        var row = await db.Publications.AsNoTracking().Where(row => row.State == PublicationState.Approved && row.Cycle!.PlanId == cycle.Plan && row.FiscalYear <= cycle.FiscalYear)
            .OrderByDescending(row => row.FiscalYear).ThenByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        return row is null ? null : new LastPublication(KeptPublication.Of(row), row.FiscalYear, row.Number, row.DecidedAt!.Value, row.CycleId == cycle.Id);
    }
}
