using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using DxRules.Admin.Cycles;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Exchange.Workbooks;

public sealed class DepartmentSliceTests
{
    private static readonly DateOnly Day = new(2025, 6, 2);

    public static TheoryData<string> Departments => [.. Demo.Departments!.Select(department => department.Id)];

    [Theory]
    [MemberData(nameof(Departments))]
    public void A_department_gets_what_it_answers_for_and_what_stands_above_that(string department)
    {
        var slice = DepartmentSlice.Of(Demo, department).Document;
        var index = new SubjectIndex(Demo);
        var departments = Demo.Departments!.Where(other => other.SucceededBy == department).Select(other => other.Id).Append(department).ToList();
        var theirs = index.Places.Where(place => place.Value.Departments.Intersect(departments).Any()).Select(place => place.Key).ToHashSet();

        Initiatives(slice).ShouldBe(Initiatives(Demo).Where(theirs.Contains));
        Kpis(slice).ShouldBe(Kpis(Demo).Where(theirs.Contains));
        (slice.Policies ?? []).ShouldAllBe(policy => theirs.Contains(policy.Id) || Initiatives(policy).Count > 0 || policy.Kpis != null);
        slice.Plan.Title.ShouldBe(Demo.Plan.Title);
        slice.Departments!.Count.ShouldBe(Demo.Departments!.Count);
    }

    [Theory]
    [MemberData(nameof(Departments))]
    public void A_departments_workbook_comes_back_as_it_was_given(string department)
    {
        var slice = DepartmentSlice.Of(Demo.WithoutSecurity(), department);

        var reading = PlanWorkbookReader.Read("plan.xlsx", PlanWorkbook.WriteTemplate(slice, 3, Day));

        reading.Problems.Select(problem => $"{problem.At} {problem.Problem.Message.Ja}").ShouldBeEmpty();
        Text(reading.Document!).ShouldBe(Text(slice.Document));
    }

    [Theory]
    [MemberData(nameof(Departments))]
    public void A_part_put_back_as_it_was_changes_nothing(string department) =>
        Text(SliceMerge.Into(Demo, DepartmentSlice.Of(Demo, department).Document, DepartmentSlice.Of(Demo, department).Document)).ShouldBe(Text(Demo));

    [Fact]
    public void A_departments_workbook_is_one_that_Excel_opens_without_repair()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(PlanWorkbook.WriteTemplate(DepartmentSlice.Of(Demo, "d-shimin"), 3, Day)), isEditable: false);

        new OpenXmlValidator().Validate(workbook).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").Take(5).ShouldBeEmpty();
    }

    [Fact]
    public void Sheets_and_columns_that_a_department_has_nothing_to_enter_in_are_hidden()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(PlanWorkbook.WriteTemplate(DepartmentSlice.Of(Demo.WithoutSecurity(), "d-kotsu"), 3, Day)), isEditable: false);
        var shown = workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Where(sheet => sheet.State is null).Select(sheet => sheet.Name!.Value!).ToList();

        shown[0].ShouldBe(WorkbookAbout.SheetName);
        shown.ShouldContain("取組");
        shown.ShouldContain("期日");
        shown.ShouldNotContain("上位計画");
        shown.ShouldNotContain("管理策");
        shown.Count.ShouldBeLessThan(26);
    }

    [Fact]
    public void What_a_department_took_over_from_another_is_theirs()
    {
        var old = Demo.Policies!.SelectMany(policy => policy.Initiatives ?? []).First(initiative => initiative.Departments.Count == 1);
        var plan = Demo with { Departments = [.. Demo.Departments!.Select(department => department.Id == old.Departments[0] ? department with { SucceededBy = "d-new" } : department), new Department { Id = "d-new", Name = "新課" }] };

        Initiatives(DepartmentSlice.Of(plan, "d-new").Document).ShouldContain(old.Id);
    }

    [Fact]
    public void Somebody_elses_judgement_of_the_same_day_stays_where_it_is()
    {
        var initiative = Demo.Policies!.SelectMany(policy => policy.Initiatives ?? []).First(initiative => initiative.Departments.Count == 1);
        Judgement Judged(JudgedBy by, string grade) => new() { Subject = initiative.Id, By = by, Grade = grade, On = new DateOnly(2025, 6, 1) };
        var cycle = Demo.Governance!.Cycles![^1];
        var plan = Demo with { Governance = Demo.Governance with { Cycles = [.. Demo.Governance.Cycles.SkipLast(1), cycle with { Judgements = [Judged(JudgedBy.Headquarters, "A"), Judged(JudgedBy.Department, "B")] }] } };
        var slice = DepartmentSlice.Of(plan, initiative.Departments[0]).Document;
        var theirs = slice.Governance!.Cycles![^1];
        theirs.Judgements!.ShouldHaveSingleItem().Grade.ShouldBe("B");

        var now = slice with { Governance = slice.Governance with { Cycles = [.. slice.Governance.Cycles.SkipLast(1), theirs with { Judgements = [Judged(JudgedBy.Department, "C")] }] } };

        SliceMerge.Into(plan, slice, now).Governance!.Cycles![^1].Judgements!.Select(judgement => judgement.Grade).ShouldBe(["A", "C"]);
    }

    private static PlanDocument Demo { get; } = PlanReader.Read("demo-city.json", File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", "demo-city.json"))).Document!;

    private static List<string> Initiatives(PlanDocument plan) => [.. (plan.Policies ?? []).SelectMany(Initiatives)];

    private static List<string> Initiatives(Policy policy) => [.. (policy.Initiatives ?? []).Select(initiative => initiative.Id)];

    private static List<string> Kpis(PlanDocument plan) => [.. plan.Plan.Kpis.Concat((plan.Policies ?? []).SelectMany(policy => (policy.Kpis ?? []).Concat((policy.Initiatives ?? []).SelectMany(initiative => initiative.Kpis)))).Select(kpi => kpi.Id)];

    private static string Text(PlanDocument plan) => Encoding.UTF8.GetString(PlanWriter.Write(plan));
}
