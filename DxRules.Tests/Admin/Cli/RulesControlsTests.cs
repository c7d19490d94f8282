using System.Text.Json;

namespace DxRules.Tests.Admin.Cli;

public sealed class RulesControlsTests
{
    [Fact]
    public async Task The_catalogue_is_listed_by_chapter_with_what_is_to_be_checked_marked()
    {
        var run = await CommandLine.Run("rules", "controls");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldStartWith("1 組織体制\n  C01  CISO");
        run.Output.ShouldContain("  C15  端末・電磁的記録媒体の管理\n       予防・毎月・目標0件以下・紛失・盗難の件数（件数）\n");
        run.Output.ShouldContain("  C18＊ 新任・会計年度任用職員の研修\n");
        run.Output.ShouldContain("\n49件。");
    }

    [Fact]
    public async Task Programs_read_the_catalogue_in_both_languages()
    {
        using var json = JsonDocument.Parse((await CommandLine.Run("rules", "controls", "--format", "json")).Output);

        var controls = json.RootElement.GetProperty("controls").EnumerateArray().ToList();
        controls.Count.ShouldBe(49);
        controls[35].GetProperty("title").GetProperty("ja").GetString().ShouldBe("ICT-BCPの訓練");
        controls[35].GetProperty("title").GetProperty("en").GetString().ShouldBe("Exercise of the ICT continuity plan");
        controls[35].GetProperty("occasion").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_skeleton_is_an_array_for_the_plan_file()
    {
        using var json = JsonDocument.Parse((await CommandLine.Run("rules", "controls", "--plan-skeleton", "--lang", "en")).Output);

        json.RootElement.GetArrayLength().ShouldBe(49);
        json.RootElement[0].GetProperty("status").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told()
    {
        var run = await CommandLine.Run("rules", "controls", "--rules", "nowhere");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("nowhere");
    }
}
