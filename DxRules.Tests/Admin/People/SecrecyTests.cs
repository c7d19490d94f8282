using System.Text.RegularExpressions;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.People;

/// <summary>What lies under security is there for security officers and administrators, and for all others it is as if it did not exist.</summary>
[Collection(typeof(SecretCollection))]
public sealed class SecrecyTests(SecretSite shared)
{
    [Fact]
    public async Task Not_a_byte_of_it_comes_to_anybody_else_and_nothing_shows_that_it_is_there()
    {
        foreach (var (roles, _, secret, open) in await shared.Readings)
        {
            secret.Pages.Count.ShouldBeGreaterThan(20);
            secret.Pages.Where(page => page.Value.Contains(CanaryPlan.Word, StringComparison.OrdinalIgnoreCase)).Select(page => page.Key).ShouldBeEmpty($"as {roles}");
            secret.Pages.Keys.Except(open.Pages.Keys).ShouldBeEmpty($"as {roles}");
            foreach (var (address, page) in secret.Pages)
                Crawl.Difference(WithoutChain(address, page), WithoutChain(address, open.Pages[address])).ShouldBeEmpty($"{address} as {roles}");
        }
    }

    [Fact]
    public async Task Not_a_byte_of_it_comes_to_a_program_of_any_other_role()
    {
        foreach (var (role, department) in SecretSite.Programs)
            await SeesNothing(role, department);
    }

    private async Task SeesNothing(Roles role, string? department)
    {
        using var secret = shared.Program(shared.Site, role, department);
        using var open = shared.Program(shared.Open, role, department);
        var plan = PlanWriter.Write(CanaryPlan.OfSecurity(Samples.Read("demo-city.json")));
        var (asked, same) = (new Crawl(secret.Http), new Crawl(open.Http));

        foreach (var address in SecretSite.ApiAddresses)
        {
            var answer = await asked.Read(address);
            answer.ShouldNotContain(CanaryPlan.Word, Case.Insensitive, $"{address} as {role}");
            Crawl.Difference(answer, await same.Read(address)).ShouldBeEmpty($"{address} as {role}");
        }
        foreach (var key in shared.SecretKeys.Take(40))
            Without(await asked.Read($"/api/v1/cycles/1/alerts/{Uri.EscapeDataString(key)}"), key).ShouldStartWith("404", Case.Sensitive, key);
        using var found = await secret.Check(plan, "?asOf=2025-05-31");
        ((int)found.StatusCode).ShouldBe(200);
        (await found.Content.ReadAsStringAsync()).ShouldNotContain(CanaryPlan.Word, Case.Insensitive, $"a check as {role}");
    }

    [Fact]
    public async Task A_program_of_the_security_officer_finds_it()
    {
        using var officer = shared.Program(shared.Site, Roles.SecurityOfficer);
        foreach (var address in new[] { "/api/v1/plans/1/document", "/api/v1/cycles/1/alerts?category=security", "/api/v1/cycles/1/report", $"/api/v1/cycles/1/alerts/{shared.SecretKeys.First(key => key.Contains(CanaryPlan.Word))}" })
            (await officer.Get(address)).ToJsonString().ShouldContain(CanaryPlan.Word, Case.Sensitive, address);
    }

    [Theory]
    [InlineData("SecurityOfficer")]
    [InlineData("Administrator")]
    public async Task Those_whose_task_it_is_find_it(string role)
    {
        var browser = new Crawl(await shared.Site.As(Enum.Parse<Roles>(role)));

        (await browser.Read("/cycles/1/alerts?q=CANARY")).ShouldContain($"{CanaryPlan.Word}-sys-tax");
        foreach (var key in shared.SecretKeys.Where(key => key.Contains(CanaryPlan.Word, StringComparison.Ordinal)).Take(5))
            (await browser.Read($"/cycles/1/alerts/{key}")).ShouldStartWith("200");
    }

    [Fact]
    public async Task A_guessed_key_is_answered_like_one_that_does_not_exist_in_every_run()
    {
        shared.SecretKeys.Count.ShouldBeGreaterThan(20);
        foreach (var (roles, departments) in SecretSite.Outsiders)
        {
            var browser = new Crawl(await shared.Site.As(roles, departments));
            foreach (var run in new[] { "", "?run=1", "?run=2", "?lang=en" })
            {
                var nothing = Without(await browser.Read($"/cycles/1/alerts/SEC-00:nothing{run}"), "SEC-00:nothing");
                nothing.ShouldStartWith("404");
                foreach (var key in shared.SecretKeys.Take(run.Length == 0 && roles == Roles.Reader ? int.MaxValue : 5))
                    Crawl.Difference(Without(await browser.Read($"/cycles/1/alerts/{key}{run}"), key), nothing).ShouldBeEmpty($"{key}{run} as {roles}");
            }
            await browser.Read("/?lang=ja");
        }
    }

    [Theory]
    [InlineData("q=CANARY", "q=NOWHERE")]
    [InlineData("q=canary&folded=show&run=1", "q=nowhere&folded=show&run=1")]
    [InlineData("rule=SEC-01", "rule=ABC-01")]
    [InlineData("rule=SEC-12&run=1&order=rule", "rule=ABC-12&run=1&order=rule")]
    [InlineData("category=security", "category=notathing")]
    [InlineData("category=security&severity=critical", "category=notathing&severity=critical")]
    public async Task A_search_for_it_is_answered_like_one_for_nothing(string query, string nonsense)
    {
        foreach (var (roles, departments) in SecretSite.Outsiders)
        {
            var browser = new Crawl(await shared.Site.As(roles, departments));
            var asked = await browser.Read($"/cycles/1/alerts?{query}");
            var nothing = await browser.Read($"/cycles/1/alerts?{nonsense}");

            Crawl.Difference(Neutral(asked), Neutral(nothing)).ShouldBeEmpty($"as {roles}");
        }

        static string Neutral(string page) => Regex.Replace(page, "CANARY|NOWHERE|SEC-|ABC-|security|セキュリティ|notathing", "*", RegexOptions.IgnoreCase);
    }

    [Fact]
    public async Task What_cannot_be_shown_does_not_show_in_what_went_wrong()
    {
        foreach (var (roles, departments) in SecretSite.Outsiders)
        {
            var browser = new Crawl(await shared.Site.As(roles, departments));
            foreach (var address in new[] { "/cycles/1/alerts?run=99", "/cycles/2/alerts", "/cycles/1/alerts?run=x", "/nowhere", "/error/500", "/error/404" })
                (await browser.Read(address)).ShouldNotContain(CanaryPlan.Word, Case.Insensitive, address);
        }
    }

    // The hashes of the audit log run on through entries that one may not see.
    private static string WithoutChain(string address, string page) =>
        address.StartsWith("/audit", StringComparison.Ordinal) ? Regex.Replace(page, "[0-9a-f]{64}", "") : page;

    // What was asked for is said back in the link to the other language.
    internal static string Without(string answer, string asked) =>
        answer.Replace(asked, "").Replace(Uri.EscapeDataString(asked), "").Replace(asked.Split('?')[0], "").Replace(Uri.UnescapeDataString(asked).Split('?')[0], "");
}
