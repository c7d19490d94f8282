using System.Security.Cryptography;
using System.Text;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Jobs;
using DxRules.Admin.Tuning;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Tests.Admin.Cli;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Tuning;

public sealed class ProfileSavingTests : IAsyncLifetime
{
    private const string City = "992011";
    private const string Strict = "format: dxprofile/1\nname: デモ市\nparameters:\n  評価の境界.やや遅れ: { value: 0.3, reason: 試し }\nseverities:\n  KPI-01: { notice: info, reason: 試し }\nswitchedOff:\n  DAT-08: 試し\n";

    private static readonly DateOnly AsOf = new(2025, 5, 31);

    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(EngineCheck.Check);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData(Strict, "", 0, "tuning.reason.missing")]
    [InlineData(Strict, "理由", 7, "tuning.meanwhile")]
    [InlineData("format: dxprofile/1\nname: 例\nextends: ../rules\n", "理由", 0, "profile.folders")]
    [InlineData("format: dxprofile/1\nname: 例\nrules: { folder: own, reason: 独自 }\n", "理由", 0, "profile.folders")]
    public async Task What_cannot_be_taken_is_refused_and_nothing_is_stored(string text, string reason, int seen, string problem)
    {
        (await Save(text, reason, seen)).Problems.Single().TextKey.ShouldBe(problem);
        (await Newest()).Number.ShouldBe(0);
    }

    [Fact]
    public async Task A_profile_that_does_not_fit_the_rules_is_told_with_all_that_is_wrong()
    {
        var result = await Save("format: dxprofile/1\nname: 例\nparameters:\n  SCH-02.重大とする遅れ: { value: P61M, reason: a }\n  SCH-99.x: { value: 1, reason: b }\n", "理由", 0);

        result.Number.ShouldBeNull();
        result.Errors.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_next_check_uses_it_and_the_run_is_done_again_to_the_same_hash()
    {
        var before = await LastRun();
        (await Save(Strict, "段階を変える", 0)).Number.ShouldBe(1);
        (await LastRun()).ReportHash.ShouldBe(before.ReportHash);

        await Check();

        var run = await LastRun();
        run.ReportHash.ShouldNotBe(before.ReportHash);
        run.ProfileName.ShouldBe("デモ市");
        await site.In(async services => (await services.GetRequiredService<Reperformance>().Of(run.Id, default))!.IsSame.ShouldBeTrue());
    }

    [Fact]
    public async Task To_go_back_is_a_new_version_by_which_the_report_is_the_same_as_before()
    {
        var first = await LastRun();
        await Save(Strict, "段階を変える", 0);
        await Check();
        var second = await LastRun();

        (await Back(0, 1)).Number.ShouldBe(2);
        await Check();
        (await LastRun()).ReportHash.ShouldBe(first.ReportHash);
        (await Back(1, 2)).Number.ShouldBe(3);
        await Check();
        (await LastRun()).ReportHash.ShouldBe(second.ReportHash);

        await site.In(async services =>
        {
            var versions = await services.GetRequiredService<AdminDb>().ProfileVersions.OrderBy(row => row.Number).Select(row => row.Text).ToListAsync();
            versions.ShouldBe([Strict, "", Strict]);
        });
    }

    [Fact]
    public async Task The_trial_finds_what_the_next_check_then_finds()
    {
        IReadOnlyList<CycleEffect> effects = [];
        await site.In(async services => effects = await services.GetRequiredService<ProfileTrial>().Of(City, null, Strict, new JobProgress(), default));
        var before = await Alerts();

        await Save(Strict, "段階を変える", 0);
        await Check();

        var after = await Alerts();
        var effect = effects.ShouldHaveSingleItem();
        effect.Changes.ShouldNotBeEmpty();
        effect.Before.Alerts.ShouldBe(before.Count);
        effect.After.Alerts.ShouldBe(after.Count);
        Keys(effect, ResultChangeKind.Appeared).ShouldBe(after.Keys.Except(before.Keys), ignoreOrder: true);
        Keys(effect, ResultChangeKind.Disappeared).ShouldBe(before.Keys.Except(after.Keys), ignoreOrder: true);
        Keys(effect, ResultChangeKind.LessSevere).ShouldBe(after.Where(alert => before.TryGetValue(alert.Key, out var was) && alert.Value < was).Select(alert => alert.Key), ignoreOrder: true);
    }

    [Fact]
    public async Task What_other_settings_no_longer_find_was_not_cleared_but_the_rule_was_changed()
    {
        await site.In(async services =>
        {
            var steps = services.GetRequiredService<AdminDb>();
            foreach (var open in await steps.Cycles.Where(cycle => cycle.ClosedAt == null).ToListAsync())
                open.ClosedAt = StoppedClock.Now;
            await steps.SaveByHand();
            await services.GetRequiredService<CycleOpening>().Open(1, 2025, default);
        });
        await Save(Strict, "段階を変える", 0);
        await site.In(services => services.GetRequiredService<CycleCheck>().Run(2, AsOf, default));

        await site.In(async services =>
        {
            var left = await services.GetRequiredService<AdminDb>().Observations.Where(row => row.Run!.CycleId == 2 && row.Outcome == Outcome.Gone).ToListAsync();
            left.ShouldNotBeEmpty();
            left.ShouldAllBe(row => row.State == AlertState.RuleChanged);
        });
    }

    [Fact]
    public async Task The_exported_file_gives_the_same_report_as_the_site()
    {
        await Save(Strict, "段階を変える", 0);
        await Check();
        using var folder = new TemporaryFolder();
        var (profile, plan) = (Path.Combine(folder.Path, "profile.yaml"), Path.Combine(folder.Path, "plan.json"));
        await File.WriteAllBytesAsync(profile, await site.Client.GetByteArrayAsync("/rules/profile?handler=export"));
        await File.WriteAllBytesAsync(plan, DxRules.Engine.Plans.PlanWriter.Write(Samples.Read("demo-city.json")));

        var checkedByCommand = await CommandLine.Run("check", plan, "--profile", profile, "--as-of", "2025-05-31", "--format", "json");

        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(checkedByCommand.Output))).ShouldBe((await LastRun()).ReportHash);
    }

    [Fact]
    public async Task Every_version_is_told_in_the_log_with_what_it_changed()
    {
        await Save(Strict, "段階を変える", 0);

        await site.In(async services =>
        {
            var entry = await services.GetRequiredService<AdminDb>().Audit.OrderByDescending(row => row.Id).FirstAsync();
            entry.Action.ShouldBe("profile.saved");
            entry.Details.ShouldBe([City, "1", "段階を変える"]);
            entry.Changes.Select(change => (change.Name, change.Old, change.New)).ShouldBe([("DAT-08", "on", "off"), ("評価の境界.やや遅れ", "0.6", "0.3"), ("KPI-01", "notice", "info")]);
        });
    }

    private static IEnumerable<string> Keys(CycleEffect effect, ResultChangeKind kind) => effect.Changes.Where(line => line.Change.Kind == kind).Select(line => line.Change.Key);

    private async Task<ProfileResult> Save(string text, string reason, int seen)
    {
        ProfileResult? result = null;
        await site.In(async services => result = await services.GetRequiredService<ProfileSaving>().Save(City, text, reason, seen, default));
        return result!;
    }

    private async Task<ProfileResult> Back(int to, int seen)
    {
        ProfileResult? result = null;
        await site.In(async services => result = await services.GetRequiredService<ProfileSaving>().GoBack(City, to, "戻す", seen, default));
        return result!;
    }

    private Task Check() => site.In(services => services.GetRequiredService<CycleCheck>().Run(1, AsOf, default));

    private async Task<CityProfile> Newest()
    {
        CityProfile? newest = null;
        await site.In(async services => newest = await services.GetRequiredService<CityProfiles>().Newest(City, default));
        return newest!;
    }

    private async Task<RunRow> LastRun()
    {
        RunRow? run = null;
        await site.In(async services => run = await services.GetRequiredService<AdminDb>().Runs.AsNoTracking().OrderByDescending(row => row.Id).FirstAsync());
        return run!;
    }

    private async Task<Dictionary<string, DxRules.Engine.Rules.Severity>> Alerts()
    {
        var run = await LastRun();
        var alerts = new Dictionary<string, DxRules.Engine.Rules.Severity>();
        await site.In(async services => alerts = await services.GetRequiredService<AdminDb>().Observations.Where(row => row.RunId == run.Id && row.Outcome == Outcome.Alert)
            .ToDictionaryAsync(row => row.Key, row => row.Severity!.Value));
        return alerts;
    }
}
