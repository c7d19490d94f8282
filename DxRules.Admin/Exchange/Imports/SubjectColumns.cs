using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Columns that each hold the figures of one series.</summary>
internal sealed class SubjectColumns(ImportWork work)
{
    private readonly SeriesFinder finder = new(work);

    /// <summary>Those with a figure or gap in a row. Ids that the plan does not have are told.</summary>
    public IEnumerable<(MappedColumn Column, Kpi Kpi, Series Series)> Of(RowEntry row)
    {
        foreach (var column in row.Table.All(ImportField.Actual).Where(column => column.Mapping.Subject is not null && row.Table.Text(row.Row, column) is not null))
        {
            var subject = work.Index.ById(column.Mapping.Subject!);
            if (subject is IndexedSeries series)
                yield return (column, series.Kpi.Record, series.Record);
            else if (subject is IndexedKpi kpi && finder.Find(row, kpi.Record, null) is { } one)
                yield return (column, kpi.Record, one);
            else if (subject is not IndexedKpi)
                work.Problems.NotFound(new Grids.CellPlace(row.Table.Table.Grid.Name, row.Table.Table.FirstHeadingRow, column.Place), "指標", "KPI", column.Mapping.Subject!, null, addsRows: false);
        }
    }
}
