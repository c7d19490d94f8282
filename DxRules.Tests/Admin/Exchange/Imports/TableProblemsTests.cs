using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Imports;

namespace DxRules.Tests.Admin.Exchange.Imports;

public sealed class TableProblemsTests
{
    [Fact]
    public void A_formula_that_fails_is_told_only_where_its_cell_is_taken()
    {
        var problems = new CellProblems("表.xlsx");
        foreach (var at in new[] { new CellPlace("シート1", 2, 1), new CellPlace("シート1", 2, 2), new CellPlace("シート1", 9, 1), new CellPlace("ほか", 2, 1) })
            problems.Warn(at, "DX608", "数式がエラーになっています。", "The formula gives an error.");
        problems.Warn(new CellPlace("ほか", 1, 0), "DX624", "隠されたシートです。", "The sheet is hidden.");
        problems.Cell(new CellPlace("ほか", 9, 9), "DX607", "行が多すぎます。", "Too many rows.");
        var table = MadeTable.Of("指標名|実績値@2024|備考欄外", ["窓口の平均待ち時間", 21, "x"]);

        var told = TableProblems.Of(problems.All, [(table, MappingGuess.Of(table, MadeTable.Plan()))]).Select(problem => $"{problem.Problem.Code} {problem.At}");

        told.ShouldBe(["DX608 シート1!B2", "DX624 ほか!A1", "DX607 ほか!J9"]);
    }
}
