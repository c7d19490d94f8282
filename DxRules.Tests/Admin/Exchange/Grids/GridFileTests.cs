using System.IO.Compression;
using System.Text;
using DxRules.Admin.Exchange.Grids;

namespace DxRules.Tests.Admin.Exchange.Grids;

public sealed class GridFileTests
{
    [Theory]
    [InlineData(8633.0, "#,##0", "8,633")]
    [InlineData(-3.508, "0.0;\"▲ \"0.0", "▲ 3.5")]
    [InlineData(-3.508, "0.0;[Red]△0.0", "△3.5")]
    [InlineData(-800.0, "#,##0_ ;[Red]\\-#,##0\\ ", "-800")]
    [InlineData(0.93, "0%", "93%")]
    [InlineData(0.9345, "0.0%", "93.5%")]
    [InlineData(8633.0, "#,##0\"人\"", "8,633人")]
    [InlineData(8633000.0, "#,##0,\"千人\"", "8,633千人")]
    [InlineData(0.0, "0;-0;\"-\"", "-")]
    [InlineData(-1.0, "(0)", "-(1)")]
    [InlineData(2024.0, "0\"年度\"", "2024年度")]
    [InlineData(1000.0, "[$￥-411]#,##0", "￥1,000")]
    [InlineData(7.0, "0000", "0007")]
    [InlineData(5.0999999999999996, "General", "5.1")]
    [InlineData(45747.0, "ggge\"年\"m\"月\"d\"日\"", "令和7年3月31日")]
    [InlineData(45747.0, "[$-411]ge.m.d;@", "R7.3.31")]
    [InlineData(43586.0, "[$-ja-JP-x-gannen]ggge\"年\"m\"月\"", "令和元年5月")]
    [InlineData(45747.0, "yyyy\"年\"m\"月\"", "2025年3月")]
    [InlineData(45747.0, "yyyy/m/d", "2025/3/31")]
    [InlineData(45747.0, "m\"月\"d\"日\"(aaa)", "3月31日(月)")]
    public void A_figure_is_shown_as_its_cell_shows_it(double value, string format, string shown) =>
        new SheetMaker().Row(new SheetMaker.Shown(value, format)).Grid().At(1, 0)!.Text.ShouldBe(shown);

    [Fact]
    public void A_PDF_is_no_text_file()
    {
        var reading = GridFile.Read("hyo.csv", "%PDF-1.7\n1 0 obj"u8.ToArray());

        reading.Grids.ShouldBeNull();
        reading.Problems.Single().Problem.Message.Ja.ShouldStartWith("PDFの表は読めません。");
    }

    [Fact]
    public void Days_of_the_Japanese_calendar_are_days() =>
        new SheetMaker().Row(new SheetMaker.Shown(45747, "[$-411]ge.m.d")).Grid().At(1, 0)!.Value.ShouldBe(new DateTime(2025, 3, 31));

    [Fact]
    public void Cells_are_read_as_they_stand_with_what_is_merged_and_hidden()
    {
        var reading = GridFile.Read("表.xlsx", new SheetMaker().Row("題", null, null).Row("a", 1, "x").Blank().Row("b", 2).Merge("A1:C1").Hide(4).HideColumn(2).Content());

        var grid = reading.Grids!.ShouldHaveSingleItem();
        grid.Rows.Count.ShouldBe(4);
        (grid.At(2, 1)!.Value, grid.At(2, 1)!.Text, grid.At(3, 0), grid.At(9, 9)).ShouldBe((1.0, "1", null, null));
        (grid.At(1, 2), grid.LabelAt(1, 2)!.Text).ShouldBe((null, "題"));
        grid.Merges.ShouldBe([new GridArea(1, 0, 1, 2)]);
        grid.HiddenRows.ShouldBe([4]);
        grid.HiddenColumns.ShouldBe([2]);
        Told(reading).ShouldBe(["表!A4 DX625 Warning 非表示の行（4行目）があります。", "表!C1 DX625 Warning 非表示の列（C列）があります。"]);
    }

    [Fact]
    public void A_hidden_sheet_is_told()
    {
        var reading = GridFile.Read("表.xlsx", new SheetMaker().Row("a", "b").Content(isHidden: true));

        reading.Grids!.Single().IsHidden.ShouldBeTrue();
        Told(reading).ShouldBe(["表!A1 DX624 Warning 非表示のシートです。取り込むものか確かめてください。"]);
    }

    [Fact]
    public void A_formula_gives_what_was_saved_and_an_error_is_told_by_its_cell()
    {
        var reading = GridFile.Read("表.xlsx", new SheetMaker().Row(new SheetMaker.Formula("1+2", "3"), new SheetMaker.Formula("1/0", "#DIV/0!", IsError: true)).Content());

        var grid = reading.Grids!.Single();
        (grid.At(1, 0)!.Value, grid.At(1, 1)!.Value).ShouldBe((3.0, new CellError("#DIV/0!")));
        Told(reading).ShouldHaveSingleItem().ShouldStartWith("表!B1 DX608 Warning 数式がエラー（#DIV/0!）");
    }

    [Fact]
    public void Formulas_of_an_old_workbook_that_fail_are_told_too()
    {
        // LibreOffice saved it as Excel 97: =1/0 and =NA() under 実績.
        var reading = GridFile.Read("errors.xls", File.ReadAllBytes(Repository.File("DxRules.Tests", "Admin", "Exchange", "Grids", "Files", "errors.xls")));

        reading.Grids!.Single().Rows.Select(row => string.Join('|', row.Select(cell => cell?.Text))).ShouldBe(["指標|実績", "a|#DIV/0!", "b|#N/A", "c|5"]);
        Told(reading).Select(line => line[..20]).ShouldBe(["err!B2 DX608 Warning", "err!B3 DX608 Warning"]);
    }

    [Fact]
    public void An_old_workbook_that_is_damaged_is_told_or_read_and_never_ends_the_program()
    {
        var whole = File.ReadAllBytes(Repository.File("DxRules.Tests", "Admin", "Exchange", "Grids", "Files", "errors.xls"));
        var chance = new Random(8);
        for (var i = 0; i < 200; i++)
        {
            var damaged = whole.ToArray();
            for (var j = 0; j < 20; j++)
                damaged[chance.Next(4, damaged.Length)] = (byte)chance.Next(256);

            var reading = GridFile.Read("errors.xls", damaged.AsMemory(0, i % 2 == 0 ? damaged.Length : chance.Next(100, damaged.Length)));

            (reading.Grids is not null || reading.Problems.Count > 0).ShouldBeTrue();
        }
    }

    [Fact]
    public void Macros_are_told_and_not_run()
    {
        using var stream = new MemoryStream();
        stream.Write(new SheetMaker().Row("a", 1).Content());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        using (var macros = zip.CreateEntry("xl/vbaProject.bin").Open())
            macros.Write("macros"u8);

        var reading = GridFile.Read("表.xlsm", stream.ToArray());

        reading.Grids.ShouldNotBeNull(string.Join('\n', Told(reading))).Single().At(1, 0)!.Text.ShouldBe("a");
        Told(reading).ShouldHaveSingleItem().ShouldStartWith(" DX620 Warning マクロを含むブックです。");
    }

    [Theory]
    [InlineData("表.xlsx", "")]
    [InlineData("表.xlsx", "これはブックではありません。")]
    [InlineData("表.xls", "<html><table><tr><td>1</td></tr></table></html>")]
    [InlineData("表.csv", "PK\u0003\u0004 half of one")]
    [InlineData("表.csv", "\u0001\0\0\u0002 a picture")]
    public void What_is_no_workbook_and_no_text_is_told(string name, string content) =>
        Told(GridFile.Read(name, Encoding.UTF8.GetBytes(content))).ShouldHaveSingleItem().ShouldStartWith(" DX604 Error ");

    [Fact]
    public void A_workbook_of_which_half_was_sent_is_told_as_that()
    {
        var whole = new SheetMaker().Row("a", 1).Content();

        Told(GridFile.Read("表.xlsx", whole.AsMemory(0, whole.Length / 2))).ShouldHaveSingleItem().ShouldContain("途中で切れています");
    }

    [Fact]
    public void A_workbook_with_a_password_is_told()
    {
        // An encrypted workbook is a compound file that names its streams so.
        var content = EncryptedWorkbook.Content();

        Told(GridFile.Read("表.xlsx", content)).ShouldHaveSingleItem().ShouldStartWith(" DX603 Error パスワードで保護されています。");
    }

    [Fact]
    public void A_file_that_unpacks_to_far_more_than_it_is_is_not_unpacked()
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open())
        {
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte <= GridFile.LargestContent / zeros.Length; megabyte++)
                entry.Write(zeros);
        }

        Told(GridFile.Read("表.xlsx", content.ToArray())).ShouldHaveSingleItem().ShouldStartWith(" DX602 ");
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_opened() =>
        Told(GridFile.Read("表.csv", new byte[GridFile.LargestFile + 1])).ShouldHaveSingleItem().ShouldStartWith(" DX601 ");

    [Fact]
    public void A_million_empty_rows_are_no_rows()
    {
        var sheet = SheetXml(data =>
        {
            data.Append("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
            for (var row = 2; row <= 1_048_576; row++)
                data.Append("<row r=\"").Append(row).Append("\"><c r=\"A").Append(row).Append("\" s=\"0\"/></row>");
        });

        var reading = GridFile.Read("表.xlsx", sheet);

        reading.Grids!.Single().Rows.Count.ShouldBe(1);
        reading.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void More_rows_than_anybody_reports_are_told_and_not_read()
    {
        var sheet = SheetXml(data =>
        {
            for (var row = 1; row <= GridFile.MostRows + 10; row++)
                data.Append("<row r=\"").Append(row).Append("\"><c r=\"A").Append(row).Append("\"><v>1</v></c></row>");
        });

        var reading = GridFile.Read("表.xlsx", sheet);

        reading.Grids!.Single().Rows.Count.ShouldBe(GridFile.MostRows);
        Told(reading).ShouldHaveSingleItem().ShouldStartWith("Sheet1!A100001 DX607 Error ");
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => GridFile.Read("表.xlsx", new SheetMaker().Row("a", 1).Content(), cancelled.Token));
    }

    internal static List<string> Told(GridReading reading) => [.. reading.Problems.Select(problem => $"{problem.At} {problem.Problem.Code} {problem.Problem.Severity} {problem.Problem.Message.Ja}")];

    /// <summary>A workbook of one sheet, written without a library that would hold a million rows.</summary>
    private static byte[] SheetXml(Action<StringBuilder> rows)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, string text)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
                entry.Write(text);
            }

            var data = new StringBuilder();
            rows(data);
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            Add("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Add("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{data}</sheetData></worksheet>");
        }
        return content.ToArray();
    }
}
