using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Workbooks;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>Tells our own workbook, whose columns say themselves what they are, from a sheet that somebody else made.</summary>
internal static class OwnWorkbook
{
    // A sheet of somebody's own may be called 計画 or 取組, too, but hardly several as we name them.
    private const int EnoughSheets = 3;

    public static bool Is(IReadOnlyList<Grid> grids) =>
        grids.Any(grid => grid.Name == WorkbookAbout.SheetName)
        || (grids.Any(grid => grid.Name == WorkbookShape.Instance.Root.Name)
            && grids.Count(grid => WorkbookShape.Instance.Sheets.Any(sheet => sheet.Name == grid.Name)) >= EnoughSheets);
}
