using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DxRules.Tests.Hosting;

public sealed class AddDxRulesTests : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);

    private readonly HostedRules rules = new();

    public void Dispose() => rules.Dispose();

    [Fact]
    public void Without_a_host_and_settings_the_rules_that_come_with_the_engine_judge()
    {
        using var services = new ServiceCollection().AddDxRules().BuildServiceProvider(validateScopes: true);
        using var scope = services.CreateScope();

        scope.ServiceProvider.GetRequiredService<PlanCheck>().RuleSet.Hash.ShouldBe(PlanCheck.Default.RuleSet.Hash);
        services.GetRequiredService<PlanCheckProvider>().Standing.IsUpToDate.ShouldBeTrue();
    }

    [Fact]
    public async Task Settings_that_cannot_work_keep_the_host_from_starting_and_are_all_told()
    {
        using var host = rules.Build(("RulesFolder", "regeln"), ("Profile", "city.yaml"), ("PollInterval", "00:00:00.1"), ("Limits:Steps", "0"));

        var told = (await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync())).Message;

        told.ShouldContain("DxRules:RulesFolder: there is no folder ");
        told.ShouldContain("('regeln' counts from the content root)");
        told.ShouldContain("DxRules:Profile: there is no file ");
        told.ShouldContain("DxRules:PollInterval: expected 00:00:00 for never, or a time from one second to one day, but found 00:00:00.1000000.");
        told.ShouldContain("DxRules:Limits:Steps: expected a number above 0, but found 0.");
    }

    [Fact]
    public async Task A_misspelt_key_keeps_the_host_from_starting()
    {
        using var host = rules.Build(("RuleFolder", "rules"));

        (await Should.ThrowAsync<InvalidOperationException>(() => host.StartAsync())).Message.ShouldContain("RuleFolder");
    }

    [Fact]
    public async Task Rules_with_errors_keep_the_host_from_starting_and_are_named()
    {
        rules.BreakRule();
        using var host = rules.Build(("RulesFolder", "rules"));

        var error = await Should.ThrowAsync<RuleLoadException>(() => host.StartAsync());

        error.Message.ShouldContain("TOWN-01.yaml:7:10");
        error.Diagnostics.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_changed_file_is_taken_up_when_it_is_looked_at_and_broken_ones_leave_the_old_rules_judging()
    {
        using var host = rules.Build(("RulesFolder", "rules"), ("Limits:RuleFiles", "5"));
        await host.StartAsync();
        var provider = host.Services.GetRequiredService<PlanCheckProvider>();
        var told = new System.Collections.Concurrent.ConcurrentQueue<RuleStanding>();
        provider.Reloaded += (_, standing) => told.Enqueue(standing);
        var first = provider.Current;
        VersionOf(first).ShouldBe(1);

        rules.WriteRule(version: 2);
        rules.Time.Advance(Poll);
        var second = await HostedRules.Until(provider, standing => VersionOf(standing.Check) == 2);
        second.IsUpToDate.ShouldBeTrue();
        VersionOf(provider.Current).ShouldBe(2);
        VersionOf(first).ShouldBe(1, "who holds the old rules keeps them whole");

        rules.BreakRule();
        rules.Time.Advance(Poll);
        var broken = await HostedRules.Until(provider, standing => standing.TriedAt == rules.Time.GetUtcNow() && standing.Diagnostics.Any(d => d.Source.Name.EndsWith("TOWN-01.yaml")));
        broken.IsUpToDate.ShouldBeFalse();
        broken.Check.ShouldBeSameAs(second.Check);
        broken.TriedAt.ShouldBe(rules.Time.GetUtcNow());
        broken.LoadedAt.ShouldBe(second.LoadedAt);
        await HostedRules.Until(provider, _ => told.Any(standing => !standing.IsUpToDate));
        rules.Log.ShouldContain(line => line.StartsWith("Error: The rule files have errors and were not taken up") && line.Contains("TOWN-01.yaml:7:10"));

        rules.WriteRule(version: 3);
        rules.Time.Advance(Poll);
        await HostedRules.Until(provider, standing => VersionOf(standing.Check) == 3);
        VersionOf(provider.Current).ShouldBe(3);
        provider.Standing.IsUpToDate.ShouldBeTrue();
        await host.StopAsync();
    }

    [Fact]
    public async Task A_change_that_the_file_system_tells_of_is_taken_up_once_the_files_lie_still()
    {
        using var host = rules.Build(("RulesFolder", "rules"), ("PollInterval", "00:00:00"), ("ReloadDelay", "00:00:02"));
        await host.StartAsync();
        var provider = host.Services.GetRequiredService<PlanCheckProvider>();

        rules.WriteRule(version: 2);
        for (var waited = 0; !rules.Time.IsDueWithin(TimeSpan.FromSeconds(2)) && waited < 60_000; waited += 20)
            await Task.Delay(20);
        VersionOf(provider.Current).ShouldBe(1);
        rules.Time.Advance(TimeSpan.FromSeconds(2));
        await HostedRules.Until(provider, standing => VersionOf(standing.Check) == 2);

        VersionOf(provider.Current).ShouldBe(2);
        await host.StopAsync();
    }

    [Fact]
    public async Task Files_that_did_not_change_are_not_read_again_unless_somebody_asks()
    {
        using var host = rules.Build(("RulesFolder", "rules"));
        await host.StartAsync();
        var provider = host.Services.GetRequiredService<PlanCheckProvider>();
        var before = provider.Standing;

        (await provider.ReloadAsync(onlyIfChanged: true, default)).ShouldBeSameAs(before);
        (await provider.ReloadAsync()).Check.ShouldNotBeSameAs(before.Check);
    }

    [Fact]
    public async Task A_request_keeps_its_rules_while_they_are_replaced()
    {
        using var host = rules.Build(("RulesFolder", "rules"));
        await host.StartAsync();
        using var request = host.Services.CreateScope();
        var check = request.ServiceProvider.GetRequiredService<PlanCheck>();

        await host.Services.GetRequiredService<PlanCheckProvider>().ReloadAsync();

        request.ServiceProvider.GetRequiredService<PlanCheck>().ShouldBeSameAs(check);
        host.Services.GetRequiredService<PlanCheckProvider>().Current.ShouldNotBeSameAs(check);
    }

    private static int VersionOf(PlanCheck check) => check.RuleSet.Rules.Single().Version;
}
