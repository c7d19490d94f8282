using System.Text.Json;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Cli;

public sealed class RulesTests : IDisposable
{
    private static readonly string Good = Repository.File("DxRules.Tests", "Admin", "Cli", "BadInput", "good-rules");
    private static readonly string SmallTown = Repository.File("DxRules.Engine", "docs", "examples", "small-town", "profile.yaml");
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task List_tells_id_subject_severities_and_title_beneath_each_other()
    {
        var run = await CommandLine.Run("rules", "list");

        run.ExitCode.ShouldBe(0, run.Error);
        var (late, coverage) = (Line("SCH-02"), Line("SEC-02-ALL"));
        late.ShouldMatch("^SCH-02 +区間 +重大/警告 +完了遅れ$");
        coverage.ShouldMatch("^SEC-02-ALL +計画 +重大 +全庁の点検実施率$");
        WidthBefore("完了遅れ", late).ShouldBe(WidthBefore("全庁の点検実施率", coverage));

        string Line(string id) => run.Output.Split('\n').Single(line => line.StartsWith(id + " ", StringComparison.Ordinal));
        static int WidthBefore(string title, string line) => DiagnosticPrinter.Width(line[..line.IndexOf(title, StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task List_tells_topics_and_all_that_a_profile_changes()
    {
        var run = await CommandLine.Run("rules", "list", "--profile", SmallTown);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("  外部委託      業務の外部委託 ");
        run.Output.ShouldContain("プロファイル「例町」による変更: 9件\n");
        run.Output.ShouldContain("P12M → P6M");
        run.Output.ShouldContain("個人番号利用事務のシステムは広域連合が持ち");
        run.Output.ShouldNotContain("\nSEC-12 ");
    }

    [Fact]
    public async Task List_tells_the_same_to_programs()
    {
        var run = await CommandLine.Run("rules", "list", "--profile", SmallTown, "--format", "json");

        var list = JsonDocument.Parse(run.Output).RootElement;
        list.GetProperty("format").GetString().ShouldBe("dxrules-list/1");
        list.GetProperty("profile").GetString().ShouldBe("例町");
        list.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ShouldContain("TOWN-01");
        var delay = list.GetProperty("changes").EnumerateArray().Single(change => change.GetProperty("what").GetProperty("en").GetString() == "SCH-02.criticalDelay");
        (delay.GetProperty("before").GetString(), delay.GetProperty("after").GetString()).ShouldBe(("P12M", "P6M"));
    }

    [Fact]
    public async Task The_examples_of_rules_are_run_as_the_files_have_them_even_with_a_profile()
    {
        var run = await CommandLine.Run("rules", "test", "--profile", SmallTown);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("ok   TOWN-01 4/4\n");
    }

    [Fact]
    public async Task A_folder_given_beside_a_profile_takes_the_place_of_the_one_it_builds_on()
    {
        var run = await CommandLine.Run("rules", "list", "--rules", Repository.File("rules"), "--profile", SmallTown);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("TOWN-01");
    }

    [Fact]
    public async Task Reports_call_kinds_of_subjects_what_the_city_calls_them()
    {
        var plan = Repository.File("DxRules.Admin", "SampleData", "demo-city.json");

        var run = await CommandLine.Run("check", plan, "--as-of", "2025-05-31", "--profile", SmallTown);

        run.Output.ShouldContain("重点プロジェクト");
    }

    [Fact]
    public async Task The_examples_of_the_packaged_rules_come_out_as_they_say()
    {
        var run = await CommandLine.Run("rules", "test");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("ok   SCH-02 ");
        run.Output.ShouldEndWith("のうち0件が期待どおりではありません。\n");
    }

    [Fact]
    public async Task The_packaged_rules_have_no_mistakes()
    {
        var run = await CommandLine.Run("rules", "lint", "--lang", "en");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldEndWith("errors: 0, warnings: 0\n");
    }

    [Fact]
    public async Task An_example_that_does_not_come_out_is_a_finding_with_its_place()
    {
        WriteRule(text => text.Replace("expect: quiet", "expect: warning"));

        var run = await CommandLine.Run("rules", "test", "--rules", folder.Path);

        run.ExitCode.ShouldBe(1);
        run.Output.Replace(folder.Path, "rules").ShouldBe("""
            FAIL SCH-90 2/3
            rules/SCH-90-late.yaml:29:13: DX310: 例「期限の日までは指摘しない」は警告のはずですが、指摘なしになりました。
              29 |     expect: warning
                 |             ^^^^^^^

            1規則の例3件のうち1件が期待どおりではありません。

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Lint_tells_every_mistake_on_standard_output()
    {
        WriteRule(text => text.Replace("終了日\nlevels", "終了び\nlevels").Replace("\"実施中\")", "\"実施済\")"));

        var run = await CommandLine.Run("rules", "lint", "--rules", folder.Path);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("DX223");
        run.Output.ShouldContain("DX220");
        run.Output.ShouldEndWith("エラー2件、警告0件\n");
    }

    [Fact]
    public async Task Lint_reads_what_examples_give_too()
    {
        WriteRule(text => text.Replace("expect: quiet", "expect: warning").Replace("given: { 終了日", "given: { 終了び"));

        var run = await CommandLine.Run("rules", "lint", "--rules", folder.Path);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("DX160");
        run.Output.ShouldNotContain("DX310"); // whether an example comes out as it says is the matter of `rules test`
    }

    [Fact]
    public async Task List_for_programs_tells_versions_and_the_values_of_parameters()
    {
        var run = await CommandLine.Run("rules", "list", "--format", "json");

        run.ExitCode.ShouldBe(0, run.Error);
        var late = JsonDocument.Parse(run.Output).RootElement.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "SCH-02");
        late.GetProperty("subject").GetString().ShouldBe("phase");
        late.GetProperty("parameters")[0].GetProperty("value").GetString().ShouldBe("P1Y");
    }

    [Fact]
    public async Task Coverage_names_what_no_example_shows()
    {
        WriteRule(text => text.Replace("expect: undetermined\n    missing: [状態, 終了日]", "expect: undetermined").Replace("given: {}", "given: { 終了日: 2025-03-31 }"));

        var run = await CommandLine.Run("rules", "test", "--coverage", "--rules", folder.Path);

        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.ShouldEndWith("SCH-90 3/4  例がありません: 終了日が不明\n例で確かめている割合: 75%（3/4）\n");
    }

    [Fact]
    public async Task Full_coverage_is_no_finding()
    {
        var run = await CommandLine.Run("rules", "test", "--coverage", "--format", "json", "--rules", Good);

        run.ExitCode.ShouldBe(0, run.Error);
        var coverage = JsonDocument.Parse(run.Output).RootElement;
        coverage.GetProperty("covered").GetInt32().ShouldBe(coverage.GetProperty("total").GetInt32());
    }

    private void WriteRule(Func<string, string> change) =>
        File.WriteAllText(Path.Combine(folder.Path, "SCH-90-late.yaml"), change(File.ReadAllText(Path.Combine(Good, "SCH-90-late.yaml"))));
}
