using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Examples;

/// <summary>Reads the 指摘 and 判定不能 that an example gives: what was found below its subject.</summary>
internal static class GivenAlerts
{
    private static readonly string[] Alerts = ["指摘", "alerts"];
    private static readonly string[] Undetermined = ["判定不能", "undetermined"];

    public static bool IsName(string name) => Alerts.Contains(name) || Undetermined.Contains(name);

    public static (AlertBelow[] Alerts, UndeterminedBelow[] Undetermined) Read(FragmentObject given, Schema schema, SourceText source, List<Diagnostic> diagnostics)
    {
        var severities = schema.Enums.First(e => e.Clr == typeof(Severity));
        var alerts = new List<AlertBelow>();
        foreach (var alert in ObjectsOf(given.Find(Alerts)))
        {
            var word = TextOf(alert, "重大度", "severity");
            if (severities.Find(word) is not { } severity)
                diagnostics.Add(ExampleErrors.UnknownSeverity(source, alert.Span, word, severities));
            else
                alerts.Add(new AlertBelow(TextOf(alert, "規則", "rule"), CategoryOf(alert), (Severity)severity.Value, SubjectOf(alert), IsSecret: false, null));
        }
        var undetermined = new List<UndeterminedBelow>();
        foreach (var result in ObjectsOf(given.Find(Undetermined)))
        {
            var missing = (result.Find("不足", "missing") as FragmentList)?.Items.OfType<FragmentValue>().Select(v => v.Text ?? "").ToArray() ?? [];
            var facts = FactSet.Of([.. missing.Select(name => new Fact(name, name))]);
            var (rule, category, subject) = (TextOf(result, "規則", "rule"), CategoryOf(result), SubjectOf(result));
            undetermined.Add(new UndeterminedBelow(rule, category, subject, missing, IsSecret: false));
            alerts.Add(new AlertBelow(rule, category, Maybe<Severity>.Unknown(facts), subject, IsSecret: false, facts));
        }
        return ([.. alerts], [.. undetermined]);
    }

    private static IEnumerable<FragmentObject> ObjectsOf(Fragment? list) => (list as FragmentList)?.Items.OfType<FragmentObject>() ?? [];

    private static string CategoryOf(FragmentObject given) => TextOf(given, "分類", "category");

    private static SubjectBelow SubjectOf(FragmentObject given) =>
        given.Find("対象", "subject") is FragmentObject subject
            ? new SubjectBelow(TextOf(subject, "ID", "id"), TextOf(subject, "題名", "title"), TextOf(subject, "種別", "type"))
            : new SubjectBelow("", "", "");

    private static string TextOf(FragmentObject given, params string[] names) => (given.Find(names) as FragmentValue)?.Text ?? "";
}
