using DxRules.Admin.Exchange.Listings;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Comparison;

/// <summary>What changed between two checks as tables to be taken out: the alerts, and the items of the plan.</summary>
internal static class ComparisonListing
{
    private static readonly string[] AlertKeys =
        ["yearBefore", "year", "state", "severityBefore", "severity", "years", "ruleId", "rule", "ruleCategory", "subjectType", "subjectId", "subject", "departments", "message"];

    private static readonly string[] ItemKeys = ["yearBefore", "year", "subjectType", "subjectId", "subject", "holder", "fact", "before", "now"];

    /// <param name="lines">Those that the viewer may see.</param>
    public static Listing Of(PlanDocument plan, ComparedPair pair, IEnumerable<ComparedLine> lines, DepartmentNames departments, Texts texts) =>
        new(texts["listing.comparedAlerts"], PlanColumns.With(texts, AlertKeys), [.. lines.Select(line => (IReadOnlyList<object?>)[.. First(plan, pair), .. Row(line, departments, texts)])]);

    /// <summary>A row for each fact that is another than before, and for each item that came or went.</summary>
    public static Listing Of(PlanDocument plan, ComparedPair pair, ComparedItems items, Texts texts)
    {
        var rows = items.Changed.SelectMany(change => change.Facts.Select(fact => Row(change.Item, texts[$"compare.fact.{fact.Name}"], fact.Before, fact.Now, texts)))
            .Concat(items.Joined.Select(item => Row(item, texts["listing.joined"], null, null, texts))).Concat(items.Left.Select(item => Row(item, texts["listing.left"], null, null, texts)));
        return new Listing(texts["listing.comparedItems"], PlanColumns.With(texts, ItemKeys), [.. rows.Select(row => (IReadOnlyList<object?>)[.. First(plan, pair), .. row])]);
    }

    private static IEnumerable<object?> First(PlanDocument plan, ComparedPair pair) => [.. PlanColumns.Of(plan), pair.Before.FiscalYear, pair.Cycle.FiscalYear];

    private static IEnumerable<object?> Row(ComparedLine compared, DepartmentNames departments, Texts texts)
    {
        var (alert, line) = (compared.Alert, compared.Line);
        return
        [
            texts[$"state.{AlertStateWords.Of(alert.State)}"], alert.Before is { } before ? texts[$"severity.{AlertLine.WordOf(before, DxRules.Admin.Data.Outcome.Alert)}"] : null,
            compared.HasLeft ? null : texts[$"severity.{line.SeverityWord}"], alert.Nth > 0 ? alert.Nth : null, line.RuleId, texts.In(line.RuleTitle), texts.Category(line.Category),
            texts[$"subject.{line.SubjectType}"], line.SubjectId, line.SubjectTitle, string.Join(texts["undetermined.and"], departments.InOrder(line.Departments).Select(id => departments[id])), texts.In(line.Message),
        ];
    }

    private static IEnumerable<object?> Row(ItemState item, string fact, string? before, string? now, Texts texts) =>
        [texts[$"subject.{item.Type}"], item.Id, item.Title, item.Above, fact, before, now];
}
