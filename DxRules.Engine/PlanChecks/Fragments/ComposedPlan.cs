using System.Text.Json.Nodes;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Fragments;

/// <summary>A plan file made of a fragment, and what of the fragment no plan file can say.</summary>
/// <param name="Json">The plan file.</param>
/// <param name="Spans">Where each value stands in the example.</param>
/// <param name="Find">The subject within the plan; null where it is not there at the as-of date.</param>
internal sealed record ComposedPlan(string Json, IReadOnlyDictionary<string, TextSpan> Spans, Func<PlanNode, Node?> Find)
{
    /// <summary>Whether the fragment says anything of cycles. If not, there is none (a link not given is absent), though the list of them is unknown.</summary>
    public required bool GivesCycle { get; init; }

    /// <summary>Whether the fragment gives the corrective actions of anything.</summary>
    public required bool GivesActions { get; init; }

    /// <summary>Departments whose checks the fragment gives; those of the others are unknown.</summary>
    public required IReadOnlySet<string> DepartmentsWithChecks { get; init; }

    /// <summary>Where the value at a JSON path, or what holds it, stands in the example.</summary>
    public TextSpan? SpanOf(string? path)
    {
        for (var at = path; !string.IsNullOrEmpty(at); at = Outer(at))
        {
            if (Spans.TryGetValue(at, out var span))
                return span;
        }
        return null;
    }

    /// <summary>Brings into the subjects what the plan file could not say.</summary>
    public void Adjust(PlanNode plan)
    {
        if (!GivesCycle)
        {
            plan.CurrentCycle = Maybe<CycleNode?>.Known(null);
            if (!GivesActions)
            {
                foreach (var node in plan.SubjectsById.Values)
                    node.Actions = Maybe<ActionNode[]>.Unknown(Lacking.Actions);
            }
        }
        if (DepartmentsWithChecks.Count == 0)
            return;
        foreach (var department in plan.Departments ?? [])
        {
            if (!DepartmentsWithChecks.Contains(department.Id))
                department.Checks = null;
        }
    }

    /// <summary>Every value of a document that stands in the example, by its path as the plan reader tells it.</summary>
    public static Dictionary<string, TextSpan> PathsOf(IEnumerable<(JsonNode Node, TextSpan Span)> values)
    {
        var paths = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var (node, span) in values)
            paths[node.GetPath()] = span;
        return paths;
    }

    private static string Outer(string path) => path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
}
