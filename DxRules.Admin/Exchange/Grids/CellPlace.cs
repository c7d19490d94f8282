using System.Globalization;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>A cell of a workbook; of a text file its line and column.</summary>
/// <param name="Row">Counted from 1.</param>
/// <param name="Column">Counted from 0.</param>
internal sealed record CellPlace(string Sheet, int Row, int Column)
{
    /// <summary>The letters of a column, counted from 0: A, B … Z, AA.</summary>
    public static string NameOf(int column) => column < 26 ? ((char)('A' + column)).ToString() : NameOf(column / 26 - 1) + (char)('A' + column % 26);

    /// <summary>As a spreadsheet names the cell on its sheet: B12.</summary>
    public string Name => NameOf(Column) + Row.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => $"{Sheet}!{Name}";
}
