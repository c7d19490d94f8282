using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.People;

public sealed class PersonEditingTests
{
    [Theory]
    [InlineData("", "people.userName.missing")]
    [InlineData("山田", "people.userName.odd")]
    [InlineData("yama da", "people.userName.odd")]
    [InlineData("yamada;", "people.userName.odd")]
    [InlineData("SATO", "people.userName.taken")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "people.userName.tooLong")]
    public async Task A_user_name_that_cannot_be_is_refused(string name, string problem)
    {
        using var data = new PeopleData();
        await data.Add("sato", Roles.Reader);

        var (person, problems) = await data.Editing.Add(data.Entry(name, Roles.Reader), default);

        person.ShouldBeNull();
        problems.Select(found => (found.Field, found.TextKey)).ShouldBe([("UserName", problem)]);
        (await data.Db.Users.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        using var data = new PeopleData();

        var (_, problems) = await data.Editing.Add(new PersonEntry("田中", "", Roles.None, ["992011/nowhere"], data.Today), default);

        problems.Select(found => found.Field).ShouldBe(["UserName", "DisplayName", "Roles", "Departments"]);
        problems[0].Arguments.ShouldBe(["田 中"]);
    }

    [Fact]
    public async Task A_person_is_added_with_departments_a_link_and_an_entry_in_the_log()
    {
        using var data = await PeopleData.WithDemoCity();

        var (person, problems) = await data.Editing.Add(data.Entry("sato", Roles.Department, "d-shimin", "d-hoken"), default);

        problems.ShouldBeEmpty();
        (await data.Held.Today(person!.Id, default)).ShouldBe(["992011/d-hoken", "992011/d-shimin"]);
        (await data.Db.SignInLinks.SingleAsync()).SecretHash.ShouldNotContain(person.Secret);
        var entry = await data.Db.Audit.SingleAsync(row => row.Action == "people.added");
        (entry.SubjectId, entry.Origin).ShouldBe(("sato", AuditOrigin.CommandLine));
        entry.Changes.ShouldContain(new AuditChange("departments", null, "保険年金課 (992011/d-hoken), 市民課 (992011/d-shimin)"));
    }

    [Fact]
    public async Task A_change_tells_old_and_new_and_one_that_changes_nothing_tells_nothing()
    {
        using var data = await PeopleData.WithDemoCity();
        var id = await data.Add("sato", Roles.Reader);

        await data.Editing.Change(id, data.Entry("sato", Roles.DxOffice), null, default);
        await data.Editing.Change(id, data.Entry("sato", Roles.DxOffice), null, default);

        var entries = await data.Db.Audit.OrderBy(row => row.Id).ToListAsync();
        entries.Select(entry => entry.Action).ShouldBe(["plan.added", "people.added", "people.linkMade", "people.changed"]);
        entries[3].Changes.ShouldBe([new AuditChange("roles", "reader", "dx-office")]);
    }

    [Fact]
    public async Task A_person_whom_another_changed_meanwhile_is_not_overwritten()
    {
        using var data = new PeopleData();
        var id = await data.Add("sato", Roles.Reader);
        var seen = PersonEditing.Mark(await data.Db.Users.SingleAsync(), []);
        await data.Editing.Change(id, data.Entry("sato", Roles.DxOffice), seen, default);

        var problems = await data.Editing.Change(id, data.Entry("sato", Roles.SecurityOfficer), seen, default);

        problems.Single().TextKey.ShouldBe("people.changedMeanwhile");
        (await data.Db.Users.SingleAsync()).Roles.ShouldBe(Roles.DxOffice);
    }

    [Fact]
    public async Task The_last_administrator_who_can_sign_in_stays_one()
    {
        using var data = new PeopleData();
        var id = await data.Add("sato", Roles.Administrator);
        await data.Editing.Add(data.Entry("invited", Roles.Administrator), default);

        (await data.Editing.Change(id, data.Entry("sato", Roles.Reader), null, default)).Single().TextKey.ShouldBe("people.lastAdministrator");
        (await data.Access.End(id, default)).ShouldNotBeNull().TextKey.ShouldBe("people.lastAdministrator");

        await data.Add("suzuki", Roles.Administrator | Roles.DxOffice);
        (await data.Editing.Change(id, data.Entry("sato", Roles.Reader), null, default)).ShouldBeEmpty();
    }
}
