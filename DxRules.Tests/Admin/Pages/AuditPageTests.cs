using System.Net;
using System.Text;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages;

public sealed class AuditPageTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_log_tells_newest_first_who_did_what_and_when()
    {
        await Tell(new AuditEntry(AuditActions.PasswordChanged) { UserId = 1, Changes = [new("名称", "前", "後"), new("目標", "5", null)], OnBehalfOf = "992011/d-shimin" });

        var page = await site.Open("/audit");

        page.Heading.ShouldBe("監査記録");
        var rows = Rows(page);
        rows[0].ShouldStartWith("令和7年6月2日（2025年） 09:30");
        rows[0].ShouldContain("代理入力: 992011/d-shimin パスワードを変更しました。");
        rows[0].ShouldContain("名称: 変更前: 前 → 変更後: 後");
        rows[0].ShouldContain("目標: 変更前: 5 → （なし）");
        rows.ShouldContain(row => row.Contains("サイト（自動） 令和6年度（2024年度）の第1回の点検を行いました（基準日 令和7年5月31日（2025年）、規則セット f00d00000000）。"));
        (await site.Open("/audit?lang=en")).Main.ShouldContain("Check no. 1 of FY2024 (as of 31 May 2025, rule set f00d00000000).");
    }

    [Theory]
    [InlineData("group=cycle", 2)]
    [InlineData("group=plan", 1)]
    [InlineData("plan=1", 3)]
    [InlineData("plan=2", 0)]
    [InlineData("plan=x", 0)]
    [InlineData("subject=p1-k1", 1)]
    [InlineData("person=1&group=account", 1)]
    [InlineData("person=System&group=cycle", 2)]
    [InlineData("person=CommandLine", 0)]
    [InlineData("from=2025-06-02&group=cycle", 2)]
    [InlineData("to=2025-06-01", 0)]
    [InlineData("from=2025-06-03", 0)]
    [InlineData("q=第1回　てんけん", 0)]
    [InlineData("q=第1回　点検を", 1)]
    public async Task A_filter_in_the_address_leaves_what_it_asks_for(string query, int entries)
    {
        await Tell(new AuditEntry(AuditActions.PasswordChanged) { UserId = 1, Subject = "p1-k1" });

        Rows(await site.Open($"/audit?{query}")).Count.ShouldBe(entries);
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused_at_its_field()
    {
        var page = await site.Open("/audit?from=2025-02-30");

        page.ById("from").Attribute("value")!.Value.ShouldBe("2025-02-30");
        page.ById("from").Attribute("aria-invalid")!.Value.ShouldBe("true");
        page.Main.ShouldContain("日付は 2025-05-31 の形で入力してください。");
    }

    [Fact]
    public async Task A_long_log_is_read_page_by_page_without_skipping_or_repeating()
    {
        await Tell([.. Enumerable.Range(0, 230).Select(i => new AuditEntry(AuditActions.SignInRefused) { Details = [$"no-{i:000}"] })]);
        var seen = new List<string>();

        for (var address = "/audit?group=signIn"; address is not null;)
        {
            var page = await site.Open(address);
            seen.AddRange(Rows(page));
            address = page.All("a").FirstOrDefault(link => HtmlPage.Text(link) == "これより古い記録")?.Attribute("href")!.Value;
        }

        seen.Count.ShouldBe(230);
        seen.Select(row => row.Split('「')[1][..6]).ShouldBe(Enumerable.Range(0, 230).Reverse().Select(i => $"no-{i:000}"));
    }

    [Fact]
    public async Task Secret_entries_and_the_gaps_they_leave_are_seen_by_those_alone_who_may()
    {
        await Tell(new AuditEntry(AuditActions.SignInRefused) { Details = ["CANARY"], Secret = true });
        using var office = await site.As(Roles.DxOffice);
        using var officer = await site.As(Roles.SecurityOfficer);

        var hidden = await site.Open("/audit", office);
        hidden.Main.ShouldNotContain("CANARY");
        hidden.Main.ShouldNotContain("番号");
        (await office.GetStringAsync("/audit?handler=export")).ShouldNotContain("CANARY");
        (await office.GetStringAsync("/audit?q=CANARY")).ShouldContain("該当する記録はありません。");
        var shown = await site.Open("/audit", officer);
        shown.Main.ShouldContain("CANARY");
        shown.Main.ShouldContain("番号1");
    }

    [Theory]
    [InlineData("Department")]
    [InlineData("Reader")]
    public async Task Others_may_not_read_the_log(string role)
    {
        using var browser = await site.As(Enum.Parse<Roles>(role), "d-shimin");

        foreach (var address in new[] { "/audit", "/audit?handler=export" })
        {
            using var answer = await browser.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
        (await site.Open("/", browser)).All("a").Select(HtmlPage.Text).ShouldNotContain("監査記録");
    }

    [Fact]
    public async Task An_export_holds_what_the_filter_leaves_and_no_formula()
    {
        await Tell(
            new AuditEntry(AuditActions.PasswordChanged) { UserId = 1, Subject = "=1+1", Changes = [new("+名", "@旧", "\"新\""), new("二", null, "値")] },
            new AuditEntry(AuditActions.SignInRefused));

        using var answer = await site.Client.GetAsync("/audit?handler=export&group=account");
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("dxrules-audit-20250602.csv");
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var rows = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        rows.Length.ShouldBe(3);
        rows[0].ShouldBe("番号,日時,だれが,代理入力,種類,内容,計画,対象,変更,秘密,ハッシュ");
        rows[1].ShouldContain(",2025-06-02T09:30:00.000+09:00,");
        rows[1].ShouldContain(",パスワードを変更しました。,,'=1+1,\"'+名: @旧 → \"\"新\"\"\n二: （なし） → 値\",,");
    }

    [Fact]
    public async Task Verifying_tells_that_the_log_is_intact_and_where_it_is_not()
    {
        var intact = await Verify(site.Client, noted: null);
        intact.WithClass("dx-banner").Select(HtmlPage.Text).Single().ShouldContain("改ざんは見つかりません。 最後の記録のハッシュ（控え）: ");

        await site.In(async services => await services.GetRequiredService<AdminDb>().Database.ExecuteSqlRawAsync(
            "DROP TRIGGER Audit_NoUpdate; UPDATE Audit SET Details = '[\"x\"]' WHERE Id = 2"));

        (await Verify(site.Client, noted: null)).WithClass("dx-banner").Select(HtmlPage.Text).Single()
            .ShouldContain("監査記録が改ざんされています。番号2（令和7年6月2日（2025年） 09:30）の記録の内容が書き換えられています。");
        using var office = await site.As(Roles.DxOffice);
        (await Verify(office, noted: null)).Main.ShouldNotContain("番号");
    }

    [Fact]
    public async Task A_noted_hash_that_is_gone_is_told() =>
        (await Verify(site.Client, new string('a', 64))).WithClass("dx-banner").Select(HtmlPage.Text).Single().ShouldContain("控えたハッシュの記録が見つかりません。");

    private static IReadOnlyList<string> Rows(HtmlPage page) => [.. page.All("tbody").SelectMany(body => body.Elements("tr")).Select(HtmlPage.Text)];

    private async Task<HtmlPage> Verify(HttpClient browser, string? noted)
    {
        var form = (await site.Open("/audit", browser)).Form("検証する");
        var fields = HtmlPage.Fields(form);
        fields["noted"] = noted ?? "";
        using var answer = await browser.PostAsync(form.Attribute("action")!.Value, new FormUrlEncodedContent(fields));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await HtmlPage.Read(answer);
    }

    private Task Tell(params AuditEntry[] entries) => site.In(async services =>
    {
        var db = services.GetRequiredService<AdminDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var entry in entries)
            await services.GetRequiredService<AuditLog>().Add(entry, default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    });
}
