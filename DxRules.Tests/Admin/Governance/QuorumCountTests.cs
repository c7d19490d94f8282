using DxRules.Admin.Cycles;
using DxRules.Admin.Governance;
using DxRules.Admin.Tuning;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Governance;

/// <summary>The number that a page names must be that by which the rule judges.</summary>
public sealed class QuorumCountTests
{
    [Theory]
    [InlineData("MoreThan", "0.5")]
    [InlineData("AtLeast", "0.5")]
    [InlineData("MoreThan", "0.6666")]
    [InlineData("AtLeast", "0.75")]
    [InlineData("AtLeast", "1")]
    public void The_least_number_is_the_first_for_which_the_rule_keeps_quiet(string kind, string fraction)
    {
        var quorum = new Quorum { Kind = Enum.Parse<QuorumKind>(kind), Fraction = decimal.Parse(fraction, System.Globalization.CultureInfo.InvariantCulture) };
        var day = new DateOnly(2025, 1, 6);
        var body = new Body
        {
            Id = "b", Name = "本部", Quorum = quorum,
            Meetings = [.. from members in Enumerable.Range(1, 20) from present in Enumerable.Range(0, members + 1) select Meeting(members, present)],
        };
        var plan = Samples.Read("demo-city.json");

        var check = BodiesCheck.Of(plan with { Governance = new DxRules.Engine.Plans.Governance { Bodies = [body] } }, EngineCheck.Check, CityProfile.None, day);

        foreach (var meeting in body.Meetings)
            check.Of(body, meeting).ShouldBe(meeting.Present >= QuorumCount.Least(quorum, meeting.Members!.Value) ? Attendance.Reached : Attendance.Missed, $"{meeting.Present} of {meeting.Members}");

        Meeting Meeting(int members, int present) => new() { Id = $"m-{members}-{present}", On = day, Members = members, Present = present, ChairPresent = true };
    }

    [Fact]
    public void What_cannot_be_judged_and_what_need_not_be_are_told_apart()
    {
        var day = new DateOnly(2025, 1, 6);
        var body = new Body
        {
            Id = "b", Name = "懇話会", Quorum = new Quorum { Kind = QuorumKind.MoreThan, Fraction = 0.5m, ChairRequired = true },
            Meetings =
            [
                new Meeting { Id = "unknown", On = day, Members = 9 },
                new Meeting { Id = "later", On = day.AddDays(1), Members = 9, Present = 1 },
                new Meeting { Id = "chair", On = day, Members = 9, Present = 9, ChairPresent = false },
            ],
        };
        var free = new Body { Id = "w", Name = "作業部会", Meetings = [new Meeting { Id = "free", On = day, Members = 9, Present = 1 }] };
        var plan = Samples.Read("demo-city.json") with { Governance = new DxRules.Engine.Plans.Governance { Bodies = [body, free] } };

        var check = BodiesCheck.Of(plan, EngineCheck.Check, CityProfile.None, day);

        body.Meetings.Select(meeting => check.Of(body, meeting)).ShouldBe([Attendance.Unknown, Attendance.ToCome, Attendance.Missed]);
        check.Of(free, free.Meetings[0]).ShouldBe(Attendance.NoRule);
    }
}
