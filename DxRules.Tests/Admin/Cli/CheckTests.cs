using System.Globalization;
using System.Text.Json;
using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.Cli;

public class CheckTests
{
    private static readonly string Plan = Repository.File("DxRules.Tests", "Admin", "Cli", "BadInput", "good-plan.json");
    private static readonly string BadPlan = Repository.File("DxRules.Tests", "Admin", "Cli", "BadInput", "plans", "no-such-date.json");
    private static readonly string Rules = Repository.File("DxRules.Tests", "Admin", "Cli", "BadInput", "good-rules");

    [Fact]
    public async Task People_read_what_was_found()
    {
        var run = await Check(Late());

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldBe("""
            test-plan（999997）基準日 2025-05-31

            窓口
              警告 SCH-90 完了遅れ ［区間］導入 (ph-1)
                「導入」は令和7年3月31日までの予定ですが、完了していません。
                  状態    実施中
                  基準日  令和7年5月31日
                  終了日  令和7年3月31日
                → 完了日を入力すると解消します。

            重大 0 / 警告 1 / 注意 0 / 情報 0 / 判定不能 0 / 不具合 0 / 対象外 0 / 指摘なし 0

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("warning", 1)]
    [InlineData("info", 1)]
    [InlineData("critical", 0)]
    public async Task The_exit_code_is_1_from_the_severity_asked_for(string failOn, int exitCode)
    {
        (await Check(Late(), "--fail-on", failOn)).ExitCode.ShouldBe(exitCode);
    }

    [Fact]
    public async Task What_cannot_be_judged_is_a_finding_only_when_asked()
    {
        var plan = File.ReadAllText(Plan);

        (await Check(plan)).ExitCode.ShouldBe(0);
        (await Check(plan, "--fail-on", "undetermined")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_date_the_plan_is_judged_as_of_today_in_Japan_and_it_says_so()
    {
        var run = await CommandLine.Run("check", Plan, "--rules", Rules);

        run.Error.ShouldBe("基準日: 2025-06-01（日本の今日。--as-of で指定できます）\n");
        run.Output.ShouldStartWith("test-plan（999997）基準日 2025-06-01\n");
    }

    [Fact]
    public async Task A_wrong_date_and_a_wrong_format_are_told_together()
    {
        var run = await CommandLine.Run("check", Plan, "--as-of", "2025/5/31", "--format", "xml");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("dxrules: --as-of の「2025/5/31」は日付ではありません。2025-05-31 のように書いてください。\n");
        run.Error.ShouldContain("dxrules: --format に「xml」は指定できません。指定できるのは text | json | ndjson | csv | sarif です。\n");
    }

    [Fact]
    public async Task A_bad_plan_is_told_and_the_good_ones_are_checked()
    {
        var run = await CommandLine.Run("check", BadPlan, Plan, "--rules", Rules, "--as-of", "2025-05-31", "--format", "json");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("no-such-date.json:18:87: DX428: ");
        var report = JsonDocument.Parse(run.Output).RootElement;
        report.GetProperty("plans").GetArrayLength().ShouldBe(1);
        report.GetProperty("unreadable")[0].GetProperty("diagnostics")[0].GetProperty("code").GetString().ShouldBe("DX428");
    }

    [Fact]
    public async Task Of_NDJSON_on_standard_input_each_line_has_its_line_in_the_output()
    {
        var run = await Check($"{OneLine(Late())}\n{{}}\n{OneLine(File.ReadAllText(Plan))}\n", "--format", "ndjson");

        run.ExitCode.ShouldBe(2);
        var lines = run.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Count.ShouldBe(3);
        lines.ShouldAllBe(line => line.GetProperty("format").GetString() == "dxrules-report/1" && line.GetProperty("ruleSet").GetProperty("rules").GetArrayLength() == 1);
        lines[0].GetProperty("plans")[0].GetProperty("alerts").GetArrayLength().ShouldBe(1);
        lines[1].GetProperty("unreadable")[0].GetProperty("source").GetString().ShouldBe("stdin[2]");
        lines[2].GetProperty("plans")[0].GetProperty("undetermined").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("json", "{\n  \"format\": \"dxrules-report/1\",")]
    [InlineData("csv", "\uFEFF計画,")]
    [InlineData("sarif", "{\n  \"$schema\": ")]
    public async Task The_same_input_gives_the_same_bytes(string format, string beginning)
    {
        var first = await Check(Late(), "--format", format);
        var second = await Check(Late(), "--format", format);

        first.Output.ShouldStartWith(beginning);
        second.Output.ShouldBe(first.Output);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public async Task The_culture_of_the_machine_changes_no_byte(string culture)
    {
        string[] arguments = ["check", Repository.File("DxRules.Admin", "SampleData", "demo-city.json"), "--as-of", "2025-05-31", "--format", "json"];
        var expected = await CommandLine.Run(arguments);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            var run = await CommandLine.Run(arguments);

            run.Output.ShouldBe(expected.Output);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task The_packaged_rules_judge_the_sample_plans_without_a_fault()
    {
        var run = await CommandLine.Run("check", Repository.File("DxRules.Admin", "SampleData"), "--as-of", "2025-05-31", "--format", "json");

        run.ExitCode.ShouldBe(1, run.Error);
        run.Error.ShouldBeEmpty();
        var plans = JsonDocument.Parse(run.Output).RootElement.GetProperty("plans").EnumerateArray().ToList();
        plans.Count.ShouldBe(SamplePlans.Names.Count());
        plans.ShouldAllBe(plan => plan.GetProperty("counts").GetProperty("faults").GetInt32() == 0);
    }

    private static Task<CommandLineRun> Check(string plans, params string[] options) =>
        CommandLine.RunWith(CommandLine.Utf8(OneLineUnlessLines(plans)), ["check", "-", "--rules", Rules, "--as-of", "2025-05-31", .. options]);

    private static string Late() => File.ReadAllText(Plan).Replace("\"end\": \"2025-03\"", "\"end\": \"2025-03\", \"status\": \"inProgress\"");

    private static string OneLine(string plan) => plan.ReplaceLineEndings(" ");

    private static string OneLineUnlessLines(string plans) => plans.StartsWith("{\n", StringComparison.Ordinal) ? OneLine(plans) : plans;
}
