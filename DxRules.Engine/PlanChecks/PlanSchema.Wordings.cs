using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Subjects;

namespace DxRules.Engine.PlanChecks;

/// <summary>表記.</summary>
internal static partial class PlanSchema
{
    private static void DeclareWordings(SchemaBuilder schema) => schema
        .Subject<WordingNode>("表記", "wording", T("文書の文、又は文書での元の書き方", "a text of the document, or the document's own wording of something"))
        .ListedOnlyWhenAlerted()
        .Identified()
        .Under(w => w.Plan, (PlanNode p) => p.Wordings)
        .Required("本文", "text", T("書かれているとおりの文字", "what is written, letter by letter"), w => w.Text)
        .Required("項目", "member", T("どの項目の表記か", "the member it words"), w => w.Member)
        .Required("対象", "subject", T("表記のある対象", "the subject in which it stands"), w => w.Owner)
        .Required("値あり", "hasValue", T("表記から値が読み取られているか", "whether a value was read from it"), w => w.HasValue)
        .Event("数値", "number", T("読み取られた数", "the number read from it"), w => w.Number)
        .Event("日付", "date", T("読み取られた日付", "the date read from it"), w => w.Date)
        .Event("年度", "fiscalYear", T("読み取られた年度", "the fiscal year read from it"), w => w.FiscalYear);
}
