using DxRules.Admin.People;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Plans;

/// <summary>A plan as a tree, as far as a filter leaves it and the viewer may see it.</summary>
/// <param name="Departments">Ids and names of those that can be filtered by.</param>
/// <param name="All">How many initiatives there are without the filter.</param>
internal sealed record PlanTree(
    IReadOnlyList<TreeCategory> Categories, IReadOnlyList<(string Id, string Name)> Departments, IReadOnlyList<(string Id, string Title)> CategoryChoices, IReadOnlyList<string> Concerns, int All)
{
    public IEnumerable<TreePolicy> Policies => Categories.SelectMany(category => category.Policies);

    public IEnumerable<TreeInitiative> Initiatives => Policies.SelectMany(policy => policy.Initiatives);

    /// <summary>How many of the initiatives shown have which grade, best first.</summary>
    public IEnumerable<(SubjectGrade Grade, int Count)> Grades =>
        Initiatives.Select(initiative => initiative.Grade).OfType<SubjectGrade>().GroupBy(grade => grade.Label).Select(group => (Grade: group.First(), Count: group.Count()))
            .OrderBy(found => found.Grade.Kind == DxRules.Engine.Rules.GradeKind.NotAssessable).ThenBy(found => found.Grade.Symbol, StringComparer.Ordinal);

    /// <param name="grades">Of the same plan, by ids.</param>
    public static PlanTree Of(PlanSight plan, IReadOnlyDictionary<string, SubjectGrade> grades, TreeFilter filter, Viewer viewer)
    {
        var categories = new CategoryOrder(plan.Document.Categories);
        var within = categories.Within(filter.Category);
        var seen = (plan.Document.Policies ?? []).Select(policy => TreePolicy.Of(plan, grades, policy, viewer)).OfType<TreePolicy>().ToList();
        var shown = seen.Where(policy => filter.Covers(policy.Policy, within)).Select(policy => policy.Narrowed(filter)).OfType<TreePolicy>().ToLookup(policy => categories.Place(policy.Policy.Category));
        var answering = seen.SelectMany(policy => policy.Initiatives.SelectMany(initiative => initiative.Departments).Concat(policy.Departments)).ToHashSet(StringComparer.Ordinal);
        return new PlanTree(
            [.. categories.All.Where(category => shown[category?.Id].Any()).Select(category => new TreeCategory(category, categories.PathTo(category), [.. shown[category?.Id]]))],
            [.. (plan.Document.Departments ?? []).Where(department => answering.Contains(department.Id)).Select(department => (department.Id, department.Name))],
            [.. categories.All.OfType<Category>().Select(category => (category.Id, CategoryOrder.TitleOf(category)))],
            [.. seen.SelectMany(policy => policy.Policy.Concerns).Distinct()],
            seen.Sum(policy => policy.Initiatives.Count));
    }
}

/// <param name="Category">Null for policies that stand under none.</param>
/// <param name="Above">The titles above it, outermost first.</param>
internal sealed record TreeCategory(Category? Category, IReadOnlyList<string> Above, IReadOnlyList<TreePolicy> Policies);

/// <param name="Reached">Whether the viewer may open it, or sees it only as what holds an initiative of theirs.</param>
internal sealed record TreePolicy(Policy Policy, bool Reached, SubjectGrade? Grade, IReadOnlyList<string> Departments, IReadOnlyList<TreeInitiative> Initiatives)
{
    /// <summary>Null where the viewer sees nothing of it.</summary>
    public static TreePolicy? Of(PlanSight plan, IReadOnlyDictionary<string, SubjectGrade> grades, Policy policy, Viewer viewer)
    {
        var reached = plan.Reaches(viewer, policy.Id);
        var initiatives = (policy.Initiatives ?? []).Where(initiative => plan.Reaches(viewer, initiative.Id))
            .Select(initiative => new TreeInitiative(initiative, grades.GetValueOrDefault(initiative.Id), plan.DepartmentsOf(initiative.Id))).ToList();
        return reached || initiatives.Count > 0 ? new TreePolicy(policy, reached, reached ? grades.GetValueOrDefault(policy.Id) : null, plan.DepartmentsOf(policy.Id), initiatives) : null;
    }

    /// <summary>With the initiatives that a filter leaves; null where it leaves none of it.</summary>
    public TreePolicy? Narrowed(TreeFilter filter)
    {
        var left = Initiatives.Where(initiative => filter.Covers(initiative)).ToList();
        return left.Count > 0 || (string.IsNullOrEmpty(filter.Grade) && filter.Covers(Departments)) ? this with { Initiatives = left } : null;
    }
}

internal sealed record TreeInitiative(Initiative Initiative, SubjectGrade? Grade, IReadOnlyList<string> Departments);

/// <summary>The categories of a plan, each before those below it, and the place for what stands under none at the end.</summary>
internal sealed class CategoryOrder
{
    private readonly Dictionary<string, Category> byId;

    public CategoryOrder(IReadOnlyList<Category> categories)
    {
        byId = categories.ToDictionary(category => category.Id, StringComparer.Ordinal);
        var below = categories.ToLookup(category => category.Parent is { } parent && byId.ContainsKey(parent) ? parent : null, StringComparer.Ordinal!);
        var ordered = new List<Category?>();
        Add(below[null]);

        // Those that hold each other stand at the end: none may be lost.
        ordered.AddRange(categories.Where(category => !ordered.Contains(category)));
        All = [.. ordered, null];

        void Add(IEnumerable<Category> level)
        {
            foreach (var category in level.Where(category => !ordered.Contains(category)))
            {
                ordered.Add(category);
                Add(below[category.Id]);
            }
        }
    }

    public IReadOnlyList<Category?> All { get; }

    public static string TitleOf(Category category) => category.Number is { Length: > 0 } number ? $"{number} {category.Title}" : category.Title;

    /// <summary>The id under which a policy stands; null where the plan has no such category.</summary>
    public string? Place(string? category) => category is not null && byId.ContainsKey(category) ? category : null;

    /// <summary>A category and all below it.</summary>
    public IReadOnlySet<string> Within(string? category) =>
        All.OfType<Category>().Where(other => other.Id == category || Above(other).Any(above => above.Id == category)).Select(other => other.Id).ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<string> PathTo(Category? category) => category is null ? [] : [.. Above(category).Reverse().Select(TitleOf)];

    private IEnumerable<Category> Above(Category category)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { category.Id };
        for (var above = category.Parent; above is not null && seen.Add(above) && byId.TryGetValue(above, out var found); above = found.Parent)
            yield return found;
    }
}
