using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Sheets;
using DxRules.Tests.Admin.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Sheets;

public sealed class SheetDraftingTests : IAsyncLifetime
{
    private const string Field = "p3-i1/report/issues";
    private static readonly DateTimeOffset Before = StoppedClock.Now.AddMinutes(-5);

    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Of_two_who_type_into_one_field_the_last_ones_text_stays_and_the_first_is_named()
    {
        var (one, other) = (await Person("one"), await Person("other"));
        (await Save(one, Before, (Field, "人手が足りない"))).Replaced.ShouldBeEmpty();

        var saved = await Save(other, Before, (Field, "予算が足りない"));

        var replaced = saved.Replaced.ShouldHaveSingleItem();
        (replaced.Text, replaced.By, replaced.At).ShouldBe(("人手が足りない", "one", StoppedClock.Now));
        (await Kept()).ShouldBe([(Field, "予算が足りない", other)]);
    }

    [Fact]
    public async Task What_somebody_typed_since_stays_where_one_did_not_touch_it()
    {
        var (one, other) = (await Person("one"), await Person("other"));
        await Save(one, Before, (Field, "人手が足りない"));

        await Save(other, Before, (Field, ""), ("p3-i1/report/planned", "展開"));

        (await Kept()).ShouldBe([(Field, "人手が足りない", one), ("p3-i1/report/planned", "展開", other)]);
    }

    [Fact]
    public async Task What_one_saw_and_emptied_is_gone()
    {
        var (one, other) = (await Person("one"), await Person("other"));
        await Save(one, Before, (Field, "人手が足りない"));

        (await Save(other, StoppedClock.Now, (Field, " "))).Count.ShouldBe(0);
        (await Kept()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_lies_under_security_is_kept_from_whom_it_is_kept_from()
    {
        await Save(await Person("officer"), Before, Roles.SecurityOfficer, "d-bosai", ("ctl-drill/evidence", "秘密の記録"));

        await site.In(async services =>
        {
            await using var desk = new Desk(services, Desk.Person(1, Roles.Department, "d-bosai"));
            (await desk.Db.SheetDrafts.CountAsync()).ShouldBe(0);
            (await desk.Db.Audit.AnyAsync(entry => entry.Action == "sheet.draftSaved")).ShouldBeFalse();
        });
    }

    private Task<SavedDrafts> Save(int person, DateTimeOffset opened, params (string, string)[] typed) => Save(person, opened, Roles.Department, "d-kotsu", typed);

    private async Task<SavedDrafts> Save(int person, DateTimeOffset opened, Roles roles, string department, params (string Field, string Text)[] typed)
    {
        SavedDrafts? saved = null;
        await site.In(async services =>
        {
            var clock = services.GetRequiredService<TimeProvider>();
            await using var desk = new Desk(services, Desk.Person(person, roles, department));
            var sheet = (await new SheetReading(desk.Db, desk.Documents, clock).Open(1, department, null, default)).ShouldNotBeNull();
            saved = await new SheetDrafting(desk.Db, new(desk.Db, desk.Db.Viewer, clock), clock).Save(sheet, typed.ToDictionary(pair => pair.Field, pair => pair.Text), opened, default);
        });
        return saved.ShouldNotBeNull();
    }

    private async Task<int> Person(string name)
    {
        var id = 0;
        await site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            var user = new UserRow { UserName = name, DisplayName = name };
            db.Users.Add(user);
            await db.SaveByHand();
            id = user.Id;
        });
        return id;
    }

    private async Task<List<(string, string, int?)>> Kept()
    {
        List<(string, string, int?)> kept = [];
        await site.In(async services => kept = [.. (await services.GetRequiredService<AdminDb>().SheetDrafts.IgnoreQueryFilters().OrderBy(row => row.Field).ToListAsync()).Select(row => (row.Field, row.Text, row.ById))]);
        return kept;
    }
}
