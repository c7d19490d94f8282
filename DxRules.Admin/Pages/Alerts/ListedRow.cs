using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>As much of an observation as decides where it stands in a list. Of thousands these are read; whole lines only of the page that is shown.</summary>
internal sealed record ListedRow(
    int Id,
    Outcome Outcome,
    string Key,
    Severity? Severity,
    int Nth,
    string RuleId,
    Bilingual RuleTitle,
    string SubjectType,
    string SubjectId,
    SubjectGroup Group,
    string? FoldedUnder,
    IReadOnlyList<Bilingual> Missing)
{
    /// <summary>Those that answer for the subject, as municipality/id; read only where the list is ordered by them.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>Where the work on it stands; null of what is no alert.</summary>
    public AnswerStanding? Standing { get; init; }

    /// <summary>The rows that a filter leaves of a run, in the order of the report.</summary>
    /// <param name="wanted">Observations that <see cref="AlertFilter.Narrow"/> leaves.</param>
    public static async Task<IReadOnlyList<ListedRow>> Read(IQueryable<ObservationRow> wanted, AlertFilter filter, CancellationToken cancel)
    {
        var rows = await wanted.OrderBy(row => row.Position)
            .Select(row => new
            {
                row.Id, row.Outcome, row.Key, row.Severity, row.Nth, row.Rule!.RuleId, row.Rule.TitleJa, row.Rule.TitleEn, row.SubjectType, row.SubjectId,
                row.PolicyPosition, row.PolicyId, row.PolicyTitle, row.Category, row.FoldedUnder, row.Missing,
            })
            .ToListAsync(cancel);
        var holding = filter.Q is { } words && !string.IsNullOrWhiteSpace(words) ? await Holding(wanted, words, cancel) : null;
        var departments = filter.Order == AlertFilter.ByDepartment ? await DepartmentsOf(wanted, cancel) : null;
        return
        [
            .. rows.Where(row => holding?.Contains(row.Id) ?? true).Select(row => new ListedRow(
                row.Id, row.Outcome, row.Key, row.Severity, row.Nth, row.RuleId, new(row.TitleJa, row.TitleEn), row.SubjectType, row.SubjectId,
                SubjectGroup.Of(row.PolicyPosition, row.PolicyId, row.PolicyTitle, row.SubjectType, row.Category), row.FoldedUnder, row.Missing)
            {
                Departments = [.. departments?[row.Id] ?? []],
            }),
        ];
    }

    // SQLite knows nothing of full and half width or of kana, so the words are looked for here.
    private static async Task<HashSet<int>> Holding(IQueryable<ObservationRow> wanted, string words, CancellationToken cancel)
    {
        var texts = await wanted
            .Select(row => new { row.Id, row.SubjectTitle, row.SubjectPath, row.PolicyTitle, row.MessageJa, row.MessageEn, row.Rule!.RuleId, row.Rule.TitleJa, row.Rule.TitleEn, row.Missing })
            .ToListAsync(cancel);
        return
        [
            .. texts.Where(row => new SearchText(
                [
                    row.SubjectTitle, .. row.SubjectPath, row.PolicyTitle, row.MessageJa, row.MessageEn, row.RuleId, row.TitleJa, row.TitleEn,
                    .. row.Missing.Select(fact => fact.Ja), .. row.Missing.Select(fact => fact.En),
                ]).Holds(words)).Select(row => row.Id),
        ];
    }

    private static async Task<ILookup<int, string>> DepartmentsOf(IQueryable<ObservationRow> wanted, CancellationToken cancel) =>
        (await wanted.SelectMany(row => row.Departments, (row, department) => new { row.Id, department.Department }).ToListAsync(cancel))
            .ToLookup(row => row.Id, row => row.Department);
}
