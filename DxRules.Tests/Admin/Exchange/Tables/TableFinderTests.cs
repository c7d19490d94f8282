using System.Globalization;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Tables;

namespace DxRules.Tests.Admin.Exchange.Tables;

public sealed class TableFinderTests
{
    [Fact]
    public void Headings_in_merged_rows_are_joined_and_give_up_their_year_and_unit()
    {
        var table = Only(new SheetMaker()
            .Row("令和６年度　進捗管理シート")
            .Row("施策", "指標", "令和５年度", null, "令和６年度末（見込）", null, "目標値（％）（R8）", "備考")
            .Row(null, null, "計画", "実績(人)", "計画", "実績(人)")
            .Row("窓口", "待ち時間", 10, 12, 9, 8, 5)
            .Row("申請", "利用", 100, 90, 200, "集計中", 300, "新規")
            .Merge("A1:H1").Merge("A2:A3").Merge("B2:B3").Merge("C2:D2").Merge("E2:F2").Merge("G2:G3").Merge("H2:H3"));

        (table.FirstHeadingRow, table.FirstRow, table.LastRow, table.Title, table.Period!.Year).ShouldBe((2, 4, 5, "令和６年度 進捗管理シート", 2024));
        Shown(table).ShouldBe(["施策", "指標", "計画 2023", "実績 人 2023", "計画 2024 見込", "実績 人 2024 見込", "目標値 % 2026", "備考"]);
        table.Rows.ShouldBe([4, 5]);
    }

    [Fact]
    public void Groups_that_were_not_merged_stand_over_the_columns_beside_them()
    {
        var table = Only(new SheetMaker()
            .Row(null, null, "令和５年度", null, "令和６年度", null, null)
            .Row("番号", "指標", "計画", "実績", "計画", "実績", "担当")
            .Row("1-1", "待ち時間", 10, 12, 9, 8, "市民課"));

        Shown(table).ShouldBe(["番号", "指標", "計画 2023", "実績 2023", "計画 2024", "実績 2024", "担当"]);
    }

    [Fact]
    public void A_heading_cut_over_rows_is_one_heading()
    {
        var table = Only(new SheetMaker()
            .Row(null, "国外からの", "社会増加数", "(参考)2024年")
            .Row(null, "転入者数", "(－は社会減少数)", "社会増加数")
            .Row(null, "(A)", "(A)-(B)", null)
            .Blank()
            .Row("全国", 1, -2, 3)
            .Row("北海道", 1, -2, 3));

        Shown(table).ShouldBe(["", "国外からの転入者数", "社会増加数", "(参考)社会増加数 2024CY"]);
        (table.FirstRow, table.Rows.Count).ShouldBe((4, 2));
    }

    [Theory]
    [InlineData("令和６年度", 2024, false)]
    [InlineData("Ｒ６", 2024, false)]
    [InlineData("2024年度", 2024, false)]
    [InlineData("平成32年度", 2020, false)]
    [InlineData("FY2024", 2024, false)]
    [InlineData("2024", 2024, false)]
    [InlineData("令和元年度", 2019, false)]
    [InlineData("㋿6年度", 2024, false)]
    [InlineData("令6", 2024, false)]
    [InlineData("2015（平成27）年", 2015, true)]
    [InlineData("令和６年度（2024年度）", 2024, false)]
    [InlineData("令和7年3月31日現在", 2024, false)]
    [InlineData("令和７年３月末", 2024, false)]
    [InlineData("2025年", 2025, true)]
    public void A_year_in_a_heading_is_that_of_its_column(string heading, int year, bool isCalendarYear)
    {
        var column = Only(new SheetMaker().Row("指標", "実績 " + heading, heading).Row("a", 1, 2).Row("b", 3, 4)).Columns;

        foreach (var (read, words) in new[] { (column[1], "実績"), (column[2], "") })
            (read.Heading.Trim(), read.Period?.Year, read.Period?.IsCalendarYear).ShouldBe((words, year, isCalendarYear));
    }

    [Fact]
    public void Years_that_are_numbers_are_headings_and_years_without_an_era_go_on_from_the_one_before()
    {
        Shown(Only(new SheetMaker().Row("指標", "単位", 2022, 2023, 2024).Row("a", "人", 1, 2, 3).Row("b", "件", 4, 5, 6))).ShouldBe(["指標", "単位", " 2022", " 2023", " 2024"]);
        Shown(Only(new SheetMaker().Row("指標", "令和４年度", "５年度", "６年度実績").Row("a", 1, 2, 3))).ShouldBe(["指標", " 2022", " 2023", "実績 2024"]);
        Shown(Only(new SheetMaker().Row("指標", "実績値", null, null).Row(null, 2022, 2023, 2024).Row("a", 1, 2, 3).Merge("B1:D1").Merge("A1:A2"))).ShouldBe(["指標", "実績値 2022", "実績値 2023", "実績値 2024"]);
    }

    [Fact]
    public void The_time_of_the_plan_is_not_the_year_of_its_figures()
    {
        Only(new SheetMaker().Row("推進計画（令和４年度～令和８年度）指標").Row("指標", "実績").Row("a", 1)).Period.ShouldBeNull();
        Only(new SheetMaker().Row("令和6年度実績（計画期間：令和４年度～令和８年度）").Row("指標", "実績").Row("a", 1)).Period!.Year.ShouldBe(2024);
    }

    [Fact]
    public void Six_blocks_with_the_same_headings_stay_six()
    {
        var table = Only(new SheetMaker()
            .Row("自動", "自動", "入力", "入力", "入力", "入力")
            .Row("指標", "単位", "目標", "実績", "目標", "実績")
            .Row("a", "人", "１", "2,243", "－", "29（4）")
            .Row("b", "人", "１", "104,602\t", "－", "…"));

        table.FirstHeadingRow.ShouldBe(2);
        Shown(table).ShouldBe(["指標", "単位", "目標", "実績", "目標", "実績"]);
        table.Columns.Select(column => column.Place).ShouldBe([0, 1, 2, 3, 4, 5]);
    }

    [Fact]
    public void A_unit_stands_in_the_corner_in_the_headings_or_in_a_row_of_its_own()
    {
        var corner = Only(new SheetMaker().Row("事業費").Row(null, null, "（単位：千円）").Row("取組", "予算", "執行率").Row("a", 10, 20));
        (corner.Unit, corner.Title).ShouldBe(("千円", "事業費"));
        Shown(corner).ShouldBe(["取組", "予算 千円", "執行率"]);
        Shown(Only(new SheetMaker().Row("指標", "実績[千円]", "割合［％］").Row("a", 10, 20))).ShouldBe(["指標", "実績 千円", "割合 %"]);
        Shown(Only(new SheetMaker().Row("区分", "利用者", "割合").Row(null, "（人）", "（％）").Row("a", 10, 20))).ShouldBe(["区分", "利用者 人", "割合 %"]);
    }

    [Fact]
    public void Tables_below_each_other_are_told_apart_and_page_headings_are_left_out()
    {
        var tables = TableFinder.Find(new SheetMaker()
            .Row("令和５年度").Row("指標", "実績").Row("a", 1).Row("b", 2)
            .Blank()
            .Row("令和６年度").Row("指標", "実績").Row("a", 3)
            .Row("指標", "実績").Row("b", 4)
            .Grid());

        tables.Select(table => $"{table.FirstHeadingRow} {table.Period!.Year} {string.Join(',', table.Rows)}").ShouldBe(["2 2023 3,4", "7 2024 8,10"]);
        tables[1].Skipped.ShouldHaveSingleItem().ShouldBe(new SkippedRow(9, SkippedRowKind.RepeatedHeading, "指標 実績"));
    }

    [Theory]
    [InlineData("29（4）")]
    [InlineData("１０～２０")]
    [InlineData("調査中")]
    public void What_is_not_known_yet_or_not_clear_ends_no_table(string told)
    {
        Only(new SheetMaker().Row("指標", "実績").Row("待ち時間", 10).Row("電子決裁率", told).Row("申請率", 30)).Rows.ShouldBe([2, 3, 4]);
        Only(new SheetMaker().Row("指標", "R5実績", "R6実績").Row("待ち時間", 10, 12).Row("電子決裁率", told, told).Row("申請率", 30, 31)).Rows.ShouldBe([2, 3, 4]);
    }

    [Fact]
    public void Tables_side_by_side_are_told_apart()
    {
        var tables = TableFinder.Find(new SheetMaker()
            .Row("施策", "令和６年度実績", null, "課名", "件数")
            .Row("窓口", 1, null, "市民課", 10)
            .Row("申請", 2, null, "税務課", 20)
            .Grid());

        tables.Select(table => string.Join('|', Shown(table))).ShouldBe(["施策|実績 2024", "課名|件数"]);
        tables[1].Columns.Select(column => column.Place).ShouldBe([3, 4]);
    }

    [Fact]
    public void A_blank_column_within_a_table_does_not_cut_it() =>
        Shown(Only(new SheetMaker().Row("都道府県", "増加", null, "前年").Row("全国", 1, null, 2).Row("北海道", 3, null, 4))).ShouldBe(["都道府県", "増加", "前年"]);

    [Fact]
    public void Notes_subheadings_and_totals_are_told_and_blank_rows_do_not_end_a_table()
    {
        var table = Only(new SheetMaker()
            .Row("指標", "単位", "実績", "備考")
            .Row("基本方針１　窓口")
            .Row("待ち時間", "分", 12)
            .Blank()
            .Row("基本方針２　申請")
            .Row("電子申請", "件", 8, "速報")
            .Row("小　計", null, 20)
            .Row("合計", null, 20)
            .Row("（注１）速報値を含む。")
            .Row("　年度末の値")
            .Row("※ 担当課調べ", null, "令和７年")
            .Merge("A2:D2"));

        table.Rows.ShouldBe([3, 6, 7, 8]);
        table.Totals.ShouldBe([7, 8], ignoreOrder: true);
        table.Skipped.Select(row => $"{row.Row} {row.Why}").ShouldBe(["2 Subheading", "5 Subheading", "9 Note", "10 Note", "11 Note"]);
        table.LastRow.ShouldBe(8);
    }

    [Fact]
    public void A_figure_in_merged_cells_is_that_of_the_first_with_a_warning_and_a_label_that_of_all()
    {
        var table = Only(new SheetMaker()
            .Row("番号", "施策", "取組", "予算")
            .Row(1, "窓口", "案内", 500)
            .Row(null, null, "予約", null)
            .Row(2, "申請", "税", 300)
            .Merge("A2:A3").Merge("B2:B3").Merge("D2:D3"));

        (table.Grid.LabelAt(3, 1)!.Text, table.Grid.LabelAt(3, 0)!.Value, table.Grid.At(3, 3)).ShouldBe(("窓口", 1.0, null));
        table.Problems.Select(problem => $"{problem.At} {problem.Problem.Code} {problem.Problem.Message.Ja}").ShouldBe(["表!D2 DX632 結合されたセル（D2:D3）に数があります。先頭のセルだけの値として読みました。"]);
    }

    [Fact]
    public void A_row_of_words_under_the_headings_is_a_row_of_the_table()
    {
        var table = Only(new SheetMaker().Row("指標", "担当", "実績", "評価").Row("a", "市民課", "未定", "－").Row("b", "税務課", 2, "Ａ").Row("c", "税務課", "－", "Ａ").Row("d", "税務課", 3, "Ａ"));

        (table.FirstRow, table.Rows.Count).ShouldBe((2, 4));
    }

    [Fact]
    public void Numbers_of_the_columns_below_the_headings_are_no_row() =>
        Only(new SheetMaker().Row("指標", "計画", "実績").Row("(1)", "(2)", "(3)").Row("a", 5, 6)).Rows.ShouldBe([3]);

    [Fact]
    public void A_list_of_one_cell_a_row_and_an_empty_sheet_are_no_tables()
    {
        TableFinder.Find(new SheetMaker().Row("はじめに").Row("本書は").Row("次のとおり").Grid()).ShouldBeEmpty();
        TableFinder.Find(new Grid("空", [])).ShouldBeEmpty();
    }

    [Fact]
    public void A_person_can_say_where_a_table_stands()
    {
        var grid = new SheetMaker().Row("題").Row("指標", "令和６年度").Row(null, "実績（人）").Row("a", 1).Row("b", 2).Row("c", 3).Grid();

        var table = TableFinder.At(grid, 2, 4, 5);

        Shown(table).ShouldBe(["指標", "実績 人 2024"]);
        table.Rows.ShouldBe([4, 5]);
        TableFinder.At(grid, 2, 4, null).Rows.ShouldBe([4, 5, 6]);
        TableFinder.At(grid, 6, 9, 20).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Twenty_thousand_rows_are_read_one_by_one()
    {
        var text = string.Join('\n', Enumerable.Range(0, 20_000).Select(row => $"施策{row},指標{row},市民課,\"{row:#,0}人\",△{row % 7},－,…,令和6年度の取組を進めた,93％,{row}"));

        var table = TableFinder.Find(GridFile.Read("実績.csv", System.Text.Encoding.UTF8.GetBytes("施策,指標,担当,実績,増減,目標,参考,取組,割合,番号\n" + text)).Grids!.Single()).ShouldHaveSingleItem();
        var figures = table.Rows.Count(row => table.Columns.Count(column => FigureText.Read(table.Grid.At(row, column.Place), column.Unit).Value is not null) > 3);

        figures.ShouldBe(20_000);
    }

    private static Table Only(SheetMaker sheet) => TableFinder.Find(sheet.Grid()).ShouldHaveSingleItem();

    /// <summary>Heading, unit and year of each column.</summary>
    private static IEnumerable<string> Shown(Table table) => table.Columns.Select(column =>
        column.Heading + (column.Unit is null ? "" : $" {column.Unit}") + (column.Period is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {column.Period.Year}{(column.Period.IsCalendarYear ? "CY" : "")}")) + (column.IsProvisional ? " 見込" : ""));
}
