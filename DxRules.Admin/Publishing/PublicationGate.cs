using System.Globalization;
using System.Security.Cryptography;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Publishing;

/// <summary>
/// What lies between a review and the public: one person asks, another one who is named approves exactly what was shown, and only then it is public.
/// Approval says in the plan that the review was published, in the same moment.
/// </summary>
internal sealed class PublicationGate(AdminDb db, Publications publications, CycleSteps steps, AuditLog audit, TimeProvider clock)
{
    /// <summary>Asks for approval of what would be published now.</summary>
    /// <param name="seen">The hash of what the person saw; null to ask for whatever it is now.</param>
    public async Task<GateResult> Request(int cycle, int? approver, string note, string? seen, CancellationToken cancel)
    {
        if (!db.Viewer.May(Access.RunCycles))
            return GateResult.Refused(GateRefusal.NotAllowed);
        if (await publications.Make(cycle, cancel) is not { } publication)
            return GateResult.Refused(GateRefusal.NotChecked);
        var content = PublicationJson.Write(publication);
        var hash = HashOf(content);
        if (seen is not null && seen != hash)
            return GateResult.Refused(GateRefusal.Changed);
        await using var writing = await db.Write(cancel);
        var earlier = await db.Publications.Where(row => row.CycleId == cycle).OrderBy(row => row.Number).ToListAsync(cancel);
        if (await Wrong(publication, earlier, approver, note, hash, cancel) is { } wrong)
            return wrong;
        var row = new PublicationRow
        {
            CycleId = cycle, Municipality = publication.Head.Code, Plan = publication.Head.Plan, FiscalYear = publication.Head.FiscalYear,
            Number = 1 + (earlier.LastOrDefault()?.Number ?? 0), Hash = hash, Content = Compressed.Pack(content), Note = PublicWords.Said(note),
            RequestedById = db.Viewer.UserId, RequestedAt = clock.GetUtcNow(), ApproverId = approver,
        };
        db.Publications.Add(row);
        return await Told(row, PublicationState.Requested, AuditActions.PublicationRequested, null, writing, cancel);
    }

    /// <summary>Gives it to the public. Only who was named may, and never who asked.</summary>
    /// <param name="seen">The revision that the person saw; null to approve whatever stands there.</param>
    public async Task<GateResult> Approve(int id, int? seen, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var (row, refusal) = await Requested(id, seen, cancel);
        if (row is null)
            return GateResult.Refused(refusal);
        if (!IsTheirsToDecide(row))
            return GateResult.Refused(GateRefusal.NotApprover);
        if ((await PublicNames.Read(db, cancel)).In(KeptPublication.Of(row)).Count > 0)
            return GateResult.Refused(GateRefusal.Names);
        if (!await steps.Publish(row.CycleId, cancel))
            return GateResult.Refused(GateRefusal.PlanChanged);
        return await Told(row, PublicationState.Approved, AuditActions.PublicationApproved, null, writing, cancel);
    }

    /// <summary>Gives it back to who asked, with a word on what is missing.</summary>
    public async Task<GateResult> Return(int id, int? seen, string reason, CancellationToken cancel)
    {
        if (Reason(reason) is { } wrong)
            return wrong;
        await using var writing = await db.Write(cancel);
        var (row, refusal) = await Requested(id, seen, cancel);
        if (row is null)
            return GateResult.Refused(refusal);
        return IsTheirsToDecide(row)
            ? await Told(row, PublicationState.Returned, AuditActions.PublicationReturned, reason, writing, cancel)
            : GateResult.Refused(GateRefusal.NotApprover);
    }

    /// <summary>Takes a request back, or what is public already: the one approved before it is public again, if there is one.</summary>
    public async Task<GateResult> Withdraw(int id, int? seen, string reason, CancellationToken cancel)
    {
        if (Reason(reason) is { } wrong)
            return wrong;
        await using var writing = await db.Write(cancel);
        var row = await db.Publications.SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (row is null)
            return GateResult.Refused(GateRefusal.Unknown);
        if (seen is { } revision && revision != row.Revision)
            return GateResult.Refused(GateRefusal.Changed);
        if (row.State is not (PublicationState.Requested or PublicationState.Approved) || await db.Publications.AnyAsync(other =>
            other.CycleId == row.CycleId && other.State == PublicationState.Approved && row.State == PublicationState.Approved && other.Number > row.Number, cancel))
            return GateResult.Refused(GateRefusal.NotNow);
        return db.Viewer.May(row.State == PublicationState.Requested ? Access.RunCycles : Access.Approve)
            ? await Told(row, PublicationState.Withdrawn, AuditActions.PublicationWithdrawn, reason, writing, cancel)
            : GateResult.Refused(GateRefusal.NotAllowed);
    }

    /// <summary>Those who may be named to approve, but for who asks.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> Approvers(CancellationToken cancel)
    {
        var asking = db.Viewer.UserId;
        var people = await db.Users.AsNoTracking().Where(user => user.DisabledAt == null && user.Id != asking).OrderBy(user => user.DisplayName)
            .Select(user => new { user.Id, user.DisplayName, user.Roles }).ToListAsync(cancel);
        return [.. people.Where(person => person.Roles.Allows(Access.Approve)).Select(person => (person.Id, person.DisplayName))];
    }

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private async Task<GateResult?> Wrong(Publication publication, List<PublicationRow> earlier, int? approver, string note, string hash, CancellationToken cancel)
    {
        if (earlier.Exists(row => row.State == PublicationState.Requested))
            return GateResult.Refused(GateRefusal.Requested);
        var last = earlier.FindLast(row => row.State == PublicationState.Approved);
        if (last?.Hash == hash)
            return GateResult.Refused(GateRefusal.NothingNew);
        var names = await PublicNames.Read(db, cancel);
        if (names.In(publication).Count > 0)
            return GateResult.Refused(GateRefusal.Names);
        var problems = new List<EntryProblem>();
        if (!(await Approvers(cancel)).Any(person => person.Id == approver))
            problems.Add(new("approver", "publication.approver.missing"));
        if (last is not null && string.IsNullOrWhiteSpace(note))
            problems.Add(new("note", "publication.note.missing"));
        else if (last is not null && names.In(note).FirstOrDefault() is { } name)
            problems.Add(new("note", "publication.note.name", name));
        if (TooLong("note", note) is { } tooLong)
            problems.Add(tooLong);
        return problems.Count == 0 ? null : GateResult.Wrong(problems);
    }

    private static GateResult? Reason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? GateResult.Wrong([new("reason", "publication.reason.missing")])
        : TooLong("reason", reason) is { } problem ? GateResult.Wrong([problem])
        : null;

    private static EntryProblem? TooLong(string field, string text) =>
        text.Length > GateResult.LongestText ? new(field, "publication.tooLong", GateResult.LongestText, text.Length) : null;

    private async Task<(PublicationRow? Row, GateRefusal Refusal)> Requested(int id, int? seen, CancellationToken cancel) =>
        await db.Publications.SingleOrDefaultAsync(row => row.Id == id, cancel) switch
        {
            null => (null, GateRefusal.Unknown),
            { } row when seen is { } revision && revision != row.Revision => (null, GateRefusal.Changed),
            { State: not PublicationState.Requested } => (null, GateRefusal.NotNow),
            { } row => (row, GateRefusal.None),
        };

    private bool IsTheirsToDecide(PublicationRow row) => db.Viewer.UserId is { } user && row.ApproverId == user && row.RequestedById != user && db.Viewer.May(Access.Approve);

    private async Task<GateResult> Told(PublicationRow row, PublicationState state, string action, string? reason, Writing writing, CancellationToken cancel)
    {
        row.State = state;
        row.Revision++;
        if (state != PublicationState.Requested)
            (row.DecidedAt, row.Decision) = (clock.GetUtcNow(), PublicWords.Said(reason));
        var plan = await db.Cycles.Where(cycle => cycle.Id == row.CycleId).Select(cycle => cycle.PlanId).SingleAsync(cancel);
        await audit.Add(new AuditEntry(action)
        {
            Plan = plan, Cycle = row.CycleId,
            Details = [Text(row.FiscalYear), Text(row.Number), reason ?? row.Note ?? "", row.Hash],
        }, cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return GateResult.Done(row.Id);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Why nothing was done.</summary>
internal enum GateRefusal
{
    None,

    /// <summary>There is no such request.</summary>
    Unknown,

    /// <summary>The person may not do it.</summary>
    NotAllowed,

    /// <summary>Somebody else was named to decide.</summary>
    NotApprover,

    /// <summary>Nothing was checked yet.</summary>
    NotChecked,

    /// <summary>It is no longer what the person saw.</summary>
    Changed,

    /// <summary>It is not at the step at which this can be done.</summary>
    NotNow,

    /// <summary>Another request waits for its decision.</summary>
    Requested,

    /// <summary>The public sees just that already.</summary>
    NothingNew,

    /// <summary>Somebody is named in it.</summary>
    Names,

    /// <summary>The plan could not be changed.</summary>
    PlanChanged,

    /// <summary>Something in what was entered cannot be taken.</summary>
    Wrong,
}

/// <param name="Problems">What cannot be taken, by field.</param>
internal sealed record GateResult(GateRefusal Refusal, IReadOnlyList<EntryProblem> Problems, int? Publication = null)
{
    /// <summary>Characters of each text.</summary>
    public const int LongestText = 1000;

    public bool IsDone => Refusal == GateRefusal.None;

    public static GateResult Done(int publication) => new(GateRefusal.None, [], publication);

    public static GateResult Refused(GateRefusal refusal) => new(refusal, []);

    public static GateResult Wrong(IReadOnlyList<EntryProblem> problems) => new(GateRefusal.Wrong, problems);
}
