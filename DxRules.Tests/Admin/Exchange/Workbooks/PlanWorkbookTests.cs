using DxRules.Admin.Cycles;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Exchange.Workbooks;

public sealed class PlanWorkbookTests
{
    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Repository.File("DxRules.Admin", "SampleData"), "*.json").Select(file => Path.GetFileName(file)!).Where(file => !file.Contains(".expected.") && !file.Contains(".story."))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_plan_that_went_through_a_workbook_is_the_same_plan(string file)
    {
        var plan = PlanReader.Read(file, File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", file))).Document.ShouldNotBeNull();

        var reading = PlanWorkbookReader.Read("plan.xlsx", PlanWorkbook.Write(plan));

        reading.Problems.Select(problem => $"{problem.At} {problem.Problem.Message.Ja}").ShouldBeEmpty();
        System.Text.Encoding.UTF8.GetString(PlanWriter.Write(reading.Document!)).ShouldBe(System.Text.Encoding.UTF8.GetString(PlanWriter.Write(plan)));
    }

    [Fact]
    public void Every_heading_of_a_sheet_stands_there_once()
    {
        foreach (var sheet in WorkbookShape.Instance.Sheets)
            PlanWorkbook.Headings(sheet).GroupBy(heading => heading).Where(group => group.Count() > 1).Select(group => $"{sheet.Name}: {group.Key}").ShouldBeEmpty();
        WorkbookShape.Instance.Sheets.Select(sheet => sheet.Name).ShouldBeUnique();
        WorkbookShape.Instance.Sheets.Where(sheet => sheet.Name.Length > 31).ShouldBeEmpty();
        WorkbookShape.Instance.Sheets.Where(sheet => sheet.Lists.Count > 0 && sheet.Id is null).Select(sheet => sheet.Name).ShouldBeEmpty("What stands below such a row could not say so.");
    }
}
