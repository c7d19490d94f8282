using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Answers;

/// <summary>Where the work on all alerts of a plan stands in a cycle, as far as the viewer may see them. Only alerts are worked on, not what could not be judged.</summary>
internal sealed class AnswerStandings
{
    private readonly Dictionary<string, AnswerStanding> byKey;
    private readonly RenumberedIds renumbered;

    private AnswerStandings(Dictionary<string, AnswerStanding> byKey, RenumberedIds renumbered) => (this.byKey, this.renumbered) = (byKey, renumbered);

    /// <summary>Of an alert by the key under which a run saw it, also where its subject was renumbered since.</summary>
    public AnswerStanding Of(string key)
    {
        if (byKey.TryGetValue(key, out var standing))
            return standing;
        return renumbered.NewIds.Count == 0 || byKey.Count == 0
            ? AnswerStanding.Unanswered
            : renumbered.KeysOf(key).Select(byKey.GetValueOrDefault).FirstOrDefault(found => found is not null) ?? AnswerStanding.Unanswered;
    }

    /// <summary>Reads them all at once.</summary>
    public static async Task<AnswerStandings> Read(AdminDb db, int plan, int fiscalYear, CancellationToken cancel)
    {
        // Of earlier years only what was approved can still say something.
        var answers = await db.Answers.AsNoTracking()
            .Where(row => row.Alert!.PlanId == plan && (row.Cycle!.FiscalYear == fiscalYear || (row.Cycle.FiscalYear < fiscalYear && row.State == AnswerState.Approved)))
            .Select(row => new
            {
                row.Alert!.Key,
                Given = new GivenAnswer(row.Id, row.Cycle!.FiscalYear, row.State, row.Decision, row.Owner, row.DueOn, row.AcceptedUntil, row.ReportedDoneAt != null),
            })
            .ToListAsync(cancel);
        var byKey = answers.GroupBy(row => row.Key, row => row.Given, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => AnswerStanding.Of([.. group], fiscalYear), StringComparer.Ordinal);
        return new AnswerStandings(byKey, await RenumberedIds.Of(db, plan, cancel));
    }
}
