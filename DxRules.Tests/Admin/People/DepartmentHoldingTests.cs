using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.People;

public sealed class DepartmentHoldingTests
{
    private static readonly DateOnly April = new(2026, 4, 1);

    [Fact]
    public async Task What_is_taken_away_ends_the_day_before_and_what_is_given_starts_that_day()
    {
        using var data = await PeopleData.WithDemoCity();
        var id = await data.Add("sato", Roles.Department, "d-shimin", "d-hoken");

        await data.Editing.Change(id, data.Entry("sato", Roles.Department, "d-hoken", "d-dx") with { From = April }, null, default);

        (await Rows(data)).ShouldBe(
        [
            ("d-dx", April, null),
            ("d-hoken", new DateOnly(2026, 3, 20), null),
            ("d-shimin", new DateOnly(2026, 3, 20), new DateOnly(2026, 3, 31)),
        ]);
        (await data.Held.Today(id, default)).ShouldBe(["992011/d-hoken", "992011/d-shimin"]);
        data.Clock.MoveTo(April);
        (await data.Held.Today(id, default)).ShouldBe(["992011/d-dx", "992011/d-hoken", "992011/d-joho"], "with the one that d-dx succeeded");
    }

    [Fact]
    public async Task What_was_called_off_before_it_began_was_never_held()
    {
        using var data = await PeopleData.WithDemoCity();
        var id = await data.Add("sato", Roles.Department);
        await data.Editing.Change(id, data.Entry("sato", Roles.Department, "d-dx") with { From = April }, null, default);

        await data.Editing.Change(id, data.Entry("sato", Roles.Department), null, default);

        DepartmentHolding.NeverBegan(await data.Db.HeldDepartments.SingleAsync()).ShouldBeTrue();
        (await data.Holding.Current(id, default)).ShouldBeEmpty();
        data.Clock.MoveTo(April);
        (await data.Held.Today(id, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_department_held_again_has_a_row_after_the_one_that_ended()
    {
        using var data = await PeopleData.WithDemoCity();
        var id = await data.Add("sato", Roles.Department, "d-shimin");
        await data.Editing.Change(id, data.Entry("sato", Roles.Department) with { From = new DateOnly(2026, 3, 25) }, null, default);
        data.Clock.MoveTo(new DateOnly(2026, 3, 26));

        await data.Editing.Change(id, data.Entry("sato", Roles.Department, "d-shimin") with { From = new DateOnly(2026, 3, 22) }, null, default);

        (await Rows(data)).Select(row => (row.From, row.To)).ShouldBe([(new(2026, 3, 20), new DateOnly(2026, 3, 24)), (new(2026, 3, 25), null)]);
    }

    private static async Task<List<(string Department, DateOnly From, DateOnly? To)>> Rows(PeopleData data) =>
        [.. (await data.Db.HeldDepartments.OrderBy(row => row.DepartmentId).ThenBy(row => row.From).ToListAsync()).Select(row => (row.DepartmentId, row.From, row.To))];
}
