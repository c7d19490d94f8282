using System.Net;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.PlanChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Rules;

public sealed class TryPageTests : IAsyncLifetime
{
    private const string Address = "/rules/try";

    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(EngineCheck.Check);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task It_is_for_administrators_only()
    {
        using var office = await site.As(Roles.DxOffice | Roles.SecurityOfficer);

        (await office.GetAsync(Address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nothing_and_too_much_are_refused()
    {
        (await Try("")).Main.ShouldContain("規則のファイルを貼り付けてください。");
        (await Try(new string('あ', 30_000))).Main.ShouldContain("規則のファイルは64KBまでにしてください。");
    }

    [Fact]
    public async Task Every_mistake_is_told_with_its_line_a_caret_and_the_cure()
    {
        var text = Text("SCH-02").Replace("subject: 区間", "subject: 区", StringComparison.Ordinal).Replace("category: schedule", "categry: schedule", StringComparison.Ordinal);

        var page = await Try(text);

        page.Main.ShouldContain("この規則は使えません");
        var told = page.ById("result").Descendants("pre").Select(pre => pre.Value).ToList();
        told.Count.ShouldBeGreaterThanOrEqualTo(2);
        told.ShouldContain(message => message.Contains("rules/try.yaml:6:") && message.Contains("subject: 区") && message.Contains('^'));
        told.ShouldContain(message => message.Contains("categry") && message.Contains("ヒント: "));
        page.ById("text").Value.ShouldBe(text);
    }

    [Fact]
    public async Task A_shipped_rule_finds_in_the_plan_what_the_check_found_and_nothing_is_stored()
    {
        var (alerts, runs) = (0, 0);
        await site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            alerts = await db.Observations.CountAsync(row => row.Rule!.RuleId == "SCH-02" && row.Outcome == Outcome.Alert);
            runs = await db.Runs.CountAsync();
        });

        var page = await Try(Text("SCH-02"));

        page.Main.ShouldContain("規則 SCH-02 を、同じIDの同梱の規則の代わりに試しました。");
        page.ById("result").Value.ShouldContain($"指摘{alerts}件");
        await site.In(async services => (await services.GetRequiredService<AdminDb>().Runs.CountAsync()).ShouldBe(runs));
    }

    [Fact]
    public async Task A_new_rule_shows_how_its_examples_come_out()
    {
        var text = Text("SCH-02").Replace("id: SCH-02", "id: CITY-01", StringComparison.Ordinal).Replace("expect: quiet", "expect: warning", StringComparison.Ordinal);

        var page = await Try(text);

        page.Main.ShouldContain("規則 CITY-01 を、同梱の規則に加えて試しました。");
        page.Main.ShouldContain("期待と違う");
    }

    private Task<HtmlPage> Try(string text) => site.Client.Press(Address, "調べて試す", ("text", text));

    private static string Text(string rule) => PlanCheck.Default.Rules.Single(compiled => compiled.Rule.Id == rule).Rule.File.Source.Content;
}
