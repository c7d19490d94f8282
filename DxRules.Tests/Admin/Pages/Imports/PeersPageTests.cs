using System.Net;
using System.Text;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Publishing;
using DxRules.Tests.Admin.Exchange.Peers;
using DxRules.Tests.Admin.Pages.Sheets;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Pages.Imports;

public sealed class PeersPageTests : IAsyncLifetime
{
    private const string Compare = "計画と比べて確認する";
    private const string Keep = "選んだ組合せを表示する";
    private const string Take = "取り込む";

    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("publication.json")]
    [InlineData("kpis.csv")]
    public async Task What_another_city_published_stands_beside_ours_after_a_person_said_how(string name)
    {
        var office = await site.As(Roles.DxOffice);

        var pairs = await office.Sent(name, name.EndsWith("json") ? NextCity.Json() : NextCity.Csv());

        pairs.Heading.ShouldBe("となり市の指標を並べる");
        var form = pairs.Form(Compare);
        Forms.AsSent(form)["own-0"].ShouldBe("k-online-all");
        Forms.AsSent(form)["same-0"].ShouldBe("same");
        pairs.ById("pairs").Value.ShouldContain(NextCity.OnlineDefinition);
        pairs.ById("others").Value.ShouldContain("手続案内の利用");
        pairs.ById("alone").Value.ShouldContain("削減した経費");

        var check = await office.Press(pairs, Compare, ("same-1", "differs"));

        check.Heading.ShouldBe($"{name}の確認");
        check.Main.ShouldContain("追加 3行");
        check.Main.ShouldContain("変更 1行");
        check.Main.ShouldContain("速報値です");
        check.ById("rows").Value.ShouldContain("となり市 オンライン申請率 令和6年度");
        check.Main.ShouldNotContain("印を付けたファイル");
        (await site.Versions()).ShouldBe(1);

        await office.Press(check, Take);

        (await site.Versions()).ShouldBe(2);
        var definitions = await site.Read(db => db.PeerDefinitions.OrderBy(row => row.SeriesId).ToListAsync());
        definitions.Select(row => (row.SeriesId, row.Code, row.Title, row.Unit, row.AsOf)).ShouldBe(
        [
            ("k-kiosk-all", NextCity.Code, "証明書のコンビニ交付率", "%", new DateOnly(2025, 5, 30)),
            ("k-online-all", NextCity.Code, "オンライン申請率", "％", new DateOnly(2025, 5, 30)),
            ("k-rpa-all", NextCity.Code, "RPAを導入した業務の数", "業務", new DateOnly(2025, 5, 30)),
        ]);
        (await site.Read(db => db.Provenance.CountAsync(row => row.SubjectId == "k-online-all"))).ShouldBe(2);
        (await site.Read(db => db.Audit.CountAsync(row => row.Action == "import.paired" || row.Action == "import.taken"))).ShouldBe(2);
        (await site.Open("/plans/1/kpis/k-online", office)).Main.ShouldContain("となり市");
    }

    [Fact]
    public async Task Newer_data_of_the_same_city_take_the_place_of_the_older_and_show_it()
    {
        var office = await site.As(Roles.DxOffice);
        await TakeAll(office, NextCity.Published());

        var pairs = await office.Sent("publication.json", NextCity.Json(NextCity.Published(new DateOnly(2025, 9, 1), online: 53m)));
        var check = await office.Press(pairs, Compare);

        check.Main.ShouldContain("変更 1行");
        check.Main.ShouldContain("52.5");
        check.Main.ShouldContain("53");
        await office.Press(check, Take);
        (await site.Read(db => db.PeerDefinitions.SingleAsync(row => row.SeriesId == "k-online-all"))).AsOf.ShouldBe(new DateOnly(2025, 9, 1));

        var older = await office.Sent("publication.json", NextCity.Json());
        var refused = await office.Press(older, Compare);

        refused.Main.ShouldContain("より新しい2025-09-01時点の値");
        refused.Main.ShouldContain("変更 0行");
    }

    [Fact]
    public async Task A_pair_that_cannot_be_is_told_beside_its_field_and_what_was_chosen_stays()
    {
        var office = await site.As(Roles.DxOffice);
        var pairs = await office.Sent("publication.json", NextCity.Json());

        var answer = await office.Press(pairs, Compare, ("own-3", "k-consult-all"), ("own-1", "k-consult-all"), ("same-2", "same"));

        answer.Heading.ShouldBe("となり市の指標を並べる");
        answer.Main.ShouldContain("単位が違うので並べられません");
        answer.Main.ShouldContain("集計又は望ましい方向が違うので、同じ定義とは言えません");
        Forms.AsSent(answer.Form(Compare))["own-3"].ShouldBe("k-consult-all");
        (await site.Read(db => db.Imports.SingleAsync())).State.ShouldBe(ImportState.Uploaded);
    }

    [Fact]
    public async Task Pairs_are_kept_and_shown_with_both_definitions()
    {
        var office = await site.As(Roles.DxOffice);
        var pairs = await office.Sent("publication.json", NextCity.Json());

        var kept = await office.Press(pairs, Keep, ("own-3", "k-consult-all"));

        kept.Main.ShouldContain("組合せを保存しました。");
        kept.ById("pairs").Value.ShouldContain("手続案内の利用");

        var none = await office.Press(kept, Compare, ("own-0", ""), ("own-1", ""), ("own-2", ""), ("own-3", ""));
        none.Main.ShouldContain("並べる指標を一つは選んでください。");
    }

    [Fact]
    public async Task What_cannot_be_used_leaves_nothing_behind()
    {
        var office = await site.As(Roles.DxOffice);
        var own = NextCity.Published();
        own = own with { Head = own.Head with { Code = "992011" } };

        (await office.Sent("publication.json", NextCity.Json(own))).Main.ShouldContain("この計画の団体です");
        (await office.Sent("publication.json", Encoding.UTF8.GetBytes("{ \"format\": \"dxplan/1\" }"))).Main.ShouldContain("format は \"dxpublication/1\" のはずですが");
        (await office.Sent("kpis.csv", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(NextCity.Csv()).Replace("992020", "992021")))).Main.ShouldContain("検査数字まで正しく書くと 992020");

        (await site.Read(db => db.Imports.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_department_pairs_its_own_figures_alone()
    {
        var department = await site.As(Roles.Department, "d-shimin");

        var pairs = await department.Sent("publication.json", NextCity.Json(), "d-shimin");

        var offered = pairs.All("option").Select(option => (string?)option.Attribute("value")).ToHashSet();
        offered.ShouldContain("k-kiosk-all");
        offered.ShouldNotContain("k-rpa-all");
        var forged = await department.Press(pairs, Compare, ("own-0", "k-rpa-all"));
        forged.Main.ShouldContain("組を選び直してください");
        (await (await site.As(Roles.Department, "d-kurashi")).GetAsync("/imports/1/peers")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_leads_on_where_there_is_nothing_to_pair()
    {
        var office = await site.As(Roles.DxOffice);
        await office.Sent("kpi.csv", Encoding.UTF8.GetBytes("指標名,実績値\n健康ポイントアプリの利用者数,2900\n"));

        (await site.Open("/imports/1/peers", office)).Heading.ShouldBe("kpi.csvの確認");
        await office.Sent("publication.json", NextCity.Json());
        (await site.Open("/imports/2/columns", office)).Heading.ShouldBe("publication.jsonの確認");
        (await site.Open("/imports/2", office)).Link("指標の組合せに戻る").ShouldBe("/imports/2/peers");
        (await office.GetAsync("/imports/2?handler=marked")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task TakeAll(HttpClient office, Publication published)
    {
        var pairs = await office.Sent("publication.json", NextCity.Json(published));
        await office.Press(await office.Press(pairs, Compare), Take);
    }
}
