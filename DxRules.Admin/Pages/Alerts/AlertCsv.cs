using System.Globalization;
using System.Text;
using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>The list as a table for spreadsheets: first whose it is and of which check, then a row for each line.</summary>
internal static class AlertCsv
{
    public static byte[] Of(AlertCsvHead head, IEnumerable<AlertLine> lines, ListSight sight, Texts texts)
    {
        var table = new StringBuilder(Csv.Bom).Append(Csv.Row(Names.Select(name => texts[$"alertCsv.{name}"])));
        string[] first =
        [
            head.Cycle.Code, head.Cycle.Municipality, head.PlanId, head.Cycle.PlanTitle, Number(head.Cycle.FiscalYear), Number(head.Run.Number),
            head.Run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ];
        foreach (var line in lines)
            table.Append(Csv.Row([.. first, .. Row(line, sight, texts)]));
        return Encoding.UTF8.GetBytes(table.ToString());
    }

    private static readonly string[] Names =
    [
        "code", "municipality", "planId", "plan", "fiscalYear", "run", "asOf", "key", "state", "severity", "previousSeverity", "years", "rule", "ruleTitle", "category",
        "subjectType", "subjectId", "subject", "group", "departments", "message", "missing", "cause", "work", "dueOn",
    ];

    private static IEnumerable<string?> Row(AlertLine line, ListSight sight, Texts texts) =>
    [
        line.Key, line.Life.StateWord is { } state ? texts[$"state.{state}"] : "", line.Outcome == Outcome.Gone ? "" : texts[$"severity.{line.SeverityWord}"],
        line.Life.Previous is { } previous ? texts[$"severity.{AlertLine.WordOf(previous, Outcome.Alert)}"] : "", line.Life.Nth > 0 ? Number(line.Life.Nth) : "",
        line.RuleId, texts.In(line.RuleTitle), texts.Category(line.Category), texts[$"subject.{line.SubjectType}"], line.SubjectId, line.SubjectTitle,
        line.Group.Title ?? texts[line.Group.TextKey!], string.Join(texts["undetermined.and"], sight.Departments.InOrder(line.Departments).Select(id => sight.Departments[id])),
        texts.In(line.Message), string.Join(texts["undetermined.and"], line.Missing.Select(texts.In)), line.FoldedUnder,
        .. Work(line.Outcome == Outcome.Alert ? sight.Standings.Of(line.Key) : null, texts),
    ];

    private static IEnumerable<string?> Work(AnswerStanding? standing, Texts texts) =>
        [standing?.In(texts), standing?.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="PlanId">As the plan document calls itself.</param>
internal sealed record AlertCsvHead(CycleHead Cycle, string PlanId, RunHead Run);
