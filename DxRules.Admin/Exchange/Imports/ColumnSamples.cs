using DxRules.Admin.Exchange.Tables;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What stands in the first rows of a table's columns.</summary>
internal sealed class ColumnSamples(Table table)
{
    private const int MostRows = 50;

    private readonly Dictionary<int, IReadOnlyList<string>> texts = [];

    public IReadOnlyList<string> Texts(TableColumn column)
    {
        if (!texts.TryGetValue(column.Place, out var found))
            texts.Add(column.Place, found = [.. table.Rows.Take(MostRows).Select(row => table.Grid.At(row, column.Place)?.Text.Trim()).OfType<string>().Where(text => text.Length > 0)]);
        return found;
    }

    /// <summary>Which part of the filled cells is such; 0 for a column without any.</summary>
    public decimal Share(TableColumn column, Func<string, bool> isSuch) =>
        Texts(column) is { Count: > 0 } filled ? (decimal)filled.Count(isSuch) / filled.Count : 0;

    /// <summary>Whether most cells hold a figure, or say why they hold none.</summary>
    public bool AreFigures(TableColumn column)
    {
        var readings = table.Rows.Take(MostRows).Select(row => FigureText.Read(table.Grid.At(row, column.Place), column.Unit)).Where(reading => reading.Gap != FigureGap.Blank).ToList();
        return readings.Count > 0 && readings.Count(reading => reading.IsReadable) * 2 > readings.Count && readings.Exists(reading => reading.Value is not null);
    }
}
