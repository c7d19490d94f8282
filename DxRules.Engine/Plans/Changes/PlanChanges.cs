using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Engine.Plans.Changes;

/// <summary>Applies changes to a plan, and takes them back.</summary>
internal static class PlanChanges
{
    /// <summary>
    /// The plan with all changes, or all that stands against them; nothing is applied by halves. Each change looks at the plan as it is given, so their
    /// order does not matter and none may lie inside another. A change is in conflict only where its own member holds neither its old nor its new value;
    /// where the new value stands there already, nothing is left to do for it. Nothing in a change makes this throw.
    /// </summary>
    public static AppliedChanges Apply(PlanDocument document, IEnumerable<PlanChange> changes)
    {
        var tree = new PlanTree(document);
        var conflicts = new List<PlanConflict>();
        var diagnostics = new List<Diagnostic>();
        var slots = new List<(PlanSlot Slot, PlanChange Change)>();
        foreach (var change in changes)
        {
            var slot = tree.Find(change.Subject, change.Member);
            var found = slot?.Found;
            if (slot is null ? change.New is not null || change.Old is not null : found != change.Old && found != change.New)
                conflicts.Add(new PlanConflict(change, found));
            else if (slot is not null && found != change.New && IsJson(change, diagnostics))
                slots.Add((slot, change));
        }
        if (conflicts.Count > 0 || diagnostics.Count > 0)
            return new AppliedChanges(null, conflicts, diagnostics);

        tree.Put(slots);
        var reading = PlanReader.Read(document.Plan.Id, Encoding.UTF8.GetBytes(tree.ToText()));
        return new AppliedChanges(reading.Document, [], reading.Diagnostics);
    }

    /// <summary>The changes that lead back.</summary>
    public static IReadOnlyList<PlanChange> Reverse(IEnumerable<PlanChange> changes) =>
        [.. changes.Select(change => change with { Old = change.New, New = change.Old })];

    private static bool IsJson(PlanChange change, List<Diagnostic> diagnostics)
    {
        if (change.New is null || PlanTree.Parses(change.New))
            return true;

        // The reader knows how to say why a text is no JSON.
        diagnostics.AddRange(PlanReader.Read(new SourceText($"{change.Subject}/{change.Member}", change.New)).Diagnostics);
        return false;
    }
}
