using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks;

/// <summary>計画 and what it says of itself, 分野.</summary>
internal static partial class PlanSchema
{
    private static void DeclarePlan(SchemaBuilder schema)
    {
        var plan = schema.Subject<PlanNode>("計画", "plan", T("点検する計画", "the plan that is checked"))
            .Identified()
            .Required("状態", "status", T("案か、推進中か、終了したか", "draft, in force or ended"), p => p.Header.Status)
            .Fact("期間", "period", T("計画期間", "the time the plan covers"), p => p.Header.Period)
            .List("階層名", "levelNames", T("施策の階層を市が呼ぶ名（上から）", "what the city calls the levels of its policies, from the top"), p => p.LevelNames)
            .FactList("上位計画", "parents", T("この計画が従う計画", "the plans that this one follows"), p => p.Parents)
            .List("前計画", "predecessors", T("この計画が引き継いだ計画", "the plans that this one replaced"), p => p.Predecessors)
            .FactList("後継計画", "successors", T("この計画を引き継ぐ計画", "the plans that replace this one"), p => p.Successors)
            .Default("期待進捗の起点", "expectedFrom", T("期待進捗率を現況値の年度から数えるか、計画の開始から数えるか", "whether expected progress counts from the baseline's year or from the plan's start"), p => p.Header.ExpectedFrom)
            .List("改定", "revisions", T("計画の改定の記録", "the plan's revisions"), p => p.Revisions)
            .FactList("見直し", "reviews", T("計画の見直しの記録", "the plan's reviews"), p => p.Reviews)
            .Event("目標設定期限", "targetsDueOn", T("数値目標を設定すると計画が約束した日", "the day by which the plan promises to set its targets"), p => p.Header.TargetsDueOn.Day())
            .List("備考", "notes", T("計画についての書き込み", "notes on the plan"), p => p.Notes)
            .Required("団体", "municipality", T("計画を定めた地方公共団体", "the municipality whose plan it is"), p => p.Record.Municipality);
        DeclarePlanLists(plan);
        plan.Link("今回の点検", "currentCycle", T("終わったばかりの年度（今年度−1）を対象とする点検", "the cycle that reviews the fiscal year before the current one"), p => p.CurrentCycle)
            .Measure("終わった年度", "endedFiscalYears", T("計画期間の年度のうち、基準日までに終わったもの（昇順）", "the plan's fiscal years that have ended by the as-of date, ascending"),
                T("計画の開始日の年度から、終了日の年度と今年度−1の早い方まで", "from the year of the plan's start to the year of its end or the year before the current one, whichever is earlier"), p => p.EndedFiscalYears)
            .Measure("経過率", "elapsedRatio", T("計画期間のうち基準日までに過ぎた割合", "the share of the plan's period that has passed"),
                T("過ぎた月数 ÷ 計画期間の月数", "months passed ÷ months of the period"), p => p.ElapsedRatio, ratio: true);
        DeclarePlanParts(schema);

        schema.Subject<CategoryNode>("分野", "category", T("施策をまとめる見出し（基本方針・分類・視点）", "a heading under which policies stand"))
            .Identified()
            .Under(c => c.Plan, (PlanNode p) => p.Categories)
            .OptionalText("番号", "number", T("文書での番号", "its number in the document"), c => c.Record.Number)
            .Link("上位の分野", "parent", T("一つ上の見出し", "the heading above"), c => c.Above);
    }

    private static void DeclarePlanLists(ObjectTypeBuilder<PlanNode> plan) => plan
        .List("分野", "categories", T("計画の分野", "the plan's categories"), p => p.Categories)
        .FactList("課", "departments", T("計画の課", "the departments the plan lists"), p => p.Departments)
        .FactList("施策", "policies", T("計画の施策", "the plan's policies"), p => p.Policies)
        .FactList("取組", "initiatives", T("計画の取組（すべての施策の）", "the initiatives of all policies"), p => Lacking.On(p.Initiatives, Lacking.Initiatives, p.Policies, Lacking.Policies))
        .FactList("区間", "phases", T("計画の区間（すべての取組の）", "the phases of all initiatives"), p => Lacking.On(p.Phases, Lacking.Phases, p.Initiatives, Lacking.Initiatives, p.Policies, Lacking.Policies))
        .FactList("期日", "milestones", T("計画の期日（すべての取組の）", "the milestones of all initiatives"), p => Lacking.On(p.Milestones, Lacking.Milestones, p.Initiatives, Lacking.Initiatives, p.Policies, Lacking.Policies))
        .FactList("指標", "kpis", T("計画の指標（計画・施策・取組の）", "the KPIs of the plan, its policies and initiatives"), p => p.Kpis)
        .FactList("系列", "series", T("計画の系列（すべての指標の）", "the series of all KPIs"), p => Lacking.On(p.Series, Lacking.Series, p.Kpis, Lacking.Kpis))
        .List("意見", "opinions", T("市民や議会の意見", "what citizens or the council said"), p => p.Opinions)
        .List("効果", "benefits", T("生まれた時間や経費と振替先", "what was saved and where it went"), p => p.Benefits)
        .Link("セキュリティ方針", "securityPolicy", T("団体のセキュリティ方針", "the municipality's security policy"), p => p.SecurityPolicy)
        .FactList("管理策", "controls", T("セキュリティの管理策", "security controls"), p => p.Controls)
        .FactList("システム", "systems", T("情報システム", "information systems"), p => p.Systems)
        .FactList("点検記録", "departmentChecks", T("すべての課の自己点検と研修の記録", "self-checks and training of all departments"), p => p.DepartmentChecks)
        .FactList("委託", "contracts", T("外部委託", "outsourcing contracts"), p => p.Contracts)
        .FactList("監査", "audits", T("情報セキュリティ監査", "security audits"), p => p.Audits)
        .FactList("監査指摘", "findings", T("監査指摘（すべての監査の）", "the findings of all audits"), p => Lacking.On(p.Findings, Lacking.Findings, p.Audits, Lacking.Audits))
        .FactList("事案", "incidents", T("情報セキュリティの事案", "security incidents"), p => p.Incidents)
        .FactList("役職", "officers", T("セキュリティの役職", "security roles"), p => p.Officers)
        .FactList("協定", "agreements", T("災害などの協定", "agreements, as for disasters"), p => p.Agreements)
        .FactList("データ公開", "dataReleases", T("個人に関わるデータの公開", "releases of data about persons"), p => p.DataReleases)
        .FactList("会議体", "bodies", T("計画を見守る会議体", "the bodies that watch over the plan"), p => p.Bodies)
        .FactList("委員", "members", T("委員（すべての会議体の）", "the members of all bodies"), p => Lacking.On(p.Members, Lacking.Members, p.Bodies, Lacking.Bodies))
        .FactList("会議", "meetings", T("会議（すべての会議体の）", "the meetings of all bodies"), p => Lacking.On(p.Meetings, Lacking.Meetings, p.Bodies, Lacking.Bodies))
        .FactList("点検", "cycles", T("年度ごとの点検", "the reviews, one a fiscal year"), p => p.Cycles)
        .FactList("提出", "submissions", T("提出（すべての点検の）", "the submissions of all cycles"), p => Lacking.On(p.Submissions, Lacking.Submissions, p.Cycles, Lacking.Cycles))
        .WithActions()
        .List("表記", "wordings", T("文書のすべての文と原文の表記", "every text of the document and every wording of its own"), p => p.Wordings);

    private static void DeclarePlanParts(SchemaBuilder schema)
    {
        schema.Part<Period>("期間", "period", T("始まりと終わりのある時間", "a time from one day to another"))
            .Fact("開始日", "start", T("最初の日", "the first day"), p => p.Start.Day())
            .Fact("終了日", "end", T("最後の日", "the last day"), p => p.End.Day());
        schema.Part<RelatedPlan>("関連計画", "relatedPlan", T("この計画に関わる別の計画", "another plan that this one follows, replaces or is replaced by"))
            .OptionalText("ID", "id", T("その計画の識別子", "the id of that plan"), p => p.Id)
            .Required("題名", "title", T("その計画の題名", "the title of that plan"), p => p.Title)
            .Fact("終了日", "endsOn", T("その計画の最後の日", "the last day of that plan"), p => p.EndsOn.Day())
            .Event("改定日", "revisedOn", T("その計画が改定された日", "the day that plan was revised"), p => p.RevisedOn.Day());
        schema.Part<Referring<PlanRevision>>("改定", "revision", T("計画の改定", "a revision of the plan"))
            .Required("改定日", "on", T("改定した日", "the day of the revision"), r => r.Record.On.Day)
            .OptionalText("理由", "reason", T("改定の理由", "why it was revised"), r => r.Record.Reason)
            .Link("対象", "subject", T("改定されたもの", "what was revised"), r => r.Subject);
        schema.Part<PlanReview>("見直し", "review", T("計画の見直し", "a review of the plan"))
            .Required("実施日", "on", T("見直した日", "the day of the review"), r => r.On.Day)
            .Required("種類", "kind", T("年次・中間・最終の別", "annual, midterm or final"), r => r.Kind);
        schema.Part<Municipality>("団体", "municipality", T("地方公共団体", "a municipality"))
            .Required("団体コード", "code", T("全国地方公共団体コード（検査数字を含む6桁）", "the local government code, six digits with the check digit"), m => m.Code)
            .Required("名称", "name", T("団体の名", "its name"), m => m.Name)
            .Required("都道府県", "prefecture", T("団体のある都道府県", "the prefecture in which it lies"), m => m.Prefecture)
            .Fact("団体区分", "class", T("指定都市・中核市などの区分", "its class, such as designated city or core city"), m => m.Class);
        schema.Part<OpinionPart>("意見", "opinion", T("寄せられた意見", "what somebody said about the plan"))
            .Required("ID", "id", T("意見の識別子", "its id"), o => o.Record.Id)
            .Fact("受付日", "on", T("意見を受けた日", "the day it came in"), o => o.Record.On.Day())
            .OptionalText("分類", "category", T("意見の分類", "how it was classed"), o => o.Record.Category)
            .Required("要旨", "summary", T("意見の要旨", "what it says"), o => o.Record.Summary)
            .Event("回答", "response", T("意見への回答", "what was answered"), o => o.Record.Response)
            .List("対象", "subjects", T("意見が関わるもの", "what it speaks of"), o => o.Subjects);
        schema.Part<Referring<Benefit>>("効果", "benefit", T("取り組みが生んだ時間や経費", "what the work saved in a fiscal year"))
            .Link("対象", "subject", T("効果を生んだもの", "what brought it"), b => b.Subject)
            .Required("年度", "fiscalYear", T("効果のあった年度", "the fiscal year"), b => b.Record.FiscalYear)
            .Fact("削減時間", "hoursSaved", T("減った仕事の時間", "hours of work saved"), b => b.Record.HoursSaved)
            .Fact("削減経費", "costSaved", T("減った経費", "cost saved"), b => b.Record.CostSaved, unit: _ => "円")
            .OptionalText("振替先", "redirectedTo", T("生まれた時間や経費を振り向けた先", "where it went"), b => b.Record.RedirectedTo);
        schema.Part<Node>("対象", "subject", T("種類を問わない対象", "any subject, of whatever kind"))
            .Required("ID", "id", T("対象の識別子", "its id"), n => n.Id)
            .Required("題名", "title", T("対象の題名", "its title"), n => n.Title);
    }
}
