using DxRules.Admin.Data;
using DxRules.Admin.Tuning;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cycles;

/// <summary>Tells what a change of a plan would change of what the check finds, before it is saved. Nothing is stored.</summary>
internal sealed class CheckEffects(AdminDb db, CityCheck city)
{
    /// <summary>The difference between the check of the plan as it stands and as it would stand, both by the city's rules as of the same day.</summary>
    /// <param name="departments">Ids of those whose subjects count; null for all.</param>
    /// <param name="withSecrets">Whether what is secret may be told.</param>
    public async Task<CheckEffect> Of(PlanDocument now, PlanDocument then, DateOnly asOf, IReadOnlySet<string>? departments, bool withSecrets, CancellationToken cancel)
    {
        var check = await city.For(now.Municipality.Code, cancel);
        var before = Found(check(now, asOf), departments, withSecrets);
        cancel.ThrowIfCancellationRequested();
        return CheckEffect.Between(before, Found(check(then, asOf), departments, withSecrets));
    }

    /// <summary>The day as of which a review of a fiscal year would look today: today or, before that, the usual day of its check.</summary>
    public static DateOnly AsOf(int fiscalYear, DateOnly today)
    {
        var usual = FiscalYearReview.UsualAsOf(fiscalYear);
        return today > usual ? today : usual;
    }

    private Dictionary<string, EffectLine> Found(CheckedPlan plan, IReadOnlySet<string>? departments, bool withSecrets)
    {
        var report = plan.Report.Plans[0];
        var titles = plan.Rules.ToDictionary(rule => rule.RuleId, rule => new LocalizedText(rule.TitleJa, rule.TitleEn), StringComparer.Ordinal);
        return report.Alerts.Where(alert => Shows(alert.Secret, alert.Subject)).Select(alert => new EffectLine(alert.Key, alert.Severity, alert.Title, alert.Subject.Title, alert.Message))
            .Concat(report.Undetermined.Where(result => Shows(result.Secret, result.Subject)).Select(result => new EffectLine(result.Key, null, titles[result.Rule], result.Subject.Title, result.Reason)))
            .ToDictionary(line => line.Key, StringComparer.Ordinal);

        bool Shows(bool secret, AlertSubject subject) =>
            (!secret || (withSecrets && db.Viewer.SeesSecrets)) && (departments is null || plan.Subjects.Of(subject.Id)?.Departments.Any(departments.Contains) == true);
    }
}

/// <summary>What a change of a plan changes of what the check finds.</summary>
internal sealed record CheckEffect(
    IReadOnlyList<EffectLine> Cleared, IReadOnlyList<EffectLine> Fresh, IReadOnlyList<EffectLine> Graver, IReadOnlyList<EffectLine> Lighter,
    IReadOnlyList<EffectLine> Determined, IReadOnlyList<EffectLine> Undetermined)
{
    /// <summary>An alert that can no longer be judged is not cleared, and shows among the undetermined ones.</summary>
    public static CheckEffect Between(IReadOnlyDictionary<string, EffectLine> now, IReadOnlyDictionary<string, EffectLine> then)
    {
        var before = now.Values.OrderBy(line => line.Key, StringComparer.Ordinal).ToList();
        var after = then.Values.OrderBy(line => line.Key, StringComparer.Ordinal).ToList();
        return new CheckEffect(
            [.. before.Where(line => line.Severity is not null && !then.ContainsKey(line.Key))],
            [.. after.Where(line => line.Severity is not null && SeverityOf(now, line) is null)],
            [.. after.Where(line => SeverityOf(now, line) is { } severity && line.Severity > severity)],
            [.. after.Where(line => SeverityOf(now, line) is { } severity && line.Severity < severity)],
            [.. before.Where(line => line.Severity is null && !(then.TryGetValue(line.Key, out var other) && other.Severity is null))],
            [.. after.Where(line => line.Severity is null && !(now.TryGetValue(line.Key, out var other) && other.Severity is null))]);
    }

    public bool IsNothing => Cleared.Count + Fresh.Count + Graver.Count + Lighter.Count + Determined.Count + Undetermined.Count == 0;

    private static Severity? SeverityOf(IReadOnlyDictionary<string, EffectLine> found, EffectLine line) => found.GetValueOrDefault(line.Key)?.Severity;
}

/// <param name="Severity">Null where it cannot be judged.</param>
internal sealed record EffectLine(string Key, Severity? Severity, LocalizedText Rule, string Subject, LocalizedText Message);
