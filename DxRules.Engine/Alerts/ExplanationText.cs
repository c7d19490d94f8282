using System.Text;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>An explanation for people: the result, then each part of each condition with its value, a mark at those that decide.</summary>
internal static class ExplanationText
{
    private const string Decides = "● ";
    private const string DoesNot = "  ";

    // Values stand beneath each other up to this column; longer expressions push theirs to the right.
    private const int ValueColumn = 56;

    /// <summary>The text, with a line break at its end.</summary>
    public static string Write(Explanation explanation, Language language)
    {
        var output = new StringBuilder();
        output.Append($"{explanation.Rule} × {explanation.Subject}: {ResultOf(explanation.Outcome, explanation.Severity).In(language)}\n");
        if (explanation.Missing.Count > 0)
            output.Append(new LocalizedText("不足: ", "missing: ").In(language)).Append(Names(explanation.Missing, language)).Append('\n');
        if (explanation.Reason is { } reason)
            output.Append(new LocalizedText("理由: ", "because: ").In(language)).Append(reason.In(language)).Append('\n');
        foreach (var part in explanation.DecidedBy)
            AppendLine(output, $"{new LocalizedText("決め手: ", "decided by: ").In(language)}{part.Text} → {part.Value.In(language)}");
        foreach (var condition in explanation.Conditions)
        {
            output.Append($"\n{condition.Name.In(language)}\n");
            Append(output, condition.Root, depth: 0, language);
        }
        if (explanation.Conditions.Count == 0)
            return output.ToString();
        output.Append(new LocalizedText($"\n{Decides}結果を決めた部分\n", $"\n{Decides}decides the result\n").In(language));
        return output.ToString();
    }

    private static void Append(StringBuilder output, ExplainedPart part, int depth, Language language)
    {
        var text = $"{new string(' ', 2 * depth)}{(part.Decides ? Decides : DoesNot)}{part.Text}";
        var gap = Math.Max(2, ValueColumn - DiagnosticPrinter.Width(text));
        var missing = part.Missing.Count > 0 ? new LocalizedText($"（不足: {Names(part.Missing, language)}）", $" (missing: {Names(part.Missing, language)})").In(language) : "";
        AppendLine(output, $"  {text}{new string(' ', gap)}{part.Value.In(language)}{missing}");
        foreach (var inner in part.Parts)
            Append(output, inner, depth + 1, language);
    }

    private static void AppendLine(StringBuilder output, string line)
    {
        foreach (var c in line)
            output.Append(char.IsControl(c) ? ' ' : c);
        output.Append('\n');
    }

    /// <summary>The result in a word: the severity of an alert, or what came out instead.</summary>
    public static LocalizedText ResultOf(Outcome outcome, Rules.Severity? severity) => outcome switch
    {
        Outcome.Alert => SeverityWords.Of(severity!.Value),
        Outcome.Undetermined => new("判定不能", "undetermined"),
        Outcome.NotApplicable => new("対象外", "not applicable"),
        Outcome.Fault => new("不具合", "fault"),
        _ => new("指摘なし", "quiet"),
    };

    private static string Names(IReadOnlyList<Fact> facts, Language language) =>
        language == Language.Japanese ? string.Join("、", facts.Select(f => f.Ja)) : string.Join(", ", facts.Select(f => f.En));
}
