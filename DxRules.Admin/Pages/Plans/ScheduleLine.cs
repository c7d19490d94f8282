using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Plans;

/// <summary>What was planned of a piece of work, what was done of it and what is foreseen, by quarters. The words and the bar of a row both say this.</summary>
/// <param name="Planned">Null where nothing is planned; with neither start nor end where it is unknown.</param>
/// <param name="Done">Null where it is unknown; empty where nothing was done.</param>
/// <param name="Forecast">By when it is expected to be done, where it is not.</param>
/// <param name="IsPoint">Whether it is a day to be kept rather than a time to be worked in.</param>
internal sealed record ScheduleLine(PlannedSpan? Planned, IReadOnlyList<DoneSpan>? Done, Quarter? Forecast, bool IsPoint = false)
{
    public static ScheduleLine Of(Phase phase) => new(
        new PlannedSpan(Quarter.Of(phase.Start), Quarter.Of(phase.End), phase is { End: null, Kind: PhaseKind.OpenEnded }),
        phase is { Kind: PhaseKind.Recurring, StartedOn: null } ? Recorded(phase) : Worked(phase),
        phase.CompletedOn is null && phase.Status is not WorkStatus.Completed ? Quarter.Of(phase.ForecastEnd) : null);

    public static ScheduleLine Of(Milestone milestone)
    {
        var done = Quarter.Of(milestone.CompletedOn);
        return new ScheduleLine(
            new PlannedSpan(Quarter.Of(milestone.Due), Quarter.Of(milestone.Due), false),
            done is not null ? [new DoneSpan(done, done, false)] : milestone.Status is null or WorkStatus.Completed ? null : [],
            done is null && milestone.Status is not WorkStatus.Completed ? Quarter.Of(milestone.ForecastEnd) : null,
            IsPoint: true);
    }

    /// <summary>All phases of an initiative as one: from the first start to the last end.</summary>
    public static ScheduleLine Of(Initiative initiative)
    {
        if (initiative.Lanes is null || initiative.Lanes.Any(lane => lane.Phases is null))
            return new ScheduleLine(PlannedSpan.Unknown, null, null);
        var lines = initiative.Lanes.SelectMany(lane => lane.Phases!).Select(Of).ToList();
        if (lines.Count == 0)
            return new ScheduleLine(null, [], null);
        var planned = lines.Select(line => line.Planned!).ToList();
        var end = planned.Max(span => span.To);
        var forecast = lines.Max(line => line.Forecast);
        return new ScheduleLine(
            new PlannedSpan(planned.Min(span => span.From), planned.Any(span => span.OpenEnded) ? null : end, planned.Any(span => span.OpenEnded))
            {
                Partly = planned.Any(span => span.From is null || (span.To is null && !span.OpenEnded)) && planned.Any(span => span.From is not null || span.To is not null),
            },
            Together(initiative, lines),
            forecast is not null && (end is null || forecast.Value.CompareTo(end.Value) > 0) ? forecast : null);
    }

    private static IReadOnlyList<DoneSpan>? Together(Initiative initiative, List<ScheduleLine> lines)
    {
        var done = lines.SelectMany(line => line.Done ?? []).ToList();
        if (done.Count == 0)
            return lines.Any(line => line.Done is null) ? null : [];
        var phases = initiative.Lanes!.SelectMany(lane => lane.Phases!).ToList();
        var all = initiative.Status is WorkStatus.Completed || phases.TrueForAll(phase => phase.Status is WorkStatus.Completed or WorkStatus.Cancelled);
        var ended = all || initiative.Status is WorkStatus.Suspended or WorkStatus.Cancelled;
        return [new DoneSpan(done.Min(span => span.From), ended ? done.Max(span => span.To) : null, !ended)];
    }

    private static IReadOnlyList<DoneSpan>? Worked(Phase phase)
    {
        if (phase.StartedOn is null && phase.CompletedOn is null)
            return phase.Status is null or WorkStatus.InProgress or WorkStatus.Completed ? null : [];
        var goesOn = phase.CompletedOn is null && phase.Status is null or WorkStatus.InProgress or WorkStatus.NotStarted;
        return [new DoneSpan(Quarter.Of(phase.StartedOn), Quarter.Of(phase.CompletedOn), goesOn)];
    }

    // What is done every year is done in the quarter of its record, or in some quarter of the year.
    private static IReadOnlyList<DoneSpan>? Recorded(Phase phase) => phase.Records is null
        ? null
        : [.. phase.Records.OrderBy(record => record.FiscalYear).Select(record => Quarter.Of(record.On) is { } quarter
            ? new DoneSpan(quarter, quarter, false)
            : new DoneSpan(new Quarter(record.FiscalYear, 1), new Quarter(record.FiscalYear, 4), false))];
}

/// <param name="From">Null where it is unknown.</param>
/// <param name="To">Null where it is unknown, or there is none.</param>
/// <param name="OpenEnded">Whether the plan gives it no end.</param>
internal sealed record PlannedSpan(Quarter? From, Quarter? To, bool OpenEnded)
{
    public static readonly PlannedSpan Unknown = new(null, null, false);

    /// <summary>Whether more belongs to it of which nobody knows when.</summary>
    public bool Partly { get; init; }

    public bool IsUnknown => From is null && To is null && !OpenEnded;
}

/// <param name="From">Null where it is unknown.</param>
/// <param name="To">Null where it is unknown, or the work goes on.</param>
internal sealed record DoneSpan(Quarter? From, Quarter? To, bool GoesOn);
