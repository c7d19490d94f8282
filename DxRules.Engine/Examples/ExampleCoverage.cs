using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Examples;

/// <summary>What of a rule its examples show.</summary>
/// <param name="Rule">The rule's id.</param>
internal sealed record RuleCoverage(string Rule, IReadOnlyList<CoverageItem> Items)
{
    public int Covered => Items.Count(item => item.IsCovered);

    public bool IsComplete => Items.All(item => item.IsCovered);
}

/// <summary>Something that an example should show.</summary>
internal sealed record CoverageItem(CoverageKind Kind, LocalizedText Name, bool IsCovered);

internal enum CoverageKind
{
    /// <summary>A level that fires.</summary>
    Level,

    /// <summary>The rule concerns the subject and says nothing.</summary>
    Quiet,

    /// <summary>The rule does not concern the subject.</summary>
    NotApplicable,

    /// <summary>A fact that is missing: the result names it.</summary>
    Missing,
}

/// <summary>
/// Measures whether the examples of a rule show all it can say: each level firing, silence, what it does not concern (where it has a
/// <c>where</c>), and each fact of <c>needs</c> missing. Only examples that come out as they say count.
/// </summary>
internal static class ExampleCoverage
{
    /// <summary>One for each rule, in the order of the rules.</summary>
    /// <param name="results">What came of the examples of these rules.</param>
    public static IReadOnlyList<RuleCoverage> Of(IReadOnlyList<Rule> rules, IReadOnlyList<ExampleResult> results)
    {
        var byRule = results.Where(result => result.Passed).ToLookup(result => result.Rule, StringComparer.Ordinal);
        return [.. rules.Select(rule => new RuleCoverage(rule.Id, [.. ItemsOf(rule, [.. byRule[rule.Id]])]))];
    }

    private static IEnumerable<CoverageItem> ItemsOf(Rule rule, IReadOnlyList<ExampleResult> passed)
    {
        var found = passed.Select(result => result.Found).ToList();
        for (var level = 0; level < rule.Levels.Count; level++)
            yield return new(CoverageKind.Level, NameOf(rule, level), found.Any(f => f.Outcome == Outcome.Alert && f.Level == level));
        if (rule.When is not null || rule.Levels.All(level => level.Condition is not null))
            yield return new(CoverageKind.Quiet, new("指摘なし", "quiet"), found.Any(f => f.Outcome == Outcome.Quiet));
        if (rule.Where is not null)
            yield return new(CoverageKind.NotApplicable, new("対象外", "not applicable"), found.Any(f => f.Outcome == Outcome.NotApplicable));
        foreach (var need in rule.Needs)
            yield return new(CoverageKind.Missing, new($"{need.Fact.Ja}が不明", $"{need.Fact.En} unknown"), passed.Any(result => Shows(rule, need, result)));
    }

    private static LocalizedText NameOf(Rule rule, int level)
    {
        var word = Alerts.SeverityWords.Of(rule.Levels[level].Severity);
        var isAlone = rule.Levels.Count(l => l.Severity == rule.Levels[level].Severity) == 1;
        return isAlone ? word : new($"{word.Ja}（{level + 1}段目）", $"{word.En} (level {level + 1})");
    }

    /// <summary>
    /// Whether an example shows a need missing: its result names the need, or an object on the way to it; for a measure, a link and a list,
    /// which lack facts of other names, whether the example does not know it and its result names a fact that is no other need.
    /// </summary>
    private static bool Shows(Rule rule, Need need, ExampleResult result)
    {
        var missing = result.Found.Missing?.Facts ?? [];
        return missing.Any(fact => IsOnTheWay(fact, need))
            || (need.LacksOthers && result.Unknown.Contains(need) && missing.Any(fact => rule.Needs.All(other => other.LacksOthers || !IsOnTheWay(fact, other))));
    }

    private static bool IsOnTheWay(Fact missing, Need need) =>
        Covers(missing.Ja, need.Fact.Ja) || Covers(missing.En, need.Fact.En);

    private static bool Covers(string missing, string need) => need == missing || need.StartsWith(missing + ".", StringComparison.Ordinal);
}
