using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>What can be wrong between files: ids, names of files and folders, folding, shared parameters.</summary>
internal static class RuleSetChecks
{
    /// <param name="folder">The folder in which the files lie, as messages call it.</param>
    /// <param name="broken">Names of files that could not be read. What refers to them is not reported again.</param>
    public static void Check(
        string folder,
        IReadOnlyList<RuleFile> rules,
        IReadOnlyList<ParameterFile> parameterFiles,
        IReadOnlyList<string> broken,
        List<Diagnostic> diagnostics)
    {
        var firsts = FindDuplicates(rules, diagnostics);
        foreach (var rule in firsts.Values)
            CheckPlace(folder, rule, diagnostics);
        CheckGroups(rules, parameterFiles, broken.Count > 0, diagnostics);
        CheckCauses(rules, firsts, broken, diagnostics);
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

    private static void CheckPlace(string folder, RuleFile rule, List<Diagnostic> diagnostics)
    {
        var path = rule.Source.Name.Split('/');
        if (!path[^1].StartsWith(rule.Id.Value + "-", StringComparison.Ordinal) && path[^1] != rule.Id.Value + ".yaml")
            diagnostics.Add(RuleErrors.FileName(rule.Source, rule.Id.Span, rule.Id.Value));

        // Files that lie directly in the folder have no category folder to disagree with.
        var isDirectlyInside = rule.Source.Name.Length - path[^1].Length <= folder.TrimEnd('/').Length + 1;
        if (path.Length > 1 && !isDirectlyInside && rule.Category.Value.Length > 0 && path[^2] != rule.Category.Value)
            diagnostics.Add(RuleErrors.CategoryFolder(rule.Source, rule.Category.Span, rule.Category.Value, path[^2]));
    }

    private static void CheckGroups(IReadOnlyList<RuleFile> rules, IReadOnlyList<ParameterFile> files, bool someBroken, List<Diagnostic> diagnostics)
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, group) in files.SelectMany(file => file.Groups.Select(group => (file, group))))
        {
            if (!groups.TryAdd(group.Name.Value, Place(file.Source, group.Name.Span)))
                diagnostics.Add(RuleErrors.GroupTwice(file.Source, group.Name.Span, group.Name.Value, groups[group.Name.Value]));
            groups.TryAdd(group.En.Value, Place(file.Source, group.En.Span));
        }
        if (someBroken && files.Count == 0)
            return;
        foreach (var (rule, use) in rules.SelectMany(rule => rule.Uses.Select(use => (rule, use))))
        {
            if (!groups.ContainsKey(use.Value))
                diagnostics.Add(RuleErrors.UnknownGroup(rule.Source, use.Span, use.Value, [.. files.SelectMany(file => file.Groups).Select(group => group.Name.Value)]));
        }
    }

    private static void CheckCauses(IReadOnlyList<RuleFile> rules, Dictionary<string, RuleFile> known, IReadOnlyList<string> broken, List<Diagnostic> diagnostics)
    {
        foreach (var (rule, cause) in rules.SelectMany(rule => rule.FoldUnder.Select(cause => (rule, cause))))
        {
            var id = cause.Rule.Value;
            if (!known.ContainsKey(id) && !broken.Any(name => IsFileOf(name, id)))
                diagnostics.Add(RuleErrors.UnknownCause(rule.Source, cause.Rule.Span, id, known.Keys));
        }
    }

    private static bool IsFileOf(string path, string id)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith(id + "-", StringComparison.Ordinal) || name == id + ".yaml";
    }

    private static string Place(SourceText source, TextSpan span) => $"{source.Name}:{source.PositionOf(span.Start).Line}";
}
