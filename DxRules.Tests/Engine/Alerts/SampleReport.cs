using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Alerts;

/// <summary>A small report with one of everything.</summary>
internal static class SampleReport
{
    private static readonly IReadOnlyList<string> InPolicy = ["デモ市DX計画", "(1) 窓口"];

    /// <summary>Names of the kinds that occur in it.</summary>
    public static LocalizedText KindOf(string type) => type switch
    {
        "plan" => new("計画", "plan"),
        "phase" => new("区間", "phase"),
        "series" => new("系列", "series"),
        _ => new(type, type),
    };

    public static readonly Alert Late = new(
        "SCH-02/ph-1", "SCH-02", 1, "schedule", false, Severity.Critical,
        new("完了遅れ", "Phase not completed on time"),
        new AlertSubject("phase", "ph-1", "髙橋𠮷　\"窓口\"", InPolicy),
        new("「髙橋𠮷　\"窓口\"」は令和7年3月31日までの予定ですが、完了していません。", "Phase \"Counter\" was due by 31 March 2025 and is not complete."),
        [
            new(new("終了日", "end"), new DateOnly(2025, 3, 31), null, new("令和7年3月31日", "31 March 2025"), null),
            new(new("ペース", "pace"), 0.7400m, null, new("74%", "74%"), new("進捗率 ÷ 期待進捗率", "progress ratio ÷ expected ratio")),
            new(new("遅れ日数", "daysLate"), 61m, "日", new("61日", "61 days"), null),
            new(new("年度", "years"), new List<object?> { 2023m, null, true }, null, new("2023、なし、はい", "2023, none, yes"), null),
        ],
        [new("取組.状態", "initiative.status")],
        new("完了日を入力すると解消します。", "Entering the completion date clears it."),
        null,
        ["山形市スマートシティ推進基本計画 第3章第3項"]);

    public static readonly Alert Folded = new(
        "SCH-03/ph-2", "SCH-03", 2, "schedule", false, Severity.Notice,
        new("後段の遅れ", "Successor delayed"),
        new AlertSubject("phase", "ph-2", "本格実施", InPolicy),
        new("前段が終わっていません。", "The phase before it has not ended."),
        [], [], null, "SCH-02/ph-1", []);

    public static readonly Alert OfPlan = new(
        "GOV-03/demo-plan", "GOV-03", 1, "governance", false, Severity.Warning,
        new("年次点検なし", "No annual review"),
        new AlertSubject("plan", "demo-plan", "デモ市DX計画", []),
        new("令和6年度の点検がありません。", "FY2024 has not been reviewed."),
        [], [], null, null, []);

    public static readonly CheckReport Report = new(
        "0.1.0",
        new DateOnly(2025, 5, 31),
        new RuleSetStamp("sha256:aa", [new("SCH-02", 1, "sha256:bb"), new("SCH-03", 2, "sha256:cc")]),
        new ProfileStamp("default", "sha256:dd", null),
        [
            new PlanReport(
                "demo-plan", "999997", "sha256:ee", 2,
                new Dictionary<string, IReadOnlyList<string>> { ["plan"] = ["demo-plan"], ["phase"] = ["ph-1", "ph-2"] },
                [Late, OfPlan, Folded],
                [
                    Undetermined("KPI-02", "s-1", "実績", "actuals"),
                    Undetermined("KPI-02", "s-2", "実績", "actuals"),
                    Undetermined("KPI-03", "s-1", "現況値", "baseline", "実績", "actuals"),
                ],
                ["SCH-02/ph-2"],
                [new("KPI-05", new AlertSubject("series", "s-2", "満足度（若者）", InPolicy), "DX301", new("桁あふれです。", "The number is too large."))],
                new ReportCounts(0, 1, 1, 1, 3, 4, 1, 1)),
        ]);

    private static UndeterminedResult Undetermined(string rule, string id, params string[] missing) => new(
        $"{rule}/{id}", rule, "kpi", false,
        new AlertSubject("series", id, "満足度 " + id, InPolicy),
        [.. missing.Chunk(2).Select(fact => new LocalizedText(fact[0], fact[1]))],
        new($"{missing[0]}がありません。", $"{missing[1]} is missing."), null);
}
