using DxRules.Admin.Exchange.Grids;

namespace DxRules.Admin.Exchange.Tables;

/// <summary>Reads the figure of a cell as a careful clerk would.</summary>
internal static class FigureText
{
    /// <param name="cell">Null for an empty one.</param>
    /// <param name="unit">That of the column or the table; one that stands in the cell itself comes first.</param>
    public static FigureReading Read(GridCell? cell, string? unit) =>
        cell is null ? new FigureReading(null, unit, false, FigureGap.Blank, null, "", true)
        : cell.Value is double figure ? new FigureReading(decimal.Parse(figure.ToString("G15", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture), unit, false, null, null, cell.Text, true)
        : new FigureReading(null, unit, false, null, null, cell.Text, false);
}

/// <summary>What stands in a cell for a figure.</summary>
/// <param name="Value">Exactly what is meant, 93 for 93％; null where there is none.</param>
/// <param name="Unit">Of the cell, else of its column.</param>
/// <param name="IsProvisional">Whether the cell says （見込）, 速報, (p).</param>
/// <param name="Gap">Why there is no figure; null where there is one or where what stands there is not clear.</param>
/// <param name="Period">The year, where the cell names it: 2024年度: 93%.</param>
/// <param name="Raw">The cell's own wording.</param>
/// <param name="IsReadable">False where it is not clear what is meant, as in 29（4）: nothing may be taken over then.</param>
internal sealed record FigureReading(decimal? Value, string? Unit, bool IsProvisional, FigureGap? Gap, TablePeriod? Period, string Raw, bool IsReadable);

/// <summary>Why a cell holds no figure. None of them is zero.</summary>
internal enum FigureGap
{
    Blank,

    /// <summary>－: there can be none.</summary>
    NotApplicable,

    /// <summary>…, 不詳, 集計中: there is one that is not known.</summary>
    NotKnown,

    /// <summary>x: withheld.</summary>
    Withheld,

    /// <summary>A formula that gives an error.</summary>
    Error,
}
