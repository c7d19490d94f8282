using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Marks;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using DxRules.Tests.Admin.Exchange.Workbooks;

namespace DxRules.Tests.Admin.Exchange.Marks;

public sealed class MarkedWorkbookTests
{
    private static PlanDocument Plan { get; } = PlanReader.Read("y.json", File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", "yamagata-2022.json"))).Document!;

    [Fact]
    public void Faulty_cells_are_filled_and_say_what_is_wrong()
    {
        using var marked = Open(MarkedWorkbook.Write("plan.xlsx", PlanWorkbook.Write(Plan), [Error("施策", 2, 3, "題名がありません。"), Warning("取組", 3, 4, "確かめてください。")]));

        CommentsOf(marked, "施策").ShouldBe(["D2 【取込の指摘】題名がありません。 直し方。"]);
        CommentsOf(marked, "取組").ShouldBe(["E3 【取込の指摘】確かめてください。 直し方。"]);
        ColourOf(marked, "施策", "D2").ShouldNotBeNull().ShouldNotBe(ColourOf(marked, "取組", "E3"));
        ColourOf(marked, "施策", "D3").ShouldBeNull();
        RowsOf(marked, "取込の指摘").ShouldBe(["区分|シート|セル|内容|番号", "直すところ|施策|D2|題名がありません。 直し方。|DX999", "確かめるところ|取組|E3|確かめてください。 直し方。|DX999"]);
        new OpenXmlValidator().Validate(marked).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void All_else_of_the_workbook_stays_and_it_can_be_filled_in_again()
    {
        var content = PlanWorkbook.Write(Plan);

        var reading = PlanWorkbookReader.Read("plan.xlsx", MarkedWorkbook.Write("plan.xlsx", content, [Error("施策", 2, 3, "題名がありません。")]));

        reading.Problems.ShouldBeEmpty();
        PlanWriter.Hash(reading.Document!).ShouldBe(PlanWriter.Hash(Plan));
    }

    [Fact]
    public void Marked_anew_a_workbook_shows_what_is_left_and_not_what_was_mended()
    {
        var first = MarkedWorkbook.Write("plan.xlsx", PlanWorkbook.Write(Plan), [Error("施策", 2, 3, "題名がありません。"), Error("施策", 3, 3, "長すぎます。")]);

        using var again = Open(MarkedWorkbook.Write("plan.xlsx", first, [Error("施策", 3, 3, "まだ長すぎます。")]));

        CommentsOf(again, "施策").ShouldBe(["D2 前の指摘は直っています。", "D3 【取込の指摘】まだ長すぎます。 直し方。"]);
        ColourOf(again, "施策", "D2").ShouldBeNull();
        ColourOf(again, "施策", "D3").ShouldNotBeNull();
        again.WorkbookPart!.Workbook.Descendants<Sheet>().Count(sheet => sheet.Name == "取込の指摘").ShouldBe(1);
        new OpenXmlValidator().Validate(again).Select(error => error.Description).ShouldBeEmpty();
    }

    [Fact]
    public void Comments_that_are_there_stay()
    {
        var commented = MarkedWorkbook.Write("plan.xlsx", PlanWorkbook.Write(Plan), [Error("施策", 2, 3, "x"), Error("施策", 5, 3, "x")]);
        commented = EditedWorkbook.Change(commented, book =>
        {
            var comments = PartOf(book, "施策").WorksheetCommentsPart!.Comments;
            comments.Authors = new Authors(new Author("市民課"));
            foreach (var comment in comments.CommentList!.Elements<Comment>())
                comment.CommentText = new CommentText(new Run(new Text("課内で確認中")));
        });

        using var marked = Open(MarkedWorkbook.Write("plan.xlsx", commented, [Error("施策", 2, 3, "題名がありません。"), Error("施策", 3, 3, "長すぎます。")]));

        CommentsOf(marked, "施策").ShouldBe(["D2 課内で確認中\n【取込の指摘】題名がありません。 直し方。", "D5 課内で確認中", "D3 【取込の指摘】長すぎます。 直し方。"]);
        PartOf(marked.WorkbookPart!, "施策").VmlDrawingParts.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_text_file_comes_back_as_a_workbook_with_the_same_cells()
    {
        var content = "施策,実績値\r\n窓口,約百\r\n"u8.ToArray();
        var grid = GridFile.Read("実績.csv", content).Grids;
        if (grid is null)
            Assert.Skip("Text files are not read yet.");

        using var marked = Open(MarkedWorkbook.Write("実績.csv", content, [Error(grid[0].Name, 2, 1, "数として読めません。")]));

        var sheet = marked.WorkbookPart!.Workbook.Descendants<Sheet>().First().Name!.Value!;
        RowsOf(marked, sheet).ShouldBe(["施策|実績値", "窓口|約百"]);
        CommentsOf(marked, sheet).ShouldBe(["B2 【取込の指摘】数として読めません。 直し方。"]);
    }

    [Fact]
    public void Of_merged_cells_the_one_that_shows_is_marked()
    {
        var merged = EditedWorkbook.Change(PlanWorkbook.Write(Plan), book => PartOf(book, "施策").Worksheet.AddChild(new MergeCells(new MergeCell { Reference = "D2:D4" })));

        using var marked = Open(MarkedWorkbook.Write("plan.xlsx", merged, [Error("施策", 4, 3, "x")]));

        CommentsOf(marked, "施策").ShouldHaveSingleItem().ShouldStartWith("D2 ");
    }

    [Fact]
    public void Cells_beyond_all_rows_and_sheets_that_are_not_there_and_files_that_are_no_workbook_are_told_all_the_same()
    {
        using var beyond = Open(MarkedWorkbook.Write("plan.xlsx", PlanWorkbook.Write(Plan), [Error("施策", 4000, 300, "x"), Error("どこにもない", 1, 0, "y"), new CellProblem(null, Problem(DiagnosticSeverity.Error, "z"))]));
        using var none = Open(MarkedWorkbook.Write("plan.xlsx", Encoding.UTF8.GetBytes("PK no workbook"), [new CellProblem(null, Problem(DiagnosticSeverity.Error, "読めません\u0001"))]));

        CommentsOf(beyond, "施策").ShouldHaveSingleItem().ShouldStartWith("KO4000 ");
        RowsOf(beyond, "取込の指摘").Count.ShouldBe(4);
        RowsOf(none, "取込の指摘").ShouldContain(row => row.Contains("読めません 直し方。"));
    }

    private static CellProblem Error(string sheet, int row, int column, string message) => new(new CellPlace(sheet, row, column), Problem(DiagnosticSeverity.Error, message));

    private static CellProblem Warning(string sheet, int row, int column, string message) => new(new CellPlace(sheet, row, column), Problem(DiagnosticSeverity.Warning, message));

    private static Diagnostic Problem(DiagnosticSeverity severity, string message) =>
        new("DX" + "999", severity, new LocalizedText(message, message), new SourceText("x", ""), default, new LocalizedText("直し方。", "the cure"));

    private static SpreadsheetDocument Open(byte[] content) => SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);

    private static WorksheetPart PartOf(WorkbookPart book, string sheet) => (WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().First(other => other.Name == sheet).Id!.Value!);

    private static List<string> CommentsOf(SpreadsheetDocument workbook, string sheet) =>
        [.. PartOf(workbook.WorkbookPart!, sheet).WorksheetCommentsPart!.Comments.CommentList!.Elements<Comment>().Select(comment => $"{comment.Reference} {comment.InnerText}")];

    private static string? ColourOf(SpreadsheetDocument workbook, string sheet, string cell)
    {
        var styles = workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var style = PartOf(workbook.WorkbookPart, sheet).Worksheet.Descendants<Cell>().FirstOrDefault(other => other.CellReference == cell)?.StyleIndex?.Value ?? 0;
        var fill = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)style).FillId?.Value ?? 0;
        return styles.Fills!.Elements<Fill>().ElementAt((int)fill).PatternFill?.ForegroundColor?.Rgb?.Value;
    }

    private static List<string> RowsOf(SpreadsheetDocument workbook, string sheet) =>
        [.. PartOf(workbook.WorkbookPart!, sheet).Worksheet.Descendants<Row>().Select(row => string.Join('|', row.Elements<Cell>().Select(cell => cell.InnerText)))];
}
