using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using DxRules.Admin.Api;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Api;

/// <summary>Plans that are sent to be checked.</summary>
public sealed class ApiCheckTests(ApiSite shared) : IClassFixture<ApiSite>
{
    private static readonly PlanDocument Plan = Samples.Read("demo-city.json");

    [Fact]
    public async Task A_plan_is_checked_as_the_command_line_checks_it_and_nothing_of_it_is_kept()
    {
        var before = await Rows();
        using var response = await shared.Of(Roles.SecurityOfficer).Check(PlanWriter.Write(Plan), "?asOf=2025-05-31");
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        JsonNode.DeepEquals(answer["report"], JsonNode.Parse(ReportJson.Write(PlanCheck.Default.Check(Plan, Samples.AsOf)))).ShouldBeTrue();
        (await Rows()).ShouldBe(before);
    }

    [Fact]
    public async Task Who_does_not_see_security_has_it_checked_without()
    {
        using var response = await shared.Of(Roles.Reader).Check(PlanWriter.Write(Plan), "?asOf=2025-05-31");
        var report = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["report"]!;
        var (read, _) = ReportJson.Read(new SourceText("report", report.ToJsonString()));

        read!.Plans[0].Alerts.ShouldNotBeEmpty();
        read.Plans[0].Alerts.ShouldAllBe(alert => !alert.Secret);
        read.Plans[0].Hash.ShouldBe(PlanWriter.Hash(Plan.WithoutSecurity()));
        read.RuleSet.Rules.ShouldAllBe(rule => !rule.Id.StartsWith("SEC-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_no_day_is_named_it_is_checked_as_of_today()
    {
        using var response = await shared.Of(Roles.Reader).Check(PlanWriter.Write(Plan));

        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["report"]!["asOf"]!.GetValue<string>().ShouldBe("2025-06-02");
    }

    [Theory]
    [InlineData("""{ "format": "dxplan/1", "plan": { "id": "x", "titel": "y", "status": "inForce" } }""", "DX420", "$.plan.titel")]
    [InlineData("{ \"format\": ", "DX4", null)]
    [InlineData("[]", "DX4", null)]
    [InlineData("", "DX4", null)]
    [InlineData("""{ "format": "dxplan/9" }""", "DX4", null)]
    public async Task What_cannot_be_read_is_told_by_code_place_and_cure(string plan, string code, string? path)
    {
        var problem = await shared.Of(Roles.Reader).Refused(HttpStatusCode.UnprocessableEntity, HttpMethod.Post, "/api/v1/checks", ApiClient.Json(plan));
        var errors = problem["errors"]!.AsArray().Select(error => error!).ToList();

        problem["type"]!.GetValue<string>().ShouldBe("urn:dxrules:problem:plan");
        errors.ShouldAllBe(error => error["code"]!.GetValue<string>().StartsWith("DX4") && error["line"]!.GetValue<int>() > 0 && error["message"]!["ja"]!.GetValue<string>().Length > 0 && error["message"]!["en"]!.GetValue<string>().Length > 0);
        errors.ShouldContain(error => error["code"]!.GetValue<string>().StartsWith(code) && (path == null || error["path"]!.GetValue<string>() == path));
    }

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/x-www-form-urlencoded", null)]
    [InlineData("application/json", "gzip")]
    public async Task Another_format_is_refused(string type, string? encoding)
    {
        var content = new ByteArrayContent(PlanWriter.Write(Plan)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);

        await shared.Of(Roles.Reader).Refused(HttpStatusCode.UnsupportedMediaType, HttpMethod.Post, "/api/v1/checks", content);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_document_beyond_the_limit_is_refused_whether_it_says_so_or_not(bool says)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/checks") { Content = ApiClient.Json(new byte[ApiLimits.PlanBytes + 1]) };
        request.Headers.TransferEncodingChunked = !says;
        using var response = await Answer(request);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_document_larger_than_any_form_is_taken()
    {
        var large = Encoding.UTF8.GetString(PlanWriter.WriteLine(Plan)) + new string(' ', 2 * 1024 * 1024);
        using var response = await shared.Of(Roles.Reader).Check(Encoding.UTF8.GetBytes(large));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    // A server that refuses early may close before all was sent.
    private async Task<HttpResponseMessage> Answer(HttpRequestMessage request)
    {
        request.Headers.ExpectContinue = true;
        return await shared.Of(Roles.Reader).Http.SendAsync(request);
    }

    private async Task<(int Plans, int Versions, int Runs, int Audit)> Rows()
    {
        (int, int, int, int) rows = default;
        await shared.Site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            rows = (await db.Plans.CountAsync(), await db.PlanVersions.CountAsync(), await db.Runs.CountAsync(), await db.Audit.CountAsync());
        });
        return rows;
    }
}
