using System.Net;
using System.Text.Json.Nodes;
using DxRules.Admin.People;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DxRules.Tests.Admin.Hosting;

/// <summary>What holds of every answer, of refusals and of pages that tell of a failure, too.</summary>
public sealed class EveryAnswerTests(EveryAnswerTests.BrokenSite shared) : IClassFixture<EveryAnswerTests.BrokenSite>
{
    [Theory]
    [InlineData("GET", "/sign-in", 200)]
    [InlineData("GET", "/", 302)]
    [InlineData("GET", "/site.css", 200)]
    [InlineData("GET", "/icon.svg", 200)]
    [InlineData("GET", "/public/nowhere.html", 404)]
    [InlineData("GET", "/error/404", 200)]
    [InlineData("GET", "/api/v1/openapi.json", 200)]
    [InlineData("GET", "/api/v1/plans", 401)]
    [InlineData("GET", "/api/nowhere", 401)]
    [InlineData("POST", "/sign-in", 400)]
    [InlineData("PUT", "/sign-in", 405)]
    [InlineData("TRACE", "/", 405)]
    [InlineData("OPTIONS", "/account", 405)]
    [InlineData("GET", "/sign-in", 400, "evil.example")]
    [InlineData("GET", "/api/v1/plans", 400, "evil.example")]
    public async Task Carries_what_the_browser_has_to_know(string method, string address, int status, string? host = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Host = host;

        using var response = await shared.Nobody.SendAsync(request);

        ((int)response.StatusCode).ShouldBe(status);
        Check(response);
    }

    [Fact]
    public async Task Carries_it_where_a_page_fails_and_tells_nothing_of_why()
    {
        using var response = await shared.Site.Client.GetAsync("/cycles/1/alerts");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        Check(response);
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("処理できませんでした");
        Tells(page);

        Break(shared.Site.DatabaseFile, "Observations");
        using var worse = await shared.Site.Client.GetAsync("/cycles/1/alerts");
        worse.StatusCode.ShouldBe(HttpStatusCode.InternalServerError, "the page that tells of the failure fails, too");
        Check(worse);
        Tells(await worse.Content.ReadAsStringAsync());

        static void Tells(string answer)
        {
            foreach (var inner in new[] { "Sqlite", "no such table", "Exception", "   at ", "DxRules.Admin", ".cs:" })
                answer.ShouldNotContain(inner, Case.Insensitive);
        }
    }

    [Fact]
    public async Task Says_under_https_to_stay_with_it_where_a_page_fails_too()
    {
        await using var site = await HttpsSite.Start(false, "http://127.0.0.1:0");
        Break(site.DatabaseFile, "SignInLinks");

        using var failed = await site.Ask("/welcome/x", "https");
        using var style = await site.Ask("/site.css", "https");

        failed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        foreach (var response in new[] { failed, style })
            response.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000; includeSubDomains");
        using var unencrypted = await site.Ask("/api/v1/plans", null);
        (await Problem(unencrypted, HttpStatusCode.Forbidden))["type"]!.ToString().ShouldBe("urn:dxrules:problem:https");
        using var elsewhere = await site.Ask("/api/v1/plans", "https", "evil.example");
        (await Problem(elsewhere, HttpStatusCode.BadRequest))["type"]!.ToString().ShouldBe("urn:dxrules:problem:host");
    }

    [Fact]
    public async Task Too_many_pages_in_a_minute_are_refused_to_who_asks_and_to_nobody_else()
    {
        await using var site = await RunningSite.Start(FabricatedCheck.Nothing, pagesPerMinute: 5);
        var (busy, other) = (await site.As(Roles.Reader), await site.As(Roles.DxOffice));

        for (var i = 0; i < 5; i++)
            (await busy.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var refused = await busy.GetAsync("/account");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await HtmlPage.Read(refused)).Heading.ShouldBe("続けて何度も求められています");
        (await other.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.Nobody.GetAsync("/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_refused_stands_in_the_log_on_one_line_without_what_was_sent()
    {
        var reader = await shared.Site.As(Roles.Reader);
        shared.Log.Lines.Clear();

        await reader.GetAsync("/people?q=secret-word");
        await reader.GetAsync("/people/1%0d%0aforged");
        await shared.Nobody.PostAsync("/welcome/secret-link", new FormUrlEncodedContent([new("Password", "secret-word")]));

        var lines = shared.Log.Lines.Where(line => line.StartsWith("Refused", StringComparison.Ordinal)).ToList();
        lines.ShouldContain(line => line.StartsWith("Refused 403: GET /people from 127.0.0.1 by person ", StringComparison.Ordinal));
        lines.ShouldContain("Refused 400: POST /welcome from 127.0.0.1 by nobody");
        lines.ShouldAllBe(line => !line.Contains('\n') && !line.Contains("secret", StringComparison.Ordinal));
    }

    private static void Check(HttpResponseMessage response)
    {
        string Header(string name) => string.Join(", ", response.Headers.TryGetValues(name, out var values) ? values : []);
        Header("Content-Security-Policy").ShouldStartWith("default-src 'none'; style-src 'self'; img-src 'self'; ");
        Header("Content-Security-Policy").ShouldContain("base-uri 'none'");
        Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        Header("Content-Security-Policy").ShouldNotContain("unsafe");
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("Referrer-Policy").ShouldBe("same-origin");
        Header("Permissions-Policy").ShouldContain("camera=()");
        Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        Header("Cache-Control").ShouldNotBeEmpty();
        foreach (var telling in new[] { "Server", "X-Powered-By", "Access-Control-Allow-Origin" })
            Header(telling).ShouldBeEmpty();
        var type = response.Content.Headers.ContentType;
        if (type?.MediaType is { } media && (media.StartsWith("text/", StringComparison.Ordinal) || media.EndsWith("xml", StringComparison.Ordinal)))
            type.CharSet.ShouldBe("utf-8");
    }

    private static async Task<JsonNode> Problem(HttpResponseMessage response, HttpStatusCode status)
    {
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    // A page that needs it fails.
    private static void Break(string database, string table)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var drop = connection.CreateCommand();
        drop.CommandText = $"PRAGMA foreign_keys = OFF; DROP TABLE {table};";
        drop.ExecuteNonQuery();
    }

    /// <summary>A site with one cycle, whose database lacks a table.</summary>
    public sealed class BrokenSite : IAsyncLifetime
    {
        internal RunningSite Site { get; private set; } = null!;

        internal HttpClient Nobody { get; private set; } = null!;

        internal KeptLog Log { get; } = new();

        public async ValueTask InitializeAsync()
        {
            Site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
            Nobody = Site.Browser(follows: false);
            await Site.In(services =>
            {
                services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
                return Task.CompletedTask;
            });
            Break(Site.DatabaseFile, "SavedViews");
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }

    /// <summary>What the site writes into its log.</summary>
    internal sealed class KeptLog : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
