using System.Globalization;
using System.Xml.Linq;
using DxRules.Admin.Charts;
using DxRules.Tests.Admin.Pages.Components;

namespace DxRules.Tests.Admin.Charts;

public sealed class ChartTests
{
    private const string Hostile = "</title><script>alert('1')</script>\u0001 \"&";

    private static readonly StackPart[] Parts =
    [
        new("継続", ChartFill.OfMark("continuing", FillPattern.Solid)),
        new("新規", ChartFill.OfMark("new", FillPattern.Diagonal)),
        new("解消確認", ChartFill.OfMark("cleared", FillPattern.Outline), Below: true),
    ];

    private static readonly Stack[] Columns = [new("令和5年度", [1200, 300, 0]), new("令和6年度", [1000, 2, 500])];

    [Fact]
    public void A_picture_is_named_by_its_title_and_described_by_its_figures()
    {
        var svg = Draw("増えています。", "令和6年度は1002件です。").Draw(Chart.Wide);

        svg.Attribute("role")!.Value.ShouldBe("img");
        svg.Attribute("aria-labelledby")!.Value.Split(' ')
            .Select(id => svg.Elements().Single(part => (string?)part.Attribute("id") == id).Value).ShouldBe(["増えています。", "令和6年度は1002件です。"]);
        svg.Descendants("text").ShouldAllBe(text => text.Ancestors("g").Any(group => (string?)group.Attribute("aria-hidden") == "true"));
    }

    [Theory]
    [InlineData(Chart.Wide)]
    [InlineData(Chart.Narrow)]
    public void What_somebody_wrote_never_becomes_a_part_of_the_page(int width)
    {
        Stack[] columns = [new(Hostile, [3, 2, 1])];
        var chart = new Chart("c", Hostile, Hostile, canvas => StackedColumns.Draw(canvas, [.. Parts.Select(part => part with { Name = Hostile })], columns));

        var written = chart.Draw(width).ToString();

        written.ShouldNotContain("<script");
        XElement.Parse(written).Element("title")!.Value.ShouldBe(Hostile.Replace('\u0001', '\uFFFD'));
    }

    [Fact]
    public void Nothing_is_styled_in_place_because_the_site_forbids_it() =>
        Draw("a", "b").Draw(Chart.Wide).DescendantsAndSelf().Attributes("style").ShouldBeEmpty();

    [Fact]
    public void No_two_ids_are_the_same_and_every_fill_is_there()
    {
        var chart = Draw("a", "b");
        var drawn = new XElement("both", chart.Draw(Chart.Wide), chart.Draw(Chart.Narrow));

        var ids = drawn.Descendants().Attributes("id").Select(id => id.Value).ToList();
        ids.ShouldBeUnique();
        drawn.Descendants("rect").Attributes("fill").Select(fill => fill.Value["url(#".Length..^1]).ShouldBeSubsetOf(ids);
    }

    [Fact]
    public void The_figures_of_the_columns_are_those_they_were_drawn_from()
    {
        var texts = Draw("a", "b").Draw(Chart.Wide).Descendants("text").Select(text => text.Value).ToList();

        new[] { "1,200", "300", "1,500", "1,000", "500", "1,002" }.ShouldBeSubsetOf(texts);
        texts.ShouldNotContain("2", "a part of two of a thousand has no room for its number");
    }

    [Fact]
    public void A_part_is_as_high_as_its_share()
    {
        var bars = Draw("a", "b").Draw(Chart.Wide).Elements("g").Single().Elements("rect").Where(bar => bar.Attribute("fill") is not null).Skip(Parts.Length).ToList();

        (Height(bars[0]) / Height(bars[1])).ShouldBe(4, 0.01, "1200 to 300");
        static double Height(XElement bar) => double.Parse(bar.Attribute("height")!.Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_long_table_is_folded_and_a_short_one_stands_open()
    {
        (await new Drawn().Of(new ChartTag { Chart = Draw("a", "b"), Rows = 12 }))!.Elements("details").ShouldBeEmpty();
        var long_ = await new Drawn().Of(new ChartTag { Chart = Draw("増えています。", "b"), Rows = 13 });

        long_!.Name.LocalName.ShouldBe("figure");
        HtmlPage.Text(long_.Element("figcaption")!).ShouldBe("増えています。");
        HtmlPage.Text(long_.Element("details")!.Element("summary")!).ShouldBe("数値の表");
        long_.Elements("svg").Select(svg => svg.Attribute("class")!.Value).ShouldBe(["dx-chart__wide", "dx-chart__narrow"]);
    }

    private static Chart Draw(string title, string description) => new("trend", title, description, canvas => StackedColumns.Draw(canvas, Parts, Columns));
}
