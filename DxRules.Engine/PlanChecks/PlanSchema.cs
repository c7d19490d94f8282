using System.Globalization;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Fragments;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>
/// What rules about plans can speak of: kinds of subjects, their members, links and measures, in Japanese and English. English words are
/// those of the plan file. One file a section; the data dictionary is generated from it.
/// </summary>
internal static partial class PlanSchema
{
    private static readonly Section Security =
        new("セキュリティ", "security", plan => ((PlanNode)plan).Record.Security is null, IsSecret: true);

    private static readonly Section Governance =
        new("推進体制", "governance", plan => ((PlanNode)plan).Record.Governance is null);

    public static Schema Instance { get; } = Build();

    private static Schema Build()
    {
        var schema = new SchemaBuilder();
        DeclareWords(schema);
        DeclarePlan(schema);
        DeclarePolicies(schema);
        DeclareKpis(schema);
        DeclareDepartments(schema);
        DeclareSecurity(schema);
        DeclareGovernance(schema);
        DeclareWordings(schema);
        DeclareFunctions(schema);
        DeclareContext(schema);
        return schema.Writing(Write).Examples(FragmentBuilder.Build).Build(Identify);
    }

    /// <summary>What rules see and call whatever they are about: the as-of date, fiscal years, alerts below, and the functions of the field.</summary>
    internal static void DeclareField(SchemaBuilder schema)
    {
        schema.Enum<FigureWording>("値の表記", "figureWording", "空値", "正の数", "負の数", "その他");
        DeclareFunctions(schema);
        DeclareContext(schema);
        schema.Writing(Write);
    }

    private static void DeclareContext(SchemaBuilder schema)
    {
        schema.Context("基準日", "asOfDate", T("点検がその時点のものとして見る日", "the day as of which everything is judged"), c => c.AsOf);
        schema.Context("今年度", "currentFiscalYear", T("基準日の属する年度", "the fiscal year in which the as-of date lies"), c => FiscalYear.Of(c.AsOf));
        AlertsBelow.Describe(schema);
    }

    private static SubjectIdentity Identify(object subject) => ((Node)subject).Identity;

    private static string? Write(object value, Language language) => value switch
    {
        DateOnly day => language == Language.Japanese ? Wareki.Format(day) : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        FiscalYearName year => year.In(language),
        GradeName grade => grade.In(language),
        _ => null,
    };

    private static LocalizedText T(string ja, string en) => new(ja, en);

    /// <summary>What every subject has, at the beginning of its members.</summary>
    private static ObjectTypeBuilder<TNode> Identified<TNode>(this ObjectTypeBuilder<TNode> kind)
        where TNode : Node =>
        kind.Required("ID", "id", T("文書の中で一つだけの、年度をまたいで変わらない識別子", "unique in the document and stable over the years"), n => n.Id)
            .Required("題名", "title", T("人が呼ぶ名", "as people know it"), n => n.Title);

    /// <summary>The corrective actions of the current cycle, at the end of a subject's members.</summary>
    private static ObjectTypeBuilder<TNode> WithActions<TNode>(this ObjectTypeBuilder<TNode> kind)
        where TNode : Node =>
        kind.Link(
            "改善策",
            "actions",
            T("今回の点検の改善策のうち、これとその下を対象とするもの", "corrective actions of the current cycle on this or anything below"),
            n => n.Actions);
}
