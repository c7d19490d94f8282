using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks;

/// <summary>指標, 系列 and their figures.</summary>
internal static partial class PlanSchema
{
    private static void DeclareKpis(SchemaBuilder schema)
    {
        schema.Subject<KpiNode>("指標", "kpi", T("進み具合を測る指標", "a performance indicator"))
            .Identified()
            .Under(k => k.Plan, (PlanNode p) => p.OwnKpis)
            .Under(k => k.Policy, (PolicyNode p) => p.OwnKpis, optional: true)
            .Under(k => k.Initiative, (InitiativeNode i) => i.Kpis, optional: true)
            .OptionalText("定義", "definition", T("何をどう数えるか", "what is counted, and how"), k => k.Record.Definition)
            .Fact("単位", "unit", T("値の単位", "what values are counted in"), k => k.Record.Unit)
            .Fact("種類", "kind", T("活動指標か成果指標か", "output or outcome"), k => k.Record.Kind)
            .Fact("集計方法", "aggregation", T("年間・累計・時点の別", "annual, cumulative or point in time"), k => k.Record.Aggregation)
            .Fact("方向", "direction", T("増えるのがよいか、減るのがよいか、保つか", "higher is better, lower is better, or maintain"), k => k.Record.Direction)
            .Fact("許容差", "tolerance", T("保つべき値からこの差までは保っているとみなす", "how far a value may lie from what is to be kept"), k => k.Record.Tolerance, unit: k => k.Record.Unit)
            .Default("百分率", "bounded", T("値が0から100の間に限られるか", "whether values lie between 0 and 100"), k => k.Record.Bounded)
            .Default("意識調査", "survey", T("意識調査の値か", "whether the values come from a survey of opinion"), k => k.Record.Survey)
            .Default("確定までの月数", "lagMonths", T("年度末から値が確定するまでの月数", "months after the end of a fiscal year until its figure is settled"), k => k.Record.LagMonths)
            .Event("目標の導出", "derivedFrom", T("目標が現況値からどう導かれたか", "how the target follows from the baseline"), k => k.Record.DerivedFrom)
            .List("外部要因", "externalFactors", T("値を動かした外部の事情", "what moved the figures from outside"), k => k.ExternalFactors)
            .FactList("系列", "series", T("指標の系列（区分・段階ごと）", "its lines of figures, by segment or stage"), k => k.Series)
            .Measure("評価", "grade", T("系列の評価のうち最も悪いもの", "the worst grade of its series"),
                T("系列の評価のうち最も悪いもの（判定外を除く）", "the worst grade of its series, not assessable ones aside"), k => k.Grade)
            .WithActions();
        schema.Part<Derivation>("目標の導出", "derivation", T("目標が現況値からどう導かれたか", "how a target follows from the baseline"))
            .Required("現況値の倍率", "baselineFactor", T("目標 = 現況値 × この倍率", "target = baseline × this factor"), d => d.BaselineFactor)
            .OptionalText("出典", "source", T("そう書いてある文書", "where it is written"), d => d.Source);
        schema.Part<ExternalFactor>("外部要因", "externalFactor", T("値を動かした外部の事情", "why a year's figure says little about the work"))
            .Required("年度", "fiscalYear", T("事情のあった年度", "the fiscal year"), f => f.FiscalYear)
            .Required("備考", "note", T("どんな事情か", "what happened"), f => f.Note)
            .OptionalText("再判定の時期", "rejudgeIn", T("改めて判定する時期", "when it is to be judged again"), f => f.RejudgeIn);
        DeclareSeries(schema);
        DeclareFigures(schema);
        schema.Part<Grade>("評価", "grade", T("評価基準の一段階", "a step of the rating scale"))
            .Required("名称", "label", T("市の評価基準での呼び名", "what the city's scale calls it"), g => new GradeName(g))
            .Required("種別", "kind", T("良好・遅れ・判定外の別", "good, behind or not assessable"), g => g.Kind);
    }

    private static void DeclareSeries(SchemaBuilder schema) => schema
        .Subject<SeriesNode>("系列", "series", T("指標の値の一つの流れ（区分・段階ごと）", "one line of figures of a KPI, of a segment or stage"))
        .Identified()
        .Ancestor(s => s.Plan)
        .Ancestor(s => s.Policy, optional: true)
        .Ancestor(s => s.Initiative, optional: true)
        .Under(s => s.Kpi, (KpiNode k) => k.Series)
        .OptionalText("区分", "segment", T("男性・女性など、値の区分", "the segment it is about, such as men or women"), s => s.Record.Segment)
        .Event("段階", "stage", T("導入済か実証中か", "deployed or pilot"), s => s.Record.Stage)
        .Fact("現況値", "baseline", T("計画策定時の値", "the figure from which the plan starts"), s => s.Baseline)
        .Fact("目標", "target", T("達すべき値", "the figure to be reached"), s => s.Target)
        .List("年度別目標", "annualTargets", T("年度ごとの目標", "targets of single years"), s => s.AnnualTargets)
        .FactList("実績", "actuals", T("報告された値", "the figures reported"), s => s.Actuals)
        .List("他都市", "peers", T("他都市の同じ指標の値", "the same figure of other municipalities"), s => s.Peers)
        .Link("最新実績", "latestActual", T("値のある最後の実績（示すための値）", "the last actual with a value, for showing"), s => s.LatestActual)
        .Link("判定実績", "judgedActual", T("判定に使う最後の実績（年度途中の値は累計と時点だけ）", "the last actual that can be judged; one of a part of a year only for cumulative and point-in-time figures"), s => s.JudgedActual)
        .Measure("起点の値", "originValue", T("進捗を測り始める値", "the figure from which progress counts"),
            T("現況値。現況値のない累計の指標では0", "the baseline; 0 for a cumulative KPI without one"), s => s.OriginValue, unit: s => s.Unit)
        .Measure("起点の年度", "originYear", T("進捗を測り始める年度", "the fiscal year from which progress counts"),
            T("現況値の年度。計画の開始から数える計画と、現況値のない累計の指標では、計画の最初の年度の前年度", "the baseline's year; the one before the plan's first where the plan counts from its start or a cumulative KPI has no baseline"), s => s.OriginYear)
        .Measure("目標値", "targetValue", T("変化率を値に直した目標", "the target as an absolute figure"),
            T("目標の値。変化率では 現況値 × (1 + 変化率 ÷ 100)", "the target's value; for a rate of change baseline × (1 + rate ÷ 100)"), s => s.TargetValue, unit: s => s.Unit)
        .Measure("目標年度", "targetYear", T("目標に達すべき年度。目標のない実証中の系列では対象外", "the fiscal year by which the target is to be reached; not applicable to a pilot without a target"),
            T("目標の年度", "the target's fiscal year"), s => s.TargetYear)
        .Measure("進捗率", "progressRatio", T("起点から目標までの道のりのうち進んだ割合", "the share of the way from origin to target that has been made"),
            T("(判定実績の値 − 起点の値) ÷ (目標値 − 起点の値)", "(judged actual − origin) ÷ (target − origin)"), s => s.ProgressRatio, ratio: true)
        .Measure("期待進捗率", "expectedRatio", T("判定実績の時点までに進んでいるはずの割合", "the share of the way that was due by the time of the judged actual"),
            T("(判定実績の年度 − 起点の年度) ÷ (目標の年度 − 起点の年度)。両端の時点が分かれば月数で、年度別目標があればその値で", "(actual's year − origin year) ÷ (target year − origin year); by month where both ends are dated, by annual targets where there are any"), s => s.ExpectedRatio, ratio: true)
        .Measure("ペース", "pace", T("期待に対する進み方（1で予定どおり）", "progress against expectation; 1 is on time"),
            T("進捗率 ÷ 期待進捗率", "progress ratio ÷ expected ratio"), s => s.Pace)
        .Measure("終年前年", "isNearTargetYear", T("目標の年度の前の年度に入ったか", "whether the year before the target year has begun"),
            T("今年度 ≥ 目標の年度 − 1", "current fiscal year ≥ target year − 1"), s => s.IsNearTargetYear)
        .Measure("見込値", "forecast", T("目標の年度の見込みの値", "where the figure will stand in the target year if it goes on so"),
            T("3年分以上の実績の回帰直線を目標の年度まで延ばした値（最小二乗法）", "the least-squares line through at least three years of actuals, carried to the target year"), s => s.Forecast, unit: s => s.Unit)
        .Measure("見込値の下限", "forecastLow", T("最も小さい年間の増減が続いたときの値", "where it will stand with the least yearly step so far"),
            T("最後の実績 + 最小の年間の増減 × 残りの年数", "last actual + least yearly step × years left"), s => s.ForecastLow, unit: s => s.Unit)
        .Measure("見込値の上限", "forecastHigh", T("最も大きい年間の増減が続いたときの値", "where it will stand with the greatest yearly step so far"),
            T("最後の実績 + 最大の年間の増減 × 残りの年数", "last actual + greatest yearly step × years left"), s => s.ForecastHigh, unit: s => s.Unit)
        .Measure("現況値からの改善", "improvementOnBaseline", T("起点の値からどれだけよくなったか（よくなれば正）", "how much better than the origin; better is positive"),
            T("増加なら 判定実績 − 起点、減少なら 起点 − 判定実績、維持なら目標値への近づき（許容差の内は0）", "actual − origin where higher is better, origin − actual where lower is, and by closeness to the target beyond the tolerance where it is to be maintained"), s => s.ImprovementOnBaseline, unit: s => s.Unit)
        .Measure("評価", "grade", T("評価基準による評価", "its grade on the rating scale"),
            T("ペースを評価基準の境界と比べる。維持の指標は、許容差の内なら1、外なら0とする", "the pace against the boundaries of the rating scale; a figure to be maintained counts as 1 within its tolerance, else as 0"), s => s.Grade)
        .WithActions();

    private static void DeclareFigures(SchemaBuilder schema)
    {
        schema.Part<SeriesPart<Baseline>>("現況値", "baseline", T("計画策定時の値", "the figure from which the plan starts"))
            .Required("値", "value", T("現況値の値", "the figure"), b => b.Record.Value, unit: b => b.Series.Unit)
            .Required("年度", "fiscalYear", T("現況値の年度", "its fiscal year"), b => b.Record.FiscalYear)
            .Fact("時点", "asOf", T("いつの時点の値か", "the day as of which it was taken"), b => b.Record.AsOf.Day());
        schema.Part<TargetPart>("目標", "target", T("達すべき値", "the figure to be reached"))
            .Required("値", "value", T("目標の値。変化率では現況値からの増減の百分率（−50で半減）", "the figure; for a rate of change signed per cent of the baseline (−50 = half of it)"), t => t.Record.Value, unit: t => t.Unit)
            .Default("種類", "kind", T("値か変化率か", "a value or a rate of change"), t => t.Record.Kind)
            .Fact("年度", "fiscalYear", T("達すべき年度", "the fiscal year by whose end it is to be reached"), t => t.Record.FiscalYear)
            .List("変更", "revisions", T("目標の変更の記録", "changes of the target"), t => t.Revisions);
        schema.Part<TargetRevisionPart>("目標の変更", "targetRevision", T("目標の変更", "a change of a target"))
            .Required("変更日", "on", T("変更した日", "the day of the change"), r => r.Record.On.Day)
            .Fact("変更前", "from", T("変更前の目標", "the target before"), r => r.Record.From, unit: r => r.Target.Unit)
            .Fact("変更後", "to", T("変更後の目標", "the target after"), r => r.Record.To, unit: r => r.Target.Unit)
            .Event("理由", "reason", T("変更の理由", "why it was changed"), r => r.Record.Reason);
        schema.Part<SeriesPart<AnnualTarget>>("年度別目標", "annualTarget", T("ある年度の目標", "the target of a single year"))
            .Required("年度", "fiscalYear", T("目標の年度", "the fiscal year"), t => t.Record.FiscalYear)
            .Required("値", "value", T("その年度の目標の値", "the figure to be reached in it"), t => t.Record.Value, unit: t => t.Series.Unit);
        schema.Part<ActualPart>("実績", "actual", T("報告された値", "a figure that was reported"))
            .Required("年度", "fiscalYear", T("実績の年度", "its fiscal year"), a => a.Record.FiscalYear)
            .Fact("時点", "asOf", T("いつの時点の値か", "the day as of which it was taken"), a => a.Record.AsOf.Day())
            .Fact("値", "value", T("実績の値", "the figure"), a => a.Record.Value, unit: a => a.Series.Unit)
            .Default("状態", "status", T("確定か速報か", "confirmed or provisional"), a => a.Record.Status)
            .Event("報告日", "reportedOn", T("報告された日", "the day it was reported"), a => a.Record.ReportedOn.Day())
            .OptionalText("備考", "note", T("値についての書き込み", "a note on the figure"), a => a.Record.Note)
            .Link("前年", "previousYear", T("前の年度の最もよい実績（値のある最後のもの）", "the best actual of the fiscal year before: the last with a value"), a => a.PreviousYear)
            .Measure("前年からの改善", "improvementOnYear", T("前の年度からどれだけよくなったか（よくなれば正）", "how much better than the year before; better is positive"),
                T("増加なら 値 − 前年の値、減少なら 前年の値 − 値、維持なら目標値への近づき（許容差の内は0）", "value − previous where higher is better, previous − value where lower is, and by closeness to the target beyond the tolerance where it is to be maintained"), a => a.ImprovementOnYear, unit: a => a.Series.Unit)
            .Measure("前年比", "changeOnYear", T("前の年度からの増減の割合（減れば負）", "by what share it changed since the year before; negative where it fell"),
                T("(値 − 前年の値) ÷ 前年の値の絶対値", "(value − previous) ÷ |previous|"), a => a.ChangeOnYear, ratio: true);
        schema.Part<PeerPart>("他都市", "peer", T("他都市の同じ指標の値", "the same figure of another municipality"))
            .Required("団体コード", "code", T("その団体の全国地方公共団体コード", "its local government code"), p => p.Record.Code)
            .OptionalText("名称", "name", T("その団体の名", "its name"), p => p.Record.Name)
            .Fact("団体区分", "class", T("指定都市・中核市などの区分", "its class, such as designated city or core city"), p => p.Record.Class)
            .Required("年度", "fiscalYear", T("値の年度", "the fiscal year of the figure"), p => p.Record.FiscalYear)
            .Fact("時点", "asOf", T("いつの時点の値か", "the day as of which it was taken"), p => p.Record.AsOf.Day())
            .Required("値", "value", T("その団体の値", "its figure"), p => p.Record.Value, unit: p => p.Series.Unit)
            .Fact("定義の一致", "sameDefinition", T("同じ定義の値か", "whether it is counted the same way"), p => p.Record.SameDefinition)
            .Link("自市の実績", "ownActual", T("同じ年度の自市の最もよい実績（値のある最後のもの）", "this municipality's best actual of the same fiscal year: the last with a value"), p => p.OwnActual)
            .Measure("自市の値", "ownValue", T("同じ年度の自市の値", "this municipality's figure of the same fiscal year"),
                T("自市の実績の値", "the value of its actual of that year"), p => p.OwnValue, unit: p => p.Series.Unit);
    }
}
