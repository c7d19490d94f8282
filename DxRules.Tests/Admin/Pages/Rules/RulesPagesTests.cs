using System.Net;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Engine.PlanChecks;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Rules;

public sealed class RulesPagesTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(EngineCheck.Check);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_catalogue_has_every_rule_and_each_number_leads_to_as_many_alerts()
    {
        var page = await site.Open("/rules");

        var rules = page.WithClass("dx-rule").ToList();
        rules.Select(rule => rule.Attribute("data-rule")!.Value).ShouldBe(PlanCheck.Default.Rules.Select(compiled => compiled.Rule.Id), ignoreOrder: true);
        var late = rules.Single(rule => rule.Attribute("data-rule")!.Value == "SCH-02");
        HtmlPage.Text(late).ShouldContain("「〔題名〕」は〔終了日〕までの予定ですが、完了していません");
        HtmlPage.Text(late).ShouldContain("重大とする遅れ 12か月");
        var link = late.Descendants("a").First(link => ((string?)link.Attribute("href"))!.Contains("alerts"));
        var found = await site.Open(link.Attribute("href")!.Value + "&folded=show&all=show");
        found.Alerts.Count.ShouldBe(int.Parse(HtmlPage.Text(link).Split('件')[0]));
    }

    [Fact]
    public async Task Rules_on_security_are_for_those_who_see_secrets_only()
    {
        using var office = await site.As(Roles.DxOffice);
        using var security = await site.As(Roles.SecurityOfficer);

        var rules = (await site.Open("/rules", office)).WithClass("dx-rule").Select(rule => rule.Attribute("data-rule")!.Value).ToList();
        rules.ShouldNotBeEmpty();
        rules.ShouldAllBe(id => !SettingChange.IsSecretRule(id));
        (await site.Open("/rules", office)).Main.ShouldNotContain("研修の受講率");
        (await office.GetAsync("/rules/SEC-12")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.GetAsync("/rules/parameters/trainingCoverage/tuning")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Open("/rules/SEC-12", security)).Heading.ShouldContain("SEC-12");
    }

    [Fact]
    public async Task The_catalogue_is_narrowed_by_category_by_words_and_by_what_is_set()
    {
        (await site.Open("/rules?category=schedule")).WithClass("dx-rule").ShouldAllBe(rule => rule.Attribute("data-rule")!.Value.StartsWith("SCH"));
        (await site.Open("/rules?q=完了 遅れ")).WithClass("dx-rule").Select(rule => rule.Attribute("data-rule")!.Value).ShouldContain("SCH-02");
        (await site.Open("/rules?show=off")).Main.ShouldContain("この条件に合う規則はありません。");

        await site.In(services => services.GetRequiredService<ProfileSaving>().Save("992011", "format: dxprofile/1\nname: デモ市\nswitchedOff: { DAT-08: 見ない }\n", "理由", 0, default));

        (await site.Open("/rules?show=off")).WithClass("dx-rule").Select(rule => rule.Attribute("data-rule")!.Value).ShouldBe(["DAT-08"]);
        (await site.Open("/rules?show=set")).WithClass("dx-rule").Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_rule_shows_its_examples_as_they_come_out_its_file_and_its_sources()
    {
        var rule = PlanCheck.Default.Rules.Single(compiled => compiled.Rule.Id == "KPI-02").Rule;

        var page = await site.Open("/rules/KPI-02");

        page.ById("examples-table").Descendants("tr").Count().ShouldBe(rule.File.Examples.Count + 1);
        page.ById("examples").Value.ShouldContain($"{rule.File.Examples.Count}件のうち{rule.File.Examples.Count}件が期待どおり");
        page.ById("file").Descendants("pre").Single().Value.ShouldBe(rule.File.Source.Content);
        page.ById("source").Value.ShouldContain("多摩市 進捗評価の境界（60%）");
        page.ById("parameters-table").Value.ShouldContain("やや遅れ");
    }

    [Theory]
    [InlineData("SCH-99")]
    [InlineData("%E6%97%A5%E6%9C%AC")]
    [InlineData("..")]
    public async Task A_rule_that_is_not_there_is_not_found(string id) => (await site.Client.GetAsync($"/rules/{id}/tuning")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Every_rule_opens_in_both_languages()
    {
        foreach (var compiled in PlanCheck.Default.Rules)
        {
            (await site.Open($"/rules/{compiled.Rule.Id}")).Heading.ShouldStartWith(compiled.Rule.Id);
            (await site.Open($"/rules/{compiled.Rule.Id}/tuning")).Heading.ShouldContain(compiled.Rule.Id);
        }
        foreach (var group in TuningTarget.Groups)
            (await site.Open($"/rules/parameters/{group.EnglishOwner}/tuning")).Heading.ShouldContain(group.Title.Ja);
    }
}
