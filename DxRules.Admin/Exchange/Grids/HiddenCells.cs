using System.Globalization;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>Tells of what a person does not see on a sheet.</summary>
internal static class HiddenCells
{
    private static readonly LocalizedText Cure = new(
        "課の表からは、表示されているものだけを取り込みます。使うものなら、表示して保存し直してください。書き出した書式では、隠れていても読みます。",
        "Of a department's own table only what shows is taken. Show it and save the file anew where it is meant. Of a form that was exported all is read.");

    public static void Tell(Grid grid, CellProblems problems)
    {
        if (grid.Rows.Count == 0)
            return;
        if (grid.IsHidden)
            problems.Warn(new CellPlace(grid.Name, 1, 0), "DX624", "非表示のシートです。取り込むものか確かめてください。", "This sheet is hidden. See whether it is to be read.");
        if (grid.HiddenRows.Count > 0)
            problems.Warn(new CellPlace(grid.Name, grid.HiddenRows.Min(), 0), "DX625", $"非表示の行（{Runs(grid.HiddenRows, row => row.ToString(CultureInfo.InvariantCulture))}行目）があります。",
                $"There are hidden rows: {Runs(grid.HiddenRows, row => row.ToString(CultureInfo.InvariantCulture))}.", Cure);
        if (grid.HiddenColumns.Count > 0)
            problems.Warn(new CellPlace(grid.Name, 1, grid.HiddenColumns.Min()), "DX625", $"非表示の列（{Runs(grid.HiddenColumns, CellPlace.NameOf)}列）があります。",
                $"There are hidden columns: {Runs(grid.HiddenColumns, CellPlace.NameOf)}.", Cure);
    }

    /// <summary>3、5～7: what follows on another is told by its ends, and of very many only the first.</summary>
    private static string Runs(IReadOnlySet<int> numbers, Func<int, string> name)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var number in numbers.Order())
        {
            if (runs.Count > 0 && runs[^1].Last == number - 1)
                runs[^1] = (runs[^1].First, number);
            else
                runs.Add((number, number));
        }
        var told = runs.Take(10).Select(run => run.First == run.Last ? name(run.First) : $"{name(run.First)}～{name(run.Last)}");
        return string.Join("、", told) + (runs.Count > 10 ? " …" : "");
    }
}
