using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Plans;

/// <summary>What the checks of all years found on a part of a plan, as far as the viewer may see it.</summary>
/// <param name="Now">What the latest check finds, gravest first.</param>
/// <param name="Past">What was an alert once and is none now, the latest first.</param>
internal sealed record ItemAlerts(IReadOnlyList<ItemAlert> Now, IReadOnlyList<ItemAlert> Past)
{
    public IEnumerable<ItemAlert> Alerts => Now.Where(alert => alert.Outcome == Outcome.Alert);

    /// <param name="ids">The part and all that it holds.</param>
    public static async Task<ItemAlerts> Read(AdminDb db, int plan, CheckNow? now, IReadOnlySet<string> ids, CancellationToken cancel)
    {
        var renumbered = await RenumberedIds.Of(db, plan, cancel);
        var known = ids.Concat(renumbered.NewIds.Where(id => ids.Contains(id.Value)).Select(id => id.Key)).Distinct().ToList();
        var latest = await db.Cycles.AsNoTracking().Where(cycle => cycle.PlanId == plan)
            .Select(cycle => cycle.Runs.OrderByDescending(run => run.Number).Select(run => (int?)run.Id).FirstOrDefault()).ToListAsync(cancel);
        var runs = latest.OfType<int>().ToList();
        var rows = await db.Observations.AsNoTracking()
            .Where(row => runs.Contains(row.RunId)
                && (known.Contains(row.SubjectId) || (row.SubjectType == "wording" && known.Contains(row.SubjectId.Substring(0, row.SubjectId.IndexOf("/"))))))
            .Select(row => new ItemAlert(
                row.Run!.CycleId, row.Run.Cycle!.FiscalYear, row.Key, row.Outcome, row.Severity, row.State, row.Rule!.RuleId, new Bilingual(row.Rule.TitleJa, row.Rule.TitleEn),
                row.SubjectType, row.SubjectTitle, new Bilingual(row.MessageJa, row.MessageEn)))
            .ToListAsync(cancel);
        var lives = rows.GroupBy(row => renumbered.CurrentKey(row.Key)).Select(ItemAlert.Last).ToList();
        return new ItemAlerts(
            [.. lives.Where(alert => alert.IsOf(now)).OrderByDescending(alert => alert.Severity ?? (Severity)(-1)).ThenBy(alert => alert.Key, StringComparer.Ordinal)],
            [.. lives.Where(alert => !alert.IsOf(now) && alert.LastSeen is not null).OrderByDescending(alert => alert.LastSeen).ThenBy(alert => alert.Key, StringComparer.Ordinal)]);
    }
}

/// <summary>The last that was said under a key.</summary>
internal sealed record ItemAlert(
    int Cycle, int FiscalYear, string Key, Outcome Outcome, Severity? Severity, AlertState? State, string RuleId, Bilingual RuleTitle, string SubjectType, string SubjectTitle, Bilingual Message)
{
    /// <summary>The first and the last fiscal year under review in which it was an alert; null where it never was.</summary>
    public int? FirstSeen { get; private init; }
    public int? LastSeen { get; private init; }

    public string SeverityWord => AlertLine.WordOf(Severity, Outcome);

    public string? StateWord => State is { } state ? Admin.Pages.Alerts.AlertStateWords.Of(state) : null;

    public bool IsOf(CheckNow? now) => Cycle == now?.Cycle && Outcome != Outcome.Gone;

    public static ItemAlert Last(IEnumerable<ItemAlert> life)
    {
        var rows = life.OrderBy(row => row.FiscalYear).ToList();
        var seen = rows.Where(row => row.Outcome == Outcome.Alert).Select(row => (int?)row.FiscalYear).ToList();
        return rows[^1] with { FirstSeen = seen.Count > 0 ? seen[0] : null, LastSeen = seen.Count > 0 ? seen[^1] : null };
    }
}
