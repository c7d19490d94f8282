using System.Globalization;
using System.Xml.Linq;
using DxRules.Admin.Publishing.Site;

namespace DxRules.Tests.Admin.Publishing.Site;

/// <summary>The feed as RFC 4287 asks for it.</summary>
public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void It_has_all_that_a_feed_must_have()
    {
        var site = new PublicSite(MadeSite.DemoCity());
        var feed = XDocument.Parse(site.Text("feed.atom")).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();

        feed.Name.ShouldBe(Atom + "feed");
        entries.Count.ShouldBe(2);
        foreach (var part in entries.Prepend(feed))
        {
            foreach (var needed in new[] { "id", "title", "updated", "author" })
                part.Elements(Atom + needed).Count().ShouldBe(1, needed);
            Uri.TryCreate(part.Element(Atom + "id")!.Value, UriKind.Absolute, out var id).ShouldBeTrue();
            id!.Scheme.ShouldBe("urn");
            DateTimeOffset.ParseExact(part.Element(Atom + "updated")!.Value, "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture).ShouldBe(new DateTimeOffset(2025, 8, 20, 0, 0, 0, TimeSpan.FromHours(9)));
            part.Element(Atom + "author")!.Element(Atom + "name")!.Value.ShouldNotBeEmpty();
            var link = part.Elements(Atom + "link").Single(one => (string?)one.Attribute("rel") == "alternate");
            site.Paths.ShouldContain(link.Attribute("href")!.Value);
        }
        entries.Prepend(feed).Select(part => part.Element(Atom + "id")!.Value).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Where_its_address_is_known_it_is_written_and_nothing_else_changes()
    {
        var publications = MadeSite.DemoCity();
        var (here, there) = (new PublicSite(publications), new PublicSite(publications, new Uri("https://www.city.example.lg.jp/dx/")));
        var (feed, known) = (XDocument.Parse(here.Text("feed.atom")), XDocument.Parse(there.Text("feed.atom")));

        known.Descendants(Atom + "link").Select(link => link.Attribute("href")!.Value).ShouldAllBe(link => link.StartsWith("https://www.city.example.lg.jp/dx/", StringComparison.Ordinal));
        known.Descendants(Atom + "link").Count(link => (string?)link.Attribute("rel") == "self").ShouldBe(1);
        known.Descendants(Atom + "id").Select(id => id.Value).ShouldBe(feed.Descendants(Atom + "id").Select(id => id.Value));
        there.Text("index.html").ShouldBe(here.Text("index.html"));
    }

    [Fact]
    public void A_publication_that_takes_the_place_of_another_is_the_same_entry_with_the_reason()
    {
        var content = SamplePublications.City();
        var (first, second) = (Feed(MadeSite.Of(content)), Feed(MadeSite.Of(content, 2, "数字の誤りを直しました。")));

        second.Descendants(Atom + "id").Select(id => id.Value).ShouldBe(first.Descendants(Atom + "id").Select(id => id.Value));
        second.Descendants(Atom + "summary").Single().Value.ShouldContain("数字の誤りを直しました。");
    }

    private static XDocument Feed(DxRules.Admin.Publishing.ApprovedPublication publication) => XDocument.Parse(new PublicSite([publication]).Text("feed.atom"));
}
