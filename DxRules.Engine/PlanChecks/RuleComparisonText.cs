using System.Text;
using DxRules.Engine.Alerts;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>A comparison of rules for people: first the rules, then each plan and day with what changed.</summary>
internal static class RuleComparisonText
{
    /// <summary>The text, with a line break at its end.</summary>
    public static string Write(RuleComparison comparison, Language language)
    {
        var output = new StringBuilder();
        if (comparison.IsSame)
            return output.Append(new LocalizedText("違いはありません。\n", "No differences.\n").In(language)).ToString();
        foreach (var rule in comparison.Rules)
            Line(output, SentenceOf(rule).In(language));
        if (comparison.SharedChanged)
            Line(output, new LocalizedText("規則は同じで、共有パラメータ、評価基準か設定が変わっています。", "The rules are the same; shared parameters, scales or the profile changed.").In(language));
        foreach (var plan in comparison.Plans)
        {
            output.Append('\n');
            Line(output, $"{plan.Plan}  {ReportValue.Text(plan.AsOf)}  {CountsOf(plan, language)}");
            foreach (var change in plan.Changes)
                Line(output, $"  {WordOf(change.Kind).In(language)}  {change.Key}「{change.Subject.Title}」 {StateOf(change.Before, language)} → {StateOf(change.After, language)}");
        }
        return output.ToString();
    }

    /// <summary>What kind of change it is, in a word.</summary>
    public static LocalizedText WordOf(ResultChangeKind kind) => kind switch
    {
        ResultChangeKind.Appeared => new("新たな指摘", "appeared"),
        ResultChangeKind.Disappeared => new("消えた指摘", "disappeared"),
        ResultChangeKind.MoreSevere => new("重くなった", "more severe"),
        ResultChangeKind.LessSevere => new("軽くなった", "less severe"),
        ResultChangeKind.BecameUndetermined => new("判定不能になった", "became undetermined"),
        ResultChangeKind.CameBack => new("再び指摘になった", "came back"),
        ResultChangeKind.NoLongerUndetermined => new("判定不能でなくなった", "no longer undetermined"),
        _ => new("不具合", "fault"),
    };

    private static LocalizedText SentenceOf(RuleChange rule) => rule.Kind switch
    {
        RuleChangeKind.Added => new($"＋ {rule.Rule} 追加（版{rule.After!.Version}）", $"+ {rule.Rule} added (version {rule.After.Version})"),
        RuleChangeKind.Removed => new($"－ {rule.Rule} 削除（版{rule.Before!.Version}）", $"- {rule.Rule} removed (version {rule.Before.Version})"),
        _ when rule.IsUnmarked => new(
            $"！ {rule.Rule} 内容が変わっていますが、版は{rule.After!.Version}のままです。version を上げてください。",
            $"! {rule.Rule} changed, but its version is still {rule.After.Version}: raise it."),
        _ => new($"～ {rule.Rule} 変更（版{rule.Before!.Version} → {rule.After!.Version}）", $"~ {rule.Rule} changed (version {rule.Before.Version} → {rule.After.Version})"),
    };

    private static string CountsOf(PlanDifference plan, Language language)
    {
        if (plan.Changes.Count == 0)
            return new LocalizedText("変わりません。", "no change").In(language);
        var counts = plan.Changes.GroupBy(change => change.Kind).OrderBy(group => group.Key).Select(group => $"{WordOf(group.Key).In(language)} {group.Count()}");
        return string.Join(language == Language.Japanese ? "、" : ", ", counts);
    }

    private static string StateOf(ResultState state, Language language)
    {
        var missing = string.Join(language == Language.Japanese ? "、" : ", ", state.Missing.Select(fact => fact.In(language)));
        return state.Word switch
        {
            ResultWord.Alert => SeverityWords.Of(state.Severity!.Value).In(language),
            ResultWord.Undetermined => new LocalizedText($"判定不能（不足: {missing}）", $"undetermined (missing: {missing})").In(language),
            ResultWord.NotApplicable => new LocalizedText("対象外", "not applicable").In(language),
            ResultWord.Fault => new LocalizedText("不具合", "fault").In(language),
            ResultWord.NotJudged => new LocalizedText("判定なし", "not judged").In(language),
            _ => new LocalizedText("指摘なし", "quiet").In(language),
        };
    }

    // Titles come from a plan file and may hold anything.
    private static void Line(StringBuilder output, string text)
    {
        foreach (var c in text)
            output.Append(char.IsControl(c) ? ' ' : c);
        output.Append('\n');
    }
}
