using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>Named groups of rules (format dxtopics/1), by which a city without the thing they are about switches them off together.</summary>
internal sealed record TopicFile(SourceText Source, string Hash, bool HasErrors, IReadOnlyList<Topic> Topics);

/// <summary>主題: the rules about one thing, such as マイナンバー.</summary>
/// <param name="En">The English name.</param>
/// <param name="Subjects">Kinds of subjects, in either language: every rule about one of them belongs here.</param>
/// <param name="Rules">Ids of further rules.</param>
internal sealed record Topic(
    Located<string> Name,
    Located<string> En,
    LocalizedText Title,
    IReadOnlyList<Located<string>> Subjects,
    IReadOnlyList<Located<string>> Rules)
{
    public bool IsNamed(string name) => Name.Value == name || En.Value == name;

    /// <summary>The ids of its rules, in the order of <paramref name="rules"/>.</summary>
    public IEnumerable<string> RulesAmong(IEnumerable<RuleFile> rules, Schema schema)
    {
        var kinds = Subjects.Select(subject => schema.FindSubject(subject.Value)).OfType<ObjectType>().ToHashSet();
        return rules.Where(rule => Rules.Any(id => id.Value == rule.Id.Value) || schema.FindSubject(rule.Subject.Value) is { } kind && kinds.Contains(kind))
            .Select(rule => rule.Id.Value);
    }
}
