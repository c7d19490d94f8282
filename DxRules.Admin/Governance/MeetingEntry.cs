using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Governance;

/// <summary>A meeting as somebody enters it.</summary>
internal sealed record MeetingEntry(DateOnly? On)
{
    public int? Members { get; init; }
    public int? Present { get; init; }
    public bool? ChairPresent { get; init; }
    public DateOnly? MinutesPublishedOn { get; init; }
    public DateOnly? ReportedOn { get; init; }
    public string Agenda { get; init; } = "";
    public string Outcome { get; init; } = "";

    private const int MostMembers = 1000;

    /// <summary>What cannot be taken, on a day.</summary>
    public IEnumerable<EntryProblem> Problems(Body body, DateOnly today)
    {
        if (On is not { } on)
            yield return new("on", "meeting.on.missing");
        else if (on > today)
            yield return new("on", "meeting.on.future");
        else if (on.Year < PlanLimits.FirstYear)
            yield return new("on", "meeting.on.missing");
        if (Members is < 1 or > MostMembers)
            yield return new("members", "meeting.members.bad", MostMembers);
        else if (Members > body.MaxMembers)
            yield return new("members", "meeting.members.most", body.MaxMembers);
        if (Present is < 0 or > MostMembers)
            yield return new("present", "meeting.present.bad", MostMembers);
        else if (Present > Members)
            yield return new("present", "meeting.present.more", Members!);
        foreach (var problem in Later("minutesPublishedOn", MinutesPublishedOn, today).Concat(Later("reportedOn", ReportedOn, today)).Concat(Minutes.Problems(Agenda, Outcome)))
            yield return problem;
    }

    private IEnumerable<EntryProblem> Later(string field, DateOnly? day, DateOnly today)
    {
        if (day > today)
            yield return new(field, "meeting.later.future");
        else if (day < On)
            yield return new(field, "meeting.later.before");
    }

    public Meeting In(Meeting meeting) => meeting with
    {
        On = On!.Value,
        Members = Members,
        Present = Present,
        ChairPresent = ChairPresent,
        MinutesPublishedOn = Kept(meeting.MinutesPublishedOn, MinutesPublishedOn),
        ReportedOn = Kept(meeting.ReportedOn, ReportedOn),
    };

    // A day that the document knows to the month only stays so where nobody changed it.
    private static PlanDate? Kept(PlanDate? before, DateOnly? entered) => before?.Day == entered ? before : entered is { } day ? day : null;
}
