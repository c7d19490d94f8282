using DxRules.Admin.Cycles;
using DxRules.Admin.Departments;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Departments;

public sealed class DepartmentHandOverTests
{
    private static readonly DateOnly April = new(2026, 4, 1);
    private static readonly PlanDocument City = Samples.Read("demo-city.json");

    [Theory]
    [InlineData("", "新課", "id", "handOver.id.missing")]
    [InlineData("新課", "新課", "id", "handOver.id.odd")]
    [InlineData("d/new", "新課", "id", "handOver.id.odd")]
    [InlineData("ctl-ciso", "新課", "id", "handOver.id.taken")]
    [InlineData("d-new", "", "name", "handOver.name.missing")]
    [InlineData("d-new", "市民課", "name", "handOver.name.taken")]
    public void A_new_department_that_cannot_be_is_refused(string id, string name, string field, string problem) =>
        HandOverCheck.Check(City, new HandOver("d-dx", HandOverKind.Succeeded, April) { Successor = id, Name = name })
            .Select(found => (found.Field, found.TextKey)).ShouldBe([(field, problem)]);

    [Theory]
    [InlineData("")]
    [InlineData("d-nowhere")]
    [InlineData("d-dx")]
    [InlineData("d-joho")]
    [InlineData("d-kenko")]
    public void Nothing_is_handed_over_to_a_department_that_is_not_there_then(string successor) =>
        HandOverCheck.Check(City, new HandOver("d-dx", HandOverKind.Merged, April) { Successor = successor }).Single().Field.ShouldBe("successor");

    [Fact]
    public void Everything_that_names_the_department_or_one_it_succeeded_is_listed_once()
    {
        var items = DepartmentItems.Of(City, DepartmentLine.WithPredecessors(City, "d-dx"), April);

        items.Select(item => item.Key).Distinct().Count().ShouldBe(items.Count);
        items.Select(item => item.Key).ShouldBe(
        [
            "p1/departments", "p1-i2/departments", "p2/departments", "p2-i1/departments", "p2-i3/departments",
            "ctl-ciso/owner", "ctl-csirt/owner", "ctl-assets/owner", "ctl-separation/owner", "ctl-phishing/owner", "ctl-curriculum/owner", "ctl-backup/owner", "ctl-patch/owner",
            "ctl-mobile/owner", "ctl-monitoring/owner", "ctl-outsourcing/owner", "sys-e-application/owner", "sys-generative-ai/owner",
            "chk-2023-joho/department", "chk-2024-joho/department", "con-network/owner", "audit-2023/departments",
        ], ignoreOrder: true);
        items.Where(item => item.IsOver).Select(item => item.Subject).ShouldBe(["chk-2023-joho", "chk-2024-joho", "audit-2023"], ignoreOrder: true);
    }

    [Fact]
    public void What_was_handed_over_names_the_successor_and_nothing_else_changes()
    {
        var items = DepartmentItems.Of(City, DepartmentLine.WithPredecessors(City, "d-dx"), April).Where(item => !item.IsOver).ToList();
        var change = new HandOver("d-dx", HandOverKind.Succeeded, April) { Successor = "d-digital", Name = "デジタル局", Moves = items.ToDictionary(item => item.Key, _ => "d-digital") };

        var plan = DepartmentHandOver.Apply(City, change);

        plan.Departments!.Single(one => one.Id == "d-dx").ShouldBe(City.Departments!.Single(one => one.Id == "d-dx") with { To = new DateOnly(2026, 3, 31), SucceededBy = "d-digital" });
        plan.Departments![^1].ShouldBe(new Department { Id = "d-digital", Name = "デジタル局", From = April });
        DepartmentItems.Of(plan, new HashSet<string> { "d-digital" }, April).Select(item => item.Key).ShouldBe(items.Select(item => item.Key));
        DepartmentItems.Of(plan, new HashSet<string> { "d-dx" }, April).ShouldBeEmpty();
        var back = DepartmentHandOver.Apply(plan, new HandOver("d-digital", HandOverKind.Merged, April) { Successor = "d-dx", Moves = items.ToDictionary(item => item.Key, _ => "d-dx") });
        PlanWriter.Hash(back with { Departments = City.Departments }).ShouldBe(PlanWriter.Hash(City));
    }

    [Fact]
    public void A_department_that_answers_already_is_not_named_twice_and_leads_where_one_of_them_led()
    {
        var plan = DepartmentHandOver.Apply(City, new HandOver("d-shimin", HandOverKind.Merged, April)
        {
            Successor = "d-hoken",
            Moves = new Dictionary<string, string> { ["p1/departments"] = "d-hoken", ["p1-i2/departments"] = "d-dx" },
        });

        plan.Policies![0].Departments!.Select(one => (one.Id, one.Role)).ShouldBe([("d-hoken", DepartmentRole.Lead), ("d-dx", DepartmentRole.Supporting)]);
        plan.Policies[0].Initiatives!.Single(one => one.Id == "p1-i2").Departments.ShouldBe(["d-dx"]);
    }

    [Fact]
    public void A_rename_keeps_the_id_and_all_that_names_it()
    {
        var plan = DepartmentHandOver.Apply(City, new HandOver("d-dx", HandOverKind.Renamed, April) { Name = "デジタル戦略課" });

        plan.Departments!.Single(one => one.Id == "d-dx").ShouldBe(City.Departments!.Single(one => one.Id == "d-dx") with { Name = "デジタル戦略課" });
        PlanWriter.Hash(plan with { Departments = City.Departments }).ShouldBe(PlanWriter.Hash(City));
    }

    [Fact]
    public void The_check_no_longer_finds_an_abolished_department_after_its_hand_over()
    {
        // 健康づくり課 ended on 31 March 2026 and still answers for parts of policy p3.
        var later = new DateOnly(2026, 5, 31);
        Found(City).ShouldContain("p3");
        var items = DepartmentItems.Of(City, DepartmentLine.WithPredecessors(City, "d-kenko"), April).Where(item => !item.IsOver);

        var plan = DepartmentHandOver.Apply(City, new HandOver("d-kenko", HandOverKind.Merged, April) { Successor = "d-fukushi", Moves = items.ToDictionary(item => item.Key, _ => "d-fukushi") });

        Found(plan).ShouldNotContain("p3");
        plan.Departments!.Single(one => one.Id == "d-kenko").To.ShouldBe(new DateOnly(2026, 3, 31));

        IEnumerable<string> Found(PlanDocument document) => PlanCheck.Default.Check(document, later).Plans.Single().Alerts.Where(alert => alert.Rule == "DAT-05").Select(alert => alert.Subject.Id);
    }

    [Fact]
    public void What_is_to_move_needs_a_department_that_is_there()
    {
        var change = new HandOver("d-dx", HandOverKind.Abolished, April)
        {
            Moves = new Dictionary<string, string> { ["p1/departments"] = "", ["p2/departments"] = "d-kenko", ["p2-i1/departments"] = "d-shimin" },
        };

        HandOverCheck.CheckMoves(City, change).Select(problem => problem.Field).ShouldBe(["to:p1/departments", "to:p2/departments"]);
    }
}
