using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>What can be wrong between files: ids, names of files and folders, folding, shared parameters.</summary>
internal static class RuleSetChecks
{
    /// <param name="broken">Names of files that could not be read. What refers to them is not reported again.</param>
    public static void Check(RuleFolder folder, IReadOnlyList<string> broken, List<Diagnostic> diagnostics)
    {
        var firsts = FindDuplicates(folder.Rules, diagnostics);
        foreach (var rule in firsts.Values)
            CheckPlace(rule, diagnostics);
        CheckScales(folder.Scales, diagnostics);
        ControlCatalogue.Check(folder.ControlFiles, diagnostics);
        CheckGroups(folder, broken.Count > 0, diagnostics);
        CheckTopics(folder, firsts, broken, diagnostics);
        CheckCauses(folder.Rules, firsts, broken, diagnostics);
        FoldCycles.Find(firsts, diagnostics);
    }

    private static Dictionary<string, RuleFile> FindDuplicates(IReadOnlyList<RuleFile> rules, List<Diagnostic> diagnostics)
    {
        var firsts = new Dictionary<string, RuleFile>(StringComparer.Ordinal);
        foreach (var rule in rules.Where(rule => rule.Id.Value.Length > 0))
        {
            if (firsts.TryAdd(rule.Id.Value, rule))
                continue;
            var first = firsts[rule.Id.Value];
            diagnostics.Add(RuleErrors.DuplicateId(rule.Source, rule.Id.Span, rule.Id.Value, Place(first.Source, first.Id.Span)));
        }
        return firsts;
    }

    private static void CheckPlace(RuleFile rule, List<Diagnostic> diagnostics)
    {
        var path = rule.Source.Name.Split('/');
        if (!path[^1].StartsWith(rule.Id.Value + "-", StringComparison.Ordinal) && path[^1] != rule.Id.Value + ".yaml")
            diagnostics.Add(RuleErrors.FileName(rule.Source, rule.Id.Span, rule.Id.Value));

        // Only a folder named after a category can disagree with one: a city may keep its few rules in one folder.
        if (path.Length > 1 && RuleCategory.Known.Contains(path[^2]) && rule.Category.Value.Length > 0 && path[^2] != rule.Category.Value)
            diagnostics.Add(RuleErrors.CategoryFolder(rule.Source, rule.Category.Span, rule.Category.Value, path[^2]));
    }

    private static void CheckScales(IReadOnlyList<ScaleFile> scales, List<Diagnostic> diagnostics)
    {
        var firsts = new Dictionary<string, ScaleFile>(StringComparer.Ordinal);
        foreach (var scale in scales.Where(scale => scale.Id.Value.Length > 0))
        {
            if (!firsts.TryAdd(scale.Id.Value, scale))
                diagnostics.Add(RuleErrors.ScaleTwice(scale.Source, scale.Id.Span, scale.Id.Value, Place(firsts[scale.Id.Value].Source, firsts[scale.Id.Value].Id.Span)));
        }
    }

    private static void CheckGroups(RuleFolder folder, bool someBroken, List<Diagnostic> diagnostics)
    {
        var groups = new Dictionary<string, (ParameterGroup Group, string Place)>(StringComparer.Ordinal);
        foreach (var (file, group) in folder.ParameterFiles.SelectMany(file => file.Groups.Select(group => (file, group))))
        {
            foreach (var name in new[] { group.Name, group.En }.Distinct())
            {
                if (!groups.TryAdd(name.Value, (group, Place(file.Source, name.Span))))
                    diagnostics.Add(RuleErrors.GroupTwice(file.Source, name.Span, name.Value, groups[name.Value].Place));
            }
        }

        // Where the file of the groups is broken, every use would be reported for nothing.
        if (someBroken && folder.ParameterFiles.Count == 0)
            return;
        var known = folder.Groups.Select(group => group.Name.Value).ToList();
        var uses = folder.Rules.SelectMany(rule => rule.Uses.Select(use => (rule.Source, use))).Concat(folder.Scales.SelectMany(scale => scale.Uses.Select(use => (scale.Source, use))));
        foreach (var (source, use) in uses.Where(use => !groups.ContainsKey(use.use.Value)))
            diagnostics.Add(RuleErrors.UnknownGroup(source, use.Span, use.Value, known));
        foreach (var (scale, boundary) in folder.Scales.SelectMany(scale => scale.Boundaries.Select(boundary => (scale, boundary))))
        {
            if (boundary is { Group: { } owner, Member: { } member } && groups.TryGetValue(owner, out var found))
                CheckMember(scale.Source, boundary.Span, found.Group, member, diagnostics);
        }
    }

    private static void CheckMember(SourceText source, TextSpan span, ParameterGroup group, string member, List<Diagnostic> diagnostics)
    {
        if (group.Members.All(candidate => candidate.Name.Value != member && candidate.En.Value != member))
            diagnostics.Add(RuleErrors.UnknownMember(source, span, group.Name.Value, member, [.. group.Members.Select(m => m.Name.Value)]));
    }

    private static void CheckCauses(IReadOnlyList<RuleFile> rules, Dictionary<string, RuleFile> known, IReadOnlyList<string> broken, List<Diagnostic> diagnostics)
    {
        foreach (var (rule, cause) in rules.SelectMany(rule => rule.FoldUnder.Select(cause => (rule, cause))))
        {
            var id = cause.Rule.Value;
            if (!known.ContainsKey(id) && !broken.Any(name => IsFileOf(name, id)))
                diagnostics.Add(RuleErrors.UnknownCause(rule.Source, cause.Rule.Span, id, [.. known.Keys.Where(other => other != rule.Id.Value)]));
        }
    }

    // A topic shares its names with nothing that can be switched off beside it: ids have capitals, categories are checked here.
    private static void CheckTopics(RuleFolder folder, Dictionary<string, RuleFile> known, IReadOnlyList<string> broken, List<Diagnostic> diagnostics)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var category in RuleCategory.Known.Concat(folder.Rules.Select(rule => rule.Category.Value)))
            places.TryAdd(category, "category");
        foreach (var (file, topic) in folder.TopicFiles.SelectMany(file => file.Topics.Select(topic => (file, topic))))
        {
            foreach (var name in new[] { topic.Name, topic.En }.Distinct())
            {
                if (!places.TryAdd(name.Value, Place(file.Source, name.Span)))
                    diagnostics.Add(RuleErrors.TopicTwice(file.Source, name.Span, name.Value, places[name.Value]));
            }
            foreach (var id in topic.Rules.Where(id => !known.ContainsKey(id.Value) && !broken.Any(name => IsFileOf(name, id.Value))))
                diagnostics.Add(RuleErrors.NotInRules(file.Source, id.Span, id.Value, known.Keys));
        }
    }

    private static bool IsFileOf(string path, string id)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith(id + "-", StringComparison.Ordinal) || name == id + ".yaml";
    }

    private static string Place(SourceText source, TextSpan span) => $"{source.Name}:{source.PositionOf(span.Start).Line}";
}
