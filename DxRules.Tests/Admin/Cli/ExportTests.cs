using System.IO.Compression;
using DxRules.Admin.Exchange.Workbooks;

namespace DxRules.Tests.Admin.Cli;

public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static string Sample => Repository.File("DxRules.Admin", "SampleData", "demo-city.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_form_says_what_it_was_made_from()
    {
        (await CommandLine.Run("export", Sample, At("plan.xlsx"))).ExitCode.ShouldBe(0);

        var about = PlanWorkbookReader.Read("plan.xlsx", File.ReadAllBytes(At("plan.xlsx"))).About.ShouldNotBeNull();
        about.ShouldSatisfyAllConditions(it => it.Plan.ShouldBe("demo-dx-2023"), it => it.Department.ShouldBeNull(), it => it.Hash.ShouldNotBeNull(), it => it.Version.ShouldBeNull());
    }

    [Fact]
    public async Task A_departments_form_holds_its_part_alone()
    {
        (await CommandLine.Run("export", Sample, At("plan.xlsx"), "--department", "d-kotsu")).ExitCode.ShouldBe(0);

        var reading = PlanWorkbookReader.Read("plan.xlsx", File.ReadAllBytes(At("plan.xlsx")));
        reading.About!.Department.ShouldBe("d-kotsu");
        reading.Document!.Policies!.SelectMany(policy => policy.Initiatives ?? []).Select(initiative => initiative.Id).ShouldBe(["p3-i1"]);
    }

    [Fact]
    public async Task An_empty_form_needs_no_plan()
    {
        (await CommandLine.Run("export", At("plan.xlsx"), "--template")).ExitCode.ShouldBe(0);

        PlanWorkbookReader.Read("plan.xlsx", File.ReadAllBytes(At("plan.xlsx"))).Problems.ShouldHaveSingleItem().Problem.Code.ShouldBe("DX609");
    }

    [Fact]
    public async Task The_forms_of_all_departments_come_in_one_archive_and_the_plans_tables_in_another()
    {
        (await CommandLine.Run("export", Sample, At("forms.zip"), "--template")).ExitCode.ShouldBe(0);
        (await CommandLine.Run("export", Sample, At("tables.zip"))).ExitCode.ShouldBe(0);

        NamesIn("forms.zip").ShouldContain("都市交通課（d-kotsu）.xlsx");
        NamesIn("forms.zip").ShouldNotContain("情報政策課（d-joho）.xlsx");
        NamesIn("tables.zip").ShouldContain("取組.csv");
        PlanCsv.ReadZip("tables.zip", File.ReadAllBytes(At("tables.zip"))).About!.Plan.ShouldBe("demo-dx-2023");
    }

    [Theory]
    [InlineData("計画を指定してください", "OUT.xlsx")]
    [InlineData("--department には計画が要ります", "OUT.xlsx", "--template", "--department", "d-x")]
    [InlineData("は.xlsx又は.zipにしてください", "SAMPLE", "OUT.pdf")]
    [InlineData("課「d-x」はありません。あるもの: d-kikaku", "SAMPLE", "OUT.xlsx", "--department", "d-x")]
    public async Task What_does_not_fit_is_said_and_nothing_is_written(string told, params string[] arguments)
    {
        var run = await CommandLine.Run(["export", .. arguments.Select(argument => argument switch { "SAMPLE" => Sample, ['O', 'U', 'T', ..] => At(argument), _ => argument })]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(told);
        Directory.EnumerateFiles(folder.Path).ShouldBeEmpty();
    }

    private List<string> NamesIn(string archive)
    {
        using var zip = ZipFile.OpenRead(At(archive));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private string At(string name) => Path.Combine(folder.Path, name);
}
