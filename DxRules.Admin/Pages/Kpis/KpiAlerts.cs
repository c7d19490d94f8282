using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Pages.Plans;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>The alerts that the plan's present review has on KPIs, as far as the viewer may see them.</summary>
/// <param name="Run">The latest run of that review; null where there is none.</param>
internal sealed record KpiAlerts(int? Run, IReadOnlyDictionary<string, IReadOnlyList<Severity>> BySubject)
{
    private static readonly string[] Kinds = ["kpi", "series", "wording"];

    /// <summary>How many there are on a KPI and its series, and how grave the gravest is.</summary>
    public (int Count, Severity? Worst) Of(KpiSheet kpi)
    {
        var found = kpi.Ids.SelectMany(id => BySubject.GetValueOrDefault(id) ?? []).ToList();
        return (found.Count, found.Count == 0 ? null : found.Max());
    }

    public static async Task<KpiAlerts> Read(AdminDb db, int plan, CancellationToken cancel)
    {
        var now = await CheckNow.Read(db, plan, cancel);
        if (now?.Run is not { } run)
            return new KpiAlerts(null, new Dictionary<string, IReadOnlyList<Severity>>());
        var rows = await db.Observations.AsNoTracking().Where(row => row.RunId == run && row.Outcome == Outcome.Alert && Kinds.Contains(row.SubjectType))
            .Select(row => new { row.SubjectId, row.Severity }).ToListAsync(cancel);
        return new KpiAlerts(run, rows.GroupBy(row => OwnerOf(row.SubjectId))
            .ToDictionary(group => group.Key, IReadOnlyList<Severity> (group) => [.. group.Select(row => row.Severity ?? Severity.Info)], StringComparer.Ordinal));
    }

    // A wording is known by the object that holds it.
    private static string OwnerOf(string subject) => subject.IndexOf('/', StringComparison.Ordinal) is var cut and >= 0 ? subject[..cut] : subject;
}

/// <summary>An alert of a KPI over the years.</summary>
/// <param name="Cycle">In which it was seen last.</param>
/// <param name="IsNow">Whether the present review has it.</param>
/// <param name="Years">The fiscal years under review that had it, ascending.</param>
internal sealed record KpiAlert(int Cycle, string Key, Severity Severity, string RuleId, Bilingual RuleTitle, string SubjectTitle, Bilingual Message, bool IsNow, IReadOnlyList<int> Years)
{
    public string Address => AlertAddress.Of(Cycle, Key, null);

    /// <summary>Those there are now first, the gravest of each first.</summary>
    public static async Task<IReadOnlyList<KpiAlert>> Of(AdminDb db, int plan, KpiSheet kpi, int? run, CancellationToken cancel)
    {
        var ids = kpi.Ids.ToList();
        var rows = await db.Observations.AsNoTracking()
            .Where(row => row.Run!.Cycle!.PlanId == plan && row.Outcome == Outcome.Alert && (ids.Contains(row.SubjectId) || (row.SubjectType == "wording" && ids.Contains(row.SubjectId.Substring(0, row.SubjectId.IndexOf("/"))))))
            .Select(row => new
            {
                row.RunId, row.Run!.CycleId, row.Run.Cycle!.FiscalYear, row.Run.Number, row.Key, row.Severity, row.Rule!.RuleId, row.Rule.TitleJa, row.Rule.TitleEn,
                row.SubjectTitle, row.MessageJa, row.MessageEn,
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.GroupBy(row => row.Key).Select(group => (Last: group.OrderByDescending(row => row.FiscalYear).ThenByDescending(row => row.Number).First(), All: group))
                .Select(found => new KpiAlert(
                    found.Last.CycleId, found.Last.Key, found.Last.Severity ?? Severity.Info, found.Last.RuleId, new(found.Last.TitleJa, found.Last.TitleEn), found.Last.SubjectTitle,
                    new(found.Last.MessageJa, found.Last.MessageEn), found.All.Any(row => row.RunId == run), [.. found.All.Select(row => row.FiscalYear).Distinct().Order()]))
                .OrderByDescending(alert => alert.IsNow).ThenByDescending(alert => alert.Severity).ThenByDescending(alert => alert.Years[^1]).ThenBy(alert => alert.Key, StringComparer.Ordinal),
        ];
    }
}
