using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks;

/// <summary>会議体, 委員, 会議, 点検, 提出, 改善策.</summary>
internal static partial class PlanSchema
{
    private static void DeclareGovernance(SchemaBuilder schema)
    {
        DeclareBodies(schema);
        DeclareCycles(schema);
    }

    private static void DeclareBodies(SchemaBuilder schema)
    {
        schema.Subject<BodyNode>("会議体", "body", T("計画を見守る会議体（本部・推進会議・懇話会など）", "a body that watches over the plan"))
            .In(Governance)
            .Identified()
            .Under(b => b.Plan, (PlanNode p) => p.Bodies)
            .Required("名称", "name", T("会議体の名", "its name"), b => b.Record.Name)
            .OptionalText("種類", "kind", T("会議体の種類", "what kind of body"), b => b.Record.Kind)
            .OptionalText("報告先", "reportsTo", T("報告を受ける会議体又は職", "the body or post to which it reports"), b => b.Record.ReportsTo)
            .Fact("定数", "maxMembers", T("委員の数の上限", "how many members it may have"), b => b.Record.MaxMembers)
            .Event("定足数", "quorum", T("会議を開くのに要る出席", "who must be present for a meeting to be held"), b => b.Record.Quorum)
            .Event("任期の月数", "termMonths", T("委員の任期の長さ（定めがなければ、なし）", "how long a member's term lasts; none where nothing is laid down"), b => b.Record.TermMonths)
            .FactList("委員", "members", T("会議体の委員", "its members"), b => b.Members)
            .FactList("会議", "meetings", T("会議体の会議", "its meetings"), b => b.Meetings);
        schema.Part<Quorum>("定足数", "quorum", T("会議を開くのに要る出席", "who must be present for a meeting to be held"))
            .In(Governance)
            .Required("種類", "kind", T("割合を超えるか、割合以上か", "more than the fraction, or at least it"), q => q.Kind)
            .Required("割合", "fraction", T("出席を要する委員の割合", "the fraction of members"), q => q.Fraction, ratio: true)
            .Default("委員長必須", "chairRequired", T("委員長の出席を要するか", "whether the chair must be present"), q => q.ChairRequired);
        schema.Subject<MemberNode>("委員", "member", T("会議体の委員", "a member of a body"))
            .In(Governance)
            .Identified()
            .Ancestor(m => m.Plan)
            .Under(m => m.Body, (BodyNode b) => b.Members)
            .Required("職", "post", T("委員の職（人の名ではない）", "the member's post, never a person's name"), m => m.Record.Post)
            .Default("充て職", "exOfficio", T("職によって委員となり、任期がないか", "whether the member sits by the post and has no term"), m => m.Record.ExOfficio)
            .Fact("任期満了日", "termEndsOn", T("任期の最後の日", "the last day of the term"), m => m.Record.TermEndsOn.Day());
        schema.Subject<MeetingNode>("会議", "meeting", T("会議体の会議", "a meeting of a body"))
            .In(Governance)
            .Identified()
            .Ancestor(m => m.Plan)
            .Under(m => m.Body, (BodyNode b) => b.Meetings)
            .Required("開催日", "on", T("開いた日", "the day of the meeting"), m => m.Record.On.Day)
            .Fact("委員数", "members", T("そのときの委員の数", "how many members the body had"), m => m.Record.Members)
            .Fact("出席者数", "present", T("出席した委員の数", "how many were present"), m => m.Record.Present)
            .Fact("委員長出席", "chairPresent", T("委員長が出席したか", "whether the chair was present"), m => m.Record.ChairPresent)
            .Event("議事録公表日", "minutesPublishedOn", T("議事録を公表した日", "the day the minutes were published"), m => m.Record.MinutesPublishedOn.Day())
            .Event("報告日", "reportedOn", T("報告先に報告した日", "the day it was reported"), m => m.Record.ReportedOn.Day());
    }

    private static void DeclareCycles(SchemaBuilder schema)
    {
        schema.Subject<CycleNode>("点検", "cycle", T("ある年度の点検・評価", "the review of a fiscal year"))
            .In(Governance)
            .Identified()
            .Under(c => c.Plan, (PlanNode p) => p.Cycles)
            .Required("対象年度", "fiscalYear", T("点検される年度（作業はその翌年度）", "the year under review; the work falls into the year after"), c => c.Record.FiscalYear)
            .Event("開始日", "openedOn", T("点検を始めた日", "the day it was opened"), c => c.Record.OpenedOn.Day())
            .Event("評価日", "evaluatedOn", T("評価を確定した日", "the day the evaluation was settled"), c => c.Record.EvaluatedOn.Day())
            .Event("報告日", "reportedOn", T("本部に報告した日", "the day it was reported to the headquarters"), c => c.Record.ReportedOn.Day())
            .Event("公表日", "publishedOn", T("公表した日", "the day it was published"), c => c.Record.PublishedOn.Day())
            .FactList("提出", "submissions", T("課の提出", "what the departments handed in"), c => c.Submissions)
            .FactList("判定", "judgements", T("人が付けた評価", "grades that people gave"), c => c.Judgements)
            .FactList("所見", "comments", T("有識者などの所見", "comments, as of advisers"), c => c.Comments)
            .FactList("改善策", "actions", T("点検で決めた改善策", "the corrective actions it decided"), c => c.OwnActions);
        schema.Part<Referring<Judgement>>("判定", "judgement", T("人が付けた評価", "a grade that people gave"))
            .In(Governance)
            .Link("対象", "subject", T("評価されたもの", "what was graded"), j => j.Subject)
            .Required("判定者", "by", T("所管課か本部か", "the department or the headquarters"), j => j.Record.By)
            .Required("評価", "grade", T("付けた評価の名", "the name of the grade"), j => j.Record.Grade)
            .Required("判定日", "on", T("評価した日", "the day it was given"), j => j.Record.On.Day)
            .OptionalText("理由", "reason", T("評価の理由", "why"), j => j.Record.Reason);
        schema.Part<CycleComment>("所見", "comment", T("点検についての所見", "a comment on a review"))
            .In(Governance)
            .Required("述べた者", "by", T("所見を述べた会議体又は職", "the body or post that commented"), c => c.By)
            .Required("述べた日", "on", T("所見を述べた日", "the day of the comment"), c => c.On.Day)
            .Required("本文", "text", T("所見の文", "what was said"), c => c.Text);
        schema.Subject<SubmissionNode>("提出", "submission", T("点検のために課が出す調書", "a department's paper for a review"))
            .In(Governance)
            .Identified()
            .Ancestor(s => s.Plan)
            .Under(s => s.Cycle, (CycleNode c) => c.Submissions)
            .Required("課", "department", T("提出する課", "the department"), s => s.Department)
            .Fact("期限", "dueOn", T("提出すべき日", "the day it is due"), s => s.Record.DueOn.Day())
            .Event("提出日", "submittedOn", T("提出した日", "the day it was handed in"), s => s.Record.SubmittedOn.Day());
        schema.Subject<ActionNode>("改善策", "action", T("遅れなどに対する改善策", "a corrective action"))
            .In(Governance)
            .Identified()
            .Ancestor(a => a.Plan)
            .Under(a => a.Cycle, (CycleNode c) => c.OwnActions)
            .Link("対象", "subject", T("改善するもの", "what it is to improve"), a => a.Subject)
            .OptionalText("原因", "cause", T("遅れなどの原因", "what went wrong"), a => a.Record.Cause)
            .Required("内容", "action", T("何をするか", "what is done"), a => a.Record.Action)
            .Link("担当", "owner", T("受け持つ課", "the department that answers for it"), a => a.Owner)
            .Fact("期限", "dueOn", T("終えるべき日", "the day by which it is to be done"), a => a.Record.DueOn.Day())
            .Required("状態", "status", T("改善策の進み具合", "how far it has come"), a => a.Record.Status)
            .Event("完了日", "completedOn", T("終えた日", "the day it was done"), a => a.Record.CompletedOn.Day())
            .Event("反映年度", "carriedTo", T("計画に反映される年度", "the fiscal year into whose plan it is carried"), a => a.Record.CarriedTo);
    }
}
