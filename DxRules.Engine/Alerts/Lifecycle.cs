using DxRules.Engine.Feel.Binding;

namespace DxRules.Engine.Alerts;

/// <summary>
/// Follows each alert over reports in order of time. What was an alert and is none now is confirmed as cleared only where its subject is there, its
/// rule is the same and could judge: missing facts and faults never clear. An alert that is given by a changed rule is still the same alert.
/// </summary>
internal static class Lifecycle
{
    /// <summary>One for each plan of the last report, in its order. A report without the plan is passed over: it was not checked then.</summary>
    /// <param name="reports">In order of time.</param>
    /// <param name="renumbering">Ids that are others since.</param>
    /// <param name="schema">Tells which kinds a report does not list in full, and what the parts of a plan are called.</param>
    public static IReadOnlyList<PlanLifecycle> Of(IReadOnlyList<CheckReport> reports, Renumbering renumbering, Schema schema)
    {
        if (reports.Count == 0)
            return [];
        var views = reports.SelectMany((report, index) => report.Plans.Select(plan => (Plan: IdOf(plan), View: (Report: report, Body: plan, Index: index))))
            .ToLookup(plan => plan.Plan, plan => plan.View);
        return
        [
            .. reports[^1].Plans.Select(plan => new PlanLifecycle(
                plan.Plan, plan.Municipality,
                StepsOf([.. views[IdOf(plan)].Select(view => new LifecycleView(view.Index, view.Report, view.Body, renumbering, schema))]))),
        ];
    }

    private static (string Municipality, string Plan) IdOf(PlanReport plan) => (plan.Municipality, plan.Plan);

    private static List<LifecycleStep> StepsOf(IReadOnlyList<LifecycleView> views)
    {
        var known = new Dictionary<string, Sighting>(StringComparer.Ordinal);
        var steps = new List<LifecycleStep>();
        LifecycleView? before = null;
        foreach (var view in views)
        {
            var lives = InOrder(view.Alerts.Select(alert => LifeOf(alert.Key, alert.Value, view, before, known))).Concat(InOrder(LeftSince(before, view, known)));
            var step = new LifecycleStep(view.Index, view.AsOf, before is not null && view.IsSetOtherwise(before), [.. lives]);
            foreach (var life in step.Lives.Where(life => life.Now is not null))
                known[life.Key] = new Sighting(view, life.Now!, life.Nth, life.FirstSeen);
            steps.Add(step);
            before = view;
        }
        return steps;
    }

    private static AlertLife LifeOf(string key, Alert now, LifecycleView view, LifecycleView? before, Dictionary<string, Sighting> known)
    {
        if (before is null || !known.TryGetValue(key, out var last))
            return new AlertLife(key, AlertState.New, 1, view.Index, now, null, null, false);
        var isRuleChanged = view.IsRuleChanged(now.Rule, last.View);
        if (last.View != before)
            return new AlertLife(key, AlertState.Recurred, 1, last.FirstSeen, now, null, before.StateOf(key, last.Alert, last.View), isRuleChanged);
        var state = now.Severity.CompareTo(last.Alert.Severity) switch
        {
            > 0 => AlertState.Worsened,
            < 0 => AlertState.Eased,
            _ => AlertState.Continuing,
        };
        return new AlertLife(key, state, last.Nth + 1, last.FirstSeen, now, last.Alert, null, isRuleChanged);
    }

    private static IEnumerable<AlertLife> LeftSince(LifecycleView? before, LifecycleView view, Dictionary<string, Sighting> known) =>
        (before?.Alerts ?? new Dictionary<string, Alert>()).Where(alert => !view.Alerts.ContainsKey(alert.Key)).Select(alert => new AlertLife(
            alert.Key, view.StateOf(alert.Key, alert.Value, before!), 0, known[alert.Key].FirstSeen, null, alert.Value, null, view.IsRuleChanged(alert.Value.Rule, before!)));

    // As a report has its alerts.
    private static IEnumerable<AlertLife> InOrder(IEnumerable<AlertLife> lives) => lives
        .OrderByDescending(life => life.Alert.Severity).ThenBy(life => life.Alert.Rule, StringComparer.Ordinal).ThenBy(life => life.Key, StringComparer.Ordinal);

    /// <summary>The last report that gave an alert, with what is known of it since the first.</summary>
    private sealed record Sighting(LifecycleView View, Alert Alert, int Nth, int FirstSeen);
}
