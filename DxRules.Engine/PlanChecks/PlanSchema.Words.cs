using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Engine.PlanChecks;

/// <summary>Closed sets of words; the English word is the plan file's.</summary>
internal static partial class PlanSchema
{
    private static void DeclareWords(SchemaBuilder schema) => schema
        .Enum<PlanStatus>("計画の状態", "planStatus", "案", "推進中", "終了")
        .Enum<ExpectedFrom>("期待進捗の起点", "expectedFrom", "現況値", "計画開始")
        .Enum<ReviewKind>("見直しの種類", "reviewKind", "年次", "中間", "最終")
        .Enum<PolicyScope>("施策の範囲", "policyScope", "計画内", "計画外")
        .Enum<DepartmentRole>("課の役割", "departmentRole", "主管", "関係")
        .Enum<WorkStatus>("状態", "status", "未着手", "実施中", "完了", "休止", "中止")
        .Enum<PhaseKind>("区間の種類", "phaseKind", "一回", "継続", "毎年度", "関門", "実証")
        .Enum<DecisionOutcome>("判断の結果", "decisionOutcome", "導入", "延長", "中止")
        .Enum<MilestoneKind>("期日の種類", "milestoneKind", "自主", "外部")
        .Enum<KpiKind>("指標の種類", "kpiKind", "活動指標", "成果指標")
        .Enum<Aggregation>("集計方法", "aggregation", "年間", "累計", "時点")
        .Enum<Direction>("方向", "direction", "増加", "減少", "維持")
        .Enum<Stage>("段階", "stage", "導入済", "実証中")
        .Enum<TargetKind>("目標の種類", "targetKind", "値", "変化率")
        .Enum<ActualStatus>("実績の状態", "actualStatus", "確定", "速報")
        .Enum<GradeKind>("評価の種別", "gradeKind", "良好", "遅れ", "判定外")
        .Enum<NetworkModel>("ネットワークモデル", "networkModel", "α", "α′", "β", "β′")
        .Enum<ControlFunction>("管理策の機能", "controlFunction", "統治", "特定", "予防", "検知", "対処", "復旧")
        .Enum<ControlStatus>("管理策の状態", "controlStatus", "実施済", "一部実施", "計画中", "未実施", "該当なし")
        .Enum<EvidenceKind>("証跡の種類", "evidenceKind", "文書", "日付", "真偽", "割合", "件数")
        .Enum<NetworkSegment>("領域", "networkSegment", "マイナンバー利用事務系", "LGWAN接続系", "インターネット接続系", "独立")
        .Enum<Hosting>("設置形態", "hosting", "庁内", "ガバメントクラウド", "クラウド", "サービス利用")
        .Enum<SystemReviewStatus>("審査状況", "reviewStatus", "承認済", "審査中", "未審査")
        .Enum<Subcontracting>("再委託", "subcontracting", "なし", "承認済", "未承認")
        .Enum<AuditKind>("監査の種類", "auditKind", "内部監査", "外部監査")
        .Enum<FindingGrade>("監査指摘の等級", "findingGrade", "重大な不適合", "軽微な不適合", "観察事項")
        .Enum<QuorumKind>("定足数の種類", "quorumKind", "超", "以上")
        .Enum<JudgedBy>("判定者", "judgedBy", "所管課", "本部")
        .Enum<ActionStatus>("改善策の状態", "actionStatus", "予定", "実施中", "完了", "中止")
        .Enum<FigureWording>("値の表記", "figureWording", "空値", "正の数", "負の数", "その他");
}
