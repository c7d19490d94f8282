using DxRules.Engine.Rules;

namespace DxRules.Engine.Alerts;

/// <summary>How the alerts of one plan stand, report after report.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="Municipality">全国地方公共団体コード, six digits.</param>
/// <param name="Steps">One for each report that holds the plan, in order of time; in the first all alerts are new.</param>
internal sealed record PlanLifecycle(string Plan, string Municipality, IReadOnlyList<LifecycleStep> Steps)
{
    /// <summary>How the alerts stand now.</summary>
    public LifecycleStep Latest => Steps[^1];
}

/// <summary>A report on a plan against the one before.</summary>
/// <param name="Report">The place of the report among those that were given, from 0.</param>
/// <param name="SettingsChanged">
/// Whether thresholds or severities may be others than before though the rules are the same: another profile, other shared parameters. A report does
/// not say whose, so the states cannot tell it; what cleared or grew worse may come from there.
/// </param>
/// <param name="Lives">The alerts of the report, gravest first, then those of the report before that are none now.</param>
internal sealed record LifecycleStep(int Report, DateOnly AsOf, bool SettingsChanged, IReadOnlyList<AlertLife> Lives)
{
    public LifecycleSum Sum { get; } = LifecycleSum.Of(Lives.Select(life => life.State));
}

/// <summary>How one alert stands in a report against the one before.</summary>
/// <param name="Key">Of rule and subject as the subject is numbered today: the same in every report.</param>
/// <param name="Nth">In how many reports in a row it has been an alert, this one counted; 0 where it is none now.</param>
/// <param name="FirstSeen">The place of the report that saw it first, among those that were given.</param>
/// <param name="Now">Null where it is no alert now.</param>
/// <param name="Before">The alert in the report before; null where it was none there.</param>
/// <param name="InBetween">Of what recurred: how it stood in the report before. Only <see cref="AlertState.Cleared"/> means that it had been settled.</param>
/// <param name="RuleChanged">Whether the rule is another than in the report that saw the alert last.</param>
internal sealed record AlertLife(
    string Key, AlertState State, int Nth, int FirstSeen, Alert? Now, Alert? Before, AlertState? InBetween, bool RuleChanged)
{
    /// <summary>The alert as it was seen last.</summary>
    public Alert Alert => Now ?? Before!;

    /// <summary>Of the alert in the report before; null where it was none.</summary>
    public Severity? PreviousSeverity => Before?.Severity;
}

/// <summary>How many alerts stand in which state. What was there before and what is there now both follow from it, so that the counts always add up.</summary>
internal sealed record LifecycleSum(
    int New, int Continuing, int Worsened, int Eased, int Recurred, int Cleared, int Undetermined, int Gone, int RuleChanged)
{
    /// <summary>How many stand in one state.</summary>
    public int Of(AlertState state) => state switch
    {
        AlertState.New => New,
        AlertState.Continuing => Continuing,
        AlertState.Worsened => Worsened,
        AlertState.Eased => Eased,
        AlertState.Recurred => Recurred,
        AlertState.Cleared => Cleared,
        AlertState.Undetermined => Undetermined,
        AlertState.Gone => Gone,
        _ => RuleChanged,
    };

    /// <summary>Alerts before and now.</summary>
    public int Carried => Continuing + Worsened + Eased;

    /// <summary>Alerts of the report before.</summary>
    public int Previous => Cleared + Carried + Undetermined + Gone + RuleChanged;

    /// <summary>Alerts of this report.</summary>
    public int Now => Carried + New + Recurred;

    public static LifecycleSum Of(IEnumerable<AlertState> states)
    {
        var counts = new int[Enum.GetValues<AlertState>().Length];
        foreach (var state in states)
            counts[(int)state]++;
        return Of(state => counts[(int)state]);
    }

    /// <param name="count">How many there are in a state.</param>
    public static LifecycleSum Of(Func<AlertState, int> count) => new(
        count(AlertState.New), count(AlertState.Continuing), count(AlertState.Worsened), count(AlertState.Eased), count(AlertState.Recurred),
        count(AlertState.Cleared), count(AlertState.Undetermined), count(AlertState.Gone), count(AlertState.RuleChanged));
}
