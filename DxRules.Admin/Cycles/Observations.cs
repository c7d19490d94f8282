using DxRules.Admin.Data;
using DxRules.Engine.Alerts;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cycles;

/// <summary>Turns a report into rows: alerts, then what could not be determined, then faults, each in the report's order.</summary>
internal static class Observations
{
    /// <param name="rules">The text of each rule by its id.</param>
    public static IEnumerable<ObservationRow> Of(PlanReport report, IReadOnlyDictionary<string, RuleTextRow> rules, SubjectIndex subjects, string municipality)
    {
        var rows = report.Alerts.Select(alert => (alert.Rule, Row: Of(alert)))
            .Concat(report.Undetermined.Select(result => (result.Rule, Row: Of(result))))
            .Concat(report.Faults.Select(fault => (fault.Rule, Row: Of(fault, rules[fault.Rule]))));
        return rows.Select((row, position) => Place(row.Row, position, rules[row.Rule].Hash, subjects.Of(row.Row.SubjectId), municipality));
    }

    private static ObservationRow Place(ObservationRow row, int position, string rule, SubjectPlace? place, string municipality)
    {
        row.Position = position;
        row.RuleHash = rule;
        row.Secret |= place is { IsSecret: true };
        row.PolicyId = place?.Policy?.Id;
        row.PolicyTitle = place?.Policy?.Title;
        row.PolicyPosition = place?.Policy?.Position;
        row.Departments.AddRange((place?.Departments ?? []).Distinct().Select(department => new ObservationDepartmentRow { Department = $"{municipality}/{department}" }));
        return row;
    }

    private static ObservationRow Of(Alert alert)
    {
        var row = About(alert.Subject, Outcome.Alert, alert.Key, alert.Category, alert.Message);
        row.Secret = alert.Secret;
        row.Severity = alert.Severity;
        row.FoldedUnder = alert.FoldedUnder;
        row.Detail = new ObservationDetail(
            [.. alert.Evidence.Select(Of)],
            [.. alert.Unknown.Select(Of)],
            alert.Clears is { } clears ? Of(clears) : null,
            alert.Source);
        return row;
    }

    private static ObservationRow Of(UndeterminedResult result)
    {
        var row = About(result.Subject, Outcome.Undetermined, result.Key, result.Category, result.Reason);
        row.Secret = result.Secret;
        row.FoldedUnder = result.FoldedUnder;
        row.Missing = [.. result.Missing.Select(Of)];
        return row;
    }

    // A report names no key for a fault, and says no more about its rule than the id.
    private static ObservationRow Of(FaultResult fault, RuleTextRow rule)
    {
        var row = About(fault.Subject, Outcome.Fault, Folding.KeyOf(fault.Rule, fault.Subject.Id), rule.Category, fault.Message);
        row.Secret = rule.IsSecret;
        return row;
    }

    private static ObservationRow About(AlertSubject subject, Outcome outcome, string key, string category, LocalizedText message) =>
        new()
        {
            Outcome = outcome,
            Key = key,
            RuleHash = "",
            Category = category,
            SubjectType = subject.Type,
            SubjectId = subject.Id,
            SubjectTitle = subject.Title,
            SubjectPath = subject.Path,
            MessageJa = message.Ja,
            MessageEn = message.En,
            Missing = [],
            Detail = ObservationDetail.Empty,
        };

    private static ObservedEvidence Of(Evidence evidence) =>
        new(Of(evidence.Name), Of(evidence.Text), evidence.Unit, evidence.Formula is { } formula ? Of(formula) : null);

    private static Bilingual Of(LocalizedText text) => new(text.Ja, text.En);
}
