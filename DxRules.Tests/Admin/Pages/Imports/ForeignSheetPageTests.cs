using System.Net;
using System.Text;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Tests.Admin.Pages.Sheets;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Pages.Imports;

public sealed class ForeignSheetPageTests : IAsyncLifetime
{
    private const string Compare = "計画と比べて確認する";
    private const string Take = "取り込む";

    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task What_its_columns_mean_is_guessed_and_what_it_brings_is_shown_before_and_after_with_its_cells()
    {
        var office = await site.As(Roles.DxOffice);

        var columns = await office.Sent("kpi.csv", Csv("健康ポイントアプリの利用者数,\"2,900\""));

        columns.Heading.ShouldBe("kpi.csvの列の対応");
        Chosen(columns, "field-0").ShouldBe("KpiTitle");
        Chosen(columns, "field-1").ShouldBe("Actual");
        columns.ById("picture").Value.ShouldContain("健康ポイントアプリの利用者数");

        var check = await Compared(office, columns);

        check.Heading.ShouldBe("kpi.csvの確認");
        check.Main.ShouldContain("変更 1行");
        check.Main.ShouldContain("2,900人");
        check.Main.ShouldContain("セルB2");
        (await site.Versions()).ShouldBe(1);

        await office.Press(check, Take);

        (await site.Versions()).ShouldBe(2);
        (await site.Open("/plans/1/kpis/k-app", office)).Main.ShouldContain("kpi.csv kpi B2");
        (await site.Open("/plans/1/versions", office)).Main.ShouldContain("kpi.csv kpi B2");
    }

    [Fact]
    public async Task A_sheet_of_the_same_layout_is_read_as_the_one_before()
    {
        var office = await site.As(Roles.DxOffice);
        var first = await office.Sent("first.csv", Csv("健康ポイントアプリの利用者数,2900"));
        first.Main.ShouldNotContain("前に同じ見出しの表で決めた");
        await Compared(office, first, ("field-1", "AnnualTarget"));

        var second = await office.Sent("second.csv", Csv("路線バスの利用者数,2100"));

        second.Main.ShouldContain("前に同じ見出しの表で決めた列の対応を使っています。");
        Chosen(second, "field-1").ShouldBe("AnnualTarget");
        Chosen(await office.Sent("shimin.csv", Csv("路線バスの利用者数,2100"), "d-shimin"), "field-1").ShouldBe("Actual", "a department's sheets are remembered for it alone");
    }

    [Fact]
    public async Task A_table_at_another_place_is_read_again_before_its_columns_count()
    {
        var office = await site.As(Roles.DxOffice);
        var columns = await office.Sent("kpi.csv", Csv("健康ポイントアプリの利用者数,2900"));

        var again = await Compared(office, columns, ("first", "3"));
        again.Main.ShouldContain("位置が変わったので読み直しました");

        var wrong = await office.Press(again, "読み直す", ("first", "99"));
        wrong.Main.ShouldContain("その行には表がありません");
        HtmlPage.Fields(wrong.Form("読み直す"))["first"].ShouldBe("99");
        (await site.Read(db => db.Imports.SingleAsync())).State.ShouldBe(ImportState.Uploaded);
    }

    [Fact]
    public async Task Somebody_who_went_on_meanwhile_is_not_overwritten()
    {
        var office = await site.As(Roles.DxOffice);
        var columns = await office.Sent("kpi.csv", Csv("健康ポイントアプリの利用者数,2900"));
        await Compared(office, columns);

        var late = await Compared(office, columns, ("field-1", "Ignored"));

        late.Main.ShouldContain("この取込が先に進んでいます");
        (await site.Read(db => db.Imports.SingleAsync())).Mapping.ShouldNotBeNull().ShouldContain("actual");
    }

    [Fact]
    public async Task The_file_comes_back_with_its_faulty_cells_marked()
    {
        var office = await site.As(Roles.DxOffice);
        var check = await Compared(office, await office.Sent("kpi.csv", Csv("どこにもない指標,12")));
        check.Main.ShouldContain("認識できない 1行");

        using var marked = await office.GetAsync("/imports/1?handler=marked");

        marked.StatusCode.ShouldBe(HttpStatusCode.OK);
        marked.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("kpi（指摘つき）.xlsx");
        (await marked.Content.ReadAsByteArrayAsync())[..2].ShouldBe("PK"u8.ToArray());
    }

    // As a browser does: boxes that are not ticked are not sent.
    private static Task<HtmlPage> Compared(HttpClient browser, HtmlPage columns, params (string Name, string Value)[] typed) =>
        browser.Press(new Uri(browser.BaseAddress!, "/imports/1/columns"), columns.Form(Compare), typed);

    private static byte[] Csv(string row) => Encoding.UTF8.GetBytes($"指標名,令和6年度実績\r\n{row}\r\n証明書のコンビニ交付率,34\r\n");

    private static string Chosen(HtmlPage page, string name) => FilledForm.Fields(page.Form(Compare))[name];
}
