using System.IO.Compression;
using System.Text;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Exchange.Workbooks;

public sealed class PlanCsvTests
{
    private static PlanDocument Demo { get; } = PlanReader.Read("demo-city.json", File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", "demo-city.json"))).Document!;

    [Theory]
    [MemberData(nameof(PlanWorkbookTests.Samples), MemberType = typeof(PlanWorkbookTests))]
    public void A_plan_that_went_through_csv_files_is_the_same_plan(string file)
    {
        var plan = PlanReader.Read(file, File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", file))).Document.ShouldNotBeNull();
        var packed = PlanCsv.Pack(PlanCsv.Write(PlanSlice.Whole(plan)));

        var reading = PlanCsv.ReadZip("plan.zip", packed);

        reading.Problems.Select(problem => $"{problem.At} {problem.Problem.Message.Ja}").ShouldBeEmpty();
        Encoding.UTF8.GetString(PlanWriter.Write(reading.Document!)).ShouldBe(Encoding.UTF8.GetString(PlanWriter.Write(plan)));
        PlanCsv.Pack(PlanCsv.Write(PlanSlice.Whole(reading.Document!))).ShouldBe(packed);
    }

    [Fact]
    public void There_is_a_file_for_each_sheet_of_the_workbook_with_its_headings()
    {
        var files = PlanCsv.Write(PlanSlice.Whole(Demo)).ToList();

        files.Select(file => file.Name).ShouldBe(WorkbookShape.Instance.Sheets.Select(sheet => sheet.Name + ".csv"));
        var initiatives = Encoding.UTF8.GetString(files.First(file => file.Name == "取組.csv").Content);
        initiatives.ShouldStartWith("\uFEFF属する対象のID,属する対象（参考）,ID,番号,題名,");
        initiatives.ShouldContain("\r\n");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+81")]
    [InlineData("-件")]
    [InlineData("@here")]
    [InlineData("＝全角")]
    [InlineData("'引用'")]
    [InlineData("'=1")]
    [InlineData("''")]
    [InlineData("改行\nと,カンマと\"引用符\"")]
    public void Texts_that_a_spreadsheet_would_run_are_kept_from_it_and_come_back(string title)
    {
        var plan = Demo with { Plan = Demo.Plan with { Title = title } };
        var files = PlanCsv.Write(PlanSlice.Whole(plan)).ToList();

        if ("=+-@＝".Contains(title[0]))
            Encoding.UTF8.GetString(files[0].Content).ShouldContain($",'{title},");
        Read(files).Document!.Plan.Title.ShouldBe(title);
    }

    [Fact]
    public void Negative_figures_stay_figures()
    {
        var policy = Demo.Policies!.First(policy => policy.Kpis is { Count: > 0 });
        var kpi = policy.Kpis![0];
        var plan = Demo with { Policies = [policy with { Initiatives = [], Kpis = [kpi with { Series = [kpi.Series![0] with { Baseline = new Baseline { Value = -3.5m, FiscalYear = 2020 } }] }] }], Opinions = [], Benefits = [], Governance = null, Security = null, Plan = Demo.Plan with { Revisions = [] } };

        var files = PlanCsv.Write(PlanSlice.Whole(plan)).ToList();

        Encoding.UTF8.GetString(files.First(file => file.Name == "系列.csv").Content).ShouldContain(",-3.5,");
    }

    [Fact]
    public void Files_saved_in_shift_jis_are_read_too()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var shiftJis = Encoding.GetEncoding(932);
        var files = PlanCsv.Write(PlanSlice.Whole(Demo)).Select(file => (file.Name, shiftJis.GetBytes(Encoding.UTF8.GetString(file.Content).TrimStart('\uFEFF'))));

        Read(files).Document!.Plan.Title.ShouldBe(Demo.Plan.Title);
    }

    [Fact]
    public void What_is_wrong_names_the_file_and_its_cell()
    {
        var files = PlanCsv.Write(PlanSlice.Whole(Demo)).Select(file => file.Name == "計画.csv" ? (file.Name, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Content).Replace("推進中", "もうすぐ"))) : file);

        Read(files).Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            problem => problem.Problem.Code.ShouldBe("DX616"), problem => problem.At!.ToString().ShouldStartWith("計画!"));
    }

    [Fact]
    public void What_is_no_archive_and_what_unpacks_to_far_too_much_is_told()
    {
        PlanCsv.ReadZip("plan.zip", "no archive"u8.ToArray()).Problems.ShouldHaveSingleItem().Problem.Code.ShouldBe("DX676");
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("計画.csv", CompressionLevel.SmallestSize).Open())
        {
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte <= 200; megabyte++)
                entry.Write(zeros);
        }
        PlanCsv.ReadZip("plan.zip", content.ToArray()).Problems.ShouldHaveSingleItem().Problem.Code.ShouldBe("DX602");
    }

    private static WorkbookReading Read(IEnumerable<(string Name, byte[] Content)> files) =>
        PlanCsv.Read("plan", files.Select(file => (file.Name, new ReadOnlyMemory<byte>(file.Content))));
}
