using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>Joins reports that the same engine and rules gave on the same day into one. The plans stand in order of municipality and id, so that it makes no difference which are joined first.</summary>
internal static class ReportMerge
{
    /// <returns>The one report, or null and why there is none.</returns>
    public static (CheckReport? Report, LocalizedText? Mistake) Of(IReadOnlyList<CheckReport> reports)
    {
        var first = reports[0];
        foreach (var other in reports)
        {
            if (other.AsOf != first.AsOf)
                return (null, new($"基準日が違います: {first.AsOf:yyyy-MM-dd}、{other.AsOf:yyyy-MM-dd}", $"the days differ: {first.AsOf:yyyy-MM-dd}, {other.AsOf:yyyy-MM-dd}."));
            if (other.Engine != first.Engine || other.RuleSet.Hash != first.RuleSet.Hash || other.Profile != first.Profile)
                return (null, new("規則、設定か dxrules の版が違う点検結果は、まとめられません。", "reports of other rules, settings or another version of dxrules cannot be joined."));
        }
        var plans = reports.SelectMany(report => report.Plans).OrderBy(plan => plan.Municipality, StringComparer.Ordinal).ThenBy(plan => plan.Plan, StringComparer.Ordinal).ToList();
        for (var i = 1; i < plans.Count; i++)
        {
            if ((plans[i].Municipality, plans[i].Plan) == (plans[i - 1].Municipality, plans[i - 1].Plan))
                return (null, new($"計画 {plans[i].Plan} が二つの点検結果にあります。", $"the plan {plans[i].Plan} is in two of the reports."));
        }
        return (first with { Plans = plans }, null);
    }
}
