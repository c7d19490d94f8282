using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.CSharp;
using DxRules.Engine.Plans;
using Severity = DxRules.Engine.Rules.Severity;

namespace DxRules.Tests.Engine.PlanChecks.CSharp;

/// <summary>The code of the page csharp-rules.md, which a test compares with these lines.</summary>
internal static class DocumentedRules
{
    public static CSharpRule Late()
    {
        // [rule]
        var rule = Rule.For<Phase>("CITY-01")
            .Title("完了遅れ（市独自）", "Phase not completed on time (city)")
            .Category("schedule")
            .Source("市DX推進要綱 第5条")
            .Parameter("猶予", "grace", type: "days", value: "P30D")
            .Needs("状態", "終了日")
            .Where((p, c) => p.Kind == PhaseKind.Once
                && (c.IsNull("取組.状態") || c.Value<WorkStatus>("取組.状態") != WorkStatus.Cancelled))
            .When((p, c) => p.Status != WorkStatus.Completed
                && c.AsOf > p.End!.Value.Day.AddDays(c.Value<DaysDuration>("猶予").Span.Days))
            .Level(Severity.Critical, (p, c) => p.StartedOn == null)
            .Level(Severity.Warning)
            .Message("「{題名}」は{終了日}までの予定ですが、完了していません。", "\"{title}\" was due by {end} and is not complete.")
            .Clears("完了日を入力すると解消します。", "Entering the completion date clears it.")
            .Example("猶予を過ぎて着手もしていなければ重大", new(2025, 5, 1), "{ 終了日: 2025-03-31, 状態: 未着手 }", "critical")
            .Example("着手していれば警告", new(2025, 5, 1), "{ 終了日: 2025-03-31, 状態: 実施中, 着手日: 2024-05-01 }", "warning")
            .Example("期限前なら状態が分からなくても指摘しない", new(2025, 3, 31), "{ 終了日: 2025-03-31 }", "quiet")
            .Example("期限を過ぎて状態が分からなければ判定不能", new(2025, 5, 1), "{ 終了日: 2025-03-31 }", "undetermined", missing: ["状態"]);
        // [/rule]
        return rule;
    }

    public static PlanCheck Load(CSharpRule rule)
    {
        // [load]
        var check = PlanCheck.Load(ownRules: [rule]);
        if (check.RunExamples().Count > 0)
            throw new InvalidOperationException("A rule does not do what its examples say.");
        // [/load]
        return check;
    }

    public static IReadOnlyList<(string Rule, string Subject)> Match(PlanCheck check, PlanDocument plan, DateOnly asOf)
    {
        // [tree]
        var matches = new List<(string Rule, string Subject)>();
        foreach (var condition in check.Conditions)
        {
            var fires = condition.Fires.Compile();
            foreach (var subject in check.Subjects(plan, asOf).Where(fires))
                matches.Add((condition.Rule, subject.Identity.Id));
        }
        // [/tree]
        return matches;
    }
}
