using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Tables;

namespace DxRules.Tests.Admin.Exchange.Tables;

public sealed class SharedSheetsTests
{
    [Fact]
    public void Every_value_is_read_from_its_cell_with_its_row_its_heading_its_unit_and_its_year()
    {
        SharedSheets.SkipWithout();
        var checkedValues = 0;
        foreach (var sheet in SharedSheets.All)
        {
            var grids = Open(sheet.Name);
            foreach (var block in sheet.ExpectedBlocks)
            {
                foreach (var value in (block.Values ?? []).Where(value => value.Cell is not null))
                {
                    Check(grids.Single(grid => block.Sheet is null || grid.Name.Trim() == block.Sheet.Trim() || grids.Count == 1), value, $"{sheet.Name} {value.Cell}");
                    checkedValues++;
                }
            }
        }
        checkedValues.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Every_value_of_a_line_of_open_data_is_read()
    {
        SharedSheets.SkipWithout();
        var table = TableFinder.Find(Open("takamatsu_shorai_jinko_0068.csv").Single()).ShouldHaveSingleItem();

        table.FirstHeadingRow.ShouldBe(7);
        table.Rows.ShouldBe(Enumerable.Range(10, 11));
        table.Columns.Select(column => column.Heading).Take(3).ShouldBe(["property", "era", "headCount"]);
        foreach (var value in SharedSheets.All.Single(sheet => sheet.Name == "takamatsu_shorai_jinko_0068.csv").ExpectedBlocks.SelectMany(block => block.Values!))
        {
            var row = value.Line!.Value;
            FigureText.Read(table.Grid.At(row, 1), null).Value.ShouldBe(decimal.Parse(value.Period[2..6]));
            table.Columns.Select(column => FigureText.Read(table.Grid.At(row, column.Place), null).Value).ShouldContain(value.Value);
        }
    }

    [Theory]
    [InlineData("takamatsu_soshiki_ichiran_R8_0083.xlsx", 387)]
    [InlineData("yaizu_nouen_cp932.csv", 9)]
    public void Every_record_of_a_table_of_words_is_read(string file, int rows)
    {
        SharedSheets.SkipWithout();
        var table = TableFinder.Find(Open(file).Single()).ShouldHaveSingleItem();

        table.Rows.Count.ShouldBe(rows);
        var records = table.Rows.Select(row => table.Columns.ToDictionary(column => column.Heading, column => table.Grid.At(row, column.Place)?.Text)).ToList();
        foreach (var expected in SharedSheets.All.Single(sheet => sheet.Name == file).ExpectedBlocks.SelectMany(block => block.Records!))
            records.ShouldContain(record => expected.All(field => record[field.Key] == field.Value), string.Join(',', expected.Values));
    }

    [Fact]
    public void A_form_is_no_table()
    {
        SharedSheets.SkipWithout();

        Open("trap_kaigo_shinsei_form.xlsx").SelectMany(TableFinder.Find).Select(table => $"{table.FirstHeadingRow}: {string.Join('|', table.Columns.Select(column => column.Heading))}").ShouldBeEmpty();
    }

    private static IReadOnlyList<Grid> Open(string file) => GridFile.Read(file, SharedSheets.Read(file)).Grids.ShouldNotBeNull();

    private static void Check(Grid grid, SharedValue expected, string where)
    {
        var (row, place) = (int.Parse(expected.Cell!.TrimStart([.. Enumerable.Range('A', 26).Select(letter => (char)letter)])), expected.Cell[0] - 'A');
        var table = TableFinder.Find(grid).ShouldHaveSingleItem(where);
        table.Rows.ShouldContain(row, where);
        var column = table.Columns.Single(column => column.Place == place);
        var reading = FigureText.Read(grid.At(row, place), column.Unit);

        foreach (var word in expected.Row!.Split(' '))
            table.Columns.Select(other => table.Grid.LabelAt(row, other.Place)?.Text).ShouldContain(word, where);
        column.Heading.ShouldContain(expected.Indicator, Case.Sensitive, where);
        (reading.Value, reading.IsReadable).ShouldBe((expected.Value, true), where);
        if (column.Unit is not null)
            reading.Unit.ShouldBe(expected.Unit, where);
        if (expected.Period.Contains("not in the file"))
            return;
        var period = (column.Period ?? table.Period).ShouldNotBeNull(where);
        $"{(period.IsCalendarYear ? "CY" : "FY")}{period.Year}".ShouldBe(expected.Period, where);
    }
}
