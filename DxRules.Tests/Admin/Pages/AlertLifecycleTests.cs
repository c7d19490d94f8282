using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages;

public sealed class AlertLifecycleTests : IAsyncLifetime
{
    private const string List = "/cycles/3/alerts";
    private YearsOfChecks years = null!;

    public async ValueTask InitializeAsync() => years = await YearsOfChecks.Eventful();

    public ValueTask DisposeAsync() => years.DisposeAsync();

    [Fact]
    public async Task The_counts_of_last_time_and_this_time_stand_on_the_page()
    {
        var page = await years.Site.Open(List);

        Equations(page).Select(HtmlPage.Text).ShouldBe(
        [
            "前回（令和5年度（2023年度））4件 = 解消確認 1件 + 引き続き 2件 + 判定不能 1件",
            "今回 4件 = 引き続き 2件 悪化 1件 緩和 1件 + 新規 1件 + 再発 1件",
        ]);
    }

    [Fact]
    public async Task For_who_sees_everything_they_are_the_counts_of_the_engine()
    {
        var counts = Numbers(await years.Site.Open(List));

        var sum = await EngineSum();
        counts["previous"].ShouldBe(sum.Previous);
        counts["now"].ShouldBe(sum.Now);
        foreach (var (word, count) in new[] { ("carried", sum.Carried), ("new", sum.New), ("recurred", sum.Recurred), ("cleared", sum.Cleared), ("undetermined", sum.Undetermined) })
            counts.GetValueOrDefault(word).ShouldBe(count, word);
    }

    [Theory]
    [InlineData("Administrator, DxOffice, SecurityOfficer", 4, 4)]
    [InlineData("SecurityOfficer", 4, 4)]
    [InlineData("DxOffice", 3, 4)]
    [InlineData("Reader", 3, 4)]
    [InlineData("Department", 1, 2, "d-shimin")]
    [InlineData("Department", 0, 0, "d-zeimu")]
    public async Task They_add_up_for_each_role_and_lead_to_as_many(string roles, int previous, int now, params string[] departments)
    {
        var browser = await years.Site.As(Enum.Parse<Roles>(roles), departments);
        var page = await years.Site.Open(List, browser);

        var counts = Numbers(page);

        (counts["previous"], counts["now"]).ShouldBe((previous, now));
        previous.ShouldBe(Sum(counts, "cleared", "carried", "undetermined", "gone", "ruleChanged"));
        now.ShouldBe(Sum(counts, "carried", "new", "recurred"));
        counts.GetValueOrDefault("carried").ShouldBe(Sum(counts, "continuing", "worsened", "eased"));
        foreach (var (word, count) in counts)
            Shown(await years.Site.Open($"{List}?state={word}&folded=show", browser)).ShouldBe(count, word);
    }

    [Fact]
    public async Task A_line_says_how_it_stands_since_when_and_what_it_was()
    {
        var page = await years.Site.Open($"{List}?folded=show");

        HtmlPage.Text(Line(page, FabricatedCheck.Noted.Key)).ShouldStartWith("重大 悪化 成果指標がありません。");
        HtmlPage.Text(Line(page, FabricatedCheck.Noted.Key)).ShouldEndWith("前回 注意 → 重大 3年度目 未回答");
        HtmlPage.Text(Line(page, FabricatedCheck.Noted.Key).Descendants("del").Single()).ShouldBe("前回 注意");
        HtmlPage.Text(Line(page, FabricatedCheck.Following.Key)).ShouldStartWith("警告 再発");
        HtmlPage.Text(Line(page, FabricatedCheck.Following.Key)).ShouldNotContain("年度目");
    }

    [Fact]
    public async Task What_is_none_any_more_is_no_alert_of_the_list_but_can_be_read()
    {
        var page = await years.Site.Open(List);

        page.Alerts.ShouldNotContain(FabricatedCheck.Secret.Key);
        HtmlPage.Text(page.ById("left")).ShouldContain("解消確認 収納システムの領域が書かれていません。 前回は情報");
        var detail = await years.Site.Open($"{List}/{FabricatedCheck.Secret.Key}");
        detail.Main.ShouldContain("今回の点検で解消を確認しました。");
        detail.Heading.ShouldBe("収納システムの領域が書かれていません。");
        (await years.Site.Open("/")).Main.ShouldNotContain("収納システム");
    }

    [Fact]
    public async Task The_history_of_an_alert_says_how_it_stood_in_each_cycle()
    {
        var page = await years.Site.Open($"{List}/{FabricatedCheck.Following.Key}");

        page.ById("history").Descendants("li").Select(line => Regex.Match(HtmlPage.Text(line), "^.*?(?=令和)").Value.Trim()).ShouldBe(["警告 再発", "解消確認", "警告"]);
    }

    [Fact]
    public async Task In_the_first_cycle_there_is_nothing_to_compare_with()
    {
        var page = await years.Site.Open("/cycles/1/alerts");

        HtmlPage.Text(page.ById("lifecycle")).ShouldBe("前の年度の点検がないため、前回との比較はありません。");
        page.Main.ShouldNotContain("新規");
    }

    [Fact]
    public async Task An_item_that_was_renumbered_shows_its_history_under_either_id()
    {
        var moved = FabricatedCheck.Late with { Key = "SCH-02/moved", Subject = FabricatedCheck.Late.Subject with { Id = "moved" } };
        await years.Site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            db.Renumberings.Add(new RenumberingRow { PlanId = 1, OldId = FabricatedCheck.Late.Subject.Id, NewId = "moved", At = StoppedClock.Now, Reason = "改定" });
            await db.SaveByHand();
        });
        await years.Next(FabricatedCheck.Only([moved]));

        HtmlPage.Text((await years.Site.Open("/cycles/4/alerts/SCH-02/moved")).ById("history")).ShouldContain("令和4年度");
        HtmlPage.Text((await years.Site.Open($"/cycles/1/alerts/{FabricatedCheck.Late.Key}")).ById("history")).ShouldContain("令和7年度");
    }

    private async Task<LifecycleSum> EngineSum()
    {
        LifecycleSum? sum = null;
        await years.Site.In(async services =>
        {
            var reports = await services.GetRequiredService<AdminDb>().Runs.OrderBy(run => run.Id).Select(run => run.Report).ToListAsync();
            var read = reports.Select(report => ReportJson.Read(new SourceText("report", Encoding.UTF8.GetString(Compressed.Unpack(report)))).Report!);
            sum = Lifecycle.Of([.. read], Renumbering.None, PlanSchema.Instance).Single().Latest.Sum;
        });
        return sum!;
    }

    private static IEnumerable<XElement> Equations(HtmlPage page) => page.WithClass("dx-equation");

    private static Dictionary<string, int> Numbers(HtmlPage page)
    {
        var counts = new Dictionary<string, int>();
        foreach (var equation in Equations(page))
        {
            foreach (var link in equation.Descendants("a"))
                counts[(string?)link.Attribute("data-word") ?? equation.Attribute("data-word")!.Value] = int.Parse(Regex.Match(link.Value, "([0-9]+)件").Groups[1].Value, CultureInfo.InvariantCulture);
        }
        return counts;
    }

    private static int Sum(Dictionary<string, int> counts, params string[] words) => words.Sum(counts.GetValueOrDefault);

    // What is undetermined stands by missing fact, and each of these results lacks one.
    private static int Shown(HtmlPage page) =>
        page.Alerts.Count + page.All("section").Where(section => (string?)section.Attribute("id") is "left" or "undetermined").Sum(section => section.Descendants("li").Count());

    private static XElement Line(HtmlPage page, string key) => page.WithClass("dx-alert").Single(line => (string?)line.Attribute("data-key") == key);
}
