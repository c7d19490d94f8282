using System.Net;
using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Pages;

public sealed class AlertExportTests(ReadOnlySite shared) : IClassFixture<ReadOnlySite>
{
    private const string Export = "/cycles/1/alerts?handler=export";

    [Fact]
    public async Task A_row_begins_with_whose_it_is_and_of_which_check()
    {
        var rows = await Rows(shared.Site, Export);

        rows[0].ShouldStartWith("団体コード,団体名,計画のID,計画,対象年度,点検の回,基準日,指摘のID,");
        rows[1].ShouldStartWith($"992011,デモ市（架空）,demo-dx-2023,デモ市DX推進計画2023-2027,2024,1,2025-05-31,{FabricatedCheck.Late.Key},");
        rows.Select(row => row.Split(',').Length).Distinct().Count().ShouldBe(1, "no text of these holds a comma");
    }

    [Theory]
    [InlineData("", "SCH-02/p1-i1-l1-s1 SCH-03/p1-i1-l1-s2 SCH-04/p1-i1-l1-s2 KPI-02/p1-k1-s1 KPI-12/demo SEC-12/sys-1 KPI-03/p1-k1-s1 DAT-01/p1-k1-s1")]
    [InlineData("&severity=warning", "SCH-03/p1-i1-l1-s2 KPI-02/p1-k1-s1")]
    [InlineData("&category=kpi&order=severity", "KPI-02/p1-k1-s1 KPI-12/demo KPI-03/p1-k1-s1")]
    [InlineData("&missing=series.actuals", "KPI-03/p1-k1-s1")]
    [InlineData("&q=どこにもない言葉", "")]
    public async Task It_holds_exactly_what_the_filter_leaves_in_the_order_of_the_list(string query, string keys) =>
        (await Rows(shared.Site, Export + query)).Skip(1).Select(row => row.Split(',')[7]).ShouldBe(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task All_pages_are_in_it_whichever_is_shown()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Many(130));

        (await Rows(site, $"{Export}&page=3")).Count.ShouldBe(131);
    }

    [Fact]
    public async Task A_text_that_a_spreadsheet_would_run_is_a_text()
    {
        var message = new LocalizedText("=HYPERLINK(\"http://example.jp\")", "@SUM(1)");
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Only([FabricatedCheck.Behind with { Message = message }]));

        (await Rows(site, Export))[1].ShouldContain(",\"'=HYPERLINK(\"\"http://example.jp\"\")\",");
        (await Rows(site, $"{Export}&lang=en"))[1].ShouldContain(",'@SUM(1),");
    }

    [Fact]
    public async Task It_is_a_file_that_spreadsheets_read_as_Unicode()
    {
        using var response = await shared.Site.Client.GetAsync(Export);

        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("dxrules-alerts-992011-2024-1.csv");
        (await response.Content.ReadAsByteArrayAsync()).AsSpan(0, 3).SequenceEqual(Encoding.UTF8.GetPreamble()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/cycles/99/alerts?handler=export")]
    [InlineData("/cycles/1/alerts?handler=export&run=9")]
    public async Task There_is_none_of_what_is_not_there(string address) =>
        (await shared.Site.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private static async Task<List<string>> Rows(RunningSite site, string address) =>
        [.. (await site.Client.GetStringAsync(address)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
}
