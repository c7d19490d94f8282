using DxRules.Admin.Answers;
using DxRules.Admin.Api.Operations;
using DxRules.Admin.Data;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Api;

/// <summary>What answers look like, for the document that describes the interface. A city that does not exist.</summary>
internal static class ApiExamples
{
    private static readonly DateTimeOffset At = new(2025, 6, 2, 0, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2025, 5, 31);
    private static readonly string Hash = new('0', 64);
    private static readonly string[] Policy = ["1 窓口の改革"];

    public static readonly PlanItem Plan = new()
    {
        Id = 2, Municipality = "992011", MunicipalityName = "デモ市", PlanId = "demo-city-2023", Title = "デモ市DX推進計画", Status = PlanStatus.InForce, Start = new(2023, 4, 1), End = new(2028, 3, 31),
        Version = 12, VersionAt = At, Cycles = [new PlanCycle { Id = 5, FiscalYear = 2024, IsOpen = true }],
    };

    public static readonly RunItem Run = new()
    {
        Number = 2, AsOf = Day, At = At, PlanVersion = 12, Engine = PlanCheck.EngineVersion, RuleSetHash = Hash, Profile = "packaged-rules", ReportHash = Hash,
        Counts = new CountsItem { Critical = 1, Warning = 4, Notice = 9, Info = 2, Undetermined = 3, Faults = 0 },
    };

    public static readonly CycleItem Cycle = new() { Id = 5, Plan = 2, FiscalYear = 2024, IsOpen = true, OpenedAt = At, ClosedAt = null, LatestRun = Run };

    public static readonly CycleDetail CycleDetail = new()
    {
        Id = 4, Plan = 2, FiscalYear = 2023, IsOpen = false, OpenedAt = At, ClosedAt = At, LatestRun = Run, Steps = [new StepItem { Step = CycleStep.Entry, DueOn = Day, DoneAt = At }],
        Runs = [Run], Issues = [new IssueItem { Number = 1, Run = 2, At = At, Reason = null }],
    };

    private static readonly StandingItem Standing = new() { State = WorkState.Approved, Decision = AnswerDecision.Act, Owner = "d-shimin", DueOn = new(2025, 9, 30), AcceptedUntil = null };

    public static readonly AlertItem Alert = new()
    {
        Key = "SCH-02/p1-i1-m1", Outcome = Outcome.Alert, Severity = Severity.Warning, State = AlertState.Continuing, Nth = 2, PreviousSeverity = Severity.Warning, Rule = "SCH-02",
        Title = new("期限を過ぎた到達点", "Milestone past its day"), Category = "schedule",
        Subject = new SubjectItem { Type = "milestone", Id = "p1-i1-m1", Title = "書かない窓口の開始", Path = Policy }, Policy = "p1", Departments = ["d-shimin"],
        Message = new("「書かない窓口の開始」が期限を過ぎています。", "\"書かない窓口の開始\" is past its day."), Missing = [], FoldedUnder = null, Answer = Standing,
    };

    public static readonly AlertsPage Alerts = new()
    {
        Plan = 2, Cycle = 5, FiscalYear = 2024, Run = Run, Total = 16, Next = "/api/v1/cycles/5/alerts?limit=1&after=MTIuMQ", Items = [Alert],
    };

    public static readonly AlertDetail AlertDetail = new()
    {
        Key = Alert.Key, Outcome = Alert.Outcome, Severity = Alert.Severity, State = Alert.State, Nth = Alert.Nth, PreviousSeverity = Alert.PreviousSeverity, Rule = Alert.Rule, Title = Alert.Title,
        Category = Alert.Category, Subject = Alert.Subject, Policy = Alert.Policy, Departments = Alert.Departments, Message = Alert.Message, Missing = [], FoldedUnder = null, Answer = Standing,
        Cycle = 5, Run = 2, Evidence = [new EvidenceItem { Name = new("期限", "dueOn"), Text = new("令和7年3月31日（2025年）", "31 March 2025"), Unit = null, Formula = null }],
        Unknown = [], Clears = new("到達した日が入ると消えます。", "It clears once the day on which it was reached is entered."), Source = ["デモ市DX推進計画"],
        Answers =
        [
            new AnswerItem
            {
                FiscalYear = 2024, State = AnswerState.Approved, Decision = AnswerDecision.Act, Cause = "契約の遅れ", Text = "9月末までに開始します。", Owner = "d-shimin", DueOn = new(2025, 9, 30),
                AcceptedUntil = null, ReportedDoneAt = null,
            },
        ],
        History = [new HistoryItem { Cycle = 5, FiscalYear = 2024, Run = 2, AsOf = Day, Severity = "warning", State = AlertState.Continuing }],
    };

    public static readonly PlanDocument Document = new()
    {
        Municipality = new Municipality { Code = "992011", Name = "デモ市", Prefecture = "デモ県" },
        Plan = new PlanHeader { Id = "demo-city-2023", Title = "デモ市DX推進計画", Status = PlanStatus.InForce },
        Departments = [new Department { Id = "d-shimin", Name = "市民課" }],
        Policies = [new Policy { Id = "p1", Number = "1", Title = "窓口の改革", Departments = [new ResponsibleDepartment { Id = "d-shimin" }], Initiatives = [new Initiative { Id = "p1-i1", Title = "書かない窓口" }] }],
    };

    public static readonly CheckReport Report = new(
        PlanCheck.EngineVersion, Day, new RuleSetStamp(Hash, [new RuleStamp("SCH-02", 1, Hash)]), new ProfileStamp("packaged-rules", Hash, null),
        [
            new PlanReport(
                "demo-city-2023", "992011", Hash, 0, new Dictionary<string, IReadOnlyList<string>> { ["milestone"] = ["p1-i1-m1"] },
                [
                    new Alert(
                        "SCH-02/p1-i1-m1", "SCH-02", 1, "schedule", false, Severity.Warning, new("期限を過ぎた到達点", "Milestone past its day"), new AlertSubject("milestone", "p1-i1-m1", "書かない窓口の開始", Policy),
                        new("「書かない窓口の開始」が期限を過ぎています。", "\"書かない窓口の開始\" is past its day."),
                        [new Evidence(new("期限", "dueOn"), new DateOnly(2025, 3, 31), null, new("令和7年3月31日（2025年）", "31 March 2025"), null)], [], null, null, []),
                ],
                [new UndeterminedResult("KPI-02/k1", "KPI-02", "kpi", false, new AlertSubject("kpi", "k1", "申請のオンライン化率", Policy), [new("実績", "actual")], new("実績が入っていません。", "The actual is not entered."), null)],
                [], [new FaultResult("SCH-05", new AlertSubject("milestone", "p1-i1-m1", "書かない窓口の開始", Policy), "DX301", new("計算できませんでした。", "It could not be computed."))], new ReportCounts(0, 0, 1, 0, 1, 0, 0, 1)),
        ]);
}
