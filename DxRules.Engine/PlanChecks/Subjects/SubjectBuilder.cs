using System.Diagnostics.CodeAnalysis;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>Turns the records of a plan into subjects in one pass: parents before children, references by hash.</summary>
internal sealed partial class SubjectBuilder
{
    private readonly PlanDocument document;
    private readonly RatingScales scales;
    private readonly PlanNode plan;
    private readonly List<Node> all = [];
    private readonly Dictionary<string, Node> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CategoryNode> categories = new(StringComparer.Ordinal);

    public SubjectBuilder(PlanDocument document, DateOnly asOf, RatingScales scales)
    {
        this.document = document;
        this.scales = scales;
        plan = new PlanNode(document, asOf)
        {
            LevelNames = [.. document.Plan.LevelNames],
            Notes = [.. document.Plan.Notes],
            Parents = document.Plan.Parents?.ToArray(),
            Predecessors = [.. document.Plan.Predecessors],
            Successors = document.Plan.Successors?.ToArray(),
            Reviews = document.Plan.Reviews?.ToArray(),
        };
    }

    public PlanNode Build()
    {
        Add(plan);
        AddDepartments();
        plan.OwnKpis = Each(document.Plan.Kpis, kpi => AddKpi(kpi, null, null));
        AddCategories();
        AddPolicies();
        AddSecurity();
        AddGovernance();
        ResolveSubjects();
        AttachActions();
        plan.SubjectsById = byId;
        return plan;
    }

    private T Add<T>(T node)
        where T : Node
    {
        all.Add(node);
        byId.TryAdd(node.Id, node);
        return node;
    }

    private void AddCategories()
    {
        plan.Categories = Each(document.Categories, category => Add(new CategoryNode(category, plan)));
        foreach (var category in plan.Categories)
            categories.TryAdd(category.Id, category);
        foreach (var category in plan.Categories)
            category.Above = category.Record.Parent is { } above ? categories.GetValueOrDefault(above) : null;
    }

    /// <summary>In the order of the document; null for an unknown list.</summary>
    [return: NotNullIfNotNull(nameof(records))]
    private static TNode[]? Each<T, TNode>(IReadOnlyList<T>? records, Func<T, TNode> make)
    {
        if (records is null)
            return null;
        var nodes = new TNode[records.Count];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = make(records[i]);
        return nodes;
    }

    /// <summary>All members of all lists; unknown as soon as one of them is.</summary>
    private static T[]? Flatten<TOwner, T>(TOwner[]? owners, Func<TOwner, T[]?> read, params T[][] further)
    {
        if (owners is null)
            return null;
        var all = new List<T>();
        foreach (var owner in owners)
        {
            if (read(owner) is not { } members)
                return null;
            all.AddRange(members);
        }
        foreach (var members in further)
            all.AddRange(members);
        return [.. all];
    }
}
