using System.Text.Json;

namespace DxRules.Tests.Admin.Cli;

public sealed class RulesDiffTests : IDisposable
{
    private static readonly string Good = Repository.File("DxRules.Tests", "Admin", "Cli", "BadInput", "good-rules");
    private static readonly string Plan = Repository.File("DxRules.Tests", "Admin", "Cli", "BadInput", "good-plan.json");
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_same_rules_differ_in_nothing()
    {
        var run = await Diff(Good, Good, "--plan", Plan, "--as-of", "2025-05-31");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBe("違いはありません。\n");
    }

    [Fact]
    public async Task Results_that_change_are_told_for_each_day_and_a_change_without_a_new_version_is_marked()
    {
        WriteRule(text => text.Replace("状態 in (\"未着手\", \"実施中\") and 基準日 > 終了日", "基準日 > 終了日").Replace("needs: [状態, 終了日]", "needs: [終了日]"));

        var run = await Diff(Good, folder.Path, "--plan", Plan, "--as-of", "2025-05-31", "--as-of", "2025-03-31");

        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.ShouldBe("""
            ！ SCH-90 内容が変わっていますが、版は1のままです。version を上げてください。

            test-plan  2025-03-31  変わりません。

            test-plan  2025-05-31  再び指摘になった 1
              再び指摘になった  SCH-90/ph-1「導入」 判定不能（不足: 状態） → 警告

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_rule_that_is_gone_judges_nothing_any_more()
    {
        WriteRule(text => text.Replace("SCH-90", "SCH-91"));

        var run = await Diff(Good, folder.Path, "--plan", Plan, "--as-of", "2025-05-31", "--format", "json");

        run.ExitCode.ShouldBe(1, run.Error);
        var diff = JsonDocument.Parse(run.Output).RootElement;
        diff.GetProperty("rules").EnumerateArray().Select(r => $"{r.GetProperty("rule")} {r.GetProperty("change")}").ShouldBe(["SCH-90 removed", "SCH-91 added"]);
        diff.GetProperty("plans")[0].GetProperty("changes").EnumerateArray()
            .Select(c => $"{c.GetProperty("key")} {c.GetProperty("change")} {c.GetProperty("before").GetProperty("outcome")} {c.GetProperty("after").GetProperty("outcome")}")
            .ShouldBe(["SCH-90/ph-1 noLongerUndetermined undetermined notJudged", "SCH-91/ph-1 becameUndetermined notJudged undetermined"]);
    }

    [Fact]
    public async Task From_its_last_day_on_a_rule_judges_nothing()
    {
        WriteRule(text => text.Replace("version: 1", "version: 2\neffective: { to: 2025-03-31 }"));

        var run = await Diff(Good, folder.Path, "--plan", Plan, "--as-of", "2025-05-31");

        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.ShouldContain("～ SCH-90 変更（版1 → 2）\n");
        run.Output.ShouldContain("判定不能（不足: 状態） → 判定なし\n");
    }

    [Fact]
    public async Task Without_rules_or_a_readable_plan_nothing_is_compared()
    {
        (await Diff(Good, folder.Path, "--plan", Plan)).ExitCode.ShouldBe(2);
        (await Diff(Good, Good, "--plan", Path.Combine(folder.Path, "none.json"))).ExitCode.ShouldBe(2);
    }

    private static Task<CommandLineRun> Diff(params string[] arguments) => CommandLine.Run(["rules", "diff", .. arguments]);

    private void WriteRule(Func<string, string> change)
    {
        var text = change(File.ReadAllText(Path.Combine(Good, "SCH-90-late.yaml")));
        File.WriteAllText(Path.Combine(folder.Path, text.Contains("id: SCH-91") ? "SCH-91-late.yaml" : "SCH-90-late.yaml"), text);
    }
}
