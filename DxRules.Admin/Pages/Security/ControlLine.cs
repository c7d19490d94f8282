using DxRules.Admin.Pages.Alerts;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Security;

/// <summary>A control with the age of what shows it at work.</summary>
/// <param name="ConfirmedOn">The newest day of its evidence and its last review; null where no day is stated.</param>
/// <param name="AgeInMonths">Whole months since then.</param>
/// <param name="NextDueOn">By when it is to be confirmed again; null where it has no interval, was never confirmed or does not apply.</param>
internal sealed record ControlLine(Control Record, DateOnly? ConfirmedOn, int? AgeInMonths, DateOnly? NextDueOn, DateOnly Today, IReadOnlyList<AlertLine> Alerts)
    : SecurityLine(Record.Id, Record.Owner, Alerts)
{
    // The drills of the continuity plan (ICT-BCP) and of the response to incidents, as the catalogue of controls numbers them.
    private static readonly string[] DrillEntries = ["C35", "C36", "C37"];

    public bool IsDrill => DrillEntries.Contains(Record.Catalogue);

    public bool IsAtWork => Record.Status is ControlStatus.Implemented or ControlStatus.Partial;

    /// <summary>Whether it is said to be at work, is to be confirmed at intervals, and no day says that it ever was.</summary>
    public bool WasNeverConfirmed => IsAtWork && Record.ReviewEveryMonths is not null && ConfirmedOn is null;

    public override bool IsDue => WasNeverConfirmed || NextDueOn < Today;

    /// <summary>The days of its evidence, newest first.</summary>
    public IEnumerable<ControlEvidence> Proofs => (Record.Evidence ?? []).Where(evidence => evidence.On is not null).OrderByDescending(evidence => evidence.On!.Value.Day);

    public static ControlLine Of(ControlNode control, DateOnly today, IReadOnlyList<AlertLine> alerts)
    {
        var confirmed = control.LastConfirmedOn;
        var isAtWork = control.Record.Status is ControlStatus.Implemented or ControlStatus.Partial;
        return new ControlLine(
            control.Record, confirmed, confirmed is { } day ? Progress.WholeMonths(day, today) : null,
            isAtWork && control.Record.ReviewEveryMonths is { } months ? confirmed?.AddMonths(months) : null, today, alerts);
    }
}

/// <summary>The controls of a chapter.</summary>
/// <param name="Chapter">As the plan names it; null where it names none.</param>
internal sealed record ControlChapter(string? Chapter, IReadOnlyList<ControlLine> Controls)
{
    public int Count(ControlStatus status) => Controls.Count(control => control.Record.Status == status);

    /// <summary>By number, then those that are not numbered in the order of the plan.</summary>
    public static IReadOnlyList<ControlChapter> Of(IEnumerable<ControlLine> controls) =>
    [
        .. controls.GroupBy(control => control.Record.Chapter).OrderBy(group => int.TryParse(group.Key, out var number) ? number : int.MaxValue)
            .Select(group => new ControlChapter(group.Key, [.. group])),
    ];
}
