using System.Globalization;
using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>
/// A report as a table for spreadsheets: a row for each alert, undetermined result and fault. RFC 4180 (CRLF, quotes where needed),
/// with a byte order mark, without which Excel takes Japanese for another encoding.
/// </summary>
public static class ReportCsv
{
    private static readonly LocalizedText[] Headings =
    [
        new("計画", "plan"), new("団体コード", "municipality"), new("基準日", "as of"), new("結果", "result"),
        new("規則", "rule"), new("版", "version"), new("規則名", "rule title"), new("分類", "category"), new("秘密", "secret"),
        new("対象の種類", "subject type"), new("対象ID", "subject id"), new("対象", "subject"), new("上位", "above"),
        new("内容", "message"), new("根拠", "evidence"), new("不足", "missing"), new("解消するには", "clears"),
        new("まとめ先", "folded under"), new("キー", "key"),
    ];

    /// <param name="report">Plans in their order; of each its alerts, undetermined results and faults in theirs.</param>
    /// <param name="kindOf">The name of a kind of subject by its English word.</param>
    public static string Write(CheckReport report, Language language, Func<string, LocalizedText> kindOf)
    {
        var output = new StringBuilder(Csv.Bom);
        output.Append(Csv.Row(Headings.Select(heading => heading.In(language))));
        foreach (var plan in report.Plans)
        {
            var head = new Head(plan.Plan, plan.Municipality, ReportValue.Text(report.AsOf), language, kindOf);
            foreach (var alert in plan.Alerts)
                output.Append(Csv.Row(head.Row(alert)));
            foreach (var result in plan.Undetermined)
                output.Append(Csv.Row(head.Row(result)));
            foreach (var fault in plan.Faults)
                output.Append(Csv.Row(head.Row(fault)));
        }
        return output.ToString();
    }

    private sealed record Head(string Plan, string Municipality, string AsOf, Language Language, Func<string, LocalizedText> KindOf)
    {
        public IEnumerable<string?> Row(Alert alert) =>
        [
            Plan, Municipality, AsOf, SeverityWords.Of(alert.Severity).In(Language),
            alert.Rule, alert.Version.ToString(CultureInfo.InvariantCulture), alert.Title.In(Language), alert.Category, Flag(alert.Secret),
            .. Subject(alert.Subject),
            alert.Message.In(Language), List(alert.Evidence.Select(e => $"{e.Name.In(Language)}: {e.Text.In(Language)}")),
            List(alert.Unknown.Select(fact => fact.In(Language))), alert.Clears?.In(Language),
            alert.FoldedUnder, alert.Key,
        ];

        public IEnumerable<string?> Row(UndeterminedResult result) =>
        [
            Plan, Municipality, AsOf, In("判定不能", "undetermined"),
            result.Rule, null, null, result.Category, Flag(result.Secret),
            .. Subject(result.Subject),
            result.Reason.In(Language), null, List(result.Missing.Select(fact => fact.In(Language))), null,
            result.FoldedUnder, result.Key,
        ];

        public IEnumerable<string?> Row(FaultResult fault) =>
        [
            Plan, Municipality, AsOf, In("不具合", "fault"),
            fault.Rule, null, null, null, null,
            .. Subject(fault.Subject),
            $"{fault.Code}: {fault.Message.In(Language)}", null, null, null,
            null, null,
        ];

        private string[] Subject(AlertSubject subject) =>
            [KindOf(subject.Type).In(Language), subject.Id, subject.Title, string.Join(" > ", subject.Path)];

        private string Flag(bool flag) => flag ? In("はい", "yes") : In("いいえ", "no");

        private string List(IEnumerable<string> items) => string.Join(In("、", "; "), items);

        private string In(string ja, string en) => Language == Language.Japanese ? ja : en;
    }
}
