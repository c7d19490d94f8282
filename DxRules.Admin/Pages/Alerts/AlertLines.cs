using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>Reads observations as lists show them.</summary>
internal static class AlertLines
{
    /// <param name="wanted">Observations of one run.</param>
    /// <returns>In the order of the report.</returns>
    public static async Task<IReadOnlyList<AlertLine>> Read(AdminDb db, int run, IQueryable<ObservationRow> wanted, CancellationToken cancel)
    {
        var rows = await wanted.AsNoTracking().OrderBy(row => row.Position)
            .Select(row => new
            {
                row.Id, row.Position, row.Outcome, row.Key, row.Severity, row.State, row.Nth, row.PreviousSeverity, row.Category,
                row.Rule!.RuleId, row.Rule.TitleJa, row.Rule.TitleEn, row.SubjectType, row.SubjectId, row.SubjectTitle, row.SubjectPath,
                row.PolicyPosition, row.PolicyId, row.PolicyTitle, row.MessageJa, row.MessageEn, row.FoldedUnder, row.Missing,
                Departments = row.Departments.Select(department => department.Department).ToList(),
            })
            .ToListAsync(cancel);
        var seen = rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var causes = rows.Select(row => row.FoldedUnder).OfType<string>().Where(key => !seen.Contains(key)).Distinct().ToList();

        // What stands under something the viewer may not see stands for itself, and does not name it.
        if (causes.Count > 0)
            seen.UnionWith(await db.Observations.Where(row => row.RunId == run && causes.Contains(row.Key)).Select(row => row.Key).ToListAsync(cancel));
        return
        [
            .. rows.Select(row => new AlertLine(
                row.Id, row.Position, row.Outcome, row.Key, row.Severity, new(row.State, row.Nth, row.PreviousSeverity), row.Category, row.RuleId, new(row.TitleJa, row.TitleEn),
                row.SubjectType, row.SubjectId, row.SubjectTitle, row.SubjectPath,
                SubjectGroup.Of(row.PolicyPosition, row.PolicyId, row.PolicyTitle, row.SubjectType, row.Category),
                new(row.MessageJa, row.MessageEn), row.FoldedUnder is { } cause && seen.Contains(cause) ? cause : null, row.Missing, row.Departments)),
        ];
    }
}
