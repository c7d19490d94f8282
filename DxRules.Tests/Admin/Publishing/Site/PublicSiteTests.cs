using System.Text;
using System.Text.RegularExpressions;
using DxRules.Admin.Data;
using DxRules.Admin.Publishing;
using DxRules.Admin.Publishing.Site;
using DxRules.Engine.Rules;
using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.Publishing.Site;

/// <summary>What citizens read, file by file.</summary>
public sealed partial class PublicSiteTests
{
    private const string Year = "992011/demo-dx-2023/2024/";

    private static readonly Lazy<PublicSite> Demo = new(() => new PublicSite(MadeSite.DemoCity()));

    [Fact]
    public void The_files_lie_where_they_were_promised_to_lie()
    {
        string[] promised =
        [
            "index.html", "feed.atom", "site.css", "search.js", Year + "index.html", Year + "policies/p1.html", Year + "kpis/k-wait.html", Year + "changes.html", Year + "minutes.html",
            Year + "words.html", Year + "search.html", Year + "data.html", Year + "data/policies.csv", Year + "data/initiatives.csv", Year + "data/kpis.csv", Year + "data/responses.csv",
            Year + "data/meetings.csv", Year + "data/publication.json", Year + "data/publication.schema.json", Year + "data/dictionary.csv", Year + "data/LICENSE.txt",
        ];

        promised.Except(Demo.Value.Paths).ShouldBeEmpty();
        promised.Where(path => path.EndsWith(".html", StringComparison.Ordinal)).Select(path => "en/" + path).Except(Demo.Value.Paths).ShouldBeEmpty();
        Demo.Value.Paths.Select(path => path.ToLowerInvariant()).Distinct().Count().ShouldBe(Demo.Value.Paths.Count);
        Demo.Value.File("index.HTML").ShouldBeNull();
    }

    [Fact]
    public void Every_link_of_every_page_leads_to_a_file_of_the_site_and_to_a_place_in_it()
    {
        var site = Demo.Value;
        var places = site.Pages().ToDictionary(page => page, page => Id().Matches(site.Text(page)).Select(match => match.Groups[1].Value).ToList());

        foreach (var page in site.Pages())
        {
            places[page].Distinct().Count().ShouldBe(places[page].Count, page);
            foreach (var link in Link().Matches(site.Text(page)).Select(match => match.Groups[1].Value))
            {
                var parts = link.Split('#');
                var target = parts[0].Length == 0 ? page : Target(page, parts[0]);
                site.Paths.ShouldContain(target, $"{page}: {link}");
                if (parts.Length > 1)
                    places[target].ShouldContain(parts[1], $"{page}: {link}");
            }
        }
    }

    [Fact]
    public void No_page_asks_anything_of_the_outside_or_runs_anything_of_its_own()
    {
        foreach (var path in Demo.Value.Paths.Where(path => !path.Contains("/data/", StringComparison.Ordinal) && path != "icon.svg" && path != "feed.atom"))
        {
            var text = Demo.Value.Text(path);
            text.ShouldNotContain("://", Case.Sensitive, path);
            Inline().Matches(text).Select(match => match.Value).ShouldBeEmpty(path);
        }
        Demo.Value.Text("feed.atom").Replace("http://www.w3.org/2005/Atom", "", StringComparison.Ordinal).ShouldNotContain("://");
    }

    [Fact]
    public void Every_page_says_its_language_what_it_is_and_where_its_text_begins()
    {
        foreach (var page in Demo.Value.Pages())
        {
            var text = Demo.Value.Text(page);
            text.ShouldStartWith($"<!DOCTYPE html>\n<html lang=\"{(page.StartsWith("en/", StringComparison.Ordinal) ? "en" : "ja")}\">");
            Regex.Count(text, "<h1").ShouldBe(1, page);
            Regex.Count(text, "<title>[^<]+</title>").ShouldBe(1, page);
            text.ShouldContain("href=\"#main\"", Case.Sensitive, page);
            text.ShouldContain("<main id=\"main\"", Case.Sensitive, page);
            Entity().Matches(text).Select(match => match.Value).Distinct().Except(["&#x27;", "&#x2B;", "&#x3000;"]).ShouldBeEmpty(page);
        }
    }

    [Fact]
    public void A_citizen_reads_first_how_much_goes_as_planned()
    {
        var content = SamplePublications.City();
        var (good, late) = (content.Policies[0].Initiatives[0], content.Policies[0].Initiatives[0] with { Grade = new PublicGrade(new Bilingual("遅れ", "Late"), "D", GradeKind.Behind) });
        var site = new PublicSite([MadeSite.Of(content with
        {
            Policies = [content.Policies[0] with { Initiatives = [.. Enumerable.Range(0, 97).Select(i => (i < 57 ? good : late) with { Id = $"i{i}" })] }],
        })]);

        site.Text("987654/mihon-dx/2024/index.html").ShouldContain("97の取組のうち57は予定どおりです。40は遅れています。");
        site.Text("en/987654/mihon-dx/2024/index.html").ShouldContain("Of 97 initiatives, 57 are as planned. 40 are late.");
        site.Text("index.html").ShouldContain("97の取組のうち57は予定どおりです。");
        site.Text("987654/mihon-dx/2024/kpis/p1-k1.html").ShouldContain("目標（めざす数字）は、令和8年度に60%です。令和6年度は41.3%（速報）でした。予定どおりです。");
    }

    [Fact]
    public void It_is_the_same_bytes_each_time()
    {
        var again = new PublicSite(MadeSite.DemoCity());

        again.Paths.ShouldBe(Demo.Value.Paths);
        foreach (var path in again.Paths)
            again.File(path)!.Content.Span.SequenceEqual(Demo.Value.File(path)!.Content.Span).ShouldBeTrue(path);
    }

    [Fact]
    public void What_a_text_holds_is_never_taken_for_markup()
    {
        const string Hostile = "\"'><script>alert(1)</script>]]>&amp;<!--";
        var content = SamplePublications.City(name: Hostile);
        var site = new PublicSite(
        [
            MadeSite.Of(content with
            {
                Head = content.Head with { PlanTitle = Hostile },
                Categories = [content.Categories[0] with { Title = Hostile }],
                Policies = [content.Policies[0] with { Title = Hostile, Purpose = Hostile, Initiatives = [content.Policies[0].Initiatives[0] with { Title = Hostile, Done = Hostile }] }],
                Kpis = [content.Kpis[0] with { Title = Hostile, Unit = Hostile, Series = [content.Kpis[0].Series[0] with { Segment = Hostile }] }],
                Responses = [content.Responses[0] with { Text = Hostile, Finding = new Bilingual(Hostile, Hostile) }],
                Meetings = [content.Meetings[0] with { Body = Hostile, Agenda = Hostile }],
            }, 2, Hostile),
        ]);

        foreach (var path in site.Pages())
            site.Text(path).ShouldNotContain("<script>", Case.Insensitive, path);
        System.Xml.Linq.XDocument.Parse(site.Text("feed.atom")).ToString().ShouldContain("alert(1)");
    }

    [Fact]
    public void Nothing_of_security_stands_in_any_byte()
    {
        var site = new PublicSite(MadeSite.DemoCity(CanaryPlan.OfSecurity));

        foreach (var path in site.Paths)
        {
            path.ShouldNotContain(CanaryPlan.Word, Case.Insensitive);
            Encoding.UTF8.GetString(site.File(path)!.Content.Span).ShouldNotContain(CanaryPlan.Word, Case.Insensitive, path);
        }
    }

    [Fact]
    public void A_plan_of_which_hardly_anything_is_known_is_told_as_well()
    {
        var content = SamplePublications.City();
        var site = new PublicSite([MadeSite.Of(content with { Categories = [], Policies = [], Kpis = [], Responses = [], Actions = [], Meetings = [], Head = content.Head with { Start = null, End = null } })]);

        foreach (var page in site.Pages())
            site.Text(page).ShouldContain("<h1");
        site.Text("987654/mihon-dx/2024/index.html").ShouldContain("進みぐあいを数えるものは、まだありません。");
        new PublicSite([]).Text("index.html").ShouldContain("公開したものは、まだありません。");
    }

    private static string Target(string page, string link)
    {
        var path = page.Split('/')[..^1].ToList();
        foreach (var part in link.Split('/'))
        {
            if (part == "..")
                path.RemoveAt(path.Count - 1);
            else
                path.Add(part);
        }
        return string.Join('/', path);
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();

    // No script but one of a file, no handlers, no styles: the policy of the site forbids them all.
    [GeneratedRegex("<script(?! src=\"[./]*search\\.js\" defer)|<style| style=\"| on[a-z]+=\"")]
    private static partial Regex Inline();

    [GeneratedRegex("&#[^;]+;")]
    private static partial Regex Entity();
}
