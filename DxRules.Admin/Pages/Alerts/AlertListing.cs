using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Listings;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>The list as a table to be taken out: first whose it is and of which check, then a row for each line.</summary>
internal static class AlertListing
{
    private static readonly string[] Keys =
    [
        "code", "municipality", "planId", "plan", "fiscalYear", "run", "asOf", "key", "state", "severity", "previousSeverity", "years", "rule", "ruleTitle", "category",
        "subjectType", "subjectId", "subject", "group", "departments", "message", "missing", "cause", "work", "dueOn",
    ];

    public static Listing Of(AlertListingHead head, IEnumerable<AlertLine> lines, ListSight sight, Texts texts)
    {
        object?[] first = [head.Cycle.Code, head.Cycle.Municipality, head.PlanId, head.Cycle.PlanTitle, head.Cycle.FiscalYear, head.Run.Number, head.Run.AsOf];
        return new Listing(texts["alerts.heading"], [.. Keys.Select(key => new ListingColumn(key, texts[$"alertCsv.{key}"]))],
            [.. lines.Select(line => (IReadOnlyList<object?>)[.. first, .. Row(line, sight, texts)])]);
    }

    private static IEnumerable<object?> Row(AlertLine line, ListSight sight, Texts texts) =>
    [
        line.Key, line.Life.StateWord is { } state ? texts[$"state.{state}"] : "", line.Outcome == Outcome.Gone ? "" : texts[$"severity.{line.SeverityWord}"],
        line.Life.Previous is { } previous ? texts[$"severity.{AlertLine.WordOf(previous, Outcome.Alert)}"] : "", line.Life.Nth > 0 ? line.Life.Nth : null,
        line.RuleId, texts.In(line.RuleTitle), texts.Category(line.Category), texts[$"subject.{line.SubjectType}"], line.SubjectId, line.SubjectTitle,
        line.Group.Title ?? texts[line.Group.TextKey!], string.Join(texts["undetermined.and"], sight.Departments.InOrder(line.Departments).Select(id => sight.Departments[id])),
        texts.In(line.Message), string.Join(texts["undetermined.and"], line.Missing.Select(texts.In)), line.FoldedUnder,
        .. Work(line.Outcome == Outcome.Alert ? sight.Standings.Of(line.Key) : null, texts),
    ];

    private static IEnumerable<object?> Work(AnswerStanding? standing, Texts texts) => [standing?.In(texts), standing?.DueOn];
}

/// <param name="PlanId">As the plan document calls itself.</param>
internal sealed record AlertListingHead(CycleHead Cycle, string PlanId, RunHead Run);
