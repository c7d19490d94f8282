using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks;

/// <summary>施策, 取組, 区間, 期日.</summary>
internal static partial class PlanSchema
{
    private static void DeclarePolicies(SchemaBuilder schema)
    {
        schema.Subject<PolicyNode>("施策", "policy", T("計画の施策（方向性・重点施策）", "a policy of the plan"))
            .Identified()
            .Under(p => p.Plan, (PlanNode p) => p.Policies)
            .OptionalText("番号", "number", T("文書での番号", "its number in the document"), p => p.Record.Number)
            .Link("分野", "category", T("施策の属する分野", "the category under which it stands"), p => p.Category)
            .List("対象領域", "areas", T("まち・行政など、及ぶ領域の札", "tags of the areas it concerns, such as town or administration"), p => p.Areas)
            .Default("範囲", "scope", T("計画に載る施策か、計画の外で見る施策か", "whether the plan holds it or it is followed outside the plan"), p => p.Record.Scope)
            .OptionalText("目的", "purpose", T("施策の目的", "what it is for"), p => p.Record.Purpose)
            .FactList("実施主体", "departments", T("施策を受け持つ課と役割", "the departments that answer for it, and in what role"), p => p.Departments)
            .List("配慮事項", "concerns", T("施策を横断する配慮事項", "cross-cutting concerns"), p => p.Concerns)
            .FactList("取組", "initiatives", T("施策の取組", "its initiatives"), p => p.Initiatives)
            .FactList("区間", "phases", T("取組の区間", "the phases of its initiatives"), p => Lacking.On(p.Phases, Lacking.Phases, p.Initiatives, Lacking.Initiatives))
            .FactList("期日", "milestones", T("取組の期日", "the milestones of its initiatives"), p => Lacking.On(p.Milestones, Lacking.Milestones, p.Initiatives, Lacking.Initiatives))
            .FactList("指標", "kpis", T("施策とその取組の指標", "its KPIs and those of its initiatives"), p => p.Kpis)
            .FactList("系列", "series", T("それらの指標の系列", "the series of those KPIs"), p => Lacking.On(p.Series, Lacking.Series, p.Kpis, Lacking.Kpis))
            .WithActions();

        schema.Subject<InitiativeNode>("取組", "initiative", T("施策を進める取組", "an initiative that carries out a policy"))
            .Identified()
            .Ancestor(i => i.Plan)
            .Under(i => i.Policy, (PolicyNode p) => p.Initiatives)
            .OptionalText("番号", "number", T("文書での番号", "its number in the document"), i => i.Record.Number)
            .OptionalText("説明", "description", T("取組の内容", "what is done"), i => i.Record.Description)
            .Fact("状態", "status", T("取組の進み具合", "how far it has come"), i => i.Record.Status)
            .Fact("進捗度", "progress", T("所管課が報告した進み具合（0から1）", "how far it has come as its department says, from 0 to 1"), i => i.Record.Progress, ratio: true)
            .List("担当課", "departments", T("取組を受け持つ課", "the departments that answer for it"), i => i.Departments)
            .FactList("区間", "phases", T("取組の工程の区間（すべての行の）", "the phases of its schedule, of all lanes"), i => i.Phases)
            .List("期日", "milestones", T("取組の期日", "its milestones"), i => i.Milestones)
            .List("指標", "kpis", T("取組の指標", "its KPIs"), i => i.Kpis)
            .FactList("系列", "series", T("取組の指標の系列", "the series of its KPIs"), i => i.Series)
            .Fact("個人情報の利用", "usesPersonalData", T("個人情報を使うか", "whether it uses personal data"), i => i.Record.UsesPersonalData)
            .Event("同意確認日", "consentConfirmedOn", T("本人の同意を確かめた日", "the day on which consent was confirmed"), i => i.Record.ConsentConfirmedOn.Day())
            .Measure("ペース", "pace", T("工程表で期限の来たことのうち済んだ割合", "the share of what the roadmap had due that is done"),
                T("期限の来た区間のうち完了した数 ÷ 期限の来た区間の数（毎年度の区間は終わった年度ごとに1、完了した取組は1、継続・休止・中止の区間は数えない）", "phases done of those due ÷ phases due (a recurring phase counts once for each ended year, a completed initiative is 1, open-ended, suspended and cancelled phases do not count)"), i => i.Pace)
            .Measure("評価", "grade", T("評価基準による評価", "its grade on the rating scale"),
                T("ペースを評価基準の境界と比べる。基準が状態で決める段階は、状態で決まる", "the pace against the boundaries of the rating scale; a grade by status is settled by the status"), i => i.Grade)
            .FactList("進捗報告", "reports", T("所管課の年度ごとの報告", "what its department reported year by year"), i => i.Reports)
            .List("予算", "budgets", T("年度ごとの予算と決算", "budget and settlement by year"), i => i.Budgets)
            .Measure("経過率", "elapsedRatio", T("取組の工程のうち基準日までに過ぎた割合", "the share of its own schedule that has passed"),
                T("過ぎた月数 ÷ 区間の最も早い開始日から最も遅い終了日までの月数（中止を除く。終わりのない区間は計画の終わりまで）", "months passed ÷ months from the first start to the last end of its phases (not cancelled; what has no end runs to the end of the plan)"), i => i.ElapsedRatio, ratio: true)
            .WithActions();
        schema.Part<ResponsibleDepartmentPart>("実施主体", "responsibleDepartment", T("施策を受け持つ課", "a department that answers for a policy"))
            .Required("ID", "id", T("課の識別子（文書に書かれたまま）", "the department's id, as written"), d => d.Record.Id)
            .Required("課", "department", T("その課", "the department"), d => d.Department)
            .Fact("役割", "role", T("主管か関係か", "lead or supporting"), d => d.Record.Role);
        schema.Part<InitiativeReport>("進捗報告", "report", T("取組についての年度の報告", "a department's report on an initiative for a fiscal year"))
            .Required("報告日", "on", T("報告した日", "the day of the report"), r => r.On.Day)
            .Required("年度", "fiscalYear", T("報告の対象の年度", "the fiscal year it is about"), r => r.FiscalYear)
            .Fact("状態", "status", T("報告時の状態", "the status it told"), r => r.Status)
            .Fact("進捗度", "progress", T("報告時の進捗度（0から1）", "the progress it told, from 0 to 1"), r => r.Progress, ratio: true)
            .OptionalText("予定", "planned", T("その年度に予定したこと", "what was planned for the year"), r => r.Planned)
            .OptionalText("実施内容", "done", T("その年度に行ったこと", "what was done in the year"), r => r.Done)
            .OptionalText("遅れの理由", "delayReason", T("遅れた理由", "why it was late"), r => r.DelayReason)
            .OptionalText("課題", "issues", T("残った課題", "what remains to be solved"), r => r.Issues)
            .OptionalText("次年度の対応", "nextYear", T("次の年度に行うこと", "what will be done next year"), r => r.NextYear)
            .OptionalText("記入者", "by", T("報告した職又は会議体", "the post or body that reported"), r => r.By);
        schema.Part<YearBudget>("予算", "budget", T("ある年度の予算と決算", "budget and settlement of a fiscal year"))
            .Required("年度", "fiscalYear", T("予算の年度", "the fiscal year"), b => b.FiscalYear)
            .Fact("予算額", "budget", T("予算の額", "the amount budgeted"), b => b.Budget, unit: _ => "円")
            .Fact("決算額", "settled", T("決算の額", "the amount settled"), b => b.Settled, unit: _ => "円");
        DeclareSchedule(schema);
    }

    private static void DeclareSchedule(SchemaBuilder schema)
    {
        schema.Subject<PhaseNode>("区間", "phase", T("工程表の一区間", "a step in a lane of an initiative's schedule"))
            .Identified()
            .Ancestor(p => p.Plan)
            .Ancestor(p => p.Policy)
            .Under(p => p.Initiative, (InitiativeNode i) => i.Phases)
            .OptionalText("行", "lane", T("工程表の行の題名", "the title of its lane in the schedule"), p => p.Lane.Title)
            .Fact("開始日", "start", T("予定の最初の日", "the first day planned"), p => p.Record.Start.Day())
            .Fact("終了日", "end", T("予定の最後の日", "the last day planned"), p => p.Record.End.Day())
            .Default("種類", "kind", T("一回・継続・毎年度・関門・実証の別", "once, open-ended, recurring, gate or pilot"), p => p.Record.Kind)
            .Event("完了条件", "criterion", T("何をもって完了とするか", "by what one can see that it is complete"), p => p.Record.Criterion)
            .Fact("状態", "status", T("区間の進み具合", "how far it has come"), p => p.Record.Status)
            .Event("着手日", "startedOn", T("着手した日", "the day it was started"), p => p.Record.StartedOn.Day())
            .Event("完了日", "completedOn", T("完了した日", "the day it was completed"), p => p.Record.CompletedOn.Day())
            .Fact("終了見込日", "forecastEnd", T("終わる見込みの日", "the day on which it is expected to end"), p => p.Record.ForecastEnd.Day())
            .FactList("記録", "records", T("実施の記録", "proofs that it was worked on"), p => p.Records)
            .Event("判断", "decision", T("実証のあとの判断", "what was decided after the pilot"), p => p.Record.Decision)
            .Link("前段", "previous", T("同じ行の一つ前の区間", "the phase before it in its lane"), p => p.Previous)
            .Measure("経過率", "elapsedRatio", T("予定の期間のうち基準日までに過ぎた割合", "the share of its planned time that has passed"),
                T("過ぎた月数 ÷ 予定の月数", "months passed ÷ months planned"), p => p.ElapsedRatio, ratio: true)
            .WithActions();
        schema.Part<PhaseRecord>("記録", "record", T("区間を実施した証し", "proof that a phase was worked on in a fiscal year"))
            .Required("年度", "fiscalYear", T("実施した年度", "the fiscal year"), r => r.FiscalYear)
            .Fact("実施日", "on", T("実施した日", "the day"), r => r.On.Day())
            .OptionalText("備考", "note", T("実施についての書き込み", "a note"), r => r.Note);
        schema.Part<Decision>("判断", "decision", T("実証のあとの判断", "what was decided after a pilot"))
            .Required("判断日", "on", T("判断した日", "the day of the decision"), d => d.On.Day)
            .Required("結果", "outcome", T("導入・延長・中止の別", "adopt, extend or stop"), d => d.Outcome);
        schema.Subject<MilestoneNode>("期日", "milestone", T("取組の節目の期日", "a date by which something is to be done"))
            .Identified()
            .Ancestor(m => m.Plan)
            .Ancestor(m => m.Policy)
            .Under(m => m.Initiative, (InitiativeNode i) => i.Milestones)
            .Fact("期限", "due", T("その期日", "the day it is due"), m => m.Record.Due.Day())
            .Default("種類", "kind", T("市が決めた期日か、法令や国が決めた期日か", "set by the city itself or from outside"), m => m.Record.Kind)
            .Fact("状態", "status", T("期日に向けた進み具合", "how far it has come"), m => m.Record.Status)
            .Event("完了日", "completedOn", T("完了した日", "the day it was completed"), m => m.Record.CompletedOn.Day())
            .Fact("終了見込日", "forecastEnd", T("終わる見込みの日", "the day on which it is expected to be done"), m => m.Record.ForecastEnd.Day())
            .WithActions();
    }
}
