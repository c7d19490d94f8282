using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Tables;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>One row on its way into the plan.</summary>
/// <param name="Labels">What it says it is about.</param>
internal sealed record RowEntry(ImportWork Work, MappedTable Table, int Row, IReadOnlyDictionary<ImportField, RowLabel> Labels)
{
    /// <summary>Whether anything of it is new to the plan.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Whether it has something that is to be mended first.</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>Whether the row says 計 or 平均 of the others.</summary>
    public bool IsTotal => Table.Table.Totals.Contains(Row);

    public ImportProblems Problems => Work.Problems;

    public CellPlace At(MappedColumn? column) => Table.At(Row, column);

    /// <summary>The cell that names what the row is about.</summary>
    public CellPlace Head => Labels.Values.OrderByDescending(label => label.Field).FirstOrDefault() is { } label
        ? label.At with { Row = Row }
        : Table.Columns.Where(column => Table.Text(Row, column) is not null).Select(At).FirstOrDefault() ?? At(null);

    public void Block() => IsBlocked = true;

    /// <summary>
    /// Says of a member what it is now. What stands in the plan already is no change; what two cells say differently is told.
    /// </summary>
    /// <param name="isSame">Whether the plan says so already.</param>
    public bool Says(string subject, string member, string value, CellPlace at, bool isSame)
    {
        if (!Work.Edits.Claim(subject, member, value, at) || isSame)
            return false;
        IsChanged = true;
        return true;
    }

    /// <summary>The text of a cell; null where it is blank or only says that there is nothing.</summary>
    public string? Words(MappedColumn column) => Table.Text(Row, column) is { } text && TextKeys.Key(text).Length > 0 ? text : null;

    /// <summary>A figure; null where there is none, and where it cannot be read, which is told.</summary>
    public FigureReading? Figure(MappedColumn column, string? unit)
    {
        var cell = Table.Cell(Row, column);
        var reading = FigureText.Read(cell, unit ?? column.Column.Unit);
        if (!reading.IsReadable || reading.Gap == FigureGap.Error)
        {
            Problems.NoFigure(At(column), cell?.Text ?? "");
            Block();
            return null;
        }
        return reading.Value is null ? null : reading with { IsProvisional = reading.IsProvisional || column.Column.IsProvisional };
    }

    /// <summary>A day or month; blank where there is none, and where it cannot be read, which is told.</summary>
    public DateReading Date(MappedColumn? column, bool isStart = false, int? fiscalYear = null)
    {
        if (column is null)
            return DateReading.Blank;
        var reading = DateCell.Read(Table.Cell(Row, column), isStart, fiscalYear);
        if (reading.IsReadable)
            return reading;
        Problems.NoDate(At(column), Table.Text(Row, column)!, isYear: false);
        Block();
        return DateReading.Blank;
    }

    /// <summary>The year that a cell of the row names, likewise.</summary>
    public YearReading? Year(ImportField field)
    {
        if (Table.First(field) is not { } column)
            return null;
        var reading = DateCell.ReadYear(Table.Cell(Row, column));
        if (!reading.IsReadable)
        {
            Problems.NoDate(At(column), Table.Text(Row, column)!, isYear: true);
            Block();
        }
        return reading.Year is null ? null : reading;
    }

    /// <summary>The fiscal year of what stands in a column in this row, with its wording; null where nobody said, which is told.</summary>
    public YearReading? YearOf(MappedColumn column)
    {
        if (column.Year is { } year)
            return new YearReading(year, column.Period?.IsCalendarYear == true, WordingOf(column.Period), true);
        if (Year(ImportField.Year) is { } named)
            return named;
        if (Table.Mapping.FiscalYear is { } whole)
            return Table.Table.Period is { } period && period.Year == whole
                ? new YearReading(whole, period.IsCalendarYear, WordingOf(period), true)
                : new YearReading(whole, false, null, true);
        Problems.NoYear(new CellPlace(Table.Table.Grid.Name, Table.Table.FirstHeadingRow, column.Place), column.Column.Heading);
        Block();
        return null;
    }

    private static string? WordingOf(TablePeriod? period) =>
        period is null || (!period.IsCalendarYear && DateCell.IsPlain(period.Raw)) ? null : period.Raw;
}
