using DxRules.Admin.Data;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>Rows under one heading.</summary>
/// <param name="Count">Of the whole group, with what is folded.</param>
/// <param name="Continues">Whether the group began on an earlier page.</param>
internal sealed record RowGroup(string Heading, int Count, bool Continues, IReadOnlyList<FoldedRow> Rows)
{
    /// <summary>
    /// Puts rows under headings: by policy as the document orders them, by severity, by rule, by the first of their departments, by the day by which something is to be done, or by the years
    /// they have gone on for.
    /// </summary>
    public static IReadOnlyList<RowGroup> Of(IEnumerable<FoldedRow> rows, string? order, DepartmentNames departments, Texts texts) => order switch
    {
        AlertFilter.BySeverity => Group(rows, row => -(int?)row.Severity ?? 1, row => texts[$"severity.{AlertLine.WordOf(row.Severity, row.Outcome)}"]),
        AlertFilter.ByRule => Group(rows, row => row.RuleId, row => $"{row.RuleId} {texts.In(row.RuleTitle)}"),
        AlertFilter.ByDepartment => Group(rows, departments.PositionOf, row => departments.FirstOf(row) ?? texts["alerts.noDepartment"]),
        AlertFilter.ByDue => Group(rows, row => row.Standing?.DueOn ?? DateOnly.MaxValue, row => row.Standing?.DueOn is { } due ? texts["alerts.dueBy", texts.Date(due)] : texts["alerts.noDue"]),
        AlertFilter.ByYears => Group(rows, row => -row.Nth, row => row.Nth > 1 ? texts["life.nth", row.Nth] : texts["alerts.firstYear"]),
        _ => Group(rows, row => (row.Group.Position, row.Group.Id), row => row.Group.Title ?? texts[row.Group.TextKey!]),
    };

    private static IReadOnlyList<RowGroup> Group<TKey>(IEnumerable<FoldedRow> rows, Func<ListedRow, TKey> by, Func<ListedRow, string> heading) =>
    [
        .. rows.GroupBy(row => by(row.Row)).OrderBy(group => group.Key)
            .Select(group => new RowGroup(heading(group.First().Row), group.Sum(row => row.Count), false, [.. group])),
    ];
}

/// <summary>A fact that is missing on subjects of one kind, and what waits for it: what entering it would settle.</summary>
/// <param name="Fact">Null where a result misses no fact that could be named.</param>
internal sealed record MissingGroup(string SubjectType, Bilingual? Fact, IReadOnlyList<ListedRow> Rows)
{
    /// <summary>As addresses call it: series.actuals.</summary>
    public string Word => WordOf(SubjectType, Fact);

    public int Subjects => Rows.Select(row => row.SubjectId).Distinct().Count();

    public int Rules => Rows.Select(row => row.RuleId).Distinct().Count();

    /// <summary>Most subjects first; a result that misses two facts is in both groups.</summary>
    public static IReadOnlyList<MissingGroup> Of(IEnumerable<ListedRow> rows) =>
    [
        .. rows.SelectMany(row => row.Missing.DefaultIfEmpty(), (row, fact) => (Row: row, Fact: fact))
            .GroupBy(missing => (missing.Row.SubjectType, missing.Fact))
            .Select(group => new MissingGroup(group.Key.SubjectType, group.Key.Fact, [.. group.Select(missing => missing.Row)]))
            .OrderByDescending(group => group.Subjects).ThenByDescending(group => group.Rules),
    ];

    /// <summary>Whether a result misses what a word calls.</summary>
    public static bool Covers(string word, ListedRow row) => row.Missing.DefaultIfEmpty().Any(fact => WordOf(row.SubjectType, fact) == word);

    private static string WordOf(string subjectType, Bilingual? fact) => $"{subjectType}.{fact?.En}";
}
