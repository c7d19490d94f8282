using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>Finds rules that would, over others, be folded under themselves.</summary>
internal static class FoldCycles
{
    /// <summary>Reports each circle once, at the rule whose id comes first.</summary>
    public static void Find(IReadOnlyDictionary<string, RuleFile> rules, List<Diagnostic> diagnostics)
    {
        var finished = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in rules.Keys.Order(StringComparer.Ordinal))
            Visit(id, [], rules, finished, diagnostics);
    }

    private static void Visit(string id, List<string> path, IReadOnlyDictionary<string, RuleFile> rules, HashSet<string> finished, List<Diagnostic> diagnostics)
    {
        if (finished.Contains(id) || !rules.TryGetValue(id, out var rule))
            return;
        path.Add(id);
        foreach (var cause in rule.FoldUnder.Where(cause => !LeadsElsewhere(cause, id)))
        {
            var start = path.IndexOf(cause.Rule.Value);
            if (start < 0)
                Visit(cause.Rule.Value, path, rules, finished, diagnostics);
            else
                diagnostics.Add(RuleErrors.FoldCycle(rule.Source, cause.Rule.Span, path.Skip(start).Append(cause.Rule.Value)));
        }
        path.RemoveAt(path.Count - 1);
        finished.Add(id);
    }

    // The same finding one link further (前段): its own cause lies further still, and the check keeps links that come round from folding.
    private static bool LeadsElsewhere(FoldCause cause, string id) => cause.At is not null && cause.Rule.Value == id;
}
