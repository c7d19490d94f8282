using System.Text;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin;

/// <summary>
/// A check whose result a test writes down, for pages and tables: every severity, folded results, missing facts, a fault and odd characters.
/// The subjects are those of デモ市.
/// </summary>
internal static class FabricatedCheck
{
    public static readonly Alert Late = Alert("SCH-02", "schedule", Severity.Critical, Phase(1), "「稼働」は令和6年3月31日までの予定ですが、完了していません（426日超過）。") with
    {
        Evidence =
        [
            new(new("終了日", "end"), new DateOnly(2024, 3, 31), null, new("令和6年3月31日", "31 March 2024"), null),
            new(new("遅れ日数", "daysLate"), 426m, "日", new("426日", "426 days"), new("基準日 − 終了日 = 2025-05-31 − 2024-03-31", "asOfDate − end = 2025-05-31 − 2024-03-31")),
        ],
        Clears = new("完了日を入力すると解消します。", "Entering the completion date clears it."),
        Source = ["デモ市DX推進計画 第3章"],
        Unknown = [new("状態", "status")],
    };

    public static readonly Alert Following = Alert("SCH-03", "schedule", Severity.Warning, Phase(2), "前の区間が終わっていません。") with { FoldedUnder = Late.Key };

    public static readonly Alert Behind =
        Alert("KPI-02", "kpi", Severity.Warning, Series, "「オンライン申請率」は令和6年度に41%で、<b>期待</b>に届きません。");

    public static readonly Alert Noted = Alert("KPI-12", "kpi", Severity.Notice, new("plan", "demo", "デモ市DX推進計画", []), "成果指標がありません。");

    public static readonly Alert Secret = Alert("SEC-12", "security", Severity.Info, System, "収納システムの領域が書かれていません。") with { Secret = true };

    public static readonly UndeterminedResult NoActual =
        new("KPI-03/p1-k1-s1", "KPI-03", "kpi", false, Series, [new("実績", "actuals")], new("実績がないため判定できません。", "No actuals."), null);

    public static readonly UndeterminedResult NoStatus =
        new("SCH-04/p1-i1-l1-s2", "SCH-04", "schedule", false, Phase(2), [new("状態", "status")], new("状態がないため判定できません。", "No status."), Late.Key);

    public static readonly FaultResult Failed = new("DAT-01", Series, "DX301", new("数が大きすぎます。", "The number is too large."));

    private static AlertSubject Series => new("series", "p1-k1-s1", "オンライン申請率", ["デモ市DX推進計画", "くらしの手続"]);

    private static AlertSubject System => new("system", "sys-1", "収納システム", ["デモ市DX推進計画"]);

    /// <summary>The result as a delegate that gives it for any plan.</summary>
    public static CheckPlan Giving(params Alert[] alerts) => (plan, asOf, _) => Result(plan, asOf, alerts, [NoActual, NoStatus], [Failed]);

    /// <summary>The same with nothing but what is given.</summary>
    public static CheckPlan Only(Alert[] alerts, params UndeterminedResult[] undetermined) => (plan, asOf, _) => Result(plan, asOf, alerts, undetermined, []);

    public static CheckPlan Everything => Giving(Late, Behind, Following, Noted, Secret);

    public static CheckPlan Nothing => (plan, asOf, _) => Result(plan, asOf, [], [], []);

    /// <summary>So many alerts under one phase, or so many that one causes; each on a subject of its own, since a rule says one thing of a subject.</summary>
    public static CheckPlan Many(int count, string? foldedUnder = null)
    {
        var alerts = Enumerable.Range(1, count).Select(i => $"{Phase(2).Id}/many-{i:0000}")
            .Select(id => Following with { Key = $"SCH-03/{id}", Subject = Phase(2) with { Id = id }, FoldedUnder = foldedUnder });
        return Only([.. foldedUnder is null ? [] : new[] { Late }, .. alerts]);
    }

    private static CheckedPlan Result(PlanDocument plan, DateOnly asOf, Alert[] alerts, UndeterminedResult[] undetermined, FaultResult[] faults)
    {
        var rules = new[] { "DAT-01", "KPI-02", "KPI-03", "KPI-12", "SCH-02", "SCH-03", "SCH-04", "SEC-12" }.Select(RuleText).ToList();
        int Count(Severity severity) => alerts.Count(alert => alert.Severity == severity);
        var counts = new ReportCounts(
            Count(Severity.Info), Count(Severity.Notice), Count(Severity.Warning), Count(Severity.Critical), undetermined.Length, 100, 7, faults.Length);
        var report = new CheckReport(
            "0.1.0",
            asOf,
            new RuleSetStamp("f00d" + new string('0', 60), [.. rules.Select(rule => new RuleStamp(rule.RuleId, rule.Version, rule.Hash))]),
            new ProfileStamp("default", "cafe" + new string('0', 60), null),
            [new PlanReport(plan.Plan.Id, plan.Municipality.Code, PlanWriter.Hash(plan), 3, Subjects, alerts, undetermined, [], faults, counts)]);
        return new CheckedPlan(report, Encoding.UTF8.GetBytes(ReportJson.Write(report)), OpenFindings.Hash(report), rules, [], new SubjectIndex(plan));
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Subjects => new Dictionary<string, IReadOnlyList<string>>
    {
        ["plan"] = ["demo"],
        ["phase"] = [Phase(1).Id, Phase(2).Id],
        ["series"] = [Series.Id],
        ["system"] = [System.Id],
    };

    private static RuleTextRow RuleText(string id) => new()
    {
        Hash = $"{id}-hash",
        RuleId = id,
        Version = 1,
        IsSecret = id.StartsWith("SEC", StringComparison.Ordinal),
        Category = id[..3] switch { "SCH" => "schedule", "KPI" => "kpi", "SEC" => "security", _ => "data" },
        TitleJa = $"{id}の題",
        TitleEn = $"Title of {id}",
        Text = $"format: dxrule/1\nid: {id}\nwhen: 基準日 > 終了日\n",
    };

    private static Alert Alert(string rule, string category, Severity severity, AlertSubject subject, string message) => new(
        $"{rule}/{subject.Id}", rule, 1, category, false, severity, new($"{rule}の題", $"Title of {rule}"), subject,
        new LocalizedText(message, $"In English: {rule}"), [], [], null, null, []);

    private static AlertSubject Phase(int number) =>
        new("phase", $"p1-i1-l1-s{number}", number == 1 ? "稼働" : "展開", ["デモ市DX推進計画", "くらしの手続", "申請のオンライン化"]);
}
