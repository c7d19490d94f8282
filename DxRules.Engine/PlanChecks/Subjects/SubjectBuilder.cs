using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>Turns the records of a plan into subjects in one pass: parents before children, references by hash.</summary>
internal sealed partial class SubjectBuilder
{
    private readonly PlanDocument document;
    private readonly RatingScale scale;
    private readonly PlanNode plan;
    private readonly List<Node> inDocumentOrder = [];
    private readonly Dictionary<string, Node> byId = new(StringComparer.Ordinal);
    private readonly List<UnknownList> unknownLists = [];
    private readonly Dictionary<string, CategoryNode> categories = new(StringComparer.Ordinal);

    public SubjectBuilder(PlanDocument document, DateOnly asOf, RatingScale scale)
    {
        this.document = document;
        this.scale = scale;
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

    public PlanSubjects Build()
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

        // A stable sort keeps the document order within a depth.
        return new PlanSubjects(plan, [.. inDocumentOrder.OrderByDescending(node => node.Depth)], unknownLists);
    }

    private T Add<T>(T node)
        where T : Node
    {
        inDocumentOrder.Add(node);
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

    private void NoteUnknown(Node owner, string ja, string en, params Type[] kinds) =>
        unknownLists.Add(new UnknownList(owner, new Fact(ja, en), kinds));

    private static TNode[] Each<T, TNode>(IReadOnlyList<T> records, Func<T, TNode> make)
    {
        var nodes = new TNode[records.Count];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = make(records[i]);
        return nodes;
    }

    /// <summary>The same for a list that may be unknown, which is noted with its owner.</summary>
    private TNode[]? Each<T, TNode>(IReadOnlyList<T>? records, Node owner, string ja, string en, Type[] kinds, Func<T, TNode> make)
    {
        if (records is not null)
            return Each(records, make);
        NoteUnknown(owner, ja, en, kinds);
        return null;
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
