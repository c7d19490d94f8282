using System.Text.Json;
using DxRules.Engine.Alerts;
using DxRules.Tests.Engine.Alerts;

namespace DxRules.Tests.Admin.Cli;

public sealed class CompareTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Counts_add_up_and_what_changed_is_told()
    {
        var run = await Compare(Year(2024, ("R-1", "a", "warning"), ("R-1", "b", "notice"), ("R-2", "c", "critical")), Year(2025, ("R-1", "b", "critical"), ("R-2", "a", "info"), ("R-2", "c", "undetermined")));

        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.ShouldBe("""
            demo（999997）基準日 2024-05-31 → 2025-05-31
            前回3 = 解消確認1 + 引き続き1 + 判定不能1
            今回2 = 引き続き1 + 新規1
            引き続き1 = 悪化1

            悪化 1件
              注意 → 重大 R-1 題 ［区間］bの題 (b)（2回続けて）
                2025年の文

            新規 1件
              情報 R-2 題 ［区間］aの題 (a)
                2025年の文

            判定不能 1件
              重大 R-2 題 ［区間］cの題 (c)
                2024年の文

            解消確認 1件
              警告 R-1 題 ［区間］aの題 (a)
                2024年の文

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("warning", "warning", 0)]
    [InlineData("warning", "critical", 1)]
    [InlineData("quiet", "warning", 1)]
    [InlineData("quiet", "notice", 0)]
    [InlineData("warning", "quiet", 0)]
    [InlineData("critical", "warning", 0)]
    public async Task Only_what_is_new_worse_or_back_is_a_finding(string before, string now, int exitCode) =>
        (await Compare(Saying(2024, before), Saying(2025, now))).ExitCode.ShouldBe(exitCode);

    [Fact]
    public async Task What_became_undetermined_is_a_finding_where_asked()
    {
        var files = new[] { Write(Saying(2024, "warning")), Write(Saying(2025, "undetermined")) };

        (await CommandLine.Run(["compare", .. files])).ExitCode.ShouldBe(0);
        (await CommandLine.Run(["compare", .. files, "--fail-on", "undetermined"])).ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("map.csv", "old,a\n")]
    [InlineData("map.json", "{ \"old\": \"a\" }")]
    public async Task A_renumbered_item_goes_on_by_the_map(string name, string content)
    {
        var map = Path.Combine(folder.Path, name);
        File.WriteAllText(map, content);
        var before = new YearlyReport(2024) { Subjects = ["old"], Says = [("R-1", "old", "warning")] };

        var run = await CommandLine.Run("compare", Write(before), Write(Saying(2025, "warning")), "--map", map, "--format", "json");

        run.ExitCode.ShouldBe(0, run.Error);
        var alert = JsonDocument.Parse(run.Output).RootElement.GetProperty("plans")[0].GetProperty("alerts")[0];
        (alert.GetProperty("state").GetString(), alert.GetProperty("nth").GetInt32()).ShouldBe(("continuing", 2));
    }

    [Theory]
    [InlineData("a,c\nb,c", "二つの項目が c になっています。")]
    [InlineData("a,b\na,c", "a の新しいIDが二つあります。")]
    [InlineData("a", "1行目は「旧ID,新ID」の形ではありません。")]
    [InlineData("{ \"a\": 1 }", "\"a\" の新しいIDが文字列ではありません。")]
    [InlineData("{ \"a\"", "JSON として読めません（1行目）。")]
    public async Task A_map_that_cannot_be_used_says_why(string content, string why)
    {
        var map = Path.Combine(folder.Path, "map.txt");
        File.WriteAllText(map, content);

        var run = await CommandLine.Run("compare", Write(Saying(2024, "warning")), Write(Saying(2025, "warning")), "--map", map);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain(why);
    }

    [Fact]
    public async Task Reports_that_cannot_be_compared_say_why()
    {
        var (old, now, other) = (Write(Saying(2024, "warning")), Write(Saying(2025, "warning")), Write(Saying(2026, "warning") with { Plan = "other" }));
        var broken = Path.Combine(folder.Path, "broken.json");
        File.WriteAllText(broken, "{ \"format\": \"dxplan/1\" }");

        (await Refused(now)).ShouldContain("二つ以上");
        (await Refused(now, old)).ShouldContain("基準日の古い順に並べてください。");
        (await Refused(old, other)).ShouldContain("の計画は、ほかの点検結果にありません。");
        (await Refused(old, Path.Combine(folder.Path, "none.json"))).ShouldContain("というファイルはありません。");
        (await Refused(old, broken)).ShouldContain("DX502");
    }

    [Fact]
    public async Task Every_member_of_the_json_is_told_on_the_page_about_it()
    {
        var run = await CommandLine.Run("compare", Write(Saying(2024, "warning")), Write(Saying(2025, "critical")), "--format", "json");

        foreach (var language in new[] { "ja", "en" })
        {
            var page = await File.ReadAllTextAsync(Repository.File("DxRules.Engine", "docs", language, "lifecycle.md"));
            foreach (var member in MembersOf(JsonDocument.Parse(run.Output).RootElement).Distinct())
                page.ShouldContain($"`{member}`", customMessage: language);
        }
    }

    [Fact]
    public async Task Merging_gives_one_report_whichever_are_merged_first()
    {
        var (a, b, c) = (Write(Saying(2025, "warning") with { Plan = "a" }), Write(Saying(2025, "notice") with { Plan = "b" }), Write(Saying(2025, "info") with { Plan = "c" }));

        var all = await Merge(a, b, c);

        (await Merge(await Kept(Merge(c, a)), b)).ShouldBe(all);
        (await Merge(c, await Kept(Merge(b, a)))).ShouldBe(all);
        JsonDocument.Parse(all).RootElement.GetProperty("plans").EnumerateArray().Select(plan => plan.GetProperty("plan").GetString()).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task Reports_of_other_days_rules_or_the_same_plan_are_not_merged()
    {
        var one = Write(Saying(2025, "warning"));

        foreach (var other in new[] { Saying(2024, "warning") with { Plan = "b" }, Saying(2025, "warning") with { Plan = "b", RuleSet = "other" }, Saying(2025, "notice") })
            (await CommandLine.Run("merge", one, Write(other))).ExitCode.ShouldBe(2);
    }

    private static YearlyReport Saying(int year, string word) => Year(year, word == "quiet" ? [] : [("R-1", "a", word)]);

    private static YearlyReport Year(int year, params (string, string, string)[] says) => new(year) { Says = says };

    private Task<CommandLineRun> Compare(params YearlyReport[] years) => CommandLine.Run(["compare", .. years.Select(Write)]);

    private async Task<string> Merge(params string[] files)
    {
        var run = await CommandLine.Run(["merge", .. files]);
        run.ExitCode.ShouldBe(0, run.Error);
        return run.Output;
    }

    private async Task<string> Kept(Task<string> report) => Keep(await report);

    private static async Task<string> Refused(params string[] files)
    {
        var run = await CommandLine.Run(["compare", .. files]);
        (run.ExitCode, run.Output).ShouldBe((2, ""));
        return run.Error;
    }

    private string Write(YearlyReport year) => Keep(ReportJson.Write(year.Report));

    private string Keep(string report)
    {
        var file = Path.Combine(folder.Path, $"{Guid.NewGuid():N}.json");
        File.WriteAllText(file, report);
        return file;
    }

    private static IEnumerable<string> MembersOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => MembersOf(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(MembersOf),
        _ => [],
    };
}
