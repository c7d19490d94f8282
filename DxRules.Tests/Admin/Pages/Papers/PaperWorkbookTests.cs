using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DxRules.Admin.Cycles;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Papers;

/// <summary>The paper for the headquarters as an Excel workbook.</summary>
public sealed class PaperWorkbookTests : IAsyncLifetime
{
    private const string Address = "/cycles/1/paper?format=xlsx&number=資料1&meeting=第1回本部会議";

    private readonly MovingClock clock = new();
    private RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.WithPlanOnly(EngineCheck.Check, clock);
        await site.In(async services =>
        {
            await services.GetRequiredService<PlanAmendments>().WriteWhole(1, Versions.Desk.Initiative("p1-i1", one => one with
            {
                Reports = [new InitiativeReport { On = new DateOnly(2025, 5, 20), FiscalYear = 2024, Status = WorkStatus.InProgress, Progress = 0.35m, Done = "=1+2 と書いた\n二行目" }],
            }), "試験", default);
            var cycle = await services.GetRequiredService<CycleOpening>().Open(1, 2024, default);
            await services.GetRequiredService<CycleCheck>().Run(cycle!.Id, new DateOnly(2025, 5, 31), default);
        });
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task It_is_the_same_to_the_byte_each_time_and_whoever_asks()
    {
        var first = await Get(Address);
        clock.Now += TimeSpan.FromMinutes(3);

        (await Get(Address)).ShouldBe(first);
        (await Get(Address, await site.As(Roles.DxOffice))).ShouldBe(first);
    }

    [Fact]
    public async Task Its_title_sheet_says_what_it_is_with_the_signature_of_the_page()
    {
        var title = (await Read())[0];

        title.Name.ShouldBe("表紙");
        var texts = title.Rows.SelectMany(row => row).OfType<GridCell>().Select(cell => cell.Text).ToList();
        texts.ShouldContain("資料1");
        texts.ShouldContain("第1回本部会議");
        texts.ShouldContain(text => text.Contains("令和6年度（2024年度）の進捗状況"));
        texts.ShouldContain(await Signature());
    }

    [Fact]
    public async Task Each_part_has_a_sheet_of_one_row_of_headings_and_figures_that_are_figures()
    {
        var sheets = await Read();

        sheets.Select(sheet => sheet.Name).ShouldBe(["表紙", "総括（施策別）", "指標の状況", "実績と課題", "指摘と対応", "次年度に向けた改善策"]);
        var kpis = sheets.Single(sheet => sheet.Name == "指標の状況");
        var headings = kpis.Rows[0].Select(cell => cell?.Text).ToList();
        headings.ShouldBeUnique();
        foreach (var heading in new[] { "現況値", "最新の実績", "最新の実績の年度", "目標", "目標の年度", "進捗率" })
        {
            var cells = kpis.Rows.Skip(1).Select(row => row[headings.IndexOf(heading)]).Where(cell => cell is not null && cell.Text.Length > 0).ToList();
            cells.ShouldNotBeEmpty(heading);
            cells.ShouldAllBe(cell => cell!.Value is double, heading);
        }
    }

    [Fact]
    public async Task What_somebody_wrote_is_a_text_and_nothing_is_reckoned()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await Get(Address)), isEditable: false);

        var cells = workbook.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()).ToList();

        cells.ShouldAllBe(cell => cell.CellFormula == null);
        cells.ShouldContain(cell => cell.DataType != null && cell.DataType == CellValues.InlineString && cell.InnerText == "=1+2 と書いた\n二行目");
    }

    [Fact]
    public async Task Each_sheet_is_set_up_for_A4_with_headings_on_each_page()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await Get(Address)), isEditable: false);
        var book = workbook.WorkbookPart!;

        foreach (var part in book.WorksheetParts)
        {
            part.Worksheet!.Descendants<PageSetup>().Single().ShouldSatisfyAllConditions(setup => setup.PaperSize!.Value.ShouldBe(9u), setup => setup.FitToWidth!.Value.ShouldBe(1u), setup => setup.FitToHeight!.Value.ShouldBe(0u));
            part.Worksheet!.Descendants<OddHeader>().Single().Text.ShouldEndWith("&R資料1");
        }
        book.Workbook!.Descendants<DefinedName>().Count(name => name.Name == "_xlnm.Print_Titles").ShouldBe(book.WorksheetParts.Count() - 1);
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(workbook).Select(error => $"{error.Path?.XPath} {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_parts_that_were_asked_for_are_in_it()
    {
        var grids = GridFile.Read("paper.xlsx", await Get("/cycles/1/paper?format=xlsx&part=Actions")).Grids.ShouldNotBeNull();

        grids.Select(grid => grid.Name).ShouldBe(["表紙", "次年度に向けた改善策"]);
    }

    [Fact]
    public async Task The_page_leads_to_it_with_what_was_chosen()
    {
        var page = await site.Open("/cycles/1/paper?part=Actions&number=資料1");

        var link = (string)page.All("a").Single(link => HtmlPage.Text(link) == "Excelで受け取る").Attribute("href")!;

        link.ShouldContain("format=xlsx");
        link.ShouldContain("part=Actions");
        GridFile.Read("paper.xlsx", await Get(link)).Grids!.Count.ShouldBe(2);
    }

    private async Task<string> Signature() => HtmlPage.Text((await site.Open("/cycles/1/paper")).WithClass("dx-council__seal").Single().Descendants("code").Single());

    private async Task<IReadOnlyList<Grid>> Read() => GridFile.Read("paper.xlsx", await Get(Address)).Grids.ShouldNotBeNull();

    private async Task<byte[]> Get(string address, HttpClient? person = null)
    {
        using var response = await (person ?? site.Client).GetAsync(address);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return await response.Content.ReadAsByteArrayAsync();
    }
}
