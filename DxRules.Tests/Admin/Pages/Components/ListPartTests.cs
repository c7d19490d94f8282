using DxRules.Admin.Pages.Components;

namespace DxRules.Tests.Admin.Pages.Components;

public sealed class ListPartTests
{
    [Theory]
    [InlineData("/list", "ascending", "/list?sort=-due")]
    [InlineData("/list?sort=due", "ascending", "/list?sort=-due")]
    [InlineData("/list?q=x&page=3&sort=-due", "descending", "/list?q=x&sort=due")]
    [InlineData("/list?sort=name", null, "/list?sort=due")]
    public async Task A_heading_sorts_by_its_column_and_then_backwards(string address, string? order, string next)
    {
        var heading = (await new Drawn(address).Of(new SortHeading { By = "due", Usual = "ascending" }))!;

        heading.Attribute("aria-sort")?.Value.ShouldBe(order);
        heading.Element("a")!.Attribute("href")!.Value.ShouldBe(next);
    }

    [Theory]
    [InlineData(1, "1 / 3 ページ（1～50件目、全120件） 次のページ", "/list?q=x&page=2")]
    [InlineData(2, "前のページ 2 / 3 ページ（51～100件目、全120件） 次のページ", "/list?q=x&page=1 /list?q=x&page=3")]
    [InlineData(3, "前のページ 3 / 3 ページ（101～120件目、全120件）", "/list?q=x&page=2")]
    public async Task A_long_list_says_which_part_is_shown_and_leads_on(int page, string words, string links)
    {
        var pager = (await new Drawn("/list?q=x&page=9").Of(new Pager { Page = page, Size = 50, Total = 120 }))!;

        string.Join(' ', pager.Elements().Select(HtmlPage.Text)).ShouldBe(words);
        pager.Elements("a").Select(link => link.Attribute("href")!.Value).ShouldBe(links.Split(' '));
    }

    [Fact]
    public async Task What_fits_on_one_page_has_no_pages() => (await new Drawn().Of(new Pager { Page = 1, Size = 50, Total = 50 })).ShouldBeNull();

    [Fact]
    public async Task Steps_say_what_is_done_in_words()
    {
        var steps = (await new Drawn().Of(new Steps { Label = "取込", Current = 2, Names = ["ファイル", "確認", "取込"] }))!;

        steps.Elements().Select(HtmlPage.Text).ShouldBe(["✓ ファイル 済み", "2 確認 現在", "3 取込 これから"]);
        steps.Elements().Single(step => step.Attribute("aria-current") is not null).Attribute("aria-current")!.Value.ShouldBe("step");
    }

    [Fact]
    public async Task Progress_is_told_in_numbers()
    {
        var progress = (await new Drawn().Of(new ProgressBlock { Id = "job", Label = "取り込んでいます", Value = 1240, Max = 3000, Unit = "行" }))!;

        HtmlPage.Text(progress.Element("p")!).ShouldBe("1,240 / 3,000 行（41%）");
        progress.Element("progress")!.Attribute("value")!.Value.ShouldBe("1240");
    }

    [Fact]
    public async Task A_table_is_named_by_its_caption()
    {
        var figure = (await new Drawn().Of(new Table { Id = "runs", Caption = "点検の記録", Quiet = true }))!;

        HtmlPage.Text(figure.Element("figcaption")!).ShouldBe("点検の記録");
        figure.Descendants("table").Single().Attribute("aria-labelledby")!.Value.ShouldBe(figure.Element("figcaption")!.Attribute("id")!.Value);
    }

    [Fact]
    public async Task A_moment_is_told_exactly_and_by_its_distance()
    {
        var ago = (await new Drawn().Of(new Ago { At = StoppedClock.Now.AddDays(-3) }))!;
        var due = (await new Drawn().Of(new Due { On = new DateOnly(2025, 6, 14) }))!;

        HtmlPage.Text(ago).ShouldBe("令和7年5月30日（2025年） 09:30（3日前）");
        ago.Element("time")!.Attribute("datetime")!.Value.ShouldBe("2025-05-30T09:30+09:00");
        HtmlPage.Text(due).ShouldBe("令和7年6月14日（2025年）、あと12日");
    }
}
