using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Alerts;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Inbox;

/// <summary>Reads what concerns the viewer: as many queries however many cycles are open, and only after something happened.</summary>
internal sealed class InboxReading(AdminDb db, PlanDocuments documents, InboxCache cache, TimeProvider clock)
{
    private static readonly AlertState?[] Told = [AlertState.New, AlertState.Worsened, AlertState.Recurred];

    private InboxView? read;

    /// <summary>All items, seen ones too.</summary>
    public async Task<InboxView> Read(CancellationToken cancel) => read ??= await ReadOnce(cancel);

    private async Task<InboxView> ReadOnce(CancellationToken cancel)
    {
        // Who only reads is owed nothing and owes nothing.
        if (db.Viewer.UserId is not { } user || !(db.Viewer.May(Access.Enter) || db.Viewer.May(Access.Approve)))
            return new InboxView([], new HashSet<string>());
        var state = await InboxState.Now(db, Dates.InJapan(clock.GetUtcNow()), cancel);
        return cache.Find(user, state) ?? cache.Keep(user, state, await ReadAnew(user, cancel));
    }

    private async Task<InboxView> ReadAnew(int user, CancellationToken cancel)
    {
        var reader = new InboxReader(user, db.Viewer.Roles, db.Viewer.Departments);
        var cycles = await Open(cancel);
        var seen = (await db.Seen.AsNoTracking().Select(row => row.Item).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var today = Dates.InJapan(clock.GetUtcNow());
        var facts = await Facts(cycles, reader, cancel);
        return new InboxView([.. facts.SelectMany(cycle => InboxItems.Of(cycle, reader, today)).Concat(InboxItems.Of(await Publications(cancel), reader)).OrderBy(item => item.Kind)], seen);
    }

    private Task<List<OpenCycle>> Open(CancellationToken cancel) =>
        db.Cycles.AsNoTracking().Where(cycle => cycle.ClosedAt == null).OrderBy(cycle => cycle.Id)
            .Select(cycle => new OpenCycle(
                cycle.Id, cycle.PlanId, cycle.FiscalYear, cycle.Plan!.Municipality,
                cycle.Runs.OrderByDescending(run => run.Number).Select(run => (int?)run.Id).FirstOrDefault(),
                cycle.Runs.OrderByDescending(run => run.Number).Select(run => (DateTimeOffset?)run.At).FirstOrDefault()))
            .ToListAsync(cancel);

    private Task<List<PublicationFact>> Publications(CancellationToken cancel) =>
        db.Publications.AsNoTracking().Where(row => !db.Publications.Any(later => later.CycleId == row.CycleId && later.Number > row.Number)).OrderBy(row => row.Id)
            .Select(row => new PublicationFact(row.Id, row.Revision, row.CycleId, row.FiscalYear, row.State, row.RequestedById, row.ApproverId)).ToListAsync(cancel);

    private async Task<IReadOnlyList<InboxFacts>> Facts(List<OpenCycle> cycles, InboxReader reader, CancellationToken cancel)
    {
        if (cycles.Count == 0)
            return [];
        var ids = cycles.Select(cycle => cycle.Id).ToList();
        var answers = await Answers(cycles, cancel);
        var alerts = (await Alerts(cycles, reader, cancel)).ToLookup(alert => alert.Run, alert => alert.Fact);
        var questions = (await db.Questions.AsNoTracking().Where(row => ids.Contains(row.CycleId))
            .Select(row => new { row.CycleId, Fact = new QuestionFact(row.Id, row.Department, row.Text, row.AskedById, row.Answer != null, row.Secret) })
            .ToListAsync(cancel)).ToLookup(row => row.CycleId, row => row.Fact);
        var steps = (await db.CycleSteps.AsNoTracking().Where(row => ids.Contains(row.CycleId))
            .Select(row => new { row.CycleId, Fact = new StepFact(row.Step, row.DueOn, row.DoneAt != null) }).ToListAsync(cancel)).ToLookup(row => row.CycleId, row => row.Fact);
        var facts = new List<InboxFacts>();
        foreach (var cycle in cycles)
        {
            facts.Add(new InboxFacts(
                cycle.Id, cycle.FiscalYear, cycle.Checked, [.. alerts[cycle.Run ?? 0]], [.. answers.Where(answer => answer.Plan == cycle.Plan).Select(answer => answer.Fact)],
                [.. questions[cycle.Id]], await Sheets(cycle, cancel), [.. steps[cycle.Id]]));
        }
        return facts;
    }

    private async Task<IReadOnlyList<(int Run, AlertFact Fact)>> Alerts(List<OpenCycle> cycles, InboxReader reader, CancellationToken cancel)
    {
        var runs = cycles.Select(cycle => cycle.Run).OfType<int>().ToList();
        var (departments, secrets) = (reader.Departments, reader.Roles.HasFlag(Roles.SecurityOfficer));
        var rows = await db.Observations.AsNoTracking()
            .Where(row => runs.Contains(row.RunId) && (row.Outcome == Outcome.Alert || row.Outcome == Outcome.Undetermined)
                && (db.Answers.Any(answer => answer.Alert!.PlanId == row.Run!.Cycle!.PlanId && answer.Alert.Key == row.Key)
                    || (row.Outcome == Outcome.Alert && Told.Contains(row.State)
                        && ((secrets && row.Secret) || row.Departments.Any(department => departments.Contains(department.Department))))))
            .OrderBy(row => row.Position)
            .Select(row => new
            {
                row.RunId, row.Key, row.Outcome, row.State, row.MessageJa, row.MessageEn, row.SubjectTitle, row.Secret,
                Departments = row.Departments.Select(department => department.Department).ToList(),
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => (row.RunId, new AlertFact(row.Key, row.Outcome, row.State, Message(row.Outcome, row.SubjectTitle, row.MessageJa, row.MessageEn), row.Departments, row.Secret)))];
    }

    // The reason of an undetermined result does not name its subject.
    private static Bilingual Message(Outcome outcome, string subject, string ja, string en) =>
        outcome == Outcome.Alert ? new(ja, en) : new($"{subject}: {ja}", $"{subject}: {en}");

    private async Task<IReadOnlyList<(int Plan, AnswerFact Fact)>> Answers(List<OpenCycle> cycles, CancellationToken cancel)
    {
        var plans = cycles.Select(cycle => cycle.Plan).ToList();
        var rows = await db.Answers.AsNoTracking().Where(row => plans.Contains(row.Alert!.PlanId) && (row.State == AnswerState.Approved || row.Cycle!.ClosedAt == null))
            .Select(row => new
            {
                row.Id, row.Revision, row.Cycle!.FiscalYear, row.Alert!.Key, row.State, row.Decision, row.Owner, row.DueOn, row.AcceptedUntil, row.ReportedDoneAt,
                row.Alert.PlanId, row.Alert.Plan!.Municipality,
                SubmittedBy = row.Steps.Where(step => step.State == AnswerState.Submitted).OrderByDescending(step => step.Id).Select(step => step.ById).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(row => (row.PlanId, new AnswerFact(
                row.Id, row.Revision, row.FiscalYear, row.Key, row.State, row.Decision, row.Owner is { } owner ? $"{row.Municipality}/{owner}" : null, row.DueOn, row.AcceptedUntil,
                row.ReportedDoneAt, row.SubmittedBy))),
        ];
    }

    private async Task<IReadOnlyList<SheetFact>> Sheets(OpenCycle cycle, CancellationToken cancel)
    {
        if (await documents.Newest(cycle.Plan, cancel) is not { } plan)
            return [];
        return
        [
            .. (GovernedCycle.Of(plan.Document, cycle.FiscalYear)?.Submissions ?? [])
                .Where(sheet => sheet.DueOn is not null)
                .Select(sheet => new SheetFact($"{cycle.Municipality}/{sheet.Department}", sheet.DueOn!.Value.Day, sheet.SubmittedOn is not null)),
        ];
    }

    private sealed record OpenCycle(int Id, int Plan, int FiscalYear, string Municipality, int? Run, DateTimeOffset? Checked);
}

/// <param name="All">Seen ones too, the most urgent kind first.</param>
/// <param name="Seen">The ids of what was seen.</param>
internal sealed record InboxView(IReadOnlyList<InboxItem> All, IReadOnlySet<string> Seen)
{
    public IEnumerable<InboxItem> Open => All.Where(item => !Seen.Contains(item.Id));
}
