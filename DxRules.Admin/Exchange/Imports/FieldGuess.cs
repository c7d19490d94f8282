using DxRules.Admin.Exchange.Tables;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Which of several things a heading means, by what the rows are about and what stands below it.</summary>
internal static class FieldGuess
{
    private const int LongestStatus = 8;

    /// <param name="field">What the heading says by itself.</param>
    /// <param name="all">What the headings of the table say.</param>
    public static ImportField Of(TableColumn column, ImportField field, ImportRowKind rows, ColumnSamples samples, IReadOnlyCollection<ImportField> all)
    {
        var hasKpis = all.Contains(ImportField.KpiTitle);
        return field switch
        {
            ImportField.Ignored when HeadingWords.IsNumber(column.Heading) => NumberOf(rows, all),
            ImportField.Id when rows == ImportRowKind.Place => ImportField.MunicipalityCode,
            ImportField.Segment => SegmentOrWord(column, samples, rows),
            ImportField.Ignored when rows == ImportRowKind.Kpi && TextKeys.Key(column.Heading).Length == 0 && column.Period is not null && samples.AreFigures(column) => ImportField.Actual,

            // Of which of several years the note is, nobody says.
            ImportField.ActualNote when rows != ImportRowKind.Kpi || all.Count(other => other == ImportField.Actual) != 1 => ImportField.Ignored,
            ImportField.Actual or ImportField.Done when rows == ImportRowKind.Initiative => hasKpis && samples.AreFigures(column) ? ImportField.Actual : field == ImportField.Done || !samples.AreFigures(column) ? ImportField.Done : ImportField.Ignored,
            ImportField.Done when rows is ImportRowKind.Kpi && samples.AreFigures(column) => ImportField.Actual,
            ImportField.Planned when rows is ImportRowKind.Kpi => samples.AreFigures(column) ? ImportField.AnnualTarget : ImportField.Ignored,
            ImportField.Status when rows is not ImportRowKind.Milestone => StatusOrText(column, samples),
            ImportField.Department or ImportField.LeadDepartment or ImportField.SupportingDepartments or ImportField.Division when rows == ImportRowKind.Kpi => ImportField.Ignored,
            ImportField.Department when rows == ImportRowKind.Department && !all.Contains(ImportField.DepartmentName) => ImportField.DepartmentName,
            _ => field,
        };
    }

    private static ImportField NumberOf(ImportRowKind rows, IReadOnlyCollection<ImportField> all) =>
        rows is ImportRowKind.Initiative or ImportRowKind.Milestone && !all.Contains(ImportField.InitiativeNumber) ? ImportField.InitiativeNumber : ImportField.Ignored;

    private static ImportField SegmentOrWord(TableColumn column, ColumnSamples samples, ImportRowKind rows)
    {
        if (samples.Share(column, text => KpiWords.Kind(text) is not null) >= 0.5m)
            return ImportField.KpiKind;
        if (samples.Share(column, text => KpiWords.Aggregation(text) is not null) >= 0.5m)
            return ImportField.Aggregation;
        if (samples.Share(column, text => KpiWords.ActualStatus(text) is not null) >= 0.5m)
            return ImportField.ActualStatus;
        return rows == ImportRowKind.Kpi || rows == ImportRowKind.Initiative ? ImportField.Segment : ImportField.Ignored;
    }

    private static ImportField StatusOrText(TableColumn column, ColumnSamples samples)
    {
        if (samples.AreFigures(column))
            return ImportField.Progress;
        return samples.Share(column, text => text.Length > LongestStatus) >= 0.5m ? ImportField.Done : ImportField.Status;
    }
}
