using System.Text;
using System.Text.Json;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>Reads what <see cref="ReportJson"/> writes. A report is made by a machine, so the first thing that is wrong with it is enough.</summary>
internal static class ReportJsonReader
{
    public static (CheckReport? Report, IReadOnlyList<Diagnostic> Diagnostics) Read(SourceText source)
    {
        try
        {
            using var document = JsonDocument.Parse(source.Content);
            return (Report(new JsonMember(document.RootElement, "$")), []);
        }
        catch (JsonException wrong)
        {
            var span = new TextSpan(OffsetOf(source, wrong), 1);
            return (null, [new Diagnostic("DX501", DiagnosticSeverity.Error, new LocalizedText(
                "報告書（JSON）として読めません。ここで書き方が崩れています。",
                "This cannot be read as a report: the JSON breaks off or goes wrong here."), source, span)]);
        }
        catch (JsonMemberException wrong)
        {
            return (null, [new Diagnostic("DX502", DiagnosticSeverity.Error, wrong.Expected, source, default, new LocalizedText(
                "check --format json が出力したファイルを指定してください。",
                "give a file that check --format json wrote."), wrong.Path)]);
        }
    }

    private static int OffsetOf(SourceText source, JsonException wrong)
    {
        var line = (int)(wrong.LineNumber ?? 0) + 1;
        var text = Encoding.UTF8.GetBytes(source.Line(line));
        var before = (int)Math.Min(wrong.BytePositionInLine ?? 0, text.Length);
        return source.OffsetOf(line, Encoding.UTF8.GetCharCount(text, 0, before) + 1);
    }

    private static CheckReport Report(JsonMember report)
    {
        var format = report["format"].Text;
        if (format != ReportJson.Format)
            throw report["format"].Wrong(new LocalizedText($"\"{ReportJson.Format}\" であるべきところが \"{format}\" です。", $"Expected \"{ReportJson.Format}\" but found \"{format}\"."));
        var ruleSet = report["ruleSet"];
        var profile = report["profile"];
        return new CheckReport(
            report["engine"].Text,
            report["asOf"].Date,
            new RuleSetStamp(ruleSet["hash"].Text, ruleSet["rules"].List(rule => new RuleStamp(rule["id"].Text, rule["version"].Count, rule["hash"].Text))),
            new ProfileStamp(profile["name"].Text, profile["hash"].Text, profile["scale"].TextOrNull),
            report["plans"].List(Plan));
    }

    private static PlanReport Plan(JsonMember plan) => new(
        plan["plan"].Text,
        plan["municipality"].Text,
        plan["hash"].Text,
        plan["laterFactsIgnored"].Count,
        plan["subjects"].Members.ToDictionary(type => type.Name, type => type.Value.List(id => id.Text), StringComparer.Ordinal),
        plan["alerts"].List(Alert),
        plan["undetermined"].List(Undetermined),
        plan["notApplicable"].List(key => key.Text),
        plan["faults"].List(fault => new FaultResult(fault["rule"].Text, Subject(fault["subject"]), fault["code"].Text, Localized(fault["message"]))),
        Counts(plan["counts"]));

    private static Alert Alert(JsonMember alert) => new(
        alert["key"].Text,
        alert["rule"].Text,
        alert["version"].Count,
        alert["category"].Text,
        alert["secret"].Flag,
        Severity(alert["severity"]),
        Localized(alert["title"]),
        Subject(alert["subject"]),
        Localized(alert["message"]),
        alert["evidence"].List(Evidence),
        alert["unknown"].List(Localized),
        LocalizedOrNull(alert["clears"]),
        alert["foldedUnder"].TextOrNull,
        alert["source"].List(source => source.Text));

    private static Evidence Evidence(JsonMember evidence) => new(
        Localized(evidence["name"]),
        evidence["value"].Value,
        evidence["unit"].TextOrNull,
        Localized(evidence["text"]),
        LocalizedOrNull(evidence["formula"]));

    private static UndeterminedResult Undetermined(JsonMember result) => new(
        result["key"].Text,
        result["rule"].Text,
        result["category"].Text,
        result["secret"].Flag,
        Subject(result["subject"]),
        result["missing"].List(Localized),
        Localized(result["reason"]),
        result["foldedUnder"].TextOrNull);

    private static ReportCounts Counts(JsonMember counts) => new(
        counts["info"].Count,
        counts["notice"].Count,
        counts["warning"].Count,
        counts["critical"].Count,
        counts["undetermined"].Count,
        counts["quiet"].Count,
        counts["notApplicable"].Count,
        counts["faults"].Count);

    private static AlertSubject Subject(JsonMember subject) =>
        new(subject["type"].Text, subject["id"].Text, subject["title"].Text, subject["path"].List(title => title.Text));

    private static Severity Severity(JsonMember severity) =>
        SeverityWords.Find(severity.Text) ?? throw severity.Wrong(new LocalizedText(
            $"info、notice、warning、critical のいずれかであるべきところが \"{severity.Text}\" です。",
            $"Expected info, notice, warning or critical but found \"{severity.Text}\"."));

    private static LocalizedText Localized(JsonMember text) => new(text["ja"].Text, text["en"].Text);

    private static LocalizedText? LocalizedOrNull(JsonMember text) => text.IsNull ? null : Localized(text);
}
