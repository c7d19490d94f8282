namespace DxRules.Admin.Exchange.Imports;

/// <summary>A row about a year; each column is an indicator.</summary>
internal sealed class YearRow(ImportWork work) : IRowReading
{
    private readonly SubjectColumns columns = new(work);

    public RowFinding Read(RowEntry row)
    {
        if (row.IsTotal)
            return RowFinding.Total;
        var text = row.Table.Text(row.Row, ImportField.Year) ?? "";
        if (row.Year(ImportField.Year) is not { Year: { } year })
        {
            if (text.Length == 0)
                work.Problems.NoName(row.Head);
            return new RowFinding(null, text);
        }
        return new RowFinding(work.Plan.Plan.Id, text, $"{year}", Write: () =>
        {
            foreach (var (column, kpi, series) in columns.Of(row))
                new SeriesFigures(row, kpi, series).WriteActual(column, withNotes: false);
        });
    }
}
