using System.Text;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks.Changes;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>An explanation for people: what came out and why, then what would change it.</summary>
internal static class PlanExplanationText
{
    /// <summary>The text, with a line break at its end.</summary>
    public static string Write(PlanExplanation explanation, Language language)
    {
        var output = new StringBuilder();
        output.Append(OneLine($"{explanation.Why.Rule} {explanation.RuleTitle.In(language)} × {explanation.Subject.Title}")).Append('\n');
        output.Append(ExplanationText.Write(explanation.Why, language));
        if (explanation.Clears is { } clears)
            output.Append('\n').Append(OneLine($"{new LocalizedText("解消の条件: ", "cleared by: ").In(language)}{clears.In(language)}")).Append('\n');
        AppendChanges(output, explanation, language);
        if (explanation.IfKnown.Count > 0)
        {
            output.Append(new LocalizedText("\n足りない項目が分かった場合の判定\n", "\nWhat the missing facts would lead to\n").In(language));
            foreach (var fact in explanation.IfKnown)
                output.Append(OneLine($"  {Sentence(fact).In(language)}")).Append('\n');
        }
        return output.ToString();
    }

    private static void AppendChanges(StringBuilder output, PlanExplanation explanation, Language language)
    {
        if (explanation.Why is not { Outcome: Evaluation.Outcome.Quiet })
            return;
        if (explanation.Changes.Count == 0)
        {
            output.Append(new LocalizedText("\n一つの項目だけを変えても、指摘にはなりません。\n", "\nNo change of a single fact would make it fire.\n").In(language));
            return;
        }
        output.Append(new LocalizedText("\n指摘になる最小の変更\n", "\nThe smallest change that would make it fire\n").In(language));
        foreach (var change in explanation.Changes)
            output.Append(OneLine($"  {change.Sentence.In(language)}")).Append('\n');
    }

    /// <summary>状態: 未着手・実施中なら警告、完了なら指摘なし</summary>
    private static LocalizedText Sentence(KnownFact fact)
    {
        if (fact.Outcomes.Count == 0)
            return new($"{fact.Fact.Ja}: 入力が必要です。", $"{fact.Fact.En}: to be entered.");
        var groups = new List<(LocalizedText Result, List<OutcomeIf> Values)>();
        foreach (var value in fact.Outcomes)
        {
            var result = ExplanationText.ResultOf(value.Outcome, value.Severity);
            if (groups.Count > 0 && groups[^1].Result == result)
                groups[^1].Values.Add(value);
            else
                groups.Add((result, [value]));
        }
        return new(
            $"{fact.Fact.Ja}: {string.Join("、", groups.Select(g => $"{string.Join("・", g.Values.Select(v => v.Words.Ja))}なら{g.Result.Ja}"))}",
            $"{fact.Fact.En}: {string.Join("; ", groups.Select(g => $"{string.Join(", ", g.Values.Select(v => v.Words.En))} → {g.Result.En}"))}");
    }

    // Titles come from a plan file and may hold anything.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
