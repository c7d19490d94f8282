using DxRules.Admin.Audit;
using DxRules.Admin.Governance;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Governance;

public sealed class MeetingSavingTests : IAsyncLifetime
{
    private const string Forum = "b-forum";
    private static readonly DateOnly Held = new(2026, 3, 13);
    private GovernanceDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await GovernanceDesk.Open();

    public ValueTask DisposeAsync()
    {
        desk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task All_that_cannot_be_is_told_at_once_and_nothing_is_kept()
    {
        var entry = new MeetingEntry(Held)
        {
            Members = 9, Present = 10, MinutesPublishedOn = Held.AddDays(-1), ReportedOn = GovernanceDesk.Today.AddDays(1), Agenda = new string('議', Minutes.Longest + 1),
        };

        var result = await desk.Meetings.Record(GovernanceDesk.Plan, Forum, entry, default);

        result.Id.ShouldBeNull();
        result.Problems.Select(problem => problem.TextKey).ShouldBe(["meeting.present.more", "meeting.later.before", "meeting.later.future", "meeting.text.long"]);
        (await desk.Db.PlanVersions.CountAsync()).ShouldBe(1);
        (await desk.Db.Minutes.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(null, "meeting.on.missing")]
    [InlineData("2026-03-21", "meeting.on.future")]
    [InlineData("0026-03-01", "meeting.on.missing")]
    public async Task A_meeting_is_recorded_after_it_was_held(string? on, string why)
    {
        var entry = new MeetingEntry(on is null ? null : DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture));

        (await desk.Meetings.Record(GovernanceDesk.Plan, Forum, entry, default)).Problems.ShouldHaveSingleItem().TextKey.ShouldBe(why);
    }

    [Fact]
    public async Task What_is_not_there_is_refused()
    {
        (await desk.Meetings.Record(GovernanceDesk.Plan, "b-nowhere", new(Held), default)).Saving!.IsRefused.ShouldBeTrue();
        (await desk.Meetings.Record(99, Forum, new(Held), default)).Saving!.IsRefused.ShouldBeTrue();
        (await desk.Meetings.Change(GovernanceDesk.Plan, "mt-nowhere", new(Held), null, default)).Saving!.IsRefused.ShouldBeTrue();
        (await desk.Meetings.Note(GovernanceDesk.Plan, "mt-nowhere", "議題", "結果", default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Facts_go_into_the_plan_texts_into_the_minutes_and_the_log_tells_of_it()
    {
        var entry = new MeetingEntry(Held) { Members = 9, Present = 4, ChairPresent = true, Agenda = "令和8年度の予算", Outcome = "定足数に足りず、懇談とした" };

        var id = (await desk.Meetings.Record(GovernanceDesk.Plan, Forum, entry, default)).Id.ShouldNotBeNull();

        var (body, meeting) = (await desk.Newest()).Meeting(id).ShouldNotBeNull();
        (body.Id, meeting.On.Day, meeting.Members, meeting.Present, meeting.ChairPresent).ShouldBe((Forum, Held, 9, 4, true));
        (await desk.Db.Minutes.SingleAsync()).Outcome.ShouldBe("定足数に足りず、懇談とした");
        var told = await desk.Db.Audit.OrderBy(row => row.Id).LastAsync();
        (told.Action, told.SubjectId).ShouldBe((AuditActions.MeetingRecorded, id));
        (await desk.Meetings.Record(GovernanceDesk.Plan, Forum, entry, default)).Problems.ShouldHaveSingleItem().TextKey.ShouldBe("meeting.on.taken");
    }

    [Fact]
    public async Task Publication_and_report_are_added_later_and_a_text_can_be_changed_alone()
    {
        var entry = new MeetingEntry(Held) { Members = 9, Present = 5, Agenda = "予算" };
        var id = (await desk.Meetings.Record(GovernanceDesk.Plan, Forum, entry, default)).Id!;

        (await desk.Meetings.Change(GovernanceDesk.Plan, id, entry with { MinutesPublishedOn = GovernanceDesk.Today }, null, default)).Id.ShouldBe(id);
        (await desk.Meetings.Change(GovernanceDesk.Plan, id, entry with { MinutesPublishedOn = GovernanceDesk.Today, Outcome = "了承" }, null, default)).Id.ShouldBe(id);

        (await desk.Newest()).Meeting(id)!.Value.Meeting.MinutesPublishedOn!.Value.Day.ShouldBe(GovernanceDesk.Today);
        (await desk.Db.Minutes.SingleAsync()).Outcome.ShouldBe("了承");
        (await desk.Db.PlanVersions.CountAsync()).ShouldBe(3, "a text is no part of the plan");
    }

    [Fact]
    public async Task Two_who_change_the_same_do_not_overwrite_each_other()
    {
        var entry = new MeetingEntry(Held) { Members = 9, Present = 5 };
        var id = (await desk.Meetings.Record(GovernanceDesk.Plan, Forum, entry, default)).Id!;
        await desk.Meetings.Change(GovernanceDesk.Plan, id, entry with { Present = 6 }, 2, default);

        var second = await desk.Meetings.Change(GovernanceDesk.Plan, id, entry with { Present = 7 }, 2, default);

        second.Saving!.Conflicts.ShouldHaveSingleItem().Change.Member.ShouldBe("present");
        (await desk.Newest()).Meeting(id)!.Value.Meeting.Present.ShouldBe(6);
    }

    [Fact]
    public async Task Minutes_of_a_meeting_that_stands_in_the_plan_are_noted_once()
    {
        (await desk.Meetings.Note(GovernanceDesk.Plan, "mt-forum-2024-1", "点検の結果", "了承", default)).ShouldBeTrue();
        var entries = await desk.Db.Audit.CountAsync();

        (await desk.Meetings.Note(GovernanceDesk.Plan, "mt-forum-2024-1", "点検の結果", "了承", default)).ShouldBeTrue();

        (await desk.Db.Audit.CountAsync()).ShouldBe(entries);
        (await desk.Db.Minutes.SingleAsync()).Agenda.ShouldBe("点検の結果");
    }
}
