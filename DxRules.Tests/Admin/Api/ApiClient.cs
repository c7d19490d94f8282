using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using DxRules.Admin.People;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Api;

/// <summary>Another program, with a token or without one.</summary>
internal sealed class ApiClient(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    /// <summary>With a token of a role that a site makes for it; it may do all that it is not told otherwise.</summary>
    /// <param name="department">Of デモ市; for the role of departments.</param>
    public static async Task<ApiClient> Of(RunningSite site, Roles role, string? department = null, params string[] scopes) => With(site, (await Token(site, role, department, scopes)).Secret);

    public static ApiClient With(RunningSite site, string? secret)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        if (secret is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return new ApiClient(http);
    }

    public static async Task<AddedToken> Token(RunningSite site, Roles role, string? department = null, params string[] scopes)
    {
        AddedToken? added = null;
        await site.In(async services =>
        {
            var entry = new TokenEntry($"試験 {role}", role, department is null ? null : $"992011/{department}", scopes.Length == 0 ? ApiScopes.All : scopes, new DateOnly(2025, 12, 31));
            var (token, problems) = await services.GetRequiredService<ApiTokens>().Add(entry, default);
            problems.ShouldBeEmpty();
            added = token;
        });
        return added!;
    }

    /// <summary>What an address answers, which must be there.</summary>
    public async Task<JsonNode> Get(string address)
    {
        using var response = await http.GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{address}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>Why something was refused; anything but a problem fails.</summary>
    public async Task<JsonNode> Refused(HttpStatusCode status, HttpMethod method, string address, HttpContent? content = null)
    {
        using var response = await http.SendAsync(new HttpRequestMessage(method, address) { Content = content });
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, $"{method} {address}: {text}");
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", $"{method} {address}");
        var problem = JsonNode.Parse(text)!;
        problem["status"]!.GetValue<int>().ShouldBe((int)status);
        problem["title"]!.GetValue<string>().ShouldNotBeEmpty();
        return problem;
    }

    public Task<JsonNode> Refused(HttpStatusCode status, string address) => Refused(status, HttpMethod.Get, address);

    public async Task<HttpResponseMessage> Check(byte[] plan, string query = "") => await http.PostAsync($"/api/v1/checks{query}", Json(plan));

    public static ByteArrayContent Json(byte[] content) => new(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    public static ByteArrayContent Json(string content) => Json(Encoding.UTF8.GetBytes(content));

    public void Dispose() => http.Dispose();
}
