using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;

namespace DxRules.Engine.Evaluation;

/// <summary>An alert below a subject, as a rule above it reads it. What could not be determined may be one: its severity is unknown, and so is whether it is there.</summary>
internal sealed record AlertBelow(
    string Rule,
    string Category,
    Maybe<Severity> Severity,
    SubjectBelow Subject,
    bool IsSecret,
    FactSet? Uncertainty) : IUncertain;

/// <summary>A result below a subject that lacks facts, as a rule above it reads it.</summary>
internal sealed record UndeterminedBelow(string Rule, string Category, SubjectBelow Subject, string[] Missing, bool IsSecret);

/// <summary>What an alert below is about.</summary>
internal sealed record SubjectBelow(string Id, string Title, string Type);

/// <summary>The alerts below a subject, as part of any schema.</summary>
internal static class AlertsBelow
{
    /// <summary>Whether a part of an expression reads one of them.</summary>
    public static bool IsRead(Bound part) =>
        part is BoundMember { Target: BoundContext, Member.Type: ListType { Item: ObjectType kind } } && (kind.Clr == typeof(AlertBelow) || kind.Clr == typeof(UndeterminedBelow));

    /// <summary>Adds 指摘 and 判定不能 to what every rule sees.</summary>
    public static void Describe(SchemaBuilder schema)
    {
        schema.Enum<Severity>("重大度", "severity", "情報", "注意", "警告", "重大");
        schema.Part<SubjectBelow>("指摘の対象", "alertSubject", new("指摘が付いた対象", "what an alert is about"))
            .Required("ID", "id", new("対象のID", "its id"), s => s.Id)
            .Required("題名", "title", new("対象の題名", "its title"), s => s.Title)
            .Required("種別", "type", new("対象の種類（英語）", "its kind, in English"), s => s.Type);
        schema.Part<AlertBelow>("指摘", "alert", new("この対象より下の指摘", "an alert below the subject"))
            .Required("規則", "rule", new("規則のID", "the rule's id"), a => a.Rule)
            .Required("分類", "category", new("規則の分類（英語）", "the rule's category"), a => a.Category)
            .Required("重大度", "severity", new("重大度", "how grave it is"), a => a.Severity)
            .Required("対象", "subject", new("指摘の対象", "what it is about"), a => a.Subject);
        schema.Part<UndeterminedBelow>("判定不能", "undeterminedResult", new("この対象より下の判定不能", "a result below the subject that lacks facts"))
            .Required("規則", "rule", new("規則のID", "the rule's id"), u => u.Rule)
            .Required("分類", "category", new("規則の分類（英語）", "the rule's category"), u => u.Category)
            .Required("対象", "subject", new("判定不能の対象", "what it is about"), u => u.Subject)
            .List("不足", "missing", new("足りない項目", "the facts it lacks"), u => u.Missing);
        schema.Context("指摘", "alerts", new("この対象より下の指摘（判定不能は、あるともないとも言えないものとして含む）", "alerts below the subject; undetermined results count as uncertain members"), c => ((CheckContext)c).Alerts);
        schema.Context("判定不能", "undetermined", new("この対象より下の判定不能", "undetermined results below the subject"), c => ((CheckContext)c).Undetermined);
    }
}
