using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Governance;

/// <summary>What a meeting was about and what came of it; no rule reads it.</summary>
internal static class Minutes
{
    public const int Longest = 2000;

    public static IEnumerable<EntryProblem> Problems(string agenda, string outcome)
    {
        if (agenda.Length > Longest)
            yield return new("agenda", "meeting.text.long", Longest, agenda.Length);
        if (outcome.Length > Longest)
            yield return new("outcome", "meeting.text.long", Longest, outcome.Length);
    }

    /// <summary>Puts the minutes of a meeting into the context, to be saved by the caller; false where they say so already.</summary>
    public static async Task<bool> Put(AdminDb db, int plan, string meeting, string agenda, string outcome, DateTimeOffset at, CancellationToken cancel)
    {
        var row = await db.Minutes.SingleOrDefaultAsync(row => row.PlanId == plan && row.MeetingId == meeting, cancel);
        if (agenda == (row?.Agenda ?? "") && outcome == (row?.Outcome ?? ""))
            return false;
        if (row is null)
            db.Minutes.Add(row = new MinutesRow { PlanId = plan, MeetingId = meeting, Agenda = agenda, Outcome = outcome });
        (row.Agenda, row.Outcome, row.At, row.ById) = (agenda, outcome, at, db.Viewer.UserId);
        return true;
    }
}
