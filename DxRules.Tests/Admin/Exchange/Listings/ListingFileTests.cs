using System.IO.Compression;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Listings;

namespace DxRules.Tests.Admin.Exchange.Listings;

public sealed class ListingFileTests
{
    private static readonly Listing Table = new("指標", [new("title", "題名"), new("value", "実績値（%）"), new("on", "時点"), new("year", "年度"), new("known", "確定")],
    [
        ["=HYPERLINK(\"x\")", -3.50m, new DateOnly(2025, 3, 31), 2024, true],
        ["改行\nと,カンマ", null, null, null, false],
    ]);

    [Fact]
    public void Csv_has_one_row_of_headings_and_texts_that_no_spreadsheet_runs()
    {
        var file = ListingFile.Of("csv", "kpis", Table);

        file.FileDownloadName.ShouldBe("kpis.csv");
        Encoding.UTF8.GetString(file.FileContents).ShouldBe(
            "\uFEFF題名,実績値（%）,時点,年度,確定\r\n\"'=HYPERLINK(\"\"x\"\")\",-3.5,2025-03-31,2024,はい\r\n\"改行\nと,カンマ\",,,,いいえ\r\n");
    }

    [Fact]
    public void Excel_holds_values_by_their_types_and_nothing_merged()
    {
        var file = ListingFile.Of("xlsx", "kpis", Table);

        var grid = GridFile.Read("kpis.xlsx", file.FileContents).Grids.ShouldNotBeNull().ShouldHaveSingleItem();
        (grid.Name, grid.Merges.Count).ShouldBe(("指標", 0));
        grid.Rows[1].Select(cell => cell?.Value).ShouldBe(["=HYPERLINK(\"x\")", -3.5, new DateTime(2025, 3, 31), 2024.0, "はい"]);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file.FileContents), isEditable: false);
        new OpenXmlValidator().Validate(workbook).Select(error => error.Description).ShouldBeEmpty();
    }

    [Fact]
    public void Json_names_values_by_keys_that_no_language_changes()
    {
        var table = JsonDocument.Parse(ListingFile.Of("json", "kpis", Table).FileContents).RootElement.GetProperty("tables")[0];

        table.GetProperty("headings").GetProperty("value").GetString().ShouldBe("実績値（%）");
        table.GetProperty("rows")[0].GetRawText().ReplaceLineEndings("").Replace(" ", "").ShouldBe("""{"title":"=HYPERLINK(\"x\")","value":-3.50,"on":"2025-03-31","year":2024,"known":true}""");
        table.GetProperty("rows")[1].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Several_tables_are_files_in_an_archive_or_sheets_of_a_workbook()
    {
        var other = Table with { Name = "取組" };

        using var archive = new ZipArchive(new MemoryStream(ListingFile.Of("csv", "all", Table, other).FileContents));
        archive.Entries.Select(entry => entry.FullName).ShouldBe(["指標.csv", "取組.csv"]);
        GridFile.Read("all.xlsx", ListingFile.Of("xlsx", "all", Table, other).FileContents).Grids!.Select(grid => grid.Name).ShouldBe(["指標", "取組"]);
    }

    [Fact]
    public void Signs_that_no_workbook_can_hold_are_left_out_of_it()
    {
        var file = ListingFile.Of("xlsx", "x", new Listing("表", [new("a", "見出し")], [["a\u0001b"]]));

        GridFile.Read("x.xlsx", file.FileContents).Grids![0].Rows[1][0]!.Text.ShouldBe("ab");
    }
}
