using DxRules.Admin.Localization;

namespace DxRules.Admin.Papers;

/// <summary>The title sheet of a paper: what it is, what it was made from, and its signature.</summary>
internal static class PaperTitle
{
    public static IReadOnlyList<IReadOnlyList<(object? Value, uint Format)>> Rows(CouncilPaper paper, string number, string meeting, IReadOnlyList<PaperTable> tables, Texts texts)
    {
        var head = paper.Head;
        return
        [
            [(Or(meeting), PaperStyles.Plain), (null, PaperStyles.Plain), (Or(number), PaperStyles.Mark)],
            [],
            [(texts["paper.name", head.Plan, texts.FiscalYear(head.FiscalYear)], PaperStyles.Title)],
            [(head.Municipality, PaperStyles.Plain)],
            [],
            Row(texts["paper.xlsx.asOf"], head.AsOf, PaperStyles.Date),
            Row(texts["paper.whichIssue"], head.Issue is { } issue ? texts["paper.issue", issue] : texts["paper.draft"]),
            .. head.IssuedOn is { } on ? [Row(texts["paper.xlsx.issuedOn"], on, PaperStyles.Date)] : Array.Empty<(object?, uint)[]>(),
            .. head.Reason is { } reason ? [Row(texts["paper.xlsx.correction"], reason)] : Array.Empty<(object?, uint)[]>(),
            [],
            .. head.Alerts.Select(count => Row(texts["paper.xlsx.alertsOf", texts[$"severity.{count.Severity.ToString().ToLowerInvariant()}"]], count.Count, PaperStyles.Number)),
            Row(texts["severity.undetermined"], head.Undetermined, PaperStyles.Number),
            [],
            .. tables.Select((table, i) => Row(texts["paper.xlsx.sheet", i + 1], table.Name)),
            [],
            Row(texts["paper.xlsx.engine"], head.Engine), Row(texts["paper.xlsx.profile"], head.Profile), Row(texts["paper.xlsx.rules"], head.RuleSetHash),
            Row(texts["paper.xlsx.report"], head.ReportHash), Row(texts["paper.signature"], paper.Sign()),
            [],
            [(texts["paper.xlsx.leavesOut"], PaperStyles.Plain)],
        ];
    }

    private static (object? Value, uint Format)[] Row(string label, object value, uint format = PaperStyles.Text) => [(label, PaperStyles.Label), (value, format)];

    private static string? Or(string text) => text.Length == 0 ? null : text;
}
