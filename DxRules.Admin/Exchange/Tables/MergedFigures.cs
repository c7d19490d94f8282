using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Admin.Exchange.Grids;

namespace DxRules.Admin.Exchange.Tables;

/// <summary>Finds figures in merged cells: whether one holds for each of the rows, or for all of them together, only a person can say.</summary>
internal static partial class MergedFigures
{
    public static IReadOnlyList<CellProblem> Of(SheetView view, HeadingRows rows, TableBody body)
    {
        if (body.Rows.Count == 0 || view.Grid.Merges.Count == 0)
            return [];
        var problems = new CellProblems(view.Grid.Name);
        foreach (var area in view.Grid.Merges.Where(area => area.FirstRow > rows.Last && area.FirstRow <= body.Rows[^1] && rows.Figures.Contains(area.FirstColumn)))
        {
            if (view.Kind(area.FirstRow, area.FirstColumn) is CellKind.Figure or CellKind.YearOrFigure && !IsNumbering(view, rows, area.FirstColumn))
                problems.Warn(new CellPlace(view.Grid.Name, area.FirstRow, area.FirstColumn), "DX632", $"結合されたセル（{NameOf(area)}）に数があります。先頭のセルだけの値として読みました。", $"Merged cells ({NameOf(area)}) hold a figure. It was read as that of the first cell alone.");
        }
        return problems.All;
    }

    private static bool IsNumbering(SheetView view, HeadingRows rows, int column) =>
        Enumerable.Range(rows.First, rows.Last - rows.First + 1).Any(row => Numbering().IsMatch(CellWording.Folded(view.Grid.LabelAt(row, column)?.Text ?? "")));

    private static string NameOf(GridArea area) => string.Create(CultureInfo.InvariantCulture, $"{CellPlace.NameOf(area.FirstColumn)}{area.FirstRow}:{CellPlace.NameOf(area.LastColumn)}{area.LastRow}");

    [GeneratedRegex("番号|コード|^(No|ID|#|項番|連番|順位?)|年度?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();
}
