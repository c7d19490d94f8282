using System.Net;
using System.Text;
using DxRules.Admin.Api;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Api;

/// <summary>Who may ask what of the interface for other programs, and how it says no.</summary>
public sealed class ApiAccessTests(ApiSite shared) : IClassFixture<ApiSite>
{
    private static readonly byte[] Plan = PlanWriter.Write(Samples.Read("demo-city.json"));

    [Fact]
    public async Task Nothing_is_answered_without_a_token()
    {
        using var nobody = ApiClient.With(shared.Site, null);
        foreach (var operation in ApiOperations.All)
        {
            using var response = await nobody.Http.SendAsync(Request(operation));
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, operation.Id);
            response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer realm=\"dxrules\"");
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }
        await nobody.Refused(HttpStatusCode.Unauthorized, "/api/v1/nowhere");
        await nobody.Refused(HttpStatusCode.Unauthorized, "/api");
    }

    [Theory]
    [InlineData("dxr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("dxr_")]
    [InlineData("a b c")]
    [InlineData("' or 1=1 --")]
    public async Task A_token_that_does_not_exist_opens_nothing(string secret)
    {
        using var guessing = ApiClient.With(shared.Site, null);
        guessing.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {secret}");
        using var response = await guessing.Http.GetAsync("/api/v1/plans");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldContain("error=\"invalid_token\"");
    }

    [Fact]
    public async Task Each_operation_needs_its_scope_and_no_other()
    {
        foreach (var scope in ApiScopes.All)
        {
            using var client = await ApiClient.Of(shared.Site, Roles.Reader, null, scope);
            foreach (var operation in ApiOperations.All)
            {
                using var response = await client.Http.SendAsync(Request(operation));
                response.StatusCode.ShouldBe(operation.Scope == scope ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{operation.Id} with {scope}");
                if (operation.Scope != scope)
                    response.Headers.WwwAuthenticate.ToString().ShouldContain($"error=\"insufficient_scope\", scope=\"{operation.Scope}\"");
            }
        }
    }

    [Fact]
    public async Task A_session_opens_pages_and_a_token_the_interface_and_neither_the_other()
    {
        using var asPerson = await shared.Site.Client.GetAsync("/api/v1/plans");
        asPerson.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var client = ApiClient.With(shared.Site, (await ApiClient.Token(shared.Site, Roles.SecurityOfficer)).Secret);
        foreach (var page in new[] { "/", "/cycles/1/alerts", "/tokens", "/nowhere" })
        {
            using var asProgram = await client.Http.GetAsync(page);
            asProgram.StatusCode.ShouldBe(HttpStatusCode.Redirect, page);
            asProgram.Headers.Location!.ToString().ShouldContain("/sign-in");
        }
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_not_seen_are_missing_alike()
    {
        var secret = (await shared.Of(Roles.SecurityOfficer).Get("/api/v1/cycles/1/alerts?category=security&limit=1"))["items"]![0]!["key"]!.GetValue<string>();
        foreach (var (role, _) in ApiTokens.Roles)
        {
            var client = shared.Of(role);
            foreach (var address in new[] { "/plans/99", "/plans/0", "/plans/x", "/plans/99/document", "/plans/1/document?version=99", "/cycles/99", "/cycles/99/alerts", "/cycles/1/alerts?run=99", "/plans/1/alerts?cycle=99", "/cycles/99/report", "/cycles/1/report?run=99", "/cycles/1/report?asOf=1999-01-01", "/nowhere" })
                (await client.Refused(HttpStatusCode.NotFound, $"/api/v1{address}"))["detail"]!.GetValue<string>().ShouldContain("存在しないか");
            var nothing = await client.Refused(HttpStatusCode.NotFound, "/api/v1/cycles/1/alerts/SEC-99/nothing");
            if (role == Roles.SecurityOfficer)
                continue;
            var hidden = await client.Refused(HttpStatusCode.NotFound, $"/api/v1/cycles/1/alerts/{secret}");
            hidden.ToJsonString().Replace(secret, "").ShouldBe(nothing.ToJsonString().Replace("SEC-99/nothing", ""));
        }
    }

    [Fact]
    public async Task Another_method_is_refused_with_those_that_can_be_used()
    {
        using var client = await ApiClient.Of(shared.Site, Roles.Reader);
        foreach (var operation in ApiOperations.All)
        {
            using var response = await client.Http.SendAsync(new HttpRequestMessage(HttpMethod.Put, Address(operation)));
            response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, operation.Id);
            response.Content.Headers.Allow.ShouldBe(operation.IsRead ? ["GET", "HEAD"] : [operation.Method]);
        }
        await client.Refused(HttpStatusCode.MethodNotAllowed, HttpMethod.Delete, ApiPaths.Document);
    }

    [Fact]
    public async Task Too_many_requests_are_told_to_wait_and_other_programs_go_on()
    {
        using var busy = await ApiClient.Of(shared.Site, Roles.Reader);
        for (var i = 0; i < ApiLimits.PerMinute; i++)
            (await busy.Http.GetAsync("/api/v1/nowhere")).Dispose();
        using var response = await busy.Http.GetAsync("/api/v1/plans");

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBe(10);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        await shared.Of(Roles.Reader).Get("/api/v1/plans");
    }

    [Fact]
    public async Task No_answer_sets_a_cookie_or_lets_another_site_read_it()
    {
        foreach (var address in new[] { "/api/v1/plans?lang=en", "/api/v1/openapi.json?lang=en", "/api/v1/nowhere?lang=en" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Origin", "https://elsewhere.example" } } };
            using var response = await shared.Of(Roles.Reader).Http.SendAsync(request);
            response.Headers.Contains("Set-Cookie").ShouldBeFalse(address);
            response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse(address);
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        }
    }

    /// <summary>The address of an operation with the ids of this site.</summary>
    private string Address(ApiOperation operation) =>
        ApiPaths.Version + operation.Path.Replace("{plan}", "1", StringComparison.Ordinal).Replace("{cycle}", "1", StringComparison.Ordinal).Replace("{key}", shared.Key, StringComparison.Ordinal);

    private HttpRequestMessage Request(ApiOperation operation) =>
        new(new HttpMethod(operation.Method), Address(operation)) { Content = operation.Body is null ? null : ApiClient.Json(Plan) };
}
