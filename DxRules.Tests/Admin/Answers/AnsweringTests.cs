using DxRules.Admin.Answers;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Answers;

/// <summary>An answer on its way from a draft to what was promised, over the shipped rules and デモ市. It is 2 June 2025, and 2024 is under review.</summary>
public sealed class AnsweringTests : IAsyncLifetime
{
    private const string Late = "SCH-02/p1-i1-l1-s2";
    private static readonly DateOnly Due = new(2025, 9, 30);

    private RunningSite site = null!;
    private string secret = "";

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.WithDemoCity(EngineCheck.Check);
        await site.In(async services => secret = await services.GetRequiredService<AdminDb>().Observations
            .Where(row => row.Secret && row.Outcome == Outcome.Alert && row.SubjectType == "department").OrderBy(row => row.Key).Select(row => row.Key).FirstAsync());
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public Task What_is_approved_stands_in_the_plan_as_an_action_of_that_year() => As(Roles.DxOffice, async desk =>
    {
        var answer = await Submitted(desk, Act(Late));
        (await desk.Actions(2024)).ShouldNotContain(action => action.Subject == "p1-i1-l1-s2");

        (await desk.Approval.Approve(answer, null, "よろしい", default)).IsDone.ShouldBeTrue();

        var row = await desk.Row(answer);
        row.State.ShouldBe(AnswerState.Approved);
        row.Steps.Select(step => step.State).ShouldBe([AnswerState.Submitted, AnswerState.Approved]);
        var action = (await desk.Actions(2024)).Single(action => action.Id == row.ActionId);
        action.ShouldSatisfyAllConditions(
            () => action.Id.ShouldBe("act-2024-SCH-02-p1-i1-l1-s2"),
            () => action.Subject.ShouldBe("p1-i1-l1-s2"),
            () => action.Cause.ShouldBe("入札の不調"),
            () => action.Action.ShouldBe("仕様を分けて再び入札する"),
            () => action.Owner.ShouldBe("d-shimin"),
            () => action.DueOn!.Value.Day.ShouldBe(Due),
            () => action.Status.ShouldBe(ActionStatus.Planned));
    });

    [Fact]
    public Task What_is_reported_done_is_done_in_the_plan_and_the_alert_stays() => As(Roles.DxOffice, async desk =>
    {
        var answer = await Approved(desk, Act(Late));

        (await desk.Reporting.Report(answer, null, "d-shimin", default)).IsDone.ShouldBeTrue();

        (await desk.Standing(Late)).State.ShouldBe(WorkState.ReportedDone);
        var action = (await desk.Actions(2024)).Single(action => action.Id.StartsWith("act-2024-SCH-02"));
        action.Status.ShouldBe(ActionStatus.Done);
        action.CompletedOn!.Value.Day.ShouldBe(new DateOnly(2025, 6, 2));
        (await desk.Db.Observations.CountAsync(row => row.Key == Late && row.Outcome == Outcome.Alert)).ShouldBe(1, "only a check clears an alert");
        (await desk.Reporting.Report(answer, null, null, default)).Refusal.ShouldBe(AnswerRefusal.NotNow);

        (await desk.Reporting.TakeBack(answer, null, null, default)).IsDone.ShouldBeTrue();

        (await desk.Actions(2024)).Single(other => other.Id == action.Id).Status.ShouldBe(ActionStatus.Planned);
    });

    [Fact]
    public Task What_is_returned_says_why_and_can_be_submitted_again() => As(Roles.DxOffice, async desk =>
    {
        var answer = await Submitted(desk, Act(Late));

        (await desk.Approval.Return(answer, null, " ", default)).Problems.ShouldHaveSingleItem().Field.ShouldBe("comment");
        (await desk.Approval.Return(answer, null, "効果を書いてください", default)).IsDone.ShouldBeTrue();
        (await desk.Writing.SaveDraft(Act(Late) with { Cause = "別の原因" }, default)).IsDone.ShouldBeTrue();

        (await desk.Row(answer)).State.ShouldBe(AnswerState.Returned, "as long as it is not submitted again");
        (await Submitted(desk, Act(Late))).ShouldBe(answer, "one answer an alert and cycle");
        (await desk.Row(answer)).Steps.Select(step => step.Comment).ShouldBe([null, "効果を書いてください", null]);
    });

    [Fact]
    public Task An_approval_that_is_taken_back_takes_the_action_out_of_the_plan_again() => As(Roles.DxOffice, async desk =>
    {
        var answer = await Approved(desk, Act(Late));

        (await desk.Approval.Return(answer, null, "誤って承認した", default)).IsDone.ShouldBeTrue();

        (await desk.Actions(2024)).ShouldNotContain(action => action.Subject == "p1-i1-l1-s2");
        (await desk.Row(answer)).ActionId.ShouldBeNull();
    });

    [Fact]
    public Task An_acceptance_and_a_false_alarm_bring_no_action_into_the_plan() => As(Roles.DxOffice, async desk =>
    {
        var before = (await desk.Actions(2024)).Count;

        await Approved(desk, new AnswerEntry(1, Late, AnswerDecision.Accept, "改修を待つ") { AcceptedUntil = 2025, Owner = "d-shimin", DueOn = Due });

        (await desk.Actions(2024)).Count.ShouldBe(before);
        (await desk.Standing(Late)).ShouldBe(new AnswerStanding(WorkState.Accepted, 1, AnswerDecision.Accept, null, null, 2025));
        (await desk.Standing(Late, 2025)).State.ShouldBe(WorkState.Accepted, "without a new answer");
        (await desk.Standing(Late, 2026)).State.ShouldBe(WorkState.Unanswered, "when its time is over");
    });

    [Theory]
    [InlineData("nothing", "decision text")]
    [InlineData("noOwner", "owner dueOn")]
    [InlineData("unknownOwner", "owner")]
    [InlineData("past", "dueOn")]
    [InlineData("farAway", "dueOn")]
    [InlineData("noReason", "text acceptedUntil")]
    [InlineData("tooEarly", "acceptedUntil")]
    [InlineData("tooLate", "acceptedUntil")]
    [InlineData("tooLong", "text")]
    public Task What_is_wrong_is_told_by_field_and_nothing_is_stored(string what, string fields) => As(Roles.DxOffice, async desk =>
    {
        var accepted = new AnswerEntry(1, Late, AnswerDecision.Accept, "理由");
        var entry = what switch
        {
            "nothing" => new AnswerEntry(1, Late, null, " "),
            "noOwner" => Act(Late) with { Owner = null, DueOn = null },
            "unknownOwner" => Act(Late) with { Owner = "d-nowhere" },
            "past" => Act(Late) with { DueOn = new DateOnly(2025, 6, 1) },
            "farAway" => Act(Late) with { DueOn = new DateOnly(2205, 6, 1) },
            "noReason" => accepted with { Text = "" },
            "tooEarly" => accepted with { AcceptedUntil = 2023 },
            "tooLate" => accepted with { AcceptedUntil = 2030 },
            _ => Act(Late) with { Text = new string('長', AnswerEntry.LongestText + 1) },
        };

        var result = await desk.Writing.Submit(entry, default);

        result.Refusal.ShouldBe(AnswerRefusal.Wrong);
        result.Problems.Select(problem => problem.Field).ShouldBe(fields.Split(' '), ignoreOrder: true);
        (await desk.Db.Answers.CountAsync()).ShouldBe(0);
    });

    [Fact]
    public Task A_draft_may_be_unfinished_and_is_not_approved() => As(Roles.DxOffice, async desk =>
    {
        var draft = (await desk.Writing.SaveDraft(new AnswerEntry(1, Late, null, ""), default)).Answer.ShouldNotBeNull();

        (await desk.Standing(Late)).State.ShouldBe(WorkState.Draft);
        (await desk.Approval.Approve(draft, null, null, default)).Refusal.ShouldBe(AnswerRefusal.NotNow);
    });

    [Fact]
    public Task Who_sends_a_form_twice_changes_nothing_the_second_time() => As(Roles.DxOffice, async desk =>
    {
        var entry = Act(Late) with { Seen = 0 };
        var answer = await Submitted(desk, entry);

        (await desk.Writing.Submit(entry, default)).Refusal.ShouldBe(AnswerRefusal.Changed);
        (await desk.Approval.Approve(answer, 1, null, default)).IsDone.ShouldBeTrue();
        (await desk.Approval.Approve(answer, 1, null, default)).Refusal.ShouldBe(AnswerRefusal.Changed);

        (await desk.Actions(2024)).Count(action => action.Id.StartsWith("act-2024-SCH-02")).ShouldBe(1);
    });

    [Fact]
    public async Task A_department_answers_its_own_alerts_and_no_others()
    {
        await As(Roles.Department, async desk => (await desk.Writing.Submit(Act(Late), default)).Refusal.ShouldBe(AnswerRefusal.Unknown), "d-zeimu");
        await As(Roles.Department, async desk =>
        {
            var answer = await Submitted(desk, Act(Late) with { OnBehalfOf = "d-zeimu" });

            (await desk.Row(answer)).Steps.ShouldHaveSingleItem().OnBehalfOf.ShouldBeNull("who acts for a department enters for nobody else");
            (await desk.Approval.Approve(answer, null, null, default)).Refusal.ShouldBe(AnswerRefusal.NotAllowed);
        }, "d-shimin");
        await As(Roles.Reader, async desk => (await desk.Writing.Submit(Act(Late), default)).Refusal.ShouldBe(AnswerRefusal.NotAllowed));
    }

    [Fact]
    public async Task A_department_reports_its_own_action_done()
    {
        await As(Roles.DxOffice, async desk => await Approved(desk, Act(Late)));

        await As(Roles.Department, async desk => (await desk.Reporting.Report(1, null, null, default)).IsDone.ShouldBeTrue(), "d-shimin");
    }

    [Fact]
    public async Task What_is_done_about_a_secret_alert_is_secret_also_where_it_is_about_a_department()
    {
        await As(Roles.DxOffice, async desk => (await desk.Writing.Submit(Act(secret), default)).Refusal.ShouldBe(AnswerRefusal.Unknown));
        await As(Roles.SecurityOfficer, async desk =>
        {
            var answer = await Submitted(desk, Act(secret));
            (await desk.Approval.Approve(answer, null, null, default)).Refusal.ShouldBe(AnswerRefusal.OwnAnswer, "four eyes");
            await Another(answer);
            desk.Db.ChangeTracker.Clear();

            (await desk.Row(answer)).Secret.ShouldBeTrue();
            (await desk.Actions(2024)).ShouldContain(action => action.Subject == SecurityPolicy.SubjectId);
        });
        await As(Roles.DxOffice, async desk =>
        {
            (await desk.Actions(2024)).ShouldNotContain(action => action.Action == Act(secret).Text);
            (await desk.Db.Answers.CountAsync()).ShouldBe(0);
            (await desk.Approval.Return(1, null, "見せて", default)).Refusal.ShouldBe(AnswerRefusal.Unknown);
            (await desk.Reporting.Report(1, null, null, default)).Refusal.ShouldBe(AnswerRefusal.Unknown);
            (await desk.Db.Audit.ToListAsync()).ShouldNotContain(entry => entry.Action.StartsWith("answer."));
        });
    }

    // Somebody else of the same role.
    private Task Another(int answer) => site.In(async services =>
    {
        await services.GetRequiredService<AdminDb>().ByHand(async () => await services.GetRequiredService<UserManager<UserRow>>().CreateAsync(new UserRow { UserName = "another", DisplayName = "another", Roles = Roles.SecurityOfficer }));
        var other = await services.GetRequiredService<AdminDb>().Users.Where(user => user.UserName == "another").Select(user => user.Id).SingleAsync();
        await using var desk = new AnswerDesk(services, other, Roles.SecurityOfficer);
        (await desk.Approval.Approve(answer, null, null, default)).Refusal.ShouldBe(AnswerRefusal.None);
    });

    [Fact]
    public Task In_a_closed_cycle_nobody_answers_or_approves_but_work_goes_on() => As(Roles.DxOffice, async desk =>
    {
        var promised = await Approved(desk, Act(Late));
        var waiting = await Submitted(desk, Act(await Another(desk)));
        await site.In(async services => (await services.GetRequiredService<CycleClosing>().Close(1, default)).ShouldBe(StepRefusal.None));
        desk.Db.ChangeTracker.Clear();

        (await desk.Approval.Approve(waiting, null, null, default)).Refusal.ShouldBe(AnswerRefusal.Closed);
        (await desk.Approval.Return(waiting, null, "遅い", default)).Refusal.ShouldBe(AnswerRefusal.Closed);
        (await desk.Writing.Submit(Act(Late), default)).Refusal.ShouldBe(AnswerRefusal.Closed);
        (await desk.Reporting.Report(promised, null, null, default)).IsDone.ShouldBeTrue();
    });

    [Fact]
    public Task Every_step_is_told_in_the_audit_log() => As(Roles.DxOffice, async desk =>
    {
        var answer = await Submitted(desk, Act(Late) with { OnBehalfOf = "d-shimin" });
        await desk.Approval.Return(answer, null, "不足", default);
        await desk.Writing.SaveDraft(Act(Late), default);
        await Approved(desk, Act(Late));

        var entries = await desk.Db.Audit.Where(entry => entry.Action.StartsWith("answer.")).OrderBy(entry => entry.Id).ToListAsync();

        entries.Select(entry => entry.Action).ShouldBe(["answer.submitted", "answer.returned", "answer.drafted", "answer.submitted", "answer.approved"]);
        entries[0].OnBehalfOf.ShouldBe("992011/d-shimin");
        entries.ShouldAllBe(entry => entry.SubjectId == "p1-i1-l1-s2" && entry.CycleId == 1);
    });

    private static AnswerEntry Act(string alert) =>
        new(1, alert, AnswerDecision.Act, "仕様を分けて再び入札する") { Cause = "入札の不調", Owner = "d-shimin", DueOn = Due };

    private static Task<string> Another(AnswerDesk desk) =>
        desk.Db.Observations.Where(row => row.Outcome == Outcome.Alert && row.Key != Late).OrderBy(row => row.Position).Select(row => row.Key).FirstAsync();

    private static async Task<int> Submitted(AnswerDesk desk, AnswerEntry entry)
    {
        var result = await desk.Writing.Submit(entry, default);
        result.Problems.ShouldBeEmpty();
        result.Refusal.ShouldBe(AnswerRefusal.None);
        return result.Answer.ShouldNotBeNull();
    }

    private static async Task<int> Approved(AnswerDesk desk, AnswerEntry entry)
    {
        var answer = await Submitted(desk, entry);
        (await desk.Approval.Approve(answer, null, null, default)).Refusal.ShouldBe(AnswerRefusal.None);
        return answer;
    }

    private Task As(Roles roles, Func<AnswerDesk, Task> work, params string[] departments) => site.In(async services =>
    {
        await using var desk = new AnswerDesk(services, roles, departments);
        await work(desk);
    });
}
