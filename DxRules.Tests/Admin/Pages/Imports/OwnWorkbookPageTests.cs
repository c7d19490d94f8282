using System.Net;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.Pages.Sheets;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Pages.Imports;

public sealed class OwnWorkbookPageTests : IAsyncLifetime
{
    private const string Take = "取り込む";
    private const string Described = "窓口の待ち時間を減らす";

    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_workbook_is_looked_through_and_taken_over_as_a_new_version_that_knows_its_cells()
    {
        var before = await site.Versions();
        var office = await site.As(Roles.DxOffice);
        var theirs = "";
        var content = await site.Workbook("d-shimin", (book, plan) => book.Put(plan, "取組", theirs = Theirs(plan).Id, "説明", Described));

        var check = await office.Sent("shimin.xlsx", content, "d-shimin");

        check.Heading.ShouldBe("shimin.xlsxの確認");
        check.Main.ShouldContain("変更 1行");
        check.Main.ShouldContain(Described);
        (await site.Versions()).ShouldBe(before);

        var taken = await office.Press(check, Take);

        taken.Main.ShouldContain($"計画の第{before + 1}版として取り込みました");
        (await site.Versions()).ShouldBe(before + 1);
        var version = await site.Read(db => db.PlanVersions.OrderByDescending(row => row.Number).FirstAsync());
        (version.OnBehalfOf, version.Reason).ShouldBe(("d-shimin", "shimin.xlsxの取込"));
        var provenance = (await site.Read(db => db.Provenance.Include(row => row.By).ToListAsync())).ShouldHaveSingleItem();
        (provenance.SubjectId, provenance.Member, provenance.FileName, provenance.Sheet, provenance.Version, provenance.Secret).ShouldBe((theirs, "description", "shimin.xlsx", "取組", before + 1, false));
        provenance.Cell.ShouldMatch("^[A-Z]+[0-9]+$");
        (await site.Read(db => db.Imports.SingleAsync())).State.ShouldBe(ImportState.Taken);
    }

    [Fact]
    public async Task The_row_of_another_department_is_refused_until_it_is_left_out()
    {
        var shimin = await site.As(Roles.Department, "d-shimin");
        var content = await site.Workbook(null, (book, plan) =>
        {
            book.Put(plan, "取組", Theirs(plan).Id, "説明", Described);
            book.Put(plan, "取組", Others(plan).Id, "説明", "よその課の取組");
        });

        var check = await shimin.Sent("all.xlsx", content, "d-shimin");

        check.Main.ShouldContain("DX660");
        check.All("button").Select(HtmlPage.Text).ShouldNotContain(Take);
        var row = check.ById("row-table").Descendants("tr").First(row => HtmlPage.Text(row).Contains("よその課の取組", StringComparison.Ordinal));
        var key = row.Descendants("input").First(input => (string?)input.Attribute("name") == "leave").Attribute("value")!.Value;
        var form = check.Form("印を付けた行を除いて、もう一度確認する");
        var fields = form.Descendants("input").Where(input => (string?)input.Attribute("type") == "hidden")
            .Select(input => KeyValuePair.Create(input.Attribute("name")!.Value, input.Attribute("value")!.Value));
        using var left = await shimin.PostAsync("/imports/1?handler=leave", new FormUrlEncodedContent([.. fields, new("leave", key)]));

        var again = await HtmlPage.Read(left);
        again.Main.ShouldNotContain("DX660");
        var taken = await shimin.Press(again, Take);

        taken.Main.ShouldContain("取り込みました");
        var newest = await site.Read(db => db.PlanChanges.Where(change => change.Version!.Number > 1).ToListAsync());
        newest.ShouldHaveSingleItem().New.ShouldBe($"\"{Described}\"");
    }

    [Fact]
    public async Task All_rows_with_errors_are_left_out_by_one_button()
    {
        var shimin = await site.As(Roles.Department, "d-shimin");
        var content = await site.Workbook(null, (book, plan) =>
        {
            book.Put(plan, "取組", Theirs(plan).Id, "説明", Described);
            book.Put(plan, "取組", Others(plan).Id, "説明", "よその課の取組");
        });
        var check = await shimin.Sent("all.xlsx", content, "d-shimin");

        var again = await shimin.Press(check, "誤りのある1行を除いて確かめ直す");

        again.Main.ShouldNotContain("DX660");
        (await shimin.Press(again, Take)).Main.ShouldContain("取り込みました");
        (await site.Read(db => db.PlanChanges.Where(change => change.Version!.Number > 1).ToListAsync())).ShouldHaveSingleItem().New.ShouldBe($"\"{Described}\"");
    }

    [Fact]
    public async Task Of_two_who_change_the_same_the_second_is_shown_both_values_and_changes_nothing()
    {
        var (one, other) = (await site.As(Roles.DxOffice), await site.As(Roles.DxOffice, "d-dx"));
        var first = await one.Sent("first.xlsx", await site.Workbook(null, (book, plan) => book.Put(plan, "取組", Theirs(plan).Id, "説明", "先の値")));
        var second = await other.Sent("second.xlsx", await site.Workbook(null, (book, plan) => book.Put(plan, "取組", Theirs(plan).Id, "説明", "後の値")));
        await one.Press(first, Take);
        var version = await site.Versions();

        var refused = await other.Press(second, Take);

        refused.Main.ShouldContain("何も取り込んでいません");
        refused.Main.ShouldContain("いまの計画では「先の値」に変わっています。ファイルの値は「後の値」です。");
        (await site.Versions()).ShouldBe(version);
        (await site.Read(db => db.Provenance.CountAsync())).ShouldBe(1);
        (await site.Read(db => db.Imports.SingleAsync(row => row.FileName == "second.xlsx"))).State.ShouldBe(ImportState.Checked);
    }

    [Fact]
    public async Task A_file_that_is_put_aside_takes_no_room()
    {
        var office = await site.As(Roles.DxOffice);
        var check = await office.Sent("plan.xlsx", await site.Workbook(null, (book, plan) => book.Put(plan, "取組", Theirs(plan).Id, "説明", Described)));

        var list = await office.Press(check, "この取込を取りやめる");

        list.Main.ShouldContain("「plan.xlsx」を取りやめました。");
        (await site.Read(db => db.ImportFiles.CountAsync())).ShouldBe(0);
        (await site.Read(db => db.Imports.SingleAsync())).State.ShouldBe(ImportState.Discarded);
        (await site.Versions()).ShouldBe(1);
    }

    [Fact]
    public async Task Others_are_refused()
    {
        var office = await site.As(Roles.DxOffice);
        await office.Sent("plan.xlsx", await site.Workbook(null));
        var (reader, somu) = (await site.As(Roles.Reader), await site.As(Roles.Department, "d-somu"));

        (await reader.GetAsync(SentFiles.Page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.GetAsync("/imports/1")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await somu.GetAsync("/imports/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await somu.SendFile("plan.xlsx", await site.Workbook("d-shimin"), "d-shimin")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await somu.SendFile("plan.xlsx", await site.Workbook("d-shimin"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("これは表ではありません", "plan.xlsx")]
    [InlineData("", "empty.csv")]
    public async Task A_file_that_is_none_leaves_nothing_behind(string text, string name)
    {
        var office = await site.As(Roles.DxOffice);

        await office.Sent(name, [.. "PK"u8, .. System.Text.Encoding.UTF8.GetBytes(text)]);

        (await site.Read(db => db.Imports.CountAsync())).ShouldBe(0);
        (await site.Versions()).ShouldBe(1);
    }

    private static Initiative Theirs(PlanDocument plan) => plan.Policies!.SelectMany(policy => policy.Initiatives ?? []).First(initiative => initiative.Departments.SequenceEqual(["d-shimin"]));

    private static Initiative Others(PlanDocument plan) => plan.Policies!.SelectMany(policy => policy.Initiatives ?? []).First(initiative => initiative.Departments.Count > 0 && !initiative.Departments.Contains("d-shimin"));
}
