using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Tables;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What of the problems of a file matters to those who take some of its tables.</summary>
internal static class TableProblems
{
    // A formula that fails in a cell from which nothing is taken would hide the one that matters.
    private const string FailingFormula = "DX608";

    public static IEnumerable<CellProblem> Of(IReadOnlyList<CellProblem> found, IReadOnlyList<(Table Table, TableMapping Mapping)> taken)
    {
        var cells = taken.SelectMany(pair => pair.Mapping.Columns.Where(column => column.Field != ImportField.Ignored).Select(column => (pair.Table.Grid.Name, column.Place))).ToHashSet();
        var rows = taken.SelectMany(pair => pair.Table.Rows.Except(pair.Table.Totals).Select(row => (pair.Table.Grid.Name, row))).ToHashSet();
        return found.Where(problem => problem is not { Problem: { Code: FailingFormula, Severity: DiagnosticSeverity.Warning }, At: { } at } || (cells.Contains((at.Sheet, at.Column)) && rows.Contains((at.Sheet, at.Row))))
            .Concat(taken.SelectMany(pair => pair.Table.Problems));
    }
}
