using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.People;
using DxRules.Tests.Admin.Versions;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Governance;

/// <summary>デモ市's plan that has ended, and the one that came after it.</summary>
public sealed class CarryOverDecidingTests : IAsyncLifetime
{
    private const int Ended = 1;
    private readonly PeopleData data = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var file in new[] { DemoSite.PlanBefore, DemoSite.DemoCityPlan })
            await PlanVersions.Add(data.Db, data.Audit, Samples.Read(file), null, "試験", data.Clock.GetUtcNow(), default);
    }

    public ValueTask DisposeAsync()
    {
        data.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("Finished", null, "", "closing.reason.missing")]
    [InlineData("Changed", "p1-i1", null, "closing.reason.missing")]
    [InlineData("Dropped", "p1-i1", "費用に見合わない", "closing.successor.none")]
    [InlineData("Continued", "nowhere", null, "closing.successor.unknown")]
    [InlineData("9", null, "x", "closing.decision.missing")]
    public async Task What_cannot_be_is_refused(string decision, string? successor, string? reason, string why)
    {
        (await Deciding().Decide(Ended, "q1-i2", new(Enum.Parse<CarryOver>(decision), successor, reason), default)).Problems.ShouldHaveSingleItem().TextKey.ShouldBe(why);

        (await data.Db.CarryOvers.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_there_is_refused_and_so_is_what_belongs_to_another_department()
    {
        (await Deciding().Decide(Ended, "p1-i1", new(CarryOver.Continued), default)).Saving!.IsRefused.ShouldBeTrue("that is an item of the other plan");
        (await Deciding().Decide(99, "q1-i2", new(CarryOver.Continued), default)).Saving!.IsRefused.ShouldBeTrue();
        var viewer = Desk.Person(null, Roles.Department, "d-shimin");
        using var db = data.Open(viewer);

        (await Deciding(db).Decide(Ended, "q1-i2", new(CarryOver.Continued, "p1-i1"), default)).Id.ShouldBe("q1-i2");
        (await Deciding(db).Decide(Ended, "q5-i1", new(CarryOver.Continued), default)).Saving!.IsRefused.ShouldBeTrue();
    }

    [Fact]
    public async Task A_decision_is_kept_can_be_changed_and_is_told_in_the_log()
    {
        await Deciding().Decide(Ended, "q1-i2", new(CarryOver.Continued, "p1-i1"), default);

        await Deciding().Decide(Ended, "q1-i2", new(CarryOver.Dropped, null, "国の共通の仕組みに移る"), default);

        var row = await data.Db.CarryOvers.AsNoTracking().SingleAsync();
        (row.Decision, row.SuccessorSubjectId, row.Reason).ShouldBe((CarryOver.Dropped, null, "国の共通の仕組みに移る"));
        var told = await data.Db.Audit.OrderBy(entry => entry.Id).LastAsync();
        (told.Action, told.SubjectId, told.Details[0]).ShouldBe((AuditActions.CarryOverDecided, "q1-i2", "コンビニ交付の開始"));
        told.Changes.ShouldHaveSingleItem().ShouldBe(new AuditChange("carryOver", "引継ぎ", "廃止"));
    }

    [Fact]
    public void What_is_finished_needs_no_decision_and_figures_are_those_of_the_engine()
    {
        var items = ClosingItem.Of(Samples.Read(DemoSite.PlanBefore), new DateOnly(2023, 5, 31)).ToDictionary(item => item.Id);

        items["q1-i1"].ShouldSatisfyAllConditions(item => item.State.ShouldBe(FinalState.Reached), item => item.IsLeft.ShouldBeFalse());
        items["q1-i2"].ShouldSatisfyAllConditions(item => item.IsLeft.ShouldBeTrue(), item => item.Progress.ShouldBe(0.82m), item => item.Departments.ShouldBe(["d-shimin"]));
        items["q1-k1"].State.ShouldBe(FinalState.Reached, "the waiting time came down to its target");
        var missed = items.Values.First(item => item.Kind == ClosingKind.Kpi && item.State == FinalState.Left).Figures.First(figure => figure.IsReached == false);
        missed.Actual.ShouldNotBe(missed.Target);
        items["act-2022-q1"].ShouldSatisfyAllConditions(item => item.Kind.ShouldBe(ClosingKind.Action), item => item.Policy.ShouldBe("q1"));
        items.ShouldNotContainKey("act-2020-q2", "it is done");
    }

    [Theory]
    [InlineData(null, "closing.on.missing")]
    [InlineData("2026-03-21", "closing.on.future")]
    [InlineData("2018-03-31", "closing.on.before")]
    [InlineData("2023-03-24", "closing.on.taken")]
    public async Task A_final_review_lies_within_the_time_of_the_plan(string? on, string why) =>
        (await Review().Record(Ended, on is null ? null : DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), default)).Problems.ShouldHaveSingleItem().TextKey.ShouldBe(why);

    [Fact]
    public async Task A_final_review_stands_in_the_plan()
    {
        (await Review().Record(Ended, new DateOnly(2023, 6, 30), default)).Id.ShouldNotBeNull();

        (await data.Documents.Newest(Ended, default))!.Document.Plan.Reviews!.Select(review => (review.On.Day, review.Kind)).ShouldContain((new DateOnly(2023, 6, 30), ReviewKind.Final));
    }

    private CarryOverDeciding Deciding(AdminDb? db = null)
    {
        db ??= data.Db;
        return new(db, new PlanDocuments(db, data.Cache), new AuditLog(db, db.Viewer, data.Clock), data.Clock);
    }

    private FinalReview Review() =>
        new(data.Db, data.Documents, new(data.Documents, new PlanAmendments(data.Db, data.Documents, data.Cache, data.Audit, data.Clock)), data.Audit, data.Clock);
}
