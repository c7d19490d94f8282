using System.IO.Compression;
using System.Net;
using System.Text.Json;
using DxRules.Admin.Cycles;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using DxRules.Tests.Engine.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Export;

/// <summary>All that can be taken out of a plan.</summary>
public sealed class ExportPageTests : IAsyncLifetime
{
    private const string Address = "/plans/1/export";

    private RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.WithPlan(EngineCheck.Check, Samples.Read("demo-city.json"));
        await site.In(async services =>
        {
            var cycle = await services.GetRequiredService<CycleOpening>().OpenAsDocumented(1, 2024, default);
            await services.GetRequiredService<CycleCheck>().Run(cycle!.Id, Samples.AsOf, default);
        });
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Everything_that_is_listed_can_be_saved()
    {
        var officer = await site.As(Roles.SecurityOfficer);
        var page = await site.Open(Address, officer);

        page.Main.ShouldContain("情報セキュリティに関わるものも入る");
        var links = page.All("a").Select(link => link.Attribute("href")?.Value).OfType<string>().Where(link => link.Contains("handler=")).ToList();
        links.Count.ShouldBeGreaterThan(20);
        foreach (var link in links)
        {
            using var answer = await officer.GetAsync(link);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, link);
            answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment", link);
            (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(100, link);
        }
    }

    [Fact]
    public async Task A_department_takes_its_own_form_and_nothing_of_the_whole()
    {
        var department = await site.As(Roles.Department, "d-shimin");
        var page = await site.Open(Address, department);

        page.Main.ShouldContain("市民課");
        page.Main.ShouldNotContain("総務課");
        page.Main.ShouldNotContain("計画の丸ごと");
        foreach (var handler in new[] { "forms", "form", "tables", "form&department=d-somu" })
            (await department.GetAsync($"{Address}?handler={handler}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, handler);
        (await department.GetAsync("/plans/1/security?handler=export")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_departments_form_knows_its_version_and_brings_back_what_was_filled_in()
    {
        var department = await site.As(Roles.Department, "d-shimin");

        var form = PlanWorkbookReader.Read("form.xlsx", await department.GetByteArrayAsync($"{Address}?handler=form&department=d-shimin"));

        form.About.ShouldNotBeNull().ShouldSatisfyAllConditions(about => about.Version.ShouldBe(1), about => about.Department.ShouldBe("d-shimin"), about => about.HasSecurity.ShouldBeFalse());
        form.Document!.Policies!.SelectMany(policy => policy.Initiatives ?? []).Select(initiative => initiative.Id).ShouldBe(["p1-i1", "p1-i2", "p1-i3"]);
        var plan = Samples.Read("demo-city.json").WithoutSecurity();
        WorkbookImport.Propose(plan, form, plan).ShouldSatisfyAllConditions(proposal => proposal.Problems.ShouldBeEmpty(), proposal => proposal.Changes.ShouldBeEmpty());
    }

    [Fact]
    public async Task The_forms_of_all_departments_come_together()
    {
        using var archive = new ZipArchive(new MemoryStream(await (await site.As(Roles.DxOffice)).GetByteArrayAsync($"{Address}?handler=forms")));

        archive.Entries.Select(entry => entry.FullName).ShouldContain("市民課（d-shimin）.xlsx");
        archive.Entries.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task What_a_city_put_in_comes_out_whole()
    {
        var officer = await site.As(Roles.SecurityOfficer);
        var document = PlanWriter.Write((await Newest()).Document);

        (await officer.GetByteArrayAsync("/plans/1/versions?handler=document")).ShouldBe(document);
        PlanWriter.Write(PlanCsv.ReadZip("x.zip", await officer.GetByteArrayAsync($"{Address}?handler=tables")).Document!).ShouldBe(document);
        PlanWriter.Write(PlanWorkbookReader.Read("x.xlsx", await officer.GetByteArrayAsync($"{Address}?handler=form")).Document!).ShouldBe(document);
    }

    [Fact]
    public async Task Lists_hold_what_their_pages_show()
    {
        var office = await site.As(Roles.DxOffice);

        var kpis = await Json("/plans/1/kpis?handler=export&format=json", office);
        kpis[0].GetProperty("code").GetString().ShouldBe(Samples.Read("demo-city.json").Municipality.Code);
        kpis.ShouldContain(row => row.GetProperty("unit").GetString() == "%" && row.GetProperty("baseline").ValueKind == JsonValueKind.Number);
        var tree = await Json("/plans/1?handler=export&format=json&department=d-kotsu", office);
        tree.Select(row => row.GetProperty("initiativeId").GetString()).ShouldBe(["p3-i1"]);
        var grid = GridFile.Read("a.xlsx", await office.GetByteArrayAsync("/cycles/1/alerts?folded=show&handler=export&format=xlsx")).Grids!.ShouldHaveSingleItem();
        var csv = (await office.GetStringAsync("/cycles/1/alerts?folded=show&handler=export")).Split("\r\n");
        grid.Rows.Count.ShouldBe(csv.Length - 1);
        csv[0].ShouldStartWith("団体コード,");
    }

    [Fact]
    public async Task The_security_sheets_are_for_officers_alone()
    {
        var tables = await (await site.As(Roles.SecurityOfficer)).GetStringAsync("/plans/1/security?handler=export&format=json");

        tables.ShouldContain("\"name\": \"管理策\"");
        tables.ShouldContain("\"name\": \"システム\"");
        (await (await site.As(Roles.Reader)).GetAsync("/plans/1/security?handler=export")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await site.Open(Address, await site.As(Roles.Reader))).Main.ShouldNotContain("管理策");
    }

    private static async Task<List<JsonElement>> Json(string address, HttpClient browser) =>
        [.. JsonDocument.Parse(await browser.GetStringAsync(address)).RootElement.GetProperty("tables")[0].GetProperty("rows").EnumerateArray()];

    private async Task<DxRules.Admin.Versions.SeenVersion> Newest()
    {
        DxRules.Admin.Versions.SeenVersion? seen = null;
        await site.In(async services => seen = await services.GetRequiredService<DxRules.Admin.Versions.PlanDocuments>().Newest(1, default));
        return seen!;
    }
}
