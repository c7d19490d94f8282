using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Governance;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.Versions;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Governance;

public sealed class CorrectiveActionsTests
{
    private static readonly ActionEntry Entry = new("p1", "窓口の職員を増やす", "人手の不足", "d-shimin", new(2026, 9, 30));

    [Fact]
    public async Task All_that_cannot_be_is_told_at_once()
    {
        using var desk = await GovernanceDesk.Open();

        var result = await desk.Actions.Add(desk.Cycle, new("nowhere", " ", new string('因', 9999), "d-joho", new(2025, 3, 31)), default);

        result.Problems.Select(problem => problem.TextKey).ShouldBe(["action.subject.unknown", "action.text.missing", "action.text.long", "action.owner.unknown", "action.due.before"]);
        (await desk.Actions.Add(99, Entry, default)).Saving!.IsRefused.ShouldBeTrue();
    }

    [Fact]
    public async Task An_action_is_added_done_and_told_in_the_log()
    {
        using var desk = await GovernanceDesk.Open();

        var id = (await desk.Actions.Add(desk.Cycle, Entry, default)).Id.ShouldNotBeNull();
        (await Action(desk, id)).ShouldSatisfyAllConditions(action => action.Status.ShouldBe(ActionStatus.Planned), action => action.Owner.ShouldBe("d-shimin"));

        await desk.Actions.Report(GovernanceDesk.Plan, id, new(ActionStatus.Done), null, default);
        (await Action(desk, id)).CompletedOn!.Value.Day.ShouldBe(GovernanceDesk.Today);
        (await desk.Db.Audit.OrderBy(row => row.Id).LastAsync()).Action.ShouldBe(AuditActions.ActionChanged);

        await desk.Actions.Report(GovernanceDesk.Plan, id, new(ActionStatus.InProgress), null, default);
        (await Action(desk, id)).CompletedOn.ShouldBeNull("what goes on is not done");
    }

    [Theory]
    [InlineData(ActionStatus.InProgress, "2026-03-01", "x", "action.completed.notDone")]
    [InlineData(ActionStatus.Done, "2026-03-21", "x", "action.completed.future")]
    [InlineData(ActionStatus.Done, "2025-03-31", "x", "action.completed.before")]
    [InlineData(ActionStatus.Dropped, null, "", "action.note.missing")]
    [InlineData((ActionStatus)7, null, "x", "action.status.unknown")]
    public async Task A_report_that_cannot_be_is_refused(ActionStatus status, string? on, string note, string why)
    {
        using var desk = await GovernanceDesk.Open();
        var id = (await desk.Actions.Add(desk.Cycle, Entry, default)).Id!;
        var progress = new ActionProgress(status, on is null ? null : DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), note);

        (await desk.Actions.Report(GovernanceDesk.Plan, id, progress, null, default)).Problems.ShouldHaveSingleItem().TextKey.ShouldBe(why);
    }

    [Fact]
    public async Task A_department_reports_its_own_actions_and_nobody_elses()
    {
        using var desk = await GovernanceDesk.Open();
        var own = (await desk.Actions.Add(desk.Cycle, Entry, default)).Id!;
        var others = (await desk.Actions.Add(desk.Cycle, Entry with { Subject = "p3", Owner = "d-zeimu" }, default)).Id!;
        var person = Desk.Person(null, Roles.Department, "d-shimin");
        using var db = desk.Data.Open(person);
        var documents = new DxRules.Admin.Versions.PlanDocuments(db, desk.Data.Cache);
        var audit = new AuditLog(db, person, desk.Data.Clock);
        var actions = new CorrectiveActions(db, documents, new(documents, new(db, documents, desk.Data.Cache, audit, desk.Data.Clock)), audit, desk.Data.Clock);

        (await actions.Report(GovernanceDesk.Plan, own, new(ActionStatus.InProgress), null, default)).Id.ShouldBe(own);
        (await actions.Report(GovernanceDesk.Plan, others, new(ActionStatus.InProgress), null, default)).Saving!.IsRefused.ShouldBeTrue();

        (await Action(desk, others)).Status.ShouldBe(ActionStatus.Planned);
    }

    [Fact]
    public async Task What_is_open_goes_into_the_next_year_and_what_was_carried_before_goes_on()
    {
        using var desk = await GovernanceDesk.Open();
        var id = (await desk.Actions.Add(desk.Cycle, Entry, default)).Id!;
        var later = (await desk.Actions.Add(desk.Cycle, Entry, default)).Id!;
        (await desk.Actions.Carry(GovernanceDesk.Plan, later, 2024, default)).Problems.ShouldHaveSingleItem().TextKey.ShouldBe("action.carried.bad");
        await desk.Actions.Carry(GovernanceDesk.Plan, later, 2026, default);

        var closed = CarriedActions.HandOn(await desk.Newest(), 2024);
        var closedAgain = CarriedActions.HandOn(closed, 2025);

        closed.CarriedTo(id).ShouldBe(2025);
        closed.CarriedTo(later).ShouldBe(2026, "somebody chose the year");
        CarriedActions.Of(closed, 2025).Select(found => found.Action.Id).ShouldContain(id);
        closedAgain.CarriedTo(id).ShouldBe(2026);
        closedAgain.CarriedTo(later).ShouldBe(2026);
    }

    [Theory]
    [InlineData("", "2025-06-01", "所見", "comment.by.missing")]
    [InlineData("b-forum", "2026-03-21", "所見", "comment.on.future")]
    [InlineData("b-forum", "2023-06-01", "所見", "comment.on.before")]
    [InlineData("b-forum", "2025-06-01", " ", "comment.text.missing")]
    public async Task A_comment_that_cannot_be_is_refused(string by, string on, string text, string why)
    {
        using var desk = await GovernanceDesk.Open();

        (await desk.Comments.Add(desk.Cycle, new(by, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), text), default)).Problems.ShouldHaveSingleItem().TextKey.ShouldBe(why);
    }

    [Fact]
    public async Task A_comment_becomes_an_action_and_the_two_are_known_to_belong_together()
    {
        using var desk = await GovernanceDesk.Open();
        (await desk.Comments.Add(desk.Cycle, new("b-forum", new(2025, 6, 1), "共同調達の時期を早く示すこと。"), default)).Id.ShouldNotBeNull();
        var comment = GovernedCycle.Of(await desk.Newest(), 2024)!.Comments![^1];

        var cause = AdviserComments.CauseOf(await desk.Newest(), comment);
        var id = (await desk.Actions.Add(desk.Cycle, Entry with { Cause = cause }, default)).Id!;

        cause.ShouldEndWith("令和7年6月1日）: 共同調達の時期を早く示すこと。");
        (await Action(desk, id)).Cause.ShouldBe(cause);
    }

    private static async Task<CorrectiveAction> Action(GovernanceDesk desk, string id) => GovernedCycle.Of(await desk.Newest(), 2024)!.Actions!.Single(action => action.Id == id);
}

internal static class CarriedIn
{
    public static int? CarriedTo(this PlanDocument plan, string id) => plan.Governance!.Cycles!.SelectMany(cycle => cycle.Actions ?? []).Single(action => action.Id == id).CarriedTo;
}
