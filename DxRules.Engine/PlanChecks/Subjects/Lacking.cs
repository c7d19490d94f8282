using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>
/// What measures and links can lack, named from the subject that holds them, and why there can be nothing to compute. The names are
/// those of the schema; a test walks each of them through it.
/// </summary>
internal static class Lacking
{
    // Seen from a plan.
    public static readonly FactSet Period = Of("期間", "period");
    public static readonly FactSet PeriodStart = Of("期間.開始日", "period.start");
    public static readonly FactSet PeriodEnd = Of("期間.終了日", "period.end");
    public static readonly FactSet Cycles = Of("点検", "cycles");

    // Lists that lie deeper, named by the outermost one that is unknown.
    public static readonly FactSet Policies = Of("施策", "policies");
    public static readonly FactSet Initiatives = Of("取組", "initiatives");
    public static readonly FactSet Phases = Of("区間", "phases");
    public static readonly FactSet Milestones = Of("期日", "milestones");
    public static readonly FactSet Kpis = Of("指標", "kpis");
    public static readonly FactSet Audits = Of("監査", "audits");
    public static readonly FactSet Findings = Of("監査指摘", "findings");
    public static readonly FactSet Bodies = Of("会議体", "bodies");
    public static readonly FactSet Members = Of("委員", "members");
    public static readonly FactSet Meetings = Of("会議", "meetings");
    public static readonly FactSet Submissions = Of("提出", "submissions");

    // Seen from a series.
    public static readonly FactSet Baseline = Of("現況値", "baseline");
    public static readonly FactSet Target = Of("目標", "target");
    public static readonly FactSet TargetYear = Of("目標.年度", "target.fiscalYear");
    public static readonly FactSet Actuals = Of("実績", "actuals");
    public static readonly FactSet ActualValue = Of("実績.値", "actuals.value");
    public static readonly FactSet Aggregation = Of("指標.集計方法", "kpi.aggregation");
    public static readonly FactSet Direction = Of("指標.方向", "kpi.direction");
    public static readonly FactSet Tolerance = Of("指標.許容差", "kpi.tolerance");

    // Seen from a KPI and from all that is above one.
    public static readonly FactSet Series = Of("系列", "series");

    // Seen from a phase.
    public static readonly FactSet Start = Of("開始日", "start");
    public static readonly FactSet End = Of("終了日", "end");

    public static readonly FactSet Records = Of("記録", "records");

    // Seen from a phase and from an initiative.
    public static readonly FactSet Status = Of("状態", "status");

    // Seen from an initiative.
    public static readonly FactSet PhaseStart = Of("区間.開始日", "phases.start");
    public static readonly FactSet PhaseEnd = Of("区間.終了日", "phases.end");

    // Seen from a subject with actions.
    public static readonly FactSet Actions = Of("改善策", "actions");

    public static readonly FactSet PlanPeriod = Period.Under(new Fact("計画", "plan"));
    public static readonly FactSet PlanPeriodStart = PeriodStart.Under(new Fact("計画", "plan"));
    public static readonly FactSet PlanCycles = Cycles.Under(new Fact("計画", "plan"));

    public static readonly FactSet PilotWithoutTarget = None("実証中で目標のない系列は、値を示すだけで判定しない", "a pilot without a target is shown, not judged");
    public static readonly FactSet Maintained = None("維持の指標は、目標への進み方では判定しない", "a KPI to be maintained is not judged by its way to a target");
    public static readonly FactSet TargetIsOrigin = None("目標値が起点の値と同じで、進む道のりがない", "the target equals the value it starts from");
    public static readonly FactSet TargetBeforeOrigin = None("目標年度が起点の年度より後ではない", "the target year is not after the year it starts from");
    public static readonly FactSet NothingDueYet = None("まだ進捗を期待する時期ではない", "no progress was due yet");
    public static readonly FactSet NoPreviousYear = None("前年度の実績がない", "there is no actual of the year before");
    public static readonly FactSet NoOwnActual = None("他都市の値と同じ年度の自市の実績がない", "this municipality has no actual of that fiscal year");
    public static readonly FactSet ChangeFromZero = None("前年度の値が0で、増減の割合がない", "the year before stood at zero, which nothing is a share of");
    public static readonly FactSet PartOfYear = None("年間の値は、年度途中の値と比べない", "an annual figure is not compared with one of a part of the year");
    public static readonly FactSet TooFewActuals = None("実績が3年分に満たない", "there are fewer than three years of actuals");
    public static readonly FactSet ShortPeriod = None("期間が1か月に満たない", "the period is shorter than a month");
    public static readonly FactSet NoEndingPhase = None("終わりのある区間がない", "no phase of it ends");
    public static readonly FactSet NotGoingOn = None("休止・中止の取組は判定しない", "an initiative that is suspended or cancelled is not judged");
    public static readonly FactSet NoPhaseDueYet = None("期限の来た区間がまだない", "no phase was due yet");
    public static readonly FactSet NoSeries = None("判定する系列がない", "there is no series to judge");

    /// <summary>A list that lies behind another; where it is unknown, the outermost of the two that is.</summary>
    public static Maybe<T[]> On<T>(T[]? list, FactSet own, Array? outer, FactSet ownOfOuter) =>
        list ?? Maybe<T[]>.Unknown(outer is null ? ownOfOuter : own);

    /// <summary>A list that lies behind two others.</summary>
    public static Maybe<T[]> On<T>(T[]? list, FactSet own, Array? outer, FactSet ownOfOuter, Array? outermost, FactSet ownOfOutermost) =>
        outermost is null ? Maybe<T[]>.Unknown(ownOfOutermost) : On(list, own, outer, ownOfOuter);

    private static FactSet Of(string ja, string en) => FactSet.Of(new Fact(ja, en));

    private static FactSet None(string ja, string en) => FactSet.NotApplicable(new LocalizedText(ja, en));
}
