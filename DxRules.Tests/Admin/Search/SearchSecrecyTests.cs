using DxRules.Admin.People;
using DxRules.Tests.Admin.People;
using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.Search;

/// <summary>What is secret is found by those who see secrets and by nobody else.</summary>
[Collection(typeof(SecretCollection))]
public sealed class SearchSecrecyTests(SecretSite shared)
{
    [Fact]
    public async Task Nobody_else_finds_a_word_that_stands_under_security()
    {
        foreach (var (roles, departments) in SecretSite.Outsiders)
        {
            var (secret, open) = (new Crawl(await shared.Site.As(roles, departments)), new Crawl(await shared.Open.As(roles, departments)));
            foreach (var address in new[] { $"/search?q={CanaryPlan.Word}", "/search?q=ｃａｎａｒｙ", "/search?q=の", "/search?q=の&kind=alert", "/search?q=の&kind=security", "/search?q=監査", "/search?q=セキュリティ" })
                Crawl.Difference(await secret.Read(address), await open.Read(address)).ShouldBeEmpty($"{address} as {roles}");
            (await secret.Read($"/search?q={CanaryPlan.Word}")).ShouldContain("見つかりませんでした。");
        }
    }

    [Theory]
    [InlineData("Reader", false)]
    [InlineData("DxOffice", false)]
    [InlineData("SecurityOfficer", true)]
    public async Task A_rule_on_security_is_found_by_those_who_may_open_it(string role, bool mayOpen)
    {
        var browser = await shared.Site.As(Enum.Parse<Roles>(role));

        var found = await HtmlPage.Read(await browser.GetAsync("/search?q=SEC-12&kind=rule"));
        using var rule = await browser.GetAsync("/rules/SEC-12");

        found.All("a").Any(link => (string?)link.Attribute("href") == "/rules/SEC-12").ShouldBe(mayOpen);
        rule.IsSuccessStatusCode.ShouldBe(mayOpen);
    }

    [Theory]
    [InlineData("SecurityOfficer")]
    [InlineData("Administrator")]
    public async Task Those_whose_task_it_is_find_it(string role)
    {
        var page = await HtmlPage.Read(await (await shared.Site.As(Enum.Parse<Roles>(role))).GetAsync($"/search?q={CanaryPlan.Word}"));

        page.Main.ShouldContain("情報セキュリティ");
        page.All("mark").Count().ShouldBeGreaterThan(5);
    }
}
