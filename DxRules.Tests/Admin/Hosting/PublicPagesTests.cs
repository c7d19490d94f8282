using System.Net;
using System.Net.Http.Headers;
using DxRules.Admin.Publishing.Site;
using DxRules.Tests.Admin.Publishing;

namespace DxRules.Tests.Admin.Hosting;

/// <summary>What everybody may read without signing in.</summary>
public sealed class PublicPagesTests
{
    private const string Year = "/public/992011/demo-dx-2023/2024/";

    [Fact]
    public async Task Before_anything_is_approved_only_that_is_told()
    {
        await using var gate = await GateSite.With();

        (await gate.Site.Nobody.GetStringAsync("/public")).ShouldContain("公開したものは、まだありません。");
        (await gate.Request()).Publication.ShouldNotBeNull();
        (await gate.Site.Nobody.GetAsync(Year + "index.html")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await gate.Site.Nobody.GetStringAsync("/sign-in")).ShouldContain("href=\"/public/index.html\"");
    }

    [Fact]
    public async Task What_was_approved_is_served_to_everybody_as_it_is_published()
    {
        await using var gate = await GateSite.With();
        await gate.Publish();
        var site = new PublicSite(await gate.Approved());

        foreach (var path in site.Paths.Where((path, i) => !path.Contains('/') || i % 7 == 0))
        {
            using var response = await gate.Site.Nobody.GetAsync("/public/" + path);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            response.Content.Headers.ContentType!.ToString().ShouldBe(site.File(path)!.MediaType, path);
            (await response.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(site.File(path)!.Content.Span).ShouldBeTrue(path);
            response.Headers.Contains("Set-Cookie").ShouldBeFalse(path);
        }
        (await gate.Site.Nobody.GetStringAsync(Year)).ShouldContain("<h1>");
        (await gate.Site.Nobody.GetAsync(Year + "policies/none.html")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await gate.Site.Nobody.GetAsync("/public/../cycles/1/alerts")).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task A_browser_that_has_a_page_is_told_so_and_only_the_search_page_may_run_its_script()
    {
        await using var gate = await GateSite.With();
        await gate.Publish();
        using var first = await gate.Site.Nobody.GetAsync(Year + "index.html");
        first.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("script-src");
        first.Headers.CacheControl!.NoCache.ShouldBeTrue();

        using var again = new HttpRequestMessage(HttpMethod.Get, Year + "index.html");
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));
        (await gate.Site.Nobody.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        using var search = await gate.Site.Nobody.GetAsync(Year + "search.html");
        search.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("script-src 'self'");
    }
}
