using System.Text;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Exchange.Tables;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Exchange.Imports;

/// <summary>Files as they come from elsewhere, from the bytes to the plan.</summary>
public sealed class SheetImportTests
{
    [Fact]
    public void Statistics_of_all_municipalities_give_the_citys_figure_and_its_peers()
    {
        var proposal = Propose("""
            全市町村の主要財政指標（令和３年度）,,,,
            団体コード,都道府県名,団体名,経常収支比率,将来負担比率
            011002,北海道,札幌市,93.0,29.3
            062014,山形県,山形市,90.1,-
            014389,北海道,沼田町,78.1,▲1.5
            全国市町村平均,,,88.9,－
            """, Named("経常収支比率"), mapping => mapping with { AddsRows = true });

        proposal.Problems.ShouldBeEmpty();
        proposal.Changes.Select(change => change.Member).ShouldBe(["actuals", "peers/011002:2021", "peers/014389:2021"], ignoreOrder: true);
        proposal.Sources[("k-ai-pilot", "actuals/2021")].Name.ShouldBe("D4");
    }

    [Fact]
    public void A_projection_by_years_gives_only_the_years_that_came()
    {
        var proposal = Propose("""
            #property,era,headCount,oldPopulation
            #object_type_xsd,string,string,string
            1,2015,420748,113817
            2,2020,419145,121497
            3,2030,407952,125522
            """, Named("headCount"), mapping => mapping);

        proposal.Changes.Single().New.ShouldBe("""[{"fiscalYear":2015,"value":420748},{"fiscalYear":2020,"value":419145}]""");
        proposal.Problems.Select(problem => problem.Problem.Code).ShouldBe(["DX657"]);
    }

    [Theory]
    [InlineData("総務局デジタル推進部情報企画課", "d-joho-kikaku")]
    [InlineData("情報企画課", "d-joho-kikaku")]
    [InlineData("情報 企画課", "d-joho-kikaku")]
    [InlineData("企画課", null)]
    [InlineData("新情報企画課", null)]
    public void A_department_is_found_with_or_without_its_bureau_and_never_by_a_part_of_its_name(string name, string? id) =>
        new DepartmentNames(MadeTable.Plan("yamagata-2022").Departments!).Find(name).Select(department => department.Id).SingleOrDefault().ShouldBe(id);

    [Fact]
    public void Departments_of_one_name_in_two_bureaus_are_told_apart()
    {
        var names = new DepartmentNames([new Department { Id = "a", Name = "総務局総務課" }, new Department { Id = "b", Name = "教育局総務課" }]);

        names.Find("総務課").Count.ShouldBe(2);
        names.Find("教育局総務課").Single().Id.ShouldBe("b");
        names.Find("消防局総務課").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("R7.3.31", "2025-03-31")]
    [InlineData("令和７年３月末", "2025-03")]
    [InlineData("令和6年度末", "2025-03")]
    [InlineData("2025/4/1", "2025-04-01")]
    [InlineData("45747", "2025-03-31")]
    [InlineData("未定", null)]
    public void Days_are_read_as_people_write_them(string text, string? date)
    {
        var reading = DateCell.Read(new GridCell(text, text), isStart: false);

        reading.IsReadable.ShouldBeTrue();
        reading.Date?.ToString().ShouldBe(date);
    }

    [Theory]
    [InlineData("来年の春")]
    [InlineData("3月")]
    [InlineData("令和6年13月")]
    public void What_is_no_day_is_not_guessed(string text) => DateCell.Read(new GridCell(text, text), isStart: false).IsReadable.ShouldBeFalse();

    [Fact]
    public void A_mapping_reads_back_as_it_was_written()
    {
        var table = MadeTable.Of("指標|実績@2024", ["電子決裁率", 15]);
        var mapping = MappingGuess.Of(table, MadeTable.Plan()) with { AddsRows = true, LastRow = 9 };

        var (tables, problems) = TableMappingFile.Read("mapping.json", TableMappingFile.Write([mapping]));

        problems.ShouldBeEmpty();
        TableMappingFile.Write(tables!).ShouldBe(TableMappingFile.Write([mapping]));
        TableMappingFile.ReadLine(TableMappingFile.WriteLine(mapping))!.Columns.ShouldBe(mapping.Columns);
    }

    [Fact]
    public void A_remembered_mapping_takes_its_years_from_the_new_sheet()
    {
        var remembered = MappingGuess.Of(MadeTable.Of("指標|実績@2023", ["電子決裁率", 15]), MadeTable.Plan());

        MappingGuess.Fit(remembered, MadeTable.Of("指標|実績@2024", ["電子決裁率", 16]))!.Columns[1].FiscalYear.ShouldBe(2024);
        MappingGuess.Fit(remembered, MadeTable.Of("指標|目標@2024", ["電子決裁率", 16])).ShouldBeNull();
    }

    // A plan whose indicator without figures has the title that the sheet names.
    private static PlanDocument Named(string title)
    {
        var edits = new DxRules.Admin.Sheets.SheetEdits();
        edits.Change<Kpi>("k-ai", kpi => kpi with { Title = title, Unit = null, Series = [new Series { Id = "k-ai-pilot" }] });
        return edits.Apply(MadeTable.Plan("yamagata-2022"));
    }

    private static ImportProposal Propose(string csv, PlanDocument plan, Func<TableMapping, TableMapping> changed)
    {
        var grid = GridFile.Read("sheet.csv", Encoding.UTF8.GetBytes(csv.ReplaceLineEndings("\r\n"))).Grids!.Single();
        var table = TableFinder.Find(grid).Single();
        return TableImport.Propose(plan, [(table, changed(MappingGuess.Of(table, plan)))], MadeTable.Today, null, TestContext.Current.CancellationToken);
    }
}
