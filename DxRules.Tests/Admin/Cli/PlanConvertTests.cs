using DxRules.Admin.Exchange.Workbooks;

namespace DxRules.Tests.Admin.Cli;

public sealed class PlanConvertTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static string Sample => Repository.File("DxRules.Admin", "SampleData", "yamagata-2022.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_plan_becomes_a_workbook_and_the_workbook_the_same_plan()
    {
        (await CommandLine.Run("plan", "convert", Sample, At("plan.xlsx"))).ExitCode.ShouldBe(0);
        (await CommandLine.Run("plan", "convert", At("plan.xlsx"), At("plan.json"))).ExitCode.ShouldBe(0);
        (await CommandLine.Run("plan", "convert", Sample, At("direct.json"))).ExitCode.ShouldBe(0);

        File.ReadAllText(At("plan.json")).ShouldBe(File.ReadAllText(At("direct.json")));
    }

    [Theory]
    [InlineData("plan.zip")]
    [InlineData("tables")]
    public async Task Through_csv_files_it_is_the_same_plan_too(string tables)
    {
        (await CommandLine.Run("plan", "convert", Sample, At(tables))).ExitCode.ShouldBe(0);
        (await CommandLine.Run("plan", "convert", At(tables), At("plan.json"))).ExitCode.ShouldBe(0);
        (await CommandLine.Run("plan", "convert", Sample, At("direct.json"))).ExitCode.ShouldBe(0);

        File.ReadAllText(At("plan.json")).ShouldBe(File.ReadAllText(At("direct.json")));
        (await CommandLine.Run("plan", "convert", Sample, At(tables))).Error.ShouldContain("--replace");
    }

    [Fact]
    public async Task A_file_that_is_there_stays_unless_it_is_to_be_replaced()
    {
        File.WriteAllText(At("plan.xlsx"), "mine");

        var run = await CommandLine.Run("plan", "convert", Sample, At("plan.xlsx"));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--replace");
        File.ReadAllText(At("plan.xlsx")).ShouldBe("mine");
        (await CommandLine.Run("plan", "convert", Sample, At("plan.xlsx"), "--replace")).ExitCode.ShouldBe(0);
        PlanWorkbookReader.Read("plan.xlsx", File.ReadAllBytes(At("plan.xlsx"))).Document.ShouldNotBeNull();
    }

    [Fact]
    public async Task Where_anything_is_wrong_nothing_is_written()
    {
        File.WriteAllText(At("no.xlsx"), "no workbook");

        var run = await CommandLine.Run("plan", "convert", At("no.xlsx"), At("plan.json"));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("DX604");
        Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).ShouldBe(["no.xlsx"]);
    }

    [Theory]
    [InlineData("plan.pdf", "は.json、.xlsx、.zip又はフォルダー（CSV）にしてください")]
    [InlineData("nowhere/plan.json", "に書けません")]
    public async Task Where_it_cannot_write_it_says_so(string to, string told)
    {
        var run = await CommandLine.Run("plan", "convert", Sample, At(to));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(told);
    }

    private string At(string name) => Path.Combine(folder.Path, name);
}
