using DxRules.Admin.Tuning;
using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Api.Operations;

/// <summary>A report as a viewer may see it, in the same format. What is counted or told of the plan as a whole is counted from what is left.</summary>
/// <param name="SeesSecrets">Whether what security rules found may be seen.</param>
/// <param name="Holds">Whether the subject with an id may be seen.</param>
/// <param name="PlanHash">The hash of the plan document as the viewer may read it.</param>
/// <param name="Observed">The keys of what was observed and may be seen; null where nothing but the above decides.</param>
internal sealed record SeenReport(bool SeesSecrets, Func<string, bool> Holds, string PlanHash, IReadOnlySet<string>? Observed = null)
{
    public CheckReport Of(CheckReport report) => report with
    {
        RuleSet = SeesSecrets ? report.RuleSet : report.RuleSet with { Rules = [.. report.RuleSet.Rules.Where(rule => !SettingChange.IsSecretRule(rule.Id))] },
        Plans = [.. report.Plans.Select(Of)],
    };

    private PlanReport Of(PlanReport plan)
    {
        var alerts = plan.Alerts.Where(alert => Shows(alert.Rule, alert.Secret, alert.Subject, alert.Key)).ToList();
        var undetermined = plan.Undetermined.Where(result => Shows(result.Rule, result.Secret, result.Subject, result.Key)).ToList();
        var faults = plan.Faults.Where(fault => Shows(fault.Rule, false, fault.Subject, Folding.KeyOf(fault.Rule, fault.Subject.Id))).ToList();
        var notApplicable = plan.NotApplicable.Where(ShowsPair).ToList();
        var keys = alerts.Select(alert => alert.Key).ToHashSet(StringComparer.Ordinal);
        return plan with
        {
            Hash = PlanHash,

            // Facts of others, or secret ones, are among them.
            LaterFactsIgnored = 0,
            Subjects = plan.Subjects.Select(kind => (kind.Key, Ids: (IReadOnlyList<string>)[.. kind.Value.Where(Holds)])).Where(kind => kind.Ids.Count > 0)
                .ToDictionary(kind => kind.Key, kind => kind.Ids, StringComparer.Ordinal),
            Alerts = [.. alerts.Select(alert => alert with { FoldedUnder = Known(alert.FoldedUnder) })],
            Undetermined = [.. undetermined.Select(result => result with { FoldedUnder = Known(result.FoldedUnder) })],
            NotApplicable = notApplicable,
            Faults = faults,
            Counts = new ReportCounts(Count(Severity.Info), Count(Severity.Notice), Count(Severity.Warning), Count(Severity.Critical), undetermined.Count, 0, notApplicable.Count, faults.Count),
        };

        // What stands under something that is not seen stands for itself, and does not name it.
        string? Known(string? key) => key is not null && keys.Contains(key) ? key : null;
        int Count(Severity severity) => alerts.Count(alert => alert.Severity == severity);
    }

    private bool Shows(string rule, bool isSecret, AlertSubject subject, string key) =>
        (SeesSecrets || !(isSecret || SettingChange.IsSecretRule(rule))) && (Observed?.Contains(key) ?? Holds(subject.Id));

    private bool ShowsPair(string key)
    {
        var cut = key.IndexOf('/', StringComparison.Ordinal);
        return (SeesSecrets || !SettingChange.IsSecretRule(key[..cut])) && Holds(key[(cut + 1)..]);
    }
}
