using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>Rules that have been read, checked and bound to a schema. Immutable.</summary>
internal sealed record RuleSet(Schema Schema, IReadOnlyList<Rule> Rules, string Hash, Limits Limits)
{
    /// <summary>The rules of a folder; where anything is an error there is no rule set, and the diagnostics say all of it.</summary>
    /// <param name="lint">Whether to tell of what is doubtful too, which takes a third of the time; else <see cref="Lint"/> does.</param>
    public static (RuleSet? RuleSet, IReadOnlyList<Diagnostic> Diagnostics) Bind(RuleFolder folder, Schema schema, ParameterValues values, bool lint = true) =>
        LargeStack.Run(() => BindHere(folder, schema, values, lint));

    /// <summary>What is doubtful in the rules of a folder that can be used.</summary>
    public IReadOnlyList<Diagnostic> Lint(RuleFolder folder) => LargeStack.Run(() => RuleLint.Of(folder, Schema, Rules));

    private static (RuleSet? RuleSet, IReadOnlyList<Diagnostic> Diagnostics) BindHere(RuleFolder folder, Schema schema, ParameterValues values, bool lint)
    {
        var diagnostics = folder.Diagnostics.ToList();
        var rules = folder.Rules.Select(file => RuleBinder.Bind(file, schema, folder.Groups, values, folder.Limits, diagnostics)).OfType<Rule>();
        var bound = rules.OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        CheckTopics(folder, schema, diagnostics);
        if (lint && diagnostics.All(d => d.Severity != DiagnosticSeverity.Error))
            diagnostics.AddRange(RuleLint.Of(folder, schema, bound));
        IReadOnlyList<Diagnostic> all = [.. DiagnosticPrinter.InOrder(diagnostics)];
        return all.Any(d => d.Severity == DiagnosticSeverity.Error) ? (null, all) : (new RuleSet(schema, bound, folder.Hash, folder.Limits), all);
    }

    private static void CheckTopics(RuleFolder folder, Schema schema, List<Diagnostic> diagnostics)
    {
        foreach (var (file, topic) in folder.TopicFiles.SelectMany(file => file.Topics.Select(topic => (file, topic))))
        {
            foreach (var subject in topic.Subjects.Where(subject => schema.FindSubject(subject.Value) is null))
                diagnostics.Add(RuleBindingErrors.UnknownSubject(file.Source, subject, schema.SubjectNames));
        }
    }
}
