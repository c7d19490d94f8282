using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Api;

/// <summary>What can be read, how it is paged and narrowed, and how it is asked for again.</summary>
public sealed class ApiReadingTests(ApiSite shared) : IClassFixture<ApiSite>
{
    private ApiClient Reader => shared.Of(Roles.Reader);

    [Fact]
    public async Task A_list_is_paged_without_losing_or_repeating_anything()
    {
        var whole = Keys(await Reader.Get("/api/v1/cycles/1/alerts?limit=500"));
        var found = new List<string>();
        var pages = 0;
        for (var next = "/api/v1/cycles/1/alerts?limit=37"; next is not null; pages++)
        {
            var page = await Reader.Get(next);
            page["total"]!.GetValue<int>().ShouldBe(whole.Count);
            found.AddRange(Keys(page));
            next = page["next"]?.GetValue<string>();
        }

        found.ShouldBe(whole);
        pages.ShouldBe((whole.Count + 36) / 37);
        found.ShouldBeUnique();
    }

    [Fact]
    public async Task A_page_goes_on_with_its_own_check_and_says_so_in_the_header()
    {
        using var response = await Reader.Http.GetAsync("/api/v1/cycles/1/alerts?run=1&limit=3");
        var page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var next = page["next"]!.GetValue<string>();

        response.Headers.GetValues("Link").Single().ShouldBe($"<{next}>; rel=\"next\"");
        (await Reader.Get(next))["run"]!["number"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("severity=critical", "severity", "critical")]
    [InlineData("rule=SCH-02", "rule", "SCH-02")]
    [InlineData("state=new", "state", "new")]
    [InlineData("outcome=undetermined", "outcome", "undetermined")]
    [InlineData("category=governance", "category", "governance")]
    public async Task A_filter_leaves_what_it_names(string query, string member, string value)
    {
        var page = await Reader.Get($"/api/v1/plans/1/alerts?limit=500&{query}");

        page["items"]!.AsArray().Count.ShouldBe(page["total"]!.GetValue<int>());
        page["items"]!.AsArray().Select(item => item![member]!.GetValue<string>()).Distinct().ShouldBe([value]);
    }

    [Fact]
    public async Task Filters_of_a_kind_add_up_and_a_department_is_named_by_its_id()
    {
        var critical = Keys(await Reader.Get("/api/v1/cycles/1/alerts?limit=500&severity=critical"));
        var both = await Reader.Get("/api/v1/cycles/1/alerts?limit=500&severity=critical&severity=warning");
        var theirs = await Reader.Get("/api/v1/cycles/1/alerts?limit=500&department=d-shimin");

        Keys(both).Count.ShouldBeGreaterThan(critical.Count);
        Keys(both).ShouldBeSubsetOf(Keys(await Reader.Get("/api/v1/cycles/1/alerts?limit=500")));
        theirs["items"]!.AsArray().ShouldNotBeEmpty();
        theirs["items"]!.AsArray().ShouldAllBe(item => item!["departments"]!.AsArray().Select(id => id!.GetValue<string>()).Contains("d-shimin"));
        Keys(await Reader.Get("/api/v1/cycles/1/alerts?limit=500&answer=unanswered")).Count.ShouldBe(Keys(await Reader.Get("/api/v1/cycles/1/alerts?limit=500")).Count);
    }

    [Fact]
    public async Task Asked_as_of_a_day_it_is_the_latest_check_by_then()
    {
        (await Reader.Get("/api/v1/cycles/1/alerts?asOf=2025-01-01"))["run"]!["number"]!.GetValue<int>().ShouldBe(1);
        (await Reader.Get("/api/v1/plans/1/alerts?cycle=1&asOf=2025-05-31"))["run"]!["number"]!.GetValue<int>().ShouldBe(2);
        (await Reader.Get("/api/v1/cycles/1/report?asOf=2025-01-01"))["asOf"]!.GetValue<string>().ShouldBe("2024-12-01");
        (await Reader.Get("/api/v1/plans?asOf=1999-01-01"))["total"]!.GetValue<int>().ShouldBe(0);
        (await Reader.Get("/api/v1/plans?asOf=2025-01-01"))["total"]!.GetValue<int>().ShouldBe(1);
        var cycles = await Reader.Get("/api/v1/cycles?plan=1&asOf=2025-06-02");
        cycles["items"]![0]!["latestRun"]!["number"]!.GetValue<int>().ShouldBe(2);
        (await Reader.Get("/api/v1/cycles?asOf=2020-01-01"))["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        foreach (var address in new[] { "/api/v1/plans", "/api/v1/plans/1/document", "/api/v1/cycles/1/alerts?limit=5", "/api/v1/cycles/1/report", "/api/v1/openapi.json" })
        {
            using var first = await Reader.Http.GetAsync(address);
            var tag = first.Headers.ETag!;
            first.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                using var again = await Reader.Http.SendAsync(new HttpRequestMessage(method, address) { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"other\""), tag } } });
                again.StatusCode.ShouldBe(HttpStatusCode.NotModified, address);
                (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
            }
            using var other = await Reader.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"other\"") } } });
            other.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            using var head = await Reader.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
            head.Content.Headers.ContentLength.ShouldBe(first.Content.Headers.ContentLength, address);
            head.Headers.ETag.ShouldBe(tag);
        }
    }

    [Fact]
    public async Task Parameters_that_cannot_be_taken_are_told_all_at_once()
    {
        var problem = await Reader.Refused(HttpStatusCode.BadRequest, "/api/v1/cycles/1/alerts?limit=0&day=2025&severity=high&severity=critical&run=1&run=2&after=x!");

        var errors = problem["errors"]!.AsArray();
        errors.Select(error => error!["parameter"]!.GetValue<string>()).ShouldBe(["run", "severity", "limit", "after", "day"]);
        errors[1]!["message"]!["ja"]!.GetValue<string>().ShouldBe("info、notice、warning、critical のいずれかであるべきところが「high」です。");
        errors[4]!["hint"]!["en"]!.GetValue<string>().ShouldContain("asOf");
    }

    [Theory]
    [InlineData(null, "", "ありません。", "ja")]
    [InlineData("en-GB, ja;q=0.5", "", "There is no such thing.", "en")]
    [InlineData("ja, en;q=0.9", "", "ありません。", "ja")]
    [InlineData("fr", "", "ありません。", "ja")]
    [InlineData("ja", "?lang=en", "There is no such thing.", "en")]
    public async Task A_problem_is_told_in_the_language_that_is_asked_for(string? accepted, string query, string title, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/plans/99{query}");
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var response = await Reader.Http.SendAsync(request);

        response.Content.Headers.ContentLanguage.ShouldBe([language]);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["title"]!.GetValue<string>().ShouldBe(title);
    }

    [Fact]
    public async Task An_alert_is_read_by_its_key_however_its_slash_is_written()
    {
        var line = (await Reader.Get("/api/v1/cycles/1/alerts?rule=SCH-02&limit=1"))["items"]![0]!;
        var key = line["key"]!.GetValue<string>();
        var alert = await Reader.Get($"/api/v1/cycles/1/alerts/{key}");

        (await Reader.Get($"/api/v1/cycles/1/alerts/{Uri.EscapeDataString(key)}")).ToJsonString().ShouldBe(alert.ToJsonString());
        alert["evidence"]!.AsArray().ShouldNotBeEmpty();
        alert["history"]!.AsArray().Count.ShouldBe(2);
        foreach (var (name, value) in line.AsObject())
            alert[name]?.ToJsonString().ShouldBe(value?.ToJsonString(), name);
    }

    [Fact]
    public async Task Whoever_sees_everything_gets_the_report_as_it_was_kept()
    {
        byte[]? kept = null;
        await shared.Site.In(async services => kept = Compressed.Unpack(await services.GetRequiredService<AdminDb>().Runs.Where(run => run.Number == 2).Select(run => run.Report).SingleAsync()));

        (await shared.Of(Roles.SecurityOfficer).Http.GetByteArrayAsync("/api/v1/cycles/1/report")).ShouldBe(kept);
    }

    [Theory]
    [InlineData("Reader")]
    [InlineData("DxOffice")]
    [InlineData("Department")]
    public async Task A_report_holds_what_the_alerts_of_the_same_check_hold(string role)
    {
        var client = shared.Of(Enum.Parse<Roles>(role));
        var text = await client.Http.GetStringAsync("/api/v1/cycles/1/report");
        var (report, diagnostics) = ReportJson.Read(new SourceText("report", text));
        var listed = Keys(await client.Get("/api/v1/cycles/1/alerts?limit=500"));
        var undetermined = await client.Get("/api/v1/cycles/1/alerts?limit=500&outcome=undetermined");

        diagnostics.ShouldBeEmpty();
        var plan = report!.Plans.Single();
        plan.Alerts.Select(alert => alert.Key).ShouldBe(listed);
        plan.Undetermined.Count.ShouldBe(undetermined["total"]!.GetValue<int>());
        (plan.Counts.Critical + plan.Counts.Warning + plan.Counts.Notice + plan.Counts.Info).ShouldBe(listed.Count);
        plan.Hash.ShouldBe(PlanWriter.Hash(PlanReader.Read("plan", await client.Http.GetByteArrayAsync("/api/v1/plans/1/document")).Document!));
    }

    [Fact]
    public async Task A_document_reads_back_for_every_department_and_holds_nothing_of_others()
    {
        var whole = Samples.Read("demo-city.json");
        foreach (var department in whole.Departments!.Take(12))
        {
            using var client = await ApiClient.Of(shared.Site, Roles.Department, department.Id);
            var reading = PlanReader.Read("plan", await client.Http.GetByteArrayAsync("/api/v1/plans/1/document"));
            reading.Diagnostics.ShouldBeEmpty(department.Id);
            reading.Document!.Security.ShouldBeNull();
            (reading.Document.Policies?.Count ?? 0).ShouldBeLessThan(whole.Policies!.Count);
        }
    }

    [Fact]
    public async Task A_document_can_be_had_as_it_stood_on_a_day()
    {
        var then = PlanReader.Read("plan", await shared.Of(Roles.SecurityOfficer).Http.GetByteArrayAsync("/api/v1/plans/1/document?asOf=2024-12-01")).Document!;

        PlanWriter.Hash(then).ShouldBe(PlanWriter.Hash(Samples.Read("demo-city.json").AsOf(new DateOnly(2024, 12, 1)).Document));
    }

    private static List<string> Keys(JsonNode page) => [.. page["items"]!.AsArray().Select(item => item!["key"]!.GetValue<string>())];
}
