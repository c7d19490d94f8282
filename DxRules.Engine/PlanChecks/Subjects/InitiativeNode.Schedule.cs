using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>ペース and 評価: how an initiative stands against its roadmap.</summary>
internal sealed partial class InitiativeNode : IGraded
{
    private static readonly Fact InPhases = new("区間", "phases");

    private Maybe<ScheduleProgress>? schedule;
    private Maybe<Grade>? grade;

    /// <summary>
    /// ペース: the share of what the roadmap had due by the as-of date that is done; see <see cref="ScheduleProgress"/>. A completed
    /// initiative has 1 whatever its phases say; one that is suspended or cancelled has none.
    /// </summary>
    public Maybe<decimal> Pace
    {
        get
        {
            if (Record.Status is WorkStatus.Suspended or WorkStatus.Cancelled)
                return Maybe<decimal>.Unknown(Lacking.NotGoingOn);
            if (Record.Status == WorkStatus.Completed)
                return 1;
            if (!Schedule.IsKnown)
                return Maybe<decimal>.Unknown(Schedule.Missing!);
            return Schedule.Value.Pace is { } pace ? pace : Maybe<decimal>.Unknown(Lacking.NoPhaseDueYet);
        }
    }

    /// <summary>評価 from the schedule.</summary>
    public Maybe<Grade> Grade => grade ??= scale.Of(this);

    /// <summary>What of the roadmap was due and what of it is done.</summary>
    internal Maybe<ScheduleProgress> Schedule => schedule ??= FindSchedule();

    internal RatingScale Scale => scale;

    bool IGraded.HasStatus => true;

    Maybe<decimal> IGraded.GradedPace => Pace;

    /// <summary>Whether a word about its status holds. A status that is not known hides all of them.</summary>
    public Maybe<bool> Is(GradeWord word, decimal surveyMargin)
    {
        if (Record.Status is not { } status)
            return Maybe<bool>.Unknown(Lacking.Status);
        return word switch
        {
            GradeWord.Completed => status == WorkStatus.Completed,
            GradeWord.Suspended => status == WorkStatus.Suspended,
            GradeWord.Cancelled => status == WorkStatus.Cancelled,
            GradeWord.NotStarted => status == WorkStatus.NotStarted ? HasBegunByRoadmap() : false,
            _ => false,
        };
    }

    private Maybe<bool> HasBegunByRoadmap()
    {
        if (Phases is null)
            return Maybe<bool>.Unknown(Lacking.Phases);
        if (Phases.Any(phase => phase.Record.Start is { } start && start.Day <= Plan.AsOf))
            return true;
        return Phases.Any(phase => phase.Record.Start is null) ? Maybe<bool>.Unknown(Lacking.Start.Under(InPhases)) : false;
    }

    private Maybe<ScheduleProgress> FindSchedule()
    {
        if (Phases is null)
            return Maybe<ScheduleProgress>.Unknown(Lacking.Phases);
        var sum = new ScheduleProgress();
        FactSet? missing = null;
        foreach (var phase in Phases)
        {
            var part = phase.Schedule;
            missing = FactSet.Union(missing, part.Missing?.Under(InPhases));
            if (part.IsKnown)
                sum += part.Value;
        }
        return missing is null ? sum : Maybe<ScheduleProgress>.Unknown(missing);
    }
}
