using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Publishing;
using DxRules.Tests.Admin.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Publishing;

/// <summary>Who may give what to the public, and when.</summary>
public sealed class PublicationGateTests : IAsyncLifetime
{
    private readonly MovingClock clock = new();
    private GateSite gate = null!;

    public async ValueTask InitializeAsync() => gate = await GateSite.With(clock: clock);

    public ValueTask DisposeAsync() => gate.DisposeAsync();

    [Fact]
    public async Task Nothing_is_public_before_it_is_approved()
    {
        await gate.Request();

        (await gate.Approved()).ShouldBeEmpty();
        (await gate.PublishedOn()).ShouldBeNull();
    }

    [Fact]
    public async Task Approval_makes_it_public_finishes_the_step_and_tells_the_plan_the_day()
    {
        await gate.Publish();

        var approved = (await gate.Approved()).ShouldHaveSingleItem();
        approved.ShouldSatisfyAllConditions(
            one => one.Number.ShouldBe(1), one => one.PublishedOn.ShouldBe(new DateOnly(2025, 6, 2)), one => one.Reason.ShouldBeNull(),
            one => PublicationJson.Write(one.Content).ShouldBe(PublicationJson.Write(approved.Content)),
            one => one.Hash.ShouldBe(PublicationGate.HashOf(PublicationJson.Write(one.Content))));
        (await gate.PublishedOn()).ShouldBe(new DateOnly(2025, 6, 2));
        await gate.Site.In(async services =>
            (await services.GetRequiredService<AdminDb>().CycleSteps.SingleAsync(step => step.CycleId == 1 && step.Step == CycleStep.Publication)).DoneAt.ShouldBe(clock.Now));
    }

    [Fact]
    public async Task Only_the_one_who_was_named_approves_and_never_who_asked()
    {
        var asked = (await gate.Request()).Publication!.Value;
        await gate.Site.As(RunningSite.Everything);

        (await gate.Approve(asked, Roles.DxOffice)).Refusal.ShouldBe(GateRefusal.NotApprover);
        (await gate.Approve(asked, RunningSite.Everything)).Refusal.ShouldBe(GateRefusal.NotApprover);
        (await gate.Return(asked, "理由", RunningSite.Everything)).Refusal.ShouldBe(GateRefusal.NotApprover);
        (await gate.Approved()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_cannot_name_oneself_nor_somebody_who_may_not_approve()
    {
        await gate.Site.As(Roles.Reader);
        var ids = new Dictionary<string, int>();
        await gate.Site.In(async services => ids = await services.GetRequiredService<AdminDb>().Users.ToDictionaryAsync(user => user.UserName!, user => user.Id));

        foreach (var nobody in new int?[] { ids["DxOffice"], ids["Reader"], 4711 })
            (await gate.Request(approver: nobody)).Problems.ShouldHaveSingleItem().TextKey.ShouldBe("publication.approver.missing");
    }

    [Fact]
    public async Task Who_may_not_run_reviews_does_not_ask() =>
        (await gate.As(Roles.SecurityOfficer, services => services.GetRequiredService<PublicationGate>().Request(1, gate.OfficerId, "", null, default))).Refusal.ShouldBe(GateRefusal.NotAllowed);

    [Fact]
    public async Task What_was_seen_is_what_is_asked_for()
    {
        var seen = PublicationGate.HashOf(PublicationJson.Write(await gate.Made()));
        await gate.Change(plan => plan with { Plan = plan.Plan with { Title = "別の題名" } });

        (await gate.Request(seen: seen)).Refusal.ShouldBe(GateRefusal.Changed);
    }

    [Fact]
    public async Task What_is_approved_is_what_was_asked_for_whatever_happened_since()
    {
        var asked = (await gate.Request()).Publication!.Value;
        var made = PublicationJson.Write(await gate.Made());
        await gate.Change(plan => plan with { Plan = plan.Plan with { Title = "別の題名" } });

        await gate.Approve(asked);

        PublicationJson.Write((await gate.Approved()).Single().Content).ShouldBe(made);
    }

    [Fact]
    public async Task The_second_of_two_is_told()
    {
        var asked = (await gate.Request()).Publication!.Value;

        (await gate.Request()).Refusal.ShouldBe(GateRefusal.Requested);
        (await gate.Return(asked, "数値を確かめてください")).IsDone.ShouldBeTrue();
        (await gate.Approve(asked)).Refusal.ShouldBe(GateRefusal.NotNow);
        (await gate.As(Roles.SecurityOfficer, services => services.GetRequiredService<PublicationGate>().Approve(asked, 1, default))).Refusal.ShouldBe(GateRefusal.Changed);
    }

    [Fact]
    public async Task What_is_public_already_is_not_asked_for_again_and_anew_only_with_a_reason()
    {
        await gate.Publish();
        (await gate.Request("理由")).Refusal.ShouldBe(GateRefusal.NothingNew);
        await gate.Change(plan => plan with { Plan = plan.Plan with { Title = "別の題名" } });

        (await gate.Request()).Problems.ShouldHaveSingleItem().TextKey.ShouldBe("publication.note.missing");
        await gate.Publish("題名の誤り");

        (await gate.Approved()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.Number.ShouldBe(2), one => one.Reason.ShouldBe("題名の誤り"), one => one.Content.Head.PlanTitle.ShouldBe("別の題名"));
    }

    [Fact]
    public async Task A_closed_review_is_published_again_after_its_correction()
    {
        await gate.Publish();
        await gate.Site.In(async services => (await services.GetRequiredService<CycleClosing>().Close(1, default)).ShouldBe(StepRefusal.None));
        clock.Now += TimeSpan.FromDays(20);
        await gate.Change(plan => plan with { Plan = plan.Plan with { Title = "別の題名" } });
        await gate.Site.In(services => services.GetRequiredService<CycleClosing>().Correct(1, "題名の誤り", default));

        await gate.Publish("正誤のため");

        (await gate.Approved()).Single().ShouldSatisfyAllConditions(
            one => one.Content.Head.Correction.ShouldBe("題名の誤り"), one => one.PublishedOn.ShouldBe(new DateOnly(2025, 6, 22)));
        (await gate.PublishedOn()).ShouldBe(new DateOnly(2025, 6, 2), "it was published then");
    }

    [Fact]
    public async Task What_is_withdrawn_gives_way_to_what_was_public_before()
    {
        await gate.Publish();
        await gate.Change(plan => plan with { Plan = plan.Plan with { Title = "別の題名" } });
        await gate.Publish("題名の誤り");
        var ids = new List<int>();
        await gate.Site.In(async services => ids = await services.GetRequiredService<AdminDb>().Publications.OrderBy(row => row.Number).Select(row => row.Id).ToListAsync());

        (await gate.Withdraw(ids[0], "古い", Roles.SecurityOfficer)).Refusal.ShouldBe(GateRefusal.NotNow, "the newest first");
        (await gate.Withdraw(ids[1], "", Roles.SecurityOfficer)).Problems.ShouldHaveSingleItem().TextKey.ShouldBe("publication.reason.missing");
        (await gate.Withdraw(ids[1], "題名が違った", Roles.SecurityOfficer)).IsDone.ShouldBeTrue();

        (await gate.Approved()).Single().Number.ShouldBe(1);
        (await gate.Withdraw(ids[0], "やめる", Roles.SecurityOfficer)).IsDone.ShouldBeTrue();
        (await gate.Approved()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_is_taken_back_by_the_office_only()
    {
        var asked = (await gate.Request()).Publication!.Value;

        (await gate.Withdraw(asked, "直してから", Roles.SecurityOfficer)).Refusal.ShouldBe(GateRefusal.NotAllowed);
        (await gate.Withdraw(asked, "直してから", Roles.DxOffice)).IsDone.ShouldBeTrue();
        (await gate.Request()).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task As_long_as_somebody_is_named_nothing_is_asked_for_nor_approved()
    {
        var asked = (await gate.Request()).Publication!.Value;
        await gate.Withdraw(asked, "直す", Roles.DxOffice);
        await gate.Change(Desk.Initiative("p1-i1", one => one with { Description = "SecurityOfficer が受け付ける" }));

        (await gate.Request()).Refusal.ShouldBe(GateRefusal.Names);
    }

    [Fact]
    public async Task Somebody_who_came_after_it_was_asked_for_is_found_at_its_approval()
    {
        await gate.Change(Desk.Initiative("p1-i1", one => one with { Description = "中野係長が受け付ける" }));
        var asked = (await gate.Request()).Publication!.Value;
        await gate.Site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            (await db.Users.FirstAsync(user => user.Id == gate.OfficerId)).DisplayName = "中野 守";
            await db.SaveByHand();
        });

        (await gate.Approve(asked)).Refusal.ShouldBe(GateRefusal.Names);
    }

    [Fact]
    public async Task Every_step_is_told_in_the_log()
    {
        var asked = (await gate.Request("見てください")).Publication!.Value;
        await gate.Return(asked, "数値を確かめて");
        await gate.Publish();

        await gate.Site.In(async services =>
        {
            var told = await services.GetRequiredService<AdminDb>().Audit.Where(row => row.Action.StartsWith("publication.")).OrderBy(row => row.Id).ToListAsync();

            told.Select(row => (row.Action, row.Details[1], row.Details[2])).ShouldBe(
            [
                (AuditActions.PublicationRequested, "1", "見てください"), (AuditActions.PublicationReturned, "1", "数値を確かめて"),
                (AuditActions.PublicationRequested, "2", ""), (AuditActions.PublicationApproved, "2", ""),
            ]);
            told.ShouldAllBe(row => row.CycleId == 1 && row.PlanId == 1 && !row.Secret);
        });
    }

    [Fact]
    public async Task A_city_that_publishes_elsewhere_finishes_the_step_by_hand()
    {
        await gate.Site.In(async services => (await services.GetRequiredService<CycleSteps>().Finish(1, CycleStep.Publication, default)).ShouldBe(StepRefusal.None));

        (await gate.PublishedOn()).ShouldBe(new DateOnly(2025, 6, 2));
        (await gate.Approved()).ShouldBeEmpty();
    }
}
