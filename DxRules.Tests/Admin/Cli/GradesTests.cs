using System.Text.Json;

namespace DxRules.Tests.Admin.Cli;

public sealed class GradesTests
{
    private static readonly string Demo = Repository.File("DxRules.Admin", "SampleData", "demo-city.json");

    [Fact]
    public async Task Each_policy_initiative_and_KPI_has_its_grade_with_the_figures_it_rests_on()
    {
        var run = await CommandLine.Run("grades", Demo, "--as-of", "2025-05-31");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldStartWith("デモ市（架空） デモ市DX推進計画2023-2027  基準日 2025-05-31  評価基準 standard\n");
        run.Output.ShouldContain("[C やや遅れ] 取組 書かない窓口の導入\n");
        run.Output.ShouldContain("期限の来た区間 5件、うち完了 3件");
        run.Output.ShouldContain("判定できない理由：休止・中止の取組は判定しない\n");
    }

    [Fact]
    public async Task Programs_read_the_same()
    {
        var run = await CommandLine.Run("grades", Demo, "--as-of", "2025-05-31", "--format", "json");

        var grades = JsonDocument.Parse(run.Output).RootElement;
        grades.GetProperty("format").GetString().ShouldBe("dxrules-grades/1");
        var plan = grades.GetProperty("subjects")[0];
        (plan.GetProperty("subject").GetProperty("type").GetString(), plan.GetProperty("kind").GetString()).ShouldBe(("plan", "behind"));
        plan.GetProperty("counts").EnumerateArray().Sum(count => count.GetProperty("count").GetInt32()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task One_plan_is_asked_for() =>
        (await CommandLine.Run("grades", Repository.File("DxRules.Admin", "SampleData"))).ExitCode.ShouldBe(2);
}
