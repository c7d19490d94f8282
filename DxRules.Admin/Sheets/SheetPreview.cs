using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Sheets;

/// <summary>Tells what a sheet would change of what the check finds, before it is handed in. Nothing is stored.</summary>
internal sealed class SheetPreview(AdminDb db, PlanDocuments documents, CityCheck city, SheetSubmission submission)
{
    /// <summary>
    /// The difference between the check of the plan as it stands and as it would stand, as of today or, before that, the usual day of the check; of the
    /// department's subjects alone and of what the viewer may see. Null where it could not be saved, because somebody changed the same meanwhile.
    /// </summary>
    /// <param name="input">Has no problems.</param>
    public async Task<SheetEffect?> Of(Sheet sheet, SheetInput input, CancellationToken cancel)
    {
        var version = await db.PlanVersions.Where(row => row.PlanId == sheet.Plan).OrderByDescending(row => row.Number).Select(row => row.Id).FirstAsync(cancel);
        var (now, seen) = (await documents.Whole(version, cancel), await documents.Newest(sheet.Plan, cancel));
        var changes = input.Changes();
        if (PlanChanges.Apply(now, [.. changes, .. submission.DayOf(sheet, seen!.Document)]).Document is not { } then)
            return null;
        var usual = FiscalYearReview.UsualAsOf(sheet.Year.FiscalYear);
        var asOf = sheet.Year.Today > usual ? sheet.Year.Today : usual;
        var check = await city.For(now.Municipality.Code, cancel);
        var line = SheetCards.Line(now, sheet.Department.Id, sheet.Year.Today);
        return SheetEffect.Between(Found(check(now, asOf), line), Found(check(then, asOf), line)) with { Changes = changes };
    }

    private Dictionary<string, EffectLine> Found(CheckedPlan plan, IReadOnlySet<string> departments)
    {
        var report = plan.Report.Plans[0];
        var titles = plan.Rules.ToDictionary(rule => rule.RuleId, rule => new LocalizedText(rule.TitleJa, rule.TitleEn), StringComparer.Ordinal);
        return report.Alerts.Where(alert => Shows(alert.Secret, alert.Subject)).Select(alert => new EffectLine(alert.Key, alert.Severity, alert.Title, alert.Subject.Title, alert.Message))
            .Concat(report.Undetermined.Where(result => Shows(result.Secret, result.Subject)).Select(result => new EffectLine(result.Key, null, titles[result.Rule], result.Subject.Title, result.Reason)))
            .ToDictionary(line => line.Key, StringComparer.Ordinal);

        bool Shows(bool secret, AlertSubject subject) =>
            (!secret || db.Viewer.SeesSecrets) && plan.Subjects.Of(subject.Id)?.Departments.Any(departments.Contains) == true;
    }
}

/// <summary>What a sheet changes of what the check finds.</summary>
internal sealed record SheetEffect(
    IReadOnlyList<EffectLine> Cleared, IReadOnlyList<EffectLine> Fresh, IReadOnlyList<EffectLine> Graver, IReadOnlyList<EffectLine> Lighter,
    IReadOnlyList<EffectLine> Determined, IReadOnlyList<EffectLine> Undetermined)
{
    public IReadOnlyList<PlanChange> Changes { get; init; } = [];

    /// <summary>An alert that can no longer be judged is not cleared, and shows among the undetermined ones.</summary>
    public static SheetEffect Between(IReadOnlyDictionary<string, EffectLine> now, IReadOnlyDictionary<string, EffectLine> then)
    {
        var before = now.Values.OrderBy(line => line.Key, StringComparer.Ordinal).ToList();
        var after = then.Values.OrderBy(line => line.Key, StringComparer.Ordinal).ToList();
        return new SheetEffect(
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
