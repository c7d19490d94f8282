using System.Net;
using System.Text;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.Jobs;
using DxRules.Tests.Admin.Pages.Sheets;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Pages.Imports;

/// <summary>Whatever breaks on the way, all of a file stands in the plan or nothing does.</summary>
public sealed class BrokenImportTests
{
    private const string Take = "取り込む";

    private static readonly string Controls = WorkbookShape.Instance.Sheets.First(sheet => sheet.Member == "controls").Name;

    [Fact]
    public async Task Half_an_upload_leaves_nothing_behind()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        var office = await site.As(Roles.DxOffice);
        var fields = HtmlPage.Fields((await site.Open(SentFiles.Page, office)).Form("ファイルを読む"));
        using var sent = new MultipartFormDataContent { { new StringContent(fields["__RequestVerificationToken"]), "__RequestVerificationToken" } };
        sent.Add(new BrokenOff(), "file", "plan.xlsx");

        await Should.ThrowAsync<HttpRequestException>(() => office.PostAsync(SentFiles.Page, sent));

        (await site.Read(db => db.Imports.CountAsync())).ShouldBe(0);
        (await site.Open(SentFiles.Page, office)).Main.ShouldContain("取り込んだファイルはまだありません。");
    }

    [Fact]
    public async Task Half_a_workbook_is_told_to_be_none()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        var office = await site.As(Roles.DxOffice);
        var whole = await site.Workbook(null);

        var page = await office.Sent("plan.xlsx", whole[..(whole.Length / 2)]);

        page.Main.ShouldContain("ファイルを読めませんでした。計画は変わっていません。");
        (await site.Read(db => db.Imports.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_told_so_by_its_page()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        var office = await site.As(Roles.DxOffice);

        var page = await office.Sent("plan.csv", new byte[20 * 1024 * 1024 + 1]);

        page.Main.ShouldContain("ファイルが大きすぎます（20MB、上限20MB）");
        (await site.Read(db => db.Imports.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_comparison_that_is_stopped_changes_nothing()
    {
        var gate = new Gate();
        await using var site = await RunningSite.WithPlanOnly(gate.Check(FabricatedCheck.Everything), new Gate.Impatient());
        var office = await site.As(Roles.DxOffice);
        await office.Sent("plan.xlsx", await site.Workbook(null, (book, plan) => book.Put(plan, "取組", plan.Policies![0].Initiatives![0].Id, "説明", "新しい説明")));
        await gate.Reached;

        await office.Press(await site.Open("/jobs/1", office), "中止する");
        gate.Open();

        for (var i = 0; i < 600 && await site.Read(db => db.Jobs.AnyAsync(job => job.EndedAt == null)); i++)
            await Task.Delay(50);
        (await site.Read(db => db.Jobs.SingleAsync())).State.ShouldBe(JobState.Cancelled);
        var import = await site.Read(db => db.Imports.Include(row => row.File).SingleAsync());
        (import.State, import.File!.Check, import.Counts).ShouldBe((ImportState.Uploaded, null, null));
        (await site.Versions()).ShouldBe(1);
        (await site.Open("/imports/1", office)).Main.ShouldContain("まだ計画と比べていません。");
    }

    [Fact]
    public async Task What_fails_at_the_last_cell_takes_all_back()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        var office = await site.As(Roles.DxOffice);
        var check = await office.Sent("plan.xlsx", await site.Workbook(null, (book, plan) =>
        {
            foreach (var initiative in plan.Policies![0].Initiatives!.Take(2))
                book.Put(plan, "取組", initiative.Id, "説明", "新しい説明");
        }));
        await site.Read(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Broken BEFORE INSERT ON Provenance WHEN (SELECT count(*) FROM Provenance) > 0 BEGIN SELECT RAISE(ABORT, 'broken'); END"));
        var entries = await site.Read(db => db.Audit.CountAsync());

        await office.Press(check, Take);

        (await site.Versions()).ShouldBe(1);
        (await site.Read(db => db.PlanChanges.CountAsync())).ShouldBe(0);
        (await site.Read(db => db.Provenance.CountAsync())).ShouldBe(0);
        (await site.Read(db => db.Audit.CountAsync())).ShouldBe(entries);
        (await site.Read(db => db.Imports.SingleAsync())).State.ShouldBe(ImportState.Checked);
        await site.Read(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER Broken"));

        (await office.Press(await site.Open("/imports/1", office), Take)).Main.ShouldContain("計画の第2版として取り込みました");
        (await site.Read(db => db.Provenance.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task What_an_officer_of_security_brings_others_see_nothing_of()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        var (officer, office) = (await site.As(Roles.SecurityOfficer), await site.As(Roles.DxOffice));
        var control = "";
        var content = await site.Workbook(null, (book, plan) => book.Put(plan, Controls, control = plan.Security!.Controls![0].Id, "題名", "秘密の統制"), security: true);

        var check = await officer.Sent("security.xlsx", content);
        check.Main.ShouldContain("秘密の統制");
        await officer.Press(check, Take);

        var provenance = (await site.Read(db => db.Provenance.ToListAsync())).ShouldHaveSingleItem();
        (provenance.SubjectId, provenance.Secret).ShouldBe((control, true));
        (await office.GetAsync("/imports/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Open(SentFiles.Page, office)).Main.ShouldNotContain("security.xlsx");
        (await site.Open("/plans/1/versions", office)).Main.ShouldNotContain("security.xlsx の");
    }

    [Fact]
    public async Task An_officer_of_security_brings_security_alone()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        var officer = await site.As(Roles.SecurityOfficer);
        var content = await site.Workbook(null, (book, plan) => book.Put(plan, "取組", plan.Policies![0].Initiatives![0].Id, "説明", "新しい説明"), security: true);

        var check = await officer.Sent("plan.xlsx", content);

        check.Main.ShouldContain("DX660");
        check.All("button").Select(HtmlPage.Text).ShouldNotContain(Take);
    }

    /// <summary>A file whose connection breaks off in the middle.</summary>
    private sealed class BrokenOff : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("PK" + new string('x', 10_000)));
            await stream.FlushAsync();
            throw new IOException("The line is dead.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 20_000;
            return true;
        }
    }
}
