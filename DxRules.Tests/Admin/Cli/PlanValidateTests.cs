using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.Cli;

public sealed class PlanValidateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Of_a_folder_each_plan_is_read_and_other_json_is_passed_over()
    {
        var run = await CommandLine.Run("plan", "validate", Repository.File("DxRules.Admin", "SampleData"));

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.Split('\n').Count(line => line.EndsWith(".json: 誤りはありません。", StringComparison.Ordinal)).ShouldBe(SamplePlans.Names.Count());
        run.Output.ShouldNotContain("expected.json");
    }

    [Fact]
    public async Task A_broken_file_that_names_the_format_is_told_and_the_good_ones_are_read()
    {
        File.Copy(Repository.File("DxRules.Admin", "SampleData", "demo-city.json"), Path.Combine(folder.Path, "b.json"));
        File.WriteAllText(Path.Combine(folder.Path, "a.json"), "{ \"format\": \"dxplan/1\", ");
        File.WriteAllText(Path.Combine(folder.Path, "c.json"), "[1, 2");

        var run = await CommandLine.Run("plan", "validate", folder.Path);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("a.json:1:");
        run.Output.ShouldContain("b.json: 誤りはありません。");
        run.Output.ShouldNotContain("c.json");
    }

    [Fact]
    public async Task A_folder_without_plans_and_a_file_that_is_not_there_are_told()
    {
        var missing = Path.Combine(folder.Path, "nothing.json");

        var run = await CommandLine.Run("plan", "validate", "--lang", "en", missing, folder.Path);

        run.ExitCode.ShouldBe(2);
        run.Output.Replace(folder.Path, "plans").ShouldBe("""
            plans/nothing.json:1:1: DX490: There is no such file.

            plans:1:1: DX491: This folder holds no plan file (.json of format dxplan/1).

            errors: 2, warnings: 0

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Standard_input_holds_one_plan_a_line_and_empty_lines_are_passed_over()
    {
        var plan = File.ReadAllText(Repository.File("DxRules.Admin", "SampleData", "demo-city.json")).ReplaceLineEndings(" ");

        var run = await CommandLine.RunWith(CommandLine.Utf8($"{plan}\n\n  \r\n{plan}"), "plan", "validate", "-");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldBe("stdin[1]: 誤りはありません。\nstdin[4]: 誤りはありません。\n");
    }

    [Fact]
    public async Task An_empty_standard_input_is_no_success()
    {
        var run = await CommandLine.RunWith([], "plan", "validate", "-");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldStartWith("stdin:1:1: DX491: 標準入力に計画（1行に1計画）がありません。");
    }

    [Fact]
    public async Task A_line_in_another_encoding_is_told()
    {
        byte[] shiftJis = [.. "{\"format\":\""u8, 0x8E, 0x52, .. "\"}\n"u8];

        var run = await CommandLine.RunWith(shiftJis, "plan", "validate", "-");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldStartWith("stdin[1]:1:12: DX401: ファイルの文字コードが UTF-8 ではありません。");
    }

    [Fact]
    public void A_line_longer_than_allowed_is_cut_off_after_one_byte_more()
    {
        var lines = DxRules.Admin.Cli.NdjsonLines.Read(new MemoryStream("12345678\nab\n\n1234"u8.ToArray()), longest: 4).Select(System.Text.Encoding.UTF8.GetString);

        lines.ShouldBe(["12345", "ab", "", "1234"]);
    }
}
