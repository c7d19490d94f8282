using DxRules.Admin.Departments;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Tests.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Departments;

public sealed class HandOverSavingTests
{
    private static readonly DateOnly April = new(2026, 4, 1);

    [Fact]
    public async Task Plan_and_people_are_handed_over_together()
    {
        using var data = await PeopleData.WithDemoCity();
        var goes = await data.Add("goes", Roles.Department, "d-dx");
        var stays = await data.Add("stays", Roles.Department, "d-dx", "d-shimin");
        data.Clock.MoveTo(new DateOnly(2026, 3, 25));

        var (_, saved) = await Save(data, [goes]);

        saved.Version.ShouldBe(2);
        (await data.Db.PlanVersions.SingleAsync(version => version.Number == 2)).Reason.ShouldBe("組織改編");
        (await data.Held.Today(stays, default)).ShouldBe(["992011/d-dx", "992011/d-joho", "992011/d-shimin"]);
        (await data.Held.Today(goes, default)).ShouldContain("992011/d-digital", "the plan names it already");
        data.Clock.MoveTo(April);
        (await data.Held.Today(goes, default)).ShouldBe(["992011/d-digital", "992011/d-dx", "992011/d-joho"], "what it succeeded can still be read");
        (await data.Held.Today(stays, default)).ShouldBe(["992011/d-shimin"]);
        (await data.Db.HeldDepartments.Where(row => row.DepartmentId == "d-dx").Select(row => row.To).Distinct().SingleAsync()).ShouldBe(new DateOnly(2026, 3, 31));
        var entries = await data.Db.Audit.Where(row => row.Action == "people.departmentHandedOver").OrderBy(row => row.SubjectId).ToListAsync();
        entries.Select(entry => entry.Changes.Single().New).ShouldBe(["デジタル局 (992011/d-digital)", null]);
    }

    [Fact]
    public async Task Where_an_item_was_changed_meanwhile_nothing_is_saved()
    {
        using var data = await PeopleData.WithDemoCity();
        var goes = await data.Add("goes", Roles.Department, "d-dx");
        var seen = (await data.Documents.Newest(1, default))!.Document;
        await PlanVersions.Add(data.Db, data.Audit, seen with { Policies = [seen.Policies![0] with { Departments = [new() { Id = "d-zeimu" }] }, .. seen.Policies.Skip(1)] }, null, "meanwhile", data.Clock.GetUtcNow(), default);

        var (listChanged, saved) = await Save(data, [goes]);

        (listChanged, saved.Version).ShouldBe((true, null));
        data.Db.ChangeTracker.Clear();
        (await data.Db.HeldDepartments.SingleAsync()).To.ShouldBeNull();
        (await data.Db.PlanVersions.CountAsync()).ShouldBe(2);
    }

    private static async Task<(bool ListChanged, AmendmentResult Saved)> Save(PeopleData data, int[] people)
    {
        var seen = (await data.Documents.Version(1, 1, default))!;
        var items = DepartmentItems.Of(seen.Document, DepartmentLine.WithPredecessors(seen.Document, "d-dx"), April).Where(item => !item.IsOver);
        var change = new HandOver("d-dx", HandOverKind.Succeeded, April) { Successor = "d-digital", Name = "デジタル局", Moves = items.ToDictionary(item => item.Key, _ => "d-digital") };
        return await data.HandingOver.Save(1, change, people, 1, "組織改編", default);
    }
}
