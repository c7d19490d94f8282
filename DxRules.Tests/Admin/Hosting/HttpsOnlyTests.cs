using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using DxRules.Admin.Hosting;

namespace DxRules.Tests.Admin.Hosting;

public sealed class HttpsOnlyTests
{
    [Theory]
    [InlineData("http://dx.city.example", "http://localhost:5080", false, false, "https:// とホスト名だけ")]
    [InlineData("https://dx.city.example/dx", "http://localhost:5080", false, false, "https:// とホスト名だけ")]
    [InlineData("https://user@dx.city.example", "http://localhost:5080", false, false, "https:// とホスト名だけ")]
    [InlineData("dx.city.example", "http://localhost:5080", false, false, "https:// とホスト名だけ")]
    [InlineData("", "http://localhost:5080", false, false, "https:// とホスト名だけ")]
    [InlineData("https://dx.city.example", "https://0.0.0.0:443", false, false, "--certificate")]
    [InlineData("https://dx.city.example", "http://0.0.0.0:80", false, false, "暗号化されずに外から届きます")]
    [InlineData("https://dx.city.example", "http://0.0.0.0:80", true, false, "暗号化されずに外から届きます")]
    [InlineData("https://dx.city.example", "https://0.0.0.0:443;http://dx.city.example:80", true, false, "暗号化されずに外から届きます")]
    [InlineData("https://dx.city.example", "localhost", false, true, "URLではありません")]
    [InlineData("https://dx.city.example", "", false, true, "一つ以上")]
    [InlineData("https://dx.city.example", "http://localhost:5080", false, false, null)]
    [InlineData("https://dx.city.example:8443/", "http://127.0.0.1:0", false, false, null)]
    [InlineData("https://dx.city.example", "http://0.0.0.0:5080", false, true, null)]
    [InlineData("https://dx.city.example", "https://0.0.0.0:443", true, false, null)]
    public void What_could_be_reached_unencrypted_is_refused_in_words(string publicUrl, string urls, bool certificate, bool proxy, string? why)
    {
        var options = new SiteOptions("data", urls.Split(';', StringSplitOptions.RemoveEmptyEntries), false)
        {
            PublicUrl = publicUrl, Certificate = certificate ? ("site.crt", "site.key") : null, Proxies = proxy ? [IPAddress.Parse("192.0.2.10")] : [],
        };

        var refusal = HttpsOnly.Refuse(options);

        if (why is null)
            refusal.ShouldBeNull();
        else
            refusal.ShouldNotBeNull().Ja.ShouldContain(why);
    }

    [Fact]
    public void The_demonstration_is_not_served_to_others() =>
        HttpsOnly.Refuse(new SiteOptions("data", ["http://localhost:5080"], true) { PublicUrl = "https://dx.city.example" }).ShouldNotBeNull().Ja.ShouldContain("--demo");

    [Fact]
    public async Task Behind_a_proxy_that_says_https_people_get_their_pages_and_are_told_to_stay_with_https()
    {
        await using var site = await HttpsSite.Start(false, "http://127.0.0.1:0");

        using var response = await site.Ask("/sign-in", "https");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000; includeSubDomains");
        using var home = await site.Ask("/", "https");
        home.Headers.Location!.ToString().ShouldStartWith($"{HttpsSite.PublicUrl}/sign-in");
    }

    [Theory]
    [InlineData(null, "dx.city.example", HttpStatusCode.Forbidden, "the proxy does not say how people come")]
    [InlineData("http", "dx.city.example", HttpStatusCode.Forbidden, "people come unencrypted")]
    [InlineData("https", "127.0.0.1", HttpStatusCode.BadRequest, "the proxy does not pass the name on")]
    [InlineData("https", "evil.example", HttpStatusCode.BadRequest, "a name that was pointed here")]
    [InlineData("https", "dx.city.example.evil.example", HttpStatusCode.BadRequest, "a longer name")]
    [InlineData("https, http", "dx.city.example", HttpStatusCode.Forbidden, "only the last word is the proxy's own")]
    [InlineData("http, https", "dx.city.example", HttpStatusCode.OK, "what stands before it, anybody could have written")]
    public async Task What_a_proxy_says_otherwise_is_refused(string? proto, string host, HttpStatusCode status, string why)
    {
        await using var site = await HttpsSite.Start(false, "http://127.0.0.1:0");

        using var response = await site.Ask("/sign-in", proto, host);

        response.StatusCode.ShouldBe(status, why);
        if (status != HttpStatusCode.OK)
            (await response.Content.ReadAsStringAsync()).ShouldNotContain("DxRules");
        if (status == HttpStatusCode.Forbidden)
            (await response.Content.ReadAsStringAsync()).ShouldContain("X-Forwarded-Proto");
    }

    [Fact]
    public async Task Who_is_no_proxy_cannot_say_that_they_come_by_https()
    {
        Assert.SkipUnless(OwnAddress() is not null, "This machine has no address but that of itself.");
        await using var site = await HttpsSite.Start(false, "http://0.0.0.0:0");
        var address = new Uri($"http://{OwnAddress()}:{site.Addresses[0].Port}");

        using var response = await site.Ask("/sign-in", "https", address: address);
        using var forged = await site.Ask("/sign-in", "https", forwardedFor: "127.0.0.1", address: address);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        forged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task With_its_own_certificate_the_site_ends_https_itself_and_every_cookie_is_bound_to_it()
    {
        await using var site = await HttpsSite.Start(true, "https://127.0.0.1:0");
        using var browser = site.Client();
        var page = new UriBuilder(site.Addresses[0]) { Host = HttpsSite.Host, Path = "/sign-in", Query = "lang=en" }.Uri;

        using var response = await browser.GetAsync(page);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000; includeSubDomains");
        var cookies = response.Headers.GetValues("Set-Cookie").ToList();
        cookies.ShouldContain(cookie => cookie.StartsWith("__Host-dxrules-form=", StringComparison.Ordinal));
        cookies.ShouldContain(cookie => cookie.StartsWith("__Host-lang=", StringComparison.Ordinal));
        cookies.ShouldAllBe(cookie => IsBound(cookie));
        using var refused = await browser.Send(page, await HtmlPage.Read(response), ("UserName", "admin"), ("Password", "x"));
        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_under_https_is_bound_to_the_host()
    {
        await using var site = await HttpsSite.Start(true, "https://127.0.0.1:0");
        using var browser = site.Client();
        var page = new UriBuilder(site.Addresses[0]) { Host = HttpsSite.Host, Path = site.Invitation }.Uri;
        using var welcome = await browser.GetAsync(page);
        using var set = await browser.Send(page, await HtmlPage.Read(welcome), ("Password", "a long and good password"), ("Again", "a long and good password"));
        using var form = await browser.GetAsync(new Uri(page, "/sign-in"));

        using var signedIn = await browser.Send(new Uri(page, "/sign-in"), await HtmlPage.Read(form), ("UserName", "admin"), ("Password", "a long and good password"));

        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var cookies = new[] { set, signedIn }.SelectMany(response => response.Headers.GetValues("Set-Cookie")).ToList();
        cookies.ShouldContain(cookie => cookie.StartsWith("__Host-dxrules-session=", StringComparison.Ordinal));
        cookies.ShouldContain(cookie => cookie.StartsWith("__Host-dxrules-message=", StringComparison.Ordinal));
        cookies.ShouldAllBe(cookie => IsBound(cookie));
    }

    private static bool IsBound(string cookie)
    {
        var text = cookie.ToLowerInvariant();
        return text.StartsWith("__host-", StringComparison.Ordinal) && text.Contains("; secure") && text.Contains("; path=/") && text.Contains("; httponly")
            && text.Contains("; samesite=") && !text.Contains("samesite=none") && !text.Contains("domain=");
    }

    private static IPAddress? OwnAddress() =>
        NetworkInterface.GetAllNetworkInterfaces().SelectMany(network => network.GetIPProperties().UnicastAddresses).Select(address => address.Address)
            .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
}
