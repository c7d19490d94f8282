using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Exchange.Workbooks;

public sealed class PlanWorkbookTests
{
    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Repository.File("DxRules.Admin", "SampleData"), "*.json").Select(file => Path.GetFileName(file)!).Where(file => !file.Contains(".expected.") && !file.Contains(".story."))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_plan_that_went_through_a_workbook_is_the_same_plan(string file)
    {
        var plan = PlanReader.Read(file, File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", file))).Document.ShouldNotBeNull();

        var reading = PlanWorkbookReader.Read("plan.xlsx", PlanWorkbook.Write(plan));

        reading.Problems.Select(problem => $"{problem.At} {problem.Problem.Message.Ja}").ShouldBeEmpty();
        Encoding.UTF8.GetString(PlanWriter.Write(reading.Document!)).ShouldBe(Encoding.UTF8.GetString(PlanWriter.Write(plan)));
    }

    [Fact]
    public void Every_heading_of_a_sheet_stands_there_once()
    {
        foreach (var sheet in WorkbookShape.Instance.Sheets)
            PlanWorkbook.Headings(sheet).GroupBy(heading => heading).Where(group => group.Count() > 1).Select(group => $"{sheet.Name}: {group.Key}").ShouldBeEmpty();
        WorkbookShape.Instance.Sheets.Select(sheet => sheet.Name).ShouldBeUnique();
        WorkbookShape.Instance.Sheets.Where(sheet => sheet.Name.Length > 31).ShouldBeEmpty();
        WorkbookShape.Instance.Sheets.Where(sheet => sheet.Lists.Count > 0 && sheet.Id is null).Select(sheet => sheet.Name).ShouldBeEmpty("What stands below such a row could not say so.");
    }

    [Fact]
    public void A_workbook_is_one_that_Excel_opens_without_repair()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(PlanWorkbook.Write(Demo)), isEditable: false);

        new OpenXmlValidator().Validate(workbook).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").Take(5).ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_workbook_asks_for_the_plan_and_nothing_else()
    {
        var reading = PlanWorkbookReader.Read("plan.xlsx", PlanWorkbook.Write(null));

        reading.Document.ShouldBeNull();
        Told(reading).ShouldBe(["計画!A1 DX609 計画の行がありません。"]);
    }

    [Fact]
    public void Full_width_figures_eras_and_months_are_read()
    {
        var reading = Filled(("期間・開始日", 2, "平成３０年４月１日"), ("期間・終了日", 2, "2023-03"));

        Told(reading).ShouldBeEmpty();
        reading.Document!.Plan.Period!.Start!.Value.ToString().ShouldBe("2018-04-01");
        reading.Document.Plan.Period.End!.Value.ToString().ShouldBe("2023-03");
    }

    [Fact]
    public void All_that_cannot_be_read_is_told_at_once_with_its_cell()
    {
        var reading = Filled(("計画・状態", 2, "もうすぐ"), ("期間・開始日", 2, "来年の春"));

        reading.Document.ShouldBeNull();
        Told(reading).Count.ShouldBe(2, string.Join('\n', Told(reading)));
        Told(reading).ShouldContain(line => line.Contains("「もうすぐ」とあります") && line.Contains("推進中"));
        Told(reading).ShouldContain(line => line.Contains("「来年の春」は読めません"));
    }

    [Fact]
    public void What_the_plan_file_does_not_allow_is_told_with_its_cell()
    {
        var reading = Filled(("団体・団体コード", 2, "062015"));

        Told(reading).ShouldHaveSingleItem().ShouldStartWith($"計画!{CellOf("団体・団体コード", 2)} DX4");
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is no workbook.")]
    [InlineData("PK\u0003\u0004 half of one")]
    public void What_is_no_workbook_is_told(string content) =>
        Told(PlanWorkbookReader.Read("plan.xlsx", Encoding.UTF8.GetBytes(content))).ShouldHaveSingleItem().ShouldStartWith(" DX604 Excelのブックとして読めません。");

    [Fact]
    public void Half_of_a_workbook_is_told()
    {
        var whole = PlanWorkbook.Write(Demo);

        Told(PlanWorkbookReader.Read("plan.xlsx", whole.AsMemory(0, whole.Length / 2))).ShouldHaveSingleItem().ShouldStartWith(" DX604 ");
    }

    [Fact]
    public void A_file_that_unpacks_to_far_more_than_it_is_is_not_unpacked()
    {
        using var content = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(content, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("xl/workbook.xml", System.IO.Compression.CompressionLevel.SmallestSize).Open())
        {
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte <= GridFile.LargestContent / zeros.Length; megabyte++)
                entry.Write(zeros);
        }

        Told(PlanWorkbookReader.Read("plan.xlsx", content.ToArray())).ShouldHaveSingleItem().ShouldStartWith(" DX602 ");
    }

    [Fact]
    public void Unknown_sheets_and_headings_and_holders_that_are_not_there_are_told()
    {
        var content = PlanWorkbook.Write(Demo);
        var changed = EditedWorkbook.Change(content, book =>
        {
            EditedWorkbook.Rename(book, "施策", "しさく");
            EditedWorkbook.Put(book, "指標", 1, 0, "親");
            EditedWorkbook.Put(book, "区間", 2, 0, "no-such-lane");
        });

        var told = Told(PlanWorkbookReader.Read("plan.xlsx", changed));
        told.ShouldContain(line => line.StartsWith("しさく!A1 DX605"));
        told.ShouldContain(line => line.StartsWith("指標!A1 DX613 知らない見出し「親」"));
        told.ShouldContain(line => line.StartsWith("指標!A1 DX615"));
    }

    private static PlanDocument Demo => PlanReader.Read("demo-city.json", File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", "demo-city.json"))).Document!;

    private static List<string> Told(WorkbookReading reading) => [.. reading.Problems.Select(problem => $"{problem.At} {problem.Problem.Code} {problem.Problem.Message.Ja}")];

    /// <summary>The demonstration's plan with some cells of its first sheet filled in anew.</summary>
    private static WorkbookReading Filled(params (string Heading, int Row, string Value)[] cells) =>
        PlanWorkbookReader.Read("plan.xlsx", EditedWorkbook.Change(PlanWorkbook.Write(Demo), book =>
        {
            foreach (var (heading, row, value) in cells)
                EditedWorkbook.Put(book, "計画", row, PlaceOf(heading), value);
        }));

    private static int PlaceOf(string heading) =>
        PlanWorkbook.Headings(WorkbookShape.Instance.Root).Select((name, place) => (name, place)).First(head => head.name == heading || head.name == $"計画・{heading}").place;

    private static string CellOf(string heading, int row) => CellPlace.NameOf(PlaceOf(heading)) + row;
}
