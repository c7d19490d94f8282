using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>What rules call the members of plan records.</summary>
internal static class PlanWording
{
    // Objects that are transparent to rules have no kind; these are the names people know their members by.
    private static readonly Dictionary<(Type, string), string> Transparent = new()
    {
        [(typeof(PlanDocument), "plan")] = "計画",
        [(typeof(PlanDocument), "security")] = "セキュリティ",
        [(typeof(PlanDocument), "governance")] = "推進体制",
        [(typeof(Initiative), "lanes")] = "行",
        [(typeof(Lane), "title")] = "行の題名",
        [(typeof(Lane), "phases")] = "区間",
        [(typeof(Security), "policy")] = "情報セキュリティポリシー",
        [(typeof(Security), "cybersecurityPolicy")] = "サイバーセキュリティ方針",
    };

    private static readonly Lazy<Dictionary<Type, ObjectType>> KindByRecord = new(() =>
    {
        var kinds = new Dictionary<Type, ObjectType>();
        foreach (var kind in PlanSchema.Instance.Objects)
            kinds.TryAdd(RecordOf(kind.Clr), kind);
        var plan = PlanSchema.Instance.Root;
        kinds[typeof(PlanHeader)] = kinds[typeof(Governance)] = plan;
        kinds[typeof(SecurityPolicy)] = kinds[typeof(CybersecurityPolicy)] = kinds[typeof(Security)];
        return kinds;
    });

    /// <summary>The Japanese name of a member of a plan record; its name in the file where rules have none for it.</summary>
    public static string NameOf(Type record, string member) => FindNameOf(record, member) ?? member;

    /// <summary>The Japanese name of a member of a plan record; null where rules have none for it.</summary>
    public static string? FindNameOf(Type record, string member)
    {
        if (Transparent.TryGetValue((record, member), out var name))
            return name;
        return KindByRecord.Value.GetValueOrDefault(record)?.Find(member)?.Ja
            ?? (record == typeof(Security) ? PlanSchema.Instance.Root.Find(member)?.Ja : null);
    }

    /// <summary>What a member of a plan record means; null where rules have no name for it.</summary>
    public static LocalizedText? MeaningOf(Type record, string member) =>
        (KindByRecord.Value.GetValueOrDefault(record)?.Find(member) ?? (record == typeof(Security) ? PlanSchema.Instance.Root.Find(member) : null))?.Meaning;

    /// <summary>The record of the plan file behind a CLR type of the schema: a node's or part's own, or the type itself.</summary>
    public static Type RecordOf(Type clr) => clr.GetProperty(nameof(Node<PlanDocument>.Record))?.PropertyType ?? clr;
}
