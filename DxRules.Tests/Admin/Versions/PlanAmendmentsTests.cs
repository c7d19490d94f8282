using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Versions;

public sealed class PlanAmendmentsTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithPlanOnly(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_change_keeps_what_was_who_changed_it_when_and_why()
    {
        var author = await Author();
        await At(Desk.Person(author, Roles.DxOffice), async desk =>
        {
            var result = await desk.Save(Desk.Initiative("p1-i1", i => i with { Progress = 0.125m }), "所管課からの報告", onBehalfOf: "d-shimin");

            (result.Version, result.IsNew).ShouldBe((2, true));
            var row = await desk.Db.PlanChanges.Include(change => change.Version).SingleAsync();
            (row.SubjectId, row.Member, row.New, row.Secret).ShouldBe(("p1-i1", "progress", "0.125", false));
            (row.Version!.AuthorId, row.Version.OnBehalfOf, row.Version.Reason, row.Version.At).ShouldBe((author, "d-shimin", "所管課からの報告", StoppedClock.Now));
        });
    }

    [Fact]
    public Task The_log_tells_every_change_in_the_same_breath() => At(Viewer.System, async desk =>
    {
        await desk.Save(Desk.Initiative("p1-i1", i => i with { Status = WorkStatus.Suspended }));

        var entry = await desk.Db.Audit.OrderByDescending(row => row.Id).FirstAsync();
        entry.Action.ShouldBe("plan.versionSaved");
        entry.SubjectId.ShouldBe("p1-i1");
        entry.Changes.ShouldHaveSingleItem().New.ShouldBe("休止");
        entry.Secret.ShouldBeFalse();
    });

    [Fact]
    public async Task Two_people_who_looked_at_the_same_version_may_change_different_members_of_one_subject()
    {
        var looked = await Newest();
        await At(Viewer.System, desk => desk.Save(Between(looked, i => i with { Status = WorkStatus.Suspended })));

        await At(Viewer.System, async desk => (await desk.Save(Between(looked, i => i with { Progress = 0.125m }))).Version.ShouldBe(3));

        var now = InitiativeOf(await Newest());
        (now.Status, now.Progress).ShouldBe((WorkStatus.Suspended, 0.125m));
    }

    [Fact]
    public async Task A_member_that_changed_meanwhile_is_shown_with_what_stands_there_and_who_put_it()
    {
        var looked = await Newest();
        var author = await Author();
        await At(Desk.Person(author, Roles.DxOffice), desk => desk.Save(Between(looked, i => i with { Status = WorkStatus.Suspended }), "国の延期"));

        await At(Viewer.System, async desk =>
        {
            var result = await desk.Save(Between(looked, i => i with { Status = WorkStatus.Completed, Progress = 1 }));

            result.Version.ShouldBeNull();
            var conflict = result.Conflicts.ShouldHaveSingleItem();
            conflict.Change.Member.ShouldBe("status");
            conflict.Found.ShouldBe("\"suspended\"");
            conflict.By.ShouldBe(new LastChange("山田", null, StoppedClock.Now, "国の延期"));
        });
        InitiativeOf(await Newest()).Progress.ShouldNotBe(1, "nothing is saved by halves");
    }

    [Fact]
    public Task What_stands_there_already_makes_no_version() => At(Viewer.System, async desk =>
    {
        var changes = Between(await desk.Newest(), i => i with { Status = WorkStatus.Suspended });
        await desk.Save(changes);

        var again = await desk.Save(changes);

        (again.Version, again.IsNew).ShouldBe((2, false));
        (await desk.Db.PlanVersions.CountAsync()).ShouldBe(2);
    });

    [Fact]
    public Task A_plan_that_would_not_be_valid_is_not_saved() => At(Viewer.System, async desk =>
    {
        var result = await desk.Save([new PlanChange("p1-i1", "progress", PlanText.Of(InitiativeOf(await desk.Newest()).Progress), "7")]);

        result.Errors.ShouldHaveSingleItem().Code.ShouldBe("DX431");
        (await desk.Db.PlanVersions.CountAsync()).ShouldBe(1);
    });

    [Fact]
    public async Task Of_parallel_writers_none_loses_what_it_wrote()
    {
        const int Writers = 8, Each = 4;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                var year = 2030 + (writer * Each) + i;
                await At(Viewer.System, async desk => (await desk.Save(
                    [new PlanChange("p1-i1", $"budgets/{year}", null, $$"""{"fiscalYear":{{year}},"budget":{{year}}}""")])).IsNew.ShouldBeTrue());
            }
        })));

        InitiativeOf(await Newest()).Budgets.Select(budget => budget.FiscalYear).Where(year => year >= 2030).Order().ShouldBe(Enumerable.Range(2030, Writers * Each));
        await At(Viewer.System, async desk =>
            (await desk.Db.PlanVersions.Select(row => row.Number).OrderBy(number => number).ToListAsync()).ShouldBe(Enumerable.Range(1, 1 + (Writers * Each))));
    }

    [Fact]
    public async Task Of_parallel_writers_of_one_member_one_is_right_and_the_others_are_told()
    {
        var looked = await Newest();
        var results = await Task.WhenAll(Enumerable.Range(1, 6).Select(writer => Task.Run(async () =>
        {
            AmendmentResult? result = null;
            await At(Viewer.System, async desk => result = await desk.Save(Between(looked, i => i with { Progress = writer / 100m })));
            return result!;
        })));

        results.Count(result => result.IsNew).ShouldBe(1);
        results.Count(result => result.Conflicts.Count == 1).ShouldBe(5);
    }

    [Fact]
    public async Task What_a_person_may_not_see_they_cannot_change_nor_learn_of()
    {
        var control = (await Newest()).Security!.Controls![0];
        await At(Desk.Person(null, Roles.DxOffice), async desk =>
        {
            var guess = await desk.Save([new PlanChange(control.Id, "title", "\"?\"", "\"x\"")]);
            guess.Conflicts.ShouldHaveSingleItem().Found.ShouldBeNull();

            var over = await desk.Save([new PlanChange("demo-dx-2023", "security", null, "{}")]);
            over.IsRefused.ShouldBeTrue();
            over.Conflicts.ShouldBeEmpty();
        });
        PlanWriter.Hash(await Newest()).ShouldBe(PlanWriter.Hash(Samples.Read("demo-city.json")));
    }

    [Fact]
    public async Task A_change_of_security_is_secret_in_rows_and_log()
    {
        await At(Viewer.System, desk => desk.Save(plan => Desk.Initiative("p1-i1", i => i with { Progress = 0.125m })(plan) with
        {
            Security = plan.Security! with { NetworkModel = NetworkModel.BetaDash },
        }));

        await At(Desk.Person(null, Roles.DxOffice), async desk =>
        {
            (await desk.Db.PlanChanges.ToListAsync()).ShouldHaveSingleItem().Member.ShouldBe("progress");
            (await desk.Db.Audit.Where(row => row.Action == "plan.versionSaved").ToListAsync()).ShouldHaveSingleItem().Changes.ShouldHaveSingleItem();
        });
        await At(Viewer.System, async desk => (await desk.Db.PlanChanges.Where(row => row.Secret).ToListAsync()).ShouldHaveSingleItem().SubjectId.ShouldBe("security-policy"));
    }

    [Fact]
    public async Task A_department_changes_what_it_answers_for_and_nothing_else()
    {
        var plan = await Newest();
        var index = new SubjectIndex(plan);
        var own = index.Of("p1-i1")!.Departments[0];
        var foreign = plan.Policies!.SelectMany(p => p.Initiatives!).First(i => !index.Of(i.Id)!.Departments.Contains(own)).Id;
        await At(Desk.Person(null, Roles.Department, own), async desk =>
        {
            (await desk.Save(Desk.Initiative("p1-i1", i => i with { Progress = 0.125m }))).IsNew.ShouldBeTrue();
            (await desk.Save(Desk.Initiative(foreign, i => i with { Progress = 0.125m }))).IsRefused.ShouldBeTrue();
        });
        await At(Desk.Person(null, Roles.Department), async desk =>
            (await desk.Save([new PlanChange("p1-i1", "progress", "0.125", "1")])).IsRefused.ShouldBeTrue("a plan of another city is none"));
    }

    private async Task At(Viewer viewer, Func<Desk, Task> work) => await site.In(async services =>
    {
        await using var desk = new Desk(services, viewer);
        await work(desk);
    });

    private async Task<PlanDocument> Newest()
    {
        PlanDocument? plan = null;
        await At(Viewer.System, async desk => plan = await desk.Newest());
        return plan!;
    }

    private async Task<int> Author()
    {
        var author = new UserRow { UserName = "yamada", DisplayName = "山田" };
        await At(Viewer.System, desk =>
        {
            desk.Db.Users.Add(author);
            return desk.Db.SaveByHand();
        });
        return author.Id;
    }

    private static IReadOnlyList<PlanChange> Between(PlanDocument looked, Func<Initiative, Initiative> edit) => PlanDifference.Between(looked, Desk.Initiative("p1-i1", edit)(looked));

    private static Initiative InitiativeOf(PlanDocument plan) => plan.Policies!.SelectMany(p => p.Initiatives!).Single(i => i.Id == "p1-i1");
}
