using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Tables;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>A table together with what stands where in it.</summary>
internal sealed class MappedTable
{
    private static readonly HashSet<string> Same = ["〃", "″", "\"", "々", "同上", "同"];

    private readonly ILookup<ImportField, MappedColumn> byField;
    private readonly Dictionary<(int Row, int Place), GridCell> repeated = [];

    public MappedTable(Table table, TableMapping mapping, ImportProblems problems)
    {
        (Table, Mapping) = (table, mapping);
        Columns = [.. Match(problems)];
        byField = Columns.ToLookup(column => column.Field);
        Rows = [.. table.Rows.Where(row => !table.Grid.HiddenRows.Contains(row))];
        foreach (var column in Columns)
            Repeat(column.Place);
    }

    public Table Table { get; }

    public TableMapping Mapping { get; }

    /// <summary>Those that are not ignored.</summary>
    public IReadOnlyList<MappedColumn> Columns { get; }

    /// <summary>Rows of data. What nobody sees on the sheet is not taken from it.</summary>
    public IReadOnlyList<int> Rows { get; }

    public IEnumerable<MappedColumn> All(ImportField field) => byField[field];

    public MappedColumn? First(ImportField field) => byField[field].FirstOrDefault();

    public bool Has(ImportField field) => byField.Contains(field);

    /// <summary>What stands in a cell; of one that says 〃 what stands above it.</summary>
    public GridCell? Cell(int row, MappedColumn column) => repeated.GetValueOrDefault((row, column.Place)) ?? Table.Grid.At(row, column.Place);

    public CellPlace At(int row, MappedColumn? column) => new(Table.Grid.Name, row, column?.Place ?? Table.Columns[0].Place);

    /// <summary>What a cell says by itself; null for a blank one.</summary>
    public string? Text(int row, MappedColumn? column) => column is not null && Cell(row, column)?.Text.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;

    public string? Text(int row, ImportField field) => Text(row, First(field));

    /// <summary>What a person reads there, also where cells are merged.</summary>
    public string? Label(int row, MappedColumn? column) =>
        column is null ? null : Text(row, column) ?? (Table.Grid.LabelAt(row, column.Place)?.Text.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null);

    /// <summary>Whether a mapped column says anything in a row.</summary>
    public bool IsFilled(int row) => Columns.Any(column => Text(row, column) is not null);

    private void Repeat(int place)
    {
        GridCell? above = null;
        foreach (var row in Rows)
        {
            var cell = Table.Grid.At(row, place);
            if (cell is null)
                continue;
            if (above is not null && Same.Contains(cell.Text.Trim()))
                repeated[(row, place)] = above;
            else
                above = cell;
        }
    }

    private IEnumerable<MappedColumn> Match(ImportProblems problems)
    {
        var byPlace = Table.Columns.ToDictionary(column => column.Place);
        foreach (var mapped in Mapping.Columns.Where(column => column.Field != ImportField.Ignored))
        {
            var column = byPlace.GetValueOrDefault(mapped.Place);
            var at = new CellPlace(Table.Grid.Name, Table.FirstHeadingRow, mapped.Place);
            if (column is null || TextKeys.Key(column.Heading) != TextKeys.Key(mapped.Heading))
            {
                problems.OtherHeading(at, mapped.Heading, column?.Heading);
                continue;
            }
            if (mapped.FiscalYear is { } year && column.Period is { } period && period.Year != year)
                problems.LastYears(at, new($"見出しは「{period.Raw}」ですが、{Wareki.FormatFiscalYear(year)}の列として取り込みます。", $"The heading says '{period.Raw}', but the column is taken for fiscal {year}."));
            yield return new MappedColumn(column, mapped);
        }
    }
}

/// <summary>A column that is taken over.</summary>
internal sealed record MappedColumn(TableColumn Column, ColumnMapping Mapping)
{
    public int Place => Column.Place;

    public ImportField Field => Mapping.Field;

    /// <summary>Of what stands in it, where the column itself says so or a person said it of the column.</summary>
    public int? Year => Mapping.FiscalYear ?? Column.Period?.Year;

    /// <summary>The wording of the year, where the sheet has one and nobody said otherwise.</summary>
    public TablePeriod? Period => Mapping.FiscalYear is null || Mapping.FiscalYear == Column.Period?.Year ? Column.Period : null;
}
