using DxRules.Admin.Exchange.Grids;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>A sheet as it was filled in: the cells of its rows from the first one on.</summary>
/// <param name="Rows">Each as long as its last filled cell; null for an empty one.</param>
internal sealed record SheetTable(string Name, IReadOnlyList<object?[]> Rows)
{
    public static SheetTable Of(Grid grid) => new(grid.Name, [.. grid.Rows.Select(row => Array.ConvertAll(row, cell => cell?.Value is CellError ? null : cell?.Value))]);
}
