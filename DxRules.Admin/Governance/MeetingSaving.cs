using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Governance;

/// <summary>Records meetings: what rules read goes into the plan document, what was said into the minutes, both or neither.</summary>
internal sealed class MeetingSaving(AdminDb db, PlanDocuments documents, PlanEditing editing, AuditLog audit, TimeProvider clock)
{
    /// <summary>Records a new meeting of a body.</summary>
    public async Task<EntryResult> Record(int plan, string body, MeetingEntry entry, CancellationToken cancel)
    {
        if ((await documents.Newest(plan, cancel))?.Document is not { } document || document.Body(body) is not { } held)
            return EntryResult.NotThere;
        if (Wrong(held, entry, null) is { Count: > 0 } problems)
            return EntryResult.Wrong(problems);
        var id = GovernedCycle.NewId(document, $"mt-{body.Replace("b-", "", StringComparison.Ordinal)}-{Day(entry)}");
        var meeting = entry.In(new Meeting { Id = id, On = entry.On!.Value });
        return await Save(plan, null, held, id, entry, AuditActions.MeetingRecorded, one => one with { Meetings = [.. one.Meetings ?? [], meeting] }, cancel);
    }

    /// <summary>Changes what was recorded of a meeting.</summary>
    /// <param name="version">The number of the plan's version that the person saw; null for the newest.</param>
    public async Task<EntryResult> Change(int plan, string meeting, MeetingEntry entry, int? version, CancellationToken cancel)
    {
        if ((await documents.Newest(plan, cancel))?.Document.Meeting(meeting) is not { } found)
            return EntryResult.NotThere;
        if (Wrong(found.Body, entry, meeting) is { Count: > 0 } problems)
            return EntryResult.Wrong(problems);
        return await Save(
            plan, version, found.Body, meeting, entry, AuditActions.MeetingChanged,
            body => body with { Meetings = [.. body.Meetings!.Select(one => one.Id == meeting ? entry.In(one) : one)] }, cancel);
    }

    /// <summary>Keeps what a meeting that stands in the plan was about and what came of it; false where there is no such meeting or a text is too long.</summary>
    public async Task<bool> Note(int plan, string meeting, string agenda, string outcome, CancellationToken cancel)
    {
        if ((await documents.Newest(plan, cancel))?.Document.Meeting(meeting) is not { } found || Minutes.Problems(agenda.Trim(), outcome.Trim()).Any())
            return false;
        await using var writing = await db.Write(cancel);
        if (await Minutes.Put(db, plan, meeting, agenda.Trim(), outcome.Trim(), clock.GetUtcNow(), cancel))
        {
            await audit.Add(Entry(AuditActions.MinutesKept, plan, found.Body, meeting, found.Meeting.On.Day), cancel);
            await db.SaveChangesAsync(cancel);
        }
        await writing.Commit(cancel);
        return true;
    }

    private List<EntryProblem> Wrong(Body body, MeetingEntry entry, string? meeting)
    {
        var problems = entry.Problems(body, Dates.InJapan(clock.GetUtcNow())).ToList();
        if (problems.All(problem => problem.Field != "on") && body.Meetings?.Any(other => other.Id != meeting && other.On.Day == entry.On) == true)
            problems.Add(new("on", "meeting.on.taken"));
        return problems;
    }

    private async Task<EntryResult> Save(
        int plan, int? version, Body body, string meeting, MeetingEntry entry, string action, Func<Body, Body> change, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var saved = await editing.Save(plan, version, document => document.WithBody(body.Id, change), $"{body.Name}の会議の記録", cancel);
        if (saved.Version is null)
            return EntryResult.Of(meeting, saved);
        if (await Minutes.Put(db, plan, meeting, entry.Agenda.Trim(), entry.Outcome.Trim(), clock.GetUtcNow(), cancel) | saved.IsNew)
        {
            await audit.Add(Entry(action, plan, body, meeting, entry.On!.Value), cancel);
            await db.SaveChangesAsync(cancel);
        }
        await writing.Commit(cancel);
        return EntryResult.Of(meeting, saved);
    }

    private static AuditEntry Entry(string action, int plan, Body body, string meeting, DateOnly on) =>
        new(action) { Plan = plan, Subject = meeting, Details = [body.Name, on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] };

    private static string Day(MeetingEntry entry) => entry.On!.Value.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
