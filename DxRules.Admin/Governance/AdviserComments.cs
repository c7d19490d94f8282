using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Governance;

/// <summary>What advisers said of a review (有識者の所見), as somebody enters it.</summary>
/// <param name="By">Id of the body that said it, or else a post.</param>
internal sealed record CommentEntry(string By, DateOnly? On, string Text)
{
    public const int Longest = 2000;

    private const int LongestPost = 100;

    /// <param name="opened">Since when the review is open.</param>
    public IEnumerable<EntryProblem> Problems(DateOnly opened, DateOnly today)
    {
        if (By.Trim().Length == 0)
            yield return new("by", "comment.by.missing");
        else if (By.Length > LongestPost)
            yield return new("by", "comment.by.long", LongestPost);
        if (On is not { } on)
            yield return new("on", "comment.on.missing");
        else if (on > today)
            yield return new("on", "comment.on.future");
        else if (on < opened)
            yield return new("on", "comment.on.before", opened);
        if (Text.Trim().Length == 0)
            yield return new("text", "comment.text.missing");
        else if (Text.Length > Longest)
            yield return new("text", "comment.text.long", Longest, Text.Length);
    }
}

/// <summary>Adds comments of advisers to a review that is open.</summary>
internal sealed class AdviserComments(AdminDb db, PlanEditing editing, AuditLog audit, TimeProvider clock)
{
    public async Task<EntryResult> Add(int cycleId, CommentEntry entry, CancellationToken cancel)
    {
        var cycle = await db.Cycles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == cycleId && row.ClosedAt == null, cancel);
        if (cycle is null)
            return EntryResult.NotThere;
        if (entry.Problems(FiscalYear.Start(cycle.FiscalYear), Dates.InJapan(clock.GetUtcNow())).ToList() is { Count: > 0 } problems)
            return EntryResult.Wrong(problems);
        var comment = new CycleComment { By = entry.By.Trim(), On = entry.On!.Value, Text = entry.Text.Trim() };
        await using var writing = await db.Write(cancel);
        var saved = await editing.Save(
            cycle.PlanId, null, plan => GovernedCycle.Change(plan, cycle.FiscalYear, governed => governed with { Comments = [.. governed.Comments ?? [], comment] }),
            $"{Wareki.FormatFiscalYear(cycle.FiscalYear)}の点検の所見", cancel);
        if (saved.IsNew)
        {
            await audit.Add(Entry(cycle, comment), cancel);
            await db.SaveChangesAsync(cancel);
            await writing.Commit(cancel);
        }
        return EntryResult.Of(comment.By, saved);
    }

    /// <summary>What stands as the cause of an action that answers a comment: by it the two are known to belong together.</summary>
    public static string CauseOf(PlanDocument plan, CycleComment comment) =>
        string.Create(CultureInfo.InvariantCulture, $"所見（{plan.NameOf(comment.By)}、{Wareki.Format(comment.On.Day)}）: {comment.Text}");

    private static AuditEntry Entry(CycleRow cycle, CycleComment comment) => new(AuditActions.CommentAdded)
    {
        Plan = cycle.PlanId,
        Cycle = cycle.Id,
        Details = [cycle.FiscalYear.ToString(CultureInfo.InvariantCulture), comment.On.ToString()],
    };
}
