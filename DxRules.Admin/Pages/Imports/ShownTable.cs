using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Importing;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Exchange.Tables;

namespace DxRules.Admin.Pages.Imports;

/// <summary>A table of a file as the page on its columns shows it.</summary>
/// <param name="Rows">The rows around its headings, each with its number.</param>
/// <param name="Width">Columns that are shown of them.</param>
internal sealed record ShownTable(Table Table, IReadOnlyList<ShownColumn> Columns, IReadOnlyList<(int Number, IReadOnlyList<string> Cells)> Rows, int Width)
{
    private const int Above = 2;
    private const int Below = 4;
    private const int MostColumns = 40;
    private const int LongestText = 40;
    private const int Samples = 3;

    /// <summary>Null where the place is none of a table.</summary>
    public static ShownTable? Of(IReadOnlyList<Grid> grids, TableMapping mapping)
    {
        if (ImportTables.Find(grids, mapping) is not { } table)
            return null;
        var (first, last) = (Math.Max(1, table.FirstHeadingRow - Above), Math.Min(table.Grid.Rows.Count, table.FirstRow + Below - 1));
        var shown = Enumerable.Range(first, last - first + 1).Where(row => row <= table.FirstHeadingRow + 8 || row >= table.FirstRow).ToList();
        var width = Math.Min(MostColumns, shown.Max(row => table.Grid.Rows[row - 1].Length));
        var said = mapping.Columns.ToDictionary(column => column.Place);
        return new ShownTable(
            table,
            [.. table.Columns.Select(column => new ShownColumn(column, said.GetValueOrDefault(column.Place) ?? new ColumnMapping(column.Place, column.Heading, ImportField.Ignored), SamplesOf(table, column)))],
            [.. shown.Select(row => (row, (IReadOnlyList<string>)[.. Enumerable.Range(0, width).Select(column => Short(table.Grid.At(row, column)?.Text))]))],
            width);
    }

    public bool IsHeading(int row) => row >= Table.FirstHeadingRow && row < Table.FirstRow;

    private static IReadOnlyList<string> SamplesOf(Table table, TableColumn column) =>
        [.. table.Rows.Take(200).Select(row => Short(table.Grid.At(row, column.Place)?.Text)).Where(text => text.Length > 0).Distinct().Take(Samples)];

    private static string Short(string? text)
    {
        var line = (text ?? "").ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestText ? line : line[..LongestText] + "…";
    }
}

/// <param name="Samples">What stands in its first filled cells.</param>
internal sealed record ShownColumn(TableColumn Column, ColumnMapping Mapping, IReadOnlyList<string> Samples)
{
    public string Letters => CellPlace.NameOf(Column.Place);
}

/// <summary>What a column can mean, in groups as a list of choices shows them.</summary>
internal static class ImportFields
{
    /// <param name="Key">The text that names the group is <c>importFields.{Key}</c>.</param>
    public static IReadOnlyList<(string Key, IReadOnlyList<ImportField> Fields)> Groups { get; } =
    [
        ("subject", Between(ImportField.Id, ImportField.Year)),
        ("department", Between(ImportField.Division, ImportField.SupportingDepartments)),
        ("kpi", Between(ImportField.Definition, ImportField.ActualNote)),
        ("initiative", Between(ImportField.Description, ImportField.Settled)),
        ("step", Between(ImportField.Span, ImportField.ForecastEnd)),
        ("office", Between(ImportField.From, ImportField.To)),
    ];

    private static IReadOnlyList<ImportField> Between(ImportField first, ImportField last) => [.. Enum.GetValues<ImportField>().Where(field => field >= first && field <= last)];
}
