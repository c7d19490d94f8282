using System.IO.Compression;
using System.Net;
using DxRules.Admin.People;
using DxRules.Admin.Publishing;
using DxRules.Tests.Admin.Publishing;
using DxRules.Tests.Admin.Versions;

namespace DxRules.Tests.Admin.Pages.Publishing;

/// <summary>The gate as people use it.</summary>
public sealed class GatePageTests : IAsyncLifetime
{
    private GateSite gate = null!;

    public async ValueTask InitializeAsync() => gate = await GateSite.With();

    public ValueTask DisposeAsync() => gate.DisposeAsync();

    [Fact]
    public async Task The_first_time_all_is_new_policy_by_policy()
    {
        var page = await gate.Site.Open(GateSite.Address, gate.Office);

        page.Heading.ShouldBe("令和6年度（2024年度）の公表");
        page.Main.ShouldContain("公表していません");
        var parts = page.ById("difference").Descendants("summary").Select(HtmlPage.Text).ToList();
        parts[0].ShouldStartWith("計画全体");
        parts.Count.ShouldBe(5, "the plan and its four policies");
        page.Main.ShouldContain("ほかの場所で公表している団体は");
    }

    [Fact]
    public async Task It_goes_from_the_office_to_who_was_named_and_to_the_public()
    {
        var asked = await gate.Office.Press(GateSite.Address, "公表を申請する", ("approver", GateSite.Told(gate.OfficerId)), ("note", "確かめてください"));
        asked.Main.ShouldContain("公表を申請しました。");
        asked.Main.ShouldContain("承認待ち");
        asked.Main.ShouldContain("SecurityOfficerさんの承認を待っています。");
        (await gate.Site.Open("/inbox", gate.Officer)).Main.ShouldContain("令和6年度（2024年度）の公表が承認を待っています。");

        var seen = await gate.Site.Open(GateSite.Address, gate.Officer);
        seen.Main.ShouldContain("申請した人から: 確かめてください");
        var approved = await gate.Officer.Press(GateSite.Address, "承認して公表する");

        approved.Main.ShouldContain("承認しました。公表されています。");
        approved.Main.ShouldContain("公表中");
        approved.Main.ShouldContain("今の内容は公表済みです。");
        HtmlPage.Text(approved.ById("difference")).ShouldContain("違いはありません。");
        (await gate.Site.Open("/inbox", gate.Officer)).Main.ShouldNotContain("公表が承認を待っています");
        (await gate.Site.Open("/cycles/1", gate.Office)).Main.ShouldContain("公表");
        (await gate.Site.Open("/audit", gate.Office)).Main.ShouldContain("令和6年度（2024年度）の公表（第1回）を承認し、公表しました（申し送り: ");
    }

    [Fact]
    public async Task What_changed_since_is_struck_out_beside_what_it_is_now()
    {
        await gate.Publish();
        await gate.Change(Desk.Initiative("p1-i1", one => one with { Description = "窓口を五つに増やす" }));

        var page = await gate.Site.Open(GateSite.Address, gate.Office);

        HtmlPage.Text(page.ById("difference").Descendants("p").First(line => (string?)line.Attribute("class") == "dx-sum")).ShouldBe("加わった 0・変わった 1・なくなった 0");
        HtmlPage.Text(page.ById("difference").Descendants("ins").Single()).ShouldContain("窓口を五つに増やす");
        page.ById("difference").Descendants("del").Count().ShouldBe(1);
        page.ById("difference").Descendants("details").Single().Attribute("open").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_return_says_why_to_who_asked()
    {
        await gate.Request();
        (await gate.Officer.Press(GateSite.Address, "差し戻す")).Main.ShouldContain("理由を書いてください。");

        (await gate.Officer.Press(GateSite.Address, "差し戻す", ("reason", "指標の数値を確かめてください"))).Main.ShouldContain("差し戻しました。");

        var page = await gate.Site.Open(GateSite.Address, gate.Office);
        page.Main.ShouldContain("差戻し");
        page.Main.ShouldContain("指標の数値を確かめてください");
        (await gate.Site.Open("/inbox", gate.Office)).Main.ShouldContain("公表の申請が差し戻されました。");
    }

    [Fact]
    public async Task A_name_is_told_with_its_place_and_what_to_do_and_nothing_can_be_asked_for()
    {
        await gate.Change(Desk.Initiative("p1-i1", one => one with { Description = "SecurityOfficer が受け付ける" }));

        var page = await gate.Site.Open(GateSite.Address, gate.Office);

        var row = page.ById("names-table").Descendants("tr").Skip(1).Single();
        HtmlPage.Text(row).ShouldContain("取組 内容");
        HtmlPage.Text(row).ShouldContain("計画の文章を直し、もう一度点検します。");
        ((string?)row.Descendants("a").Single().Attribute("href")).ShouldBe("/plans/1/initiatives/p1-i1");
        page.Main.ShouldContain("人の名前が含まれているため、公表できません。");
        page.All("select").ShouldNotContain(control => (string?)control.Attribute("name") == "approver");
    }

    [Fact]
    public async Task Who_looks_at_an_old_page_is_told()
    {
        using var opened = await gate.Office.GetAsync(GateSite.Address);
        var page = await HtmlPage.Read(opened);
        await gate.Change(Desk.Initiative("p1-i1", one => one with { Description = "窓口を五つに増やす" }));

        var refused = await gate.Office.Press(opened.RequestMessage!.RequestUri!, page.Form("公表を申請する"), ("approver", GateSite.Told(gate.OfficerId)), ("note", "申し送り"));

        refused.Main.ShouldContain("表示した後に内容が変わりました。");
        refused.Main.ShouldContain("窓口を五つに増やす");
        HtmlPage.Text(refused.All("textarea").Single()).ShouldBe("申し送り");
    }

    [Fact]
    public async Task What_moved_on_after_the_request_is_said_to_who_approves()
    {
        await gate.Request();
        await gate.Change(Desk.Initiative("p1-i1", one => one with { Description = "窓口を五つに増やす" }));

        (await gate.Site.Open(GateSite.Address, gate.Officer)).Main.ShouldContain("申請の後に内容が変わっています");
    }

    [Fact]
    public async Task Before_it_is_approved_its_pages_are_seen_by_those_who_decide_and_by_nobody_else()
    {
        await gate.Change(Desk.Initiative("p1-i1", one => one with { Description = "窓口を五つに増やす" }));
        await gate.Request();

        var preview = await gate.Officer.GetAsync($"{GateSite.Address}/preview");
        preview.RequestMessage!.RequestUri!.AbsolutePath.ShouldEndWith("/2024/index.html");
        (await preview.Content.ReadAsStringAsync()).ShouldContain("デモ市");
        var policy = new Uri(preview.RequestMessage.RequestUri, "policies/p1.html");
        (await gate.Officer.GetStringAsync(policy)).ShouldContain("窓口を五つに増やす");
        (await gate.Officer.GetAsync(new Uri(preview.RequestMessage.RequestUri, "nowhere.html"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var path = policy.AbsolutePath[(policy.AbsolutePath.IndexOf("/preview/", StringComparison.Ordinal) + "/preview/".Length)..];
        (await gate.Site.Nobody.GetAsync($"/public/{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await gate.Officer.Press(GateSite.Address, "承認して公表する");
        (await gate.Site.Nobody.GetStringAsync($"/public/{path}")).ShouldContain("窓口を五つに増やす");
    }

    [Fact]
    public async Task All_that_is_public_can_be_taken_along_and_is_the_same_each_time()
    {
        await gate.Publish();

        var packed = await gate.Office.GetByteArrayAsync($"{GateSite.Address}?handler=site");

        using var pages = new ZipArchive(new MemoryStream(packed));
        var paths = pages.Entries.Select(entry => entry.FullName).ToList();
        paths.ShouldContain("index.html");
        paths.ShouldContain(path => path.EndsWith("/2024/index.html"));
        (await gate.Office.GetByteArrayAsync($"{GateSite.Address}?handler=site")).ShouldBe(packed);
        (await gate.Office.GetByteArrayAsync($"{GateSite.Address}?handler=document")).ShouldBe(PublicationJson.Write((await gate.Approved()).Single().Content));
    }

    [Fact]
    public async Task A_reader_sees_it_and_asks_for_nothing()
    {
        await gate.Request();

        var page = await gate.Site.Open(GateSite.Address, await gate.Site.As(Roles.Reader));

        page.All("main").Single().Descendants("form").ShouldBeEmpty();
        page.Main.ShouldContain("承認できるのは、指名された人だけです。");
    }

    [Fact]
    public async Task A_department_alone_does_not_get_what_is_about_all_of_them() =>
        (await (await gate.Site.As(Roles.Department, "d-shimin")).GetAsync(GateSite.Address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
}
