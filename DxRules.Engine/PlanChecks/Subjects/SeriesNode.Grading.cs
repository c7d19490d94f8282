using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>評価: what a rating scale asks of a series.</summary>
internal sealed partial class SeriesNode : IGraded
{
    private Maybe<decimal>? gradedPace;

    bool IGraded.HasStatus => false;

    /// <summary>
    /// The pace that is graded. A figure to be maintained has no way to go: it counts as 1 while it lies within the tolerance of its target,
    /// else as 0 (design: judged by tolerance; the two figures are our reading).
    /// </summary>
    public Maybe<decimal> GradedPace => gradedPace ??= IsToBeKept ? KeptPace() : Pace;

    /// <summary>Whether it is judged by the tolerance and not by its way to the target.</summary>
    internal bool IsToBeKept => Kpi.Record.Direction == Direction.Maintain || HasTargetAtOrigin;

    /// <summary>Whether a word about figures holds.</summary>
    public Maybe<bool> Is(GradeWord word, decimal surveyMargin)
    {
        if (word == GradeWord.Achieved)
            return IsAchieved();
        if (!ImprovementOnBaseline.IsKnown)
            return Maybe<bool>.Unknown(ImprovementOnBaseline.Missing!);
        var change = ImprovementOnBaseline.Value;
        var isUnchanged = change == 0 || (Kpi.Record.Survey && Math.Abs(change) < surveyMargin);
        return word switch
        {
            GradeWord.Improved => change > 0 && !isUnchanged,
            GradeWord.Unchanged => isUnchanged,
            GradeWord.Worsened => change < 0 && !isUnchanged,
            _ => false,
        };
    }

    private Maybe<bool> IsAchieved()
    {
        var ratio = IsToBeKept ? KeptPace() : ProgressRatio;
        return ratio.IsKnown ? ratio.Value >= 1 : Maybe<bool>.Unknown(ratio.Missing!);
    }

    private Maybe<decimal> KeptPace()
    {
        if (IsShownOnly)
            return Maybe<decimal>.Unknown(Lacking.PilotWithoutTarget);
        var missing = FactSet.Union(FactSet.Union(TargetValue.Missing, JudgedActual.Missing), Kpi.Record.Tolerance is null ? Lacking.Tolerance : null);
        return missing is null
            ? Progress.PaceWhenMaintained(JudgedActual.Value.Record.Value!.Value, TargetValue.Value, Kpi.Record.Tolerance!.Value)
            : Maybe<decimal>.Unknown(missing);
    }
}
