using System.Text.RegularExpressions;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Tables;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>A figure in the unit of its indicator.</summary>
/// <param name="Raw">The cell's wording, where it says something else than the figure: 約8,600人.</param>
internal sealed partial record FigureOf(decimal Value, bool IsProvisional, TablePeriod? Period, string? Raw, CellPlace At)
{
    /// <summary>What stands in a cell; null where there is no figure, and where it is none of the indicator's, which is told.</summary>
    public static FigureOf? Read(RowEntry row, MappedColumn column, Kpi kpi)
    {
        var rowUnit = row.Table.Text(row.Row, ImportField.Unit);
        if (row.Figure(column, rowUnit) is not { Value: { } value } reading)
            return null;
        var at = row.At(column);
        var factor = 1m;
        if (reading.Unit is { } unit && kpi.Unit is { } planned && TextKeys.Key(unit).Length > 0)
        {
            if (UnitScale.Factor(unit, planned) is not { } known)
            {
                row.Problems.OtherUnit(at, unit, planned);
                row.Block();
                return null;
            }
            factor = known;
        }
        else if (kpi.Unit is null && reading.Unit is { Length: > 0 } other && rowUnit is null)
            row.Problems.NoUnit(at, other);
        if (kpi.Bounded && value * factor is < 0 or > 100)
        {
            row.Problems.OutOfBounds(at, reading.Raw);
            row.Block();
            return null;
        }
        return new FigureOf(value * factor, reading.IsProvisional, reading.Period, IsRough(reading.Raw) ? reading.Raw.Trim() : null, at);
    }

    /// <summary>Whether a wording says that its figure is not exact: 約8,600人, 100以上.</summary>
    public static bool IsRough(string wording) => Roughly().IsMatch(wording);

    /// <summary>As a person reads it.</summary>
    public string Text => PlanText.Of(Value)!;

    [GeneratedRegex("約|およそ|概ね|程度|以上|超|未満|以下|前後|頃|概数", RegexOptions.CultureInvariant)]
    private static partial Regex Roughly();
}
