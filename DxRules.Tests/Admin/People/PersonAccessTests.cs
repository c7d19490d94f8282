using System.Security.Claims;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.People;

public sealed class PersonAccessTests
{
    [Fact]
    public async Task Nobody_ends_their_own_access()
    {
        using var data = new PeopleData(new Viewer(() => new ClaimsPrincipal(new ClaimsIdentity([new Claim(PersonClaims.UserId, "1"), new Claim(PersonClaims.Roles, "Administrator")], "test"))));
        await data.Add("sato", Roles.Administrator);
        await data.Add("suzuki", Roles.Administrator);

        (await data.Access.End(1, default)).ShouldNotBeNull().TextKey.ShouldBe("people.endSelf");
        (await data.Access.End(2, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Ending_a_person_ends_sessions_links_and_departments_and_keeps_what_was()
    {
        using var data = await PeopleData.WithDemoCity();
        var id = await data.Add("sato", Roles.Department, "d-shimin");
        var stamp = (await data.Db.Users.SingleAsync()).SecurityStamp;
        data.Clock.MoveTo(new DateOnly(2026, 3, 31));

        (await data.Access.End(id, default)).ShouldBeNull();

        var person = await data.Db.Users.SingleAsync();
        person.DisabledAt.ShouldBe(data.Clock.GetUtcNow());
        person.SecurityStamp.ShouldNotBe(stamp);
        (await data.Db.SignInLinks.CountAsync()).ShouldBe(0);
        var row = await data.Db.HeldDepartments.SingleAsync();
        (row.From, row.To).ShouldBe((new DateOnly(2026, 3, 20), new DateOnly(2026, 3, 31)));
        data.Clock.MoveTo(new DateOnly(2026, 4, 1));
        (await data.Held.Today(id, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_who_was_ended_gets_no_link_until_allowed_again()
    {
        using var data = new PeopleData();
        await data.Add("admin", Roles.Administrator);
        var id = await data.Add("sato", Roles.Reader);
        await data.Access.End(id, default);

        (await data.Access.MakeLink(id, default)).ShouldBeNull();

        await data.Access.Allow(id, default);
        (await data.Access.MakeLink(id, default)).ShouldNotBeNull();
        (await data.Db.Audit.OrderBy(row => row.Id).Select(row => row.Action).ToListAsync())
            .ShouldBe(["people.added", "people.linkMade", "people.added", "people.linkMade", "people.ended", "people.allowed", "people.linkMade"]);
    }

    [Fact]
    public async Task A_new_link_makes_the_one_before_void()
    {
        using var data = new PeopleData();
        var id = await data.Add("sato", Roles.Reader);
        var links = new SignInLinks(data.Db, data.Audit, data.Clock);
        var first = await data.Access.MakeLink(id, default);

        var second = await data.Access.MakeLink(id, default);

        (await links.Find(first!, default)).ShouldBeNull();
        (await links.Find(second!, default)).ShouldNotBeNull();
        data.Clock.MoveTo(new DateOnly(2026, 3, 24));
        (await links.Find(second!, default)).ShouldBeNull("after 72 hours");
    }

    [Fact]
    public async Task Resetting_the_second_factor_forgets_its_key_and_ends_sessions()
    {
        using var data = new PeopleData();
        var id = await data.Add("sato", Roles.Reader);
        var person = await data.Db.Users.SingleAsync();
        var stamp = person.SecurityStamp;
        await data.Db.Database.ExecuteSqlInterpolatedAsync($"UPDATE Users SET TwoFactorEnabled = 1 WHERE Id = {id}");
        await data.Db.Database.ExecuteSqlInterpolatedAsync($"INSERT INTO UserTokens (UserId, LoginProvider, Name, Value) VALUES ({id}, '[AspNetUserStore]', 'AuthenticatorKey', 'key')");
        data.Db.ChangeTracker.Clear();

        await data.Access.ResetSecondFactor(id, default);

        person = await data.Db.Users.SingleAsync();
        (person.TwoFactorEnabled, await data.Db.UserTokens.CountAsync()).ShouldBe((false, 0));
        person.SecurityStamp.ShouldNotBe(stamp);
    }
}
