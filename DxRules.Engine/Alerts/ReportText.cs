using System.Globalization;
using System.Text;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>A plan's report for people: alerts by policy, what could not be judged by missing fact, faults, counts.</summary>
/// <param name="language">The language of all texts.</param>
/// <param name="colour">Whether severities are coloured by ANSI escapes.</param>
/// <param name="kindOf">The name of a kind of subject by its English word.</param>
public sealed class ReportText(Language language, bool colour, Func<string, LocalizedText> kindOf)
{
    private const int SubjectsNamed = 8;

    private readonly StringBuilder output = new();

    /// <summary>The text, with a line break at its end.</summary>
    public string Write(PlanReport plan, DateOnly asOf)
    {
        output.Clear();
        var folded = new FoldedResults(plan);
        WriteHead(plan, asOf);
        foreach (var group in folded.Standing.GroupBy(alert => Heading(alert.Subject)))
        {
            Line();
            Line(group.Key);
            foreach (var alert in group)
                WriteAlert(alert, folded);
        }
        WriteUndetermined(folded.Undetermined);
        WriteFaults(plan.Faults);
        Line();
        Line(Counts(plan.Counts));
        return output.ToString();
    }

    private void WriteHead(PlanReport plan, DateOnly asOf)
    {
        Line(In($"{plan.Plan}（{plan.Municipality}）基準日 {ReportValue.Text(asOf)}", $"{plan.Plan} ({plan.Municipality}) as of {ReportValue.Text(asOf)}"));
        if (plan.LaterFactsIgnored > 0)
            Line(In($"基準日より後の事実{Number(plan.LaterFactsIgnored)}件は見ていません。", $"{Number(plan.LaterFactsIgnored)} later facts were not looked at."));
        if (plan.Alerts.Count == 0)
        {
            Line();
            Line(In("指摘はありません。", "There are no alerts."));
        }
    }

    // The path begins with the plan itself. What hangs right below it and is no policy has no heading of its own.
    private string Heading(AlertSubject subject) => subject switch
    {
        { Path.Count: >= 2 } => subject.Path[1],
        { Type: "policy" } => subject.Title,
        { Path.Count: 1 } => kindOf(subject.Type).In(language),
        _ => In("計画全体", "The plan as a whole"),
    };

    private void WriteAlert(Alert alert, FoldedResults folded)
    {
        var word = SeverityWords.Of(alert.Severity).In(language);
        var kind = kindOf(alert.Subject.Type).In(language);
        output.Append("  ").Append(Coloured(alert.Severity, word)).Append(' ');
        Line(In(
            $"{alert.Rule} {alert.Title.Ja} ［{kind}］{alert.Subject.Title} ({alert.Subject.Id})",
            $"{alert.Rule} {alert.Title.En} [{kind}] {alert.Subject.Title} ({alert.Subject.Id})"));
        Line($"    {alert.Message.In(language)}");
        WriteEvidence(alert.Evidence);
        if (alert.Unknown.Count > 0)
        {
            var facts = List(alert.Unknown.Select(fact => fact.In(language)));
            Line(In($"    より重いかどうかは判定不能: {facts}がありません。", $"    whether it is graver cannot be judged: {facts} missing."));
        }
        if (alert.Clears is { } clears)
            Line($"    → {clears.In(language)}");
        WriteFolded([.. folded.AlertsUnder(alert)], folded.UndeterminedUnder(alert).Count());
    }

    private void WriteEvidence(IReadOnlyList<Evidence> evidence)
    {
        var width = evidence.Select(e => DiagnosticPrinter.Width(e.Name.In(language))).DefaultIfEmpty().Max();
        foreach (var item in evidence)
        {
            var name = item.Name.In(language);
            var formula = item.Formula is { } text ? In($"（{text.Ja}）", $" ({text.En})") : "";
            Line($"      {name}{new string(' ', width - DiagnosticPrinter.Width(name))}  {item.Text.In(language)}{formula}");
        }
    }

    private void WriteFolded(IReadOnlyList<Alert> alerts, int undetermined)
    {
        if (alerts.Count > 0)
        {
            var subjects = List(alerts.Select(alert => $"{alert.Rule} {alert.Subject.Title}"), SubjectsNamed);
            Line(In($"    これが原因の指摘{Number(alerts.Count)}件: {subjects}", $"    {Number(alerts.Count)} more because of this: {subjects}"));
        }
        if (undetermined > 0)
            Line(In($"    これが原因の判定不能{Number(undetermined)}件", $"    {Number(undetermined)} undetermined because of this"));
    }

    private void WriteUndetermined(IReadOnlyList<UndeterminedResult> results)
    {
        if (results.Count == 0)
            return;
        Line();
        Line(In($"判定不能 {Number(results.Count)}件", $"Undetermined: {Number(results.Count)}"));
        foreach (var group in Joined(MissingFactGroup.Of(results)))
        {
            Line($"  {group.Sentence(kindOf(group.SubjectType)).In(language)}");
            Line(In($"    規則: {List(group.Rules)}", $"    rules: {List(group.Rules)}"));
            Line(In($"    対象: {List(group.Subjects.Select(s => s.Title), SubjectsNamed)}", $"    subjects: {List(group.Subjects.Select(s => s.Title), SubjectsNamed)}"));
        }
    }

    // What the same rules miss of the same subjects is entered in one go, and told in one line.
    private static IEnumerable<MissingFactGroup> Joined(IEnumerable<MissingFactGroup> groups) => groups
        .GroupBy(group => (group.SubjectType, Subjects: string.Join('\n', group.Subjects.Select(subject => subject.Id)), Rules: string.Join('\n', group.Rules)))
        .Select(alike => alike.First() with
        {
            Fact = new LocalizedText(string.Join('、', alike.Select(group => group.Fact.Ja)), string.Join(", ", alike.Select(group => group.Fact.En))),
        });

    private void WriteFaults(IReadOnlyList<FaultResult> faults)
    {
        if (faults.Count == 0)
            return;
        Line();
        Line(In($"規則の不具合 {Number(faults.Count)}件（ほかの規則は点検しました）", $"Faults: {Number(faults.Count)} (the other rules were checked)"));
        foreach (var fault in faults)
            Line($"  {fault.Rule} {fault.Subject.Title} ({fault.Subject.Id}): {fault.Code}: {fault.Message.In(language)}");
    }

    private string Counts(ReportCounts counts) => In(
        $"重大 {counts.Critical} / 警告 {counts.Warning} / 注意 {counts.Notice} / 情報 {counts.Info} / 判定不能 {counts.Undetermined} / 不具合 {counts.Faults} / 対象外 {counts.NotApplicable} / 指摘なし {counts.Quiet}",
        $"critical {counts.Critical} / warning {counts.Warning} / notice {counts.Notice} / info {counts.Info} / undetermined {counts.Undetermined} / faults {counts.Faults} / not applicable {counts.NotApplicable} / quiet {counts.Quiet}");

    private string List(IEnumerable<string> items, int most = int.MaxValue)
    {
        var all = items.ToList();
        var shown = string.Join(In("、", ", "), all.Take(most));
        var rest = all.Count - most;
        return rest > 0 ? shown + In($" ほか{Number(rest)}件", $" and {Number(rest)} more") : shown;
    }

    private string Coloured(Severity severity, string word)
    {
        if (!colour)
            return word;
        var code = severity switch
        {
            Severity.Critical => "1;31",
            Severity.Warning => "33",
            Severity.Notice => "36",
            _ => "2",
        };
        return $"\e[{code}m{word}\e[0m";
    }

    private string In(string ja, string en) => language == Language.Japanese ? ja : en;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Titles come from a file that may be anybody's: a control character in them must not reach the terminal.
    private void Line(string text = "")
    {
        foreach (var c in text)
            output.Append(char.IsControl(c) ? ' ' : c);
        output.Append('\n');
    }
}
