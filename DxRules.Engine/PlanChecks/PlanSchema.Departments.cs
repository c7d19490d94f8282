using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Subjects;

namespace DxRules.Engine.PlanChecks;

/// <summary>課.</summary>
internal static partial class PlanSchema
{
    private static void DeclareDepartments(SchemaBuilder schema)
    {
        schema.Subject<DepartmentNode>("課", "department", T("計画に関わる課", "a department that takes part in the plan"))
            .Identified()
            .Under(d => d.Plan, (PlanNode p) => p.Departments)
            .Required("名称", "name", T("課の名", "its name"), d => d.Record.Name)
            .Fact("設置日", "from", T("課が置かれた日", "the day it was set up"), d => d.Record.From.Day())
            .Event("廃止日", "to", T("廃止された課の最後の日", "its last day, where it was abolished"), d => d.Record.To.Day())
            .Link("後継の課", "succeededBy", T("仕事を引き継いだ課", "the department that took over"), d => d.SucceededBy)
            .Fact("登録済み", "listed", T("計画の課の一覧にあるか", "whether the plan's list of departments holds it"), d => d.IsListed)
            .FactList("点検記録", "checks", T("課の自己点検と研修の記録（全年度）", "its self-checks and training, of all years"), d => d.Checks)
            .WithActions();
        schema.Part<DepartmentCheckPart>("点検記録", "departmentCheck", T("ある年度の課の自己点検と研修", "a department's self-check and training in a fiscal year"))
            .In(Security)
            .Required("ID", "id", T("記録の識別子", "its id"), c => c.Record.Id)
            .Required("課", "department", T("点検した課", "the department"), c => c.Department)
            .Required("年度", "fiscalYear", T("点検の年度", "the fiscal year"), c => c.Record.FiscalYear)
            .Event("自己点検日", "selfCheckedOn", T("自己点検を終えた日", "the day of the self-check"), c => c.Record.SelfCheckedOn.Day())
            .Fact("職員数", "headcount", T("課の職員の数", "how many work there"), c => c.Record.Headcount)
            .Fact("受講者数", "trained", T("研修を受けた職員の数", "how many were trained"), c => c.Record.Trained)
            .Fact("取扱者数", "handlers", T("マイナンバーを取り扱う職員の数", "how many handle MyNumber"), c => c.Record.Handlers)
            .Fact("取扱者の受講者数", "handlersTrained", T("そのうち研修を受けた数", "how many of them were trained"), c => c.Record.HandlersTrained)
            .Event("取扱者の研修日", "handlersTrainedOn", T("取扱者の研修を行った日", "the day on which the handlers were trained"), c => c.Record.HandlersTrainedOn.Day());
    }
}
