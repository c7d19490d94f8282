using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Examples;

/// <summary>How an example that did not come out is told: DX310 to DX319.</summary>
internal static class ExampleErrors
{
    public static Diagnostic Unexpected(SourceText source, RuleExample example, Expectation found, IReadOnlyList<Fact> facts)
    {
        var missing = facts.Count == 0
            ? new LocalizedText("", "")
            : new($"（不足: {string.Join("、", facts.Select(f => f.Ja))}）", $" (missing: {string.Join(", ", facts.Select(f => f.En))})");
        return new("DX310", DiagnosticSeverity.Error,
            new($"例「{example.Name.Value}」は{WordOf(example.Expect.Value).Ja}のはずですが、{WordOf(found).Ja}{missing.Ja}になりました。",
                $"Example '{example.Name.Value}' expects {WordOf(example.Expect.Value).En}, but the rule gives {WordOf(found).En}{missing.En}."),
            source, example.Expect.Span);
    }

    public static Diagnostic OtherFacts(SourceText source, RuleExample example, string key, IReadOnlyList<Located<string>> expected, IReadOnlyList<Fact> found) =>
        new("DX311", DiagnosticSeverity.Error,
            new($"例「{example.Name.Value}」の {key} には「{Join(expected.Select(e => e.Value), "、")}」と書かれていますが、実際は{(found.Count == 0 ? "何もありません" : $"「{Join(found.Select(f => f.Ja), "、")}」です")}。",
                $"Example '{example.Name.Value}' says {key}: [{Join(expected.Select(e => e.Value), ", ")}], but the rule gives [{Join(found.Select(f => f.En), ", ")}]."),
            source, expected.Count > 0 ? expected[0].Span : example.Expect.Span);

    public static Diagnostic Failed(SourceText source, Located<string> name, EvaluationFault fault) =>
        new("DX312", DiagnosticSeverity.Error,
            new($"例「{name.Value}」で規則が失敗しました（{fault.Code}）。{fault.Text.Ja}", $"The rule failed on example '{name.Value}' ({fault.Code}). {fault.Text.En}"),
            source, name.Span);

    public static Diagnostic UnknownSeverity(SourceText source, TextSpan span, string word, EnumType severities) =>
        new("DX313", DiagnosticSeverity.Error,
            new($"指摘の重大度「{word}」は使えません。使える値: {string.Join("、", severities.Words.Select(w => w.Ja))}。",
                $"'{word}' is no severity of an alert. Allowed: {string.Join(", ", severities.Words.Select(w => w.En))}."),
            source, span);

    private static string Join(IEnumerable<string> names, string separator) => string.Join(separator, names);

    private static LocalizedText WordOf(Expectation expectation) => expectation switch
    {
        Expectation.Info => new("情報", "info"),
        Expectation.Notice => new("注意", "notice"),
        Expectation.Warning => new("警告", "warning"),
        Expectation.Critical => new("重大", "critical"),
        Expectation.Quiet => new("指摘なし", "quiet"),
        Expectation.NotApplicable => new("対象外", "notApplicable"),
        _ => new("判定不能", "undetermined"),
    };
}
