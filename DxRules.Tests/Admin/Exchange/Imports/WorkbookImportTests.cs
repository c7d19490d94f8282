using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using DxRules.Tests.Admin.Exchange.Workbooks;

namespace DxRules.Tests.Admin.Exchange.Imports;

public sealed class WorkbookImportTests
{
    private static readonly DateOnly Day = new(2025, 6, 2);
    private static readonly Lazy<PlanDocument> Sample = new(() => PlanReader.Read("demo-city.json", File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", "demo-city.json"))).Document!);

    private static PlanDocument Demo => Sample.Value;

    private static Initiative Theirs => Demo.Policies!.SelectMany(policy => policy.Initiatives ?? []).First(initiative => initiative.Departments.SequenceEqual(["d-shimin"]));

    [Theory]
    [MemberData(nameof(PlanWorkbookTests.Samples), MemberType = typeof(PlanWorkbookTests))]
    public void A_workbook_that_nobody_changed_changes_nothing(string file)
    {
        var plan = PlanReader.Read(file, File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", file))).Document!;

        var proposal = Propose(plan, PlanWorkbook.WriteTemplate(PlanSlice.Whole(plan), 1, Day), plan);

        Told(proposal).ShouldBeEmpty();
        proposal.Changes.ShouldBeEmpty();
        proposal.Rows.ShouldAllBe(row => row.Outcome == ImportOutcome.Unchanged);
        proposal.Rows.Count.ShouldBe(PlanRow.Of(plan).Values.Sum(rows => rows.Count));
    }

    [Theory]
    [MemberData(nameof(DepartmentSliceTests.Departments), MemberType = typeof(DepartmentSliceTests))]
    public void Neither_does_that_of_a_department(string department)
    {
        var proposal = Propose(Demo, PlanWorkbook.WriteTemplate(DepartmentSlice.Of(Demo.WithoutSecurity(), department), 1, Day), Demo);

        Told(proposal).ShouldBeEmpty();
        proposal.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_cell_that_was_filled_in_is_a_change_that_knows_its_cell()
    {
        var proposal = Propose(Demo, Edited(Slice, book => Put(book, "取組", RowOf("取組", Theirs.Id), "説明", "窓口の待ち時間を減らす")), Demo);

        Told(proposal).ShouldBeEmpty();
        var change = proposal.Changes.ShouldHaveSingleItem();
        (change.Subject, change.Member, change.New).ShouldBe((Theirs.Id, "description", "\"窓口の待ち時間を減らす\""));
        proposal.Sources[(change.Subject, change.Member)].ToString().ShouldBe(CellOf("取組", RowOf("取組", Theirs.Id), "説明"));
        proposal.Rows.Where(row => row.Outcome != ImportOutcome.Unchanged).ShouldHaveSingleItem().Subject.ShouldBe(Theirs.Id);
    }

    [Fact]
    public void Rows_that_were_added_and_taken_out_are_told_and_nothing_outside_the_part_is_touched()
    {
        var milestone = Theirs.Milestones.FirstOrDefault();
        var gone = Theirs.Reports!.Count;
        var proposal = Propose(Demo, Edited(Slice, book =>
        {
            Put(book, "期日", RowsOf("期日") + 2, PlanWorkbook.HolderHeading, Theirs.Id);
            Put(book, "期日", RowsOf("期日") + 2, "ID", "new-milestone");
            Put(book, "期日", RowsOf("期日") + 2, "題名", "説明会");
            EditedWorkbook.DeleteRow(book, "進捗報告", 2);
        }), Demo);

        Told(proposal).ShouldBeEmpty();
        proposal.Changes.Count.ShouldBe(2);
        proposal.Changes.ShouldContain(change => change.Subject == Theirs.Id && change.Member == "milestones/new-milestone" && change.Old == null);
        proposal.Changes.ShouldContain(change => change.New == null && change.Member.StartsWith("reports/", StringComparison.Ordinal));
        proposal.Rows.Count(row => row.Outcome == ImportOutcome.Added).ShouldBe(1);
        proposal.Rows.Count(row => row.Outcome == ImportOutcome.Removed).ShouldBe(1);
        proposal.Sources.Count.ShouldBe(2);
        (milestone is null || gone > 0).ShouldBeTrue();
    }

    [Fact]
    public void Exported_filled_in_taken_over_and_exported_again_it_is_what_was_filled_in()
    {
        var filled = Edited(Slice, book =>
        {
            Put(book, "取組", RowOf("取組", Theirs.Id), "説明", "窓口の待ち時間を減らす");
            Put(book, "期日", RowsOf("期日") + 2, PlanWorkbook.HolderHeading, Theirs.Id);
            Put(book, "期日", RowsOf("期日") + 2, "ID", "new-milestone");
            Put(book, "期日", RowsOf("期日") + 2, "題名", "説明会");
        });

        var taken = PlanChanges.Apply(Demo, Propose(Demo, filled, Demo).Changes).Document.ShouldNotBeNull();

        var again = PlanWorkbookReader.Read("again.xlsx", PlanWorkbook.WriteTemplate(DepartmentSlice.Of(taken.WithoutSecurity(), "d-shimin"), 2, Day)).Document!;
        Encoding.UTF8.GetString(PlanWriter.Write(again)).ShouldBe(Encoding.UTF8.GetString(PlanWriter.Write(PlanWorkbookReader.Read("filled.xlsx", filled).Document!)));
        Encoding.UTF8.GetString(PlanWriter.Write(taken)).ShouldContain("\"security\"");
    }

    [Fact]
    public void What_others_saved_meanwhile_stays_unless_it_is_the_same_cell()
    {
        var filled = Edited(Slice, book => Put(book, "取組", RowOf("取組", Theirs.Id), "説明", "窓口の待ち時間を減らす"));
        var elsewhere = PlanChanges.Apply(Demo, [new PlanChange(Theirs.Id, "title", PlanText.Quoted(Theirs.Title), "\"別の題名\"")]).Document!;
        var same = PlanChanges.Apply(Demo, [new PlanChange(Theirs.Id, "description", Theirs.Description is { } text ? PlanText.Quoted(text) : null, "\"別の説明\"")]).Document!;

        var merged = PlanChanges.Apply(elsewhere, Propose(elsewhere, filled, Demo).Changes).Document!;
        var conflict = PlanChanges.Apply(same, Propose(same, filled, Demo).Changes);

        merged.Policies!.SelectMany(policy => policy.Initiatives ?? []).First(initiative => initiative.Id == Theirs.Id).ShouldSatisfyAllConditions(
            initiative => initiative.Title.ShouldBe("別の題名"), initiative => initiative.Description.ShouldBe("窓口の待ち時間を減らす"));
        conflict.Conflicts.ShouldHaveSingleItem().Found.ShouldBe("\"別の説明\"");
    }

    [Fact]
    public void A_department_may_be_chosen_with_its_name()
    {
        var proposal = Propose(Demo, Edited(PlanWorkbook.WriteTemplate(PlanSlice.Whole(Demo), 1, Day), book => Put(book, "取組", 5, "担当課", "d-shimin（市民課）\nd-dx（デジタル推進課）")), Demo);

        Told(proposal).ShouldBeEmpty();
        proposal.Changes.ShouldHaveSingleItem().New.ShouldBe("[\"d-shimin\",\"d-dx\"]");
    }

    [Fact]
    public void Without_its_first_sheet_a_workbook_is_compared_with_the_plan_as_it_is()
    {
        var proposal = Propose(Demo, Edited(PlanWorkbook.WriteTemplate(PlanSlice.Whole(Demo.WithoutSecurity()), 1, Day), book =>
        {
            EditedWorkbook.Delete(book, WorkbookAbout.SheetName);
            Put(book, "取組", 2, "説明", "新しい説明");
        }), null);

        Told(proposal).ShouldBeEmpty();
        proposal.Changes.ShouldHaveSingleItem().Member.ShouldBe("description");
    }

    [Fact]
    public void A_workbook_of_another_plan_is_not_taken()
    {
        var other = PlanReader.Read("y.json", File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", "yamagata-2022.json"))).Document!;

        Told(Propose(Demo, PlanWorkbook.WriteTemplate(PlanSlice.Whole(other), 1, Day), null)).ShouldHaveSingleItem().ShouldStartWith("この書式について!B5 DX670 ");
    }

    [Fact]
    public void A_version_that_nobody_knows_is_told()
    {
        var changed = PlanChanges.Apply(Demo, [new PlanChange(Theirs.Id, "title", PlanText.Quoted(Theirs.Title), "\"別の題名\"")]).Document!;

        Told(Propose(Demo, Slice, null)).ShouldHaveSingleItem().ShouldStartWith("この書式について!B7 DX671 ");
        Told(Propose(Demo, Slice, changed)).ShouldHaveSingleItem().ShouldStartWith("この書式について!B7 DX671 ");
    }

    [Fact]
    public void Last_years_workbook_and_that_of_before_a_revision_are_told()
    {
        var cycles = Demo.Governance!.Cycles!;
        var before = Demo with { Governance = Demo.Governance with { Cycles = [.. cycles.SkipLast(1)] } };
        var revised = Demo with { Plan = Demo.Plan with { Revisions = [.. Demo.Plan.Revisions, new PlanRevision { On = new DateOnly(2025, 6, 1), Reason = "中間見直し" }] } };

        Told(Propose(Demo, PlanWorkbook.WriteTemplate(DepartmentSlice.Of(before.WithoutSecurity(), "d-shimin"), 1, Day), before)).ShouldHaveSingleItem().ShouldStartWith("この書式について!B7 DX672 ");
        Told(Propose(revised, Slice, Demo)).ShouldHaveSingleItem().ShouldStartWith("この書式について!B7 DX673 計画が2025-06-01に改定");
    }

    [Fact]
    public void Rows_that_are_there_to_be_read_cannot_be_changed()
    {
        var slice = DepartmentSlice.Of(Demo.WithoutSecurity(), "d-shimin");
        var row = PlanRow.Of(slice.Document)[WorkbookShape.Instance.Root][0];
        slice.Context.ShouldContain(row.Record);

        Told(Propose(Demo, Edited(Slice, book => Put(book, "計画", 2, "団体・名称", "別の市")), Demo)).ShouldHaveSingleItem().ShouldContain("DX674");
    }

    [Fact]
    public void Security_is_not_taken_from_somebody_who_may_not_see_it()
    {
        var content = PlanWorkbook.WriteTemplate(PlanSlice.Whole(Demo), 1, Day);

        Told(Propose(Demo.WithoutSecurity(), content, Demo.WithoutSecurity())).ShouldHaveSingleItem().ShouldContain("DX675");
    }

    private static byte[] Slice => PlanWorkbook.WriteTemplate(DepartmentSlice.Of(Demo.WithoutSecurity(), "d-shimin"), 1, Day);

    private static ImportProposal Propose(PlanDocument newest, byte[] content, PlanDocument? made) =>
        WorkbookImport.Propose(newest, PlanWorkbookReader.Read("plan.xlsx", content), made);

    private static byte[] Edited(byte[] content, Action<WorkbookPart> edit) => EditedWorkbook.Change(content, edit);

    private static void Put(WorkbookPart book, string sheet, int row, string heading, string value) =>
        EditedWorkbook.Put(book, sheet, row, EditedWorkbook.ColumnOf(sheet, heading), value);

    private static IReadOnlyList<PlanRow> Rows(string sheet) => PlanRow.Of(DepartmentSlice.Of(Demo.WithoutSecurity(), "d-shimin").Document)[WorkbookShape.Instance.Sheets.First(shape => shape.Name == sheet)];

    private static int RowsOf(string sheet) => Rows(sheet).Count;

    private static int RowOf(string sheet, string id) => Rows(sheet).TakeWhile(row => !row.Cells.Contains(id)).Count() + 2;

    private static string CellOf(string sheet, int row, string heading) => new DxRules.Admin.Exchange.Grids.CellPlace(sheet, row, EditedWorkbook.ColumnOf(sheet, heading)).ToString();

    private static List<string> Told(ImportProposal proposal) => [.. proposal.Problems.Select(problem => $"{problem.At} {problem.Problem.Code} {problem.Problem.Message.Ja}")];
}
