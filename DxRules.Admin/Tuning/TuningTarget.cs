using DxRules.Admin.People;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Tuning;

/// <summary>What is set together: a rule, or a group of parameters that several rules share.</summary>
/// <param name="Owner">The rule's id, or the group's name, as profiles write it.</param>
/// <param name="Rule">Null for a group.</param>
/// <param name="Readers">Ids of the rules that it is about.</param>
internal sealed record TuningTarget(string Owner, string EnglishOwner, LocalizedText Title, RuleFile? Rule, IReadOnlyList<ParameterDefinition> Parameters, IReadOnlyList<string> Readers)
{
    /// <summary>Whether only security officers and administrators may see it.</summary>
    public bool IsSecret => Readers.Count > 0 && Readers.All(SettingChange.IsSecretRule);

    /// <summary>The severities of the rule's levels, as its file has them, the gravest first.</summary>
    public IReadOnlyList<Severity> Severities => [.. (Rule?.Levels ?? []).Select(level => level.Severity.Value).Distinct()];

    /// <summary>The address of the page on which it is set.</summary>
    public string Address => Rule is not null ? $"/rules/{Owner}/tuning" : $"/rules/parameters/{EnglishOwner}/tuning";

    /// <summary>Every rule, by id.</summary>
    public static IEnumerable<TuningTarget> Rules =>
        ProfileReading.Shipped.Rules.OrderBy(rule => rule.Id.Value, StringComparer.Ordinal).Select(Of);

    public static IEnumerable<TuningTarget> Groups => ProfileReading.Shipped.Groups.Select(Of);

    /// <summary>Null where there is no such rule, or none that the viewer may see.</summary>
    public static TuningTarget? FindRule(string id, Viewer viewer) => Rules.FirstOrDefault(target => target.Owner == id && target.IsSeenBy(viewer));

    /// <param name="name">In either language.</param>
    public static TuningTarget? FindGroup(string name, Viewer viewer) =>
        Groups.FirstOrDefault(target => (target.Owner == name || target.EnglishOwner == name) && target.IsSeenBy(viewer));

    public bool IsSeenBy(Viewer viewer) => viewer.SeesSecrets || !IsSecret;

    /// <summary>Whether the viewer may set it: what is secret who sees secrets, all else the DX office.</summary>
    public bool IsSetBy(Viewer viewer) => MaySet(viewer, IsSecret);

    public static bool MaySet(Viewer viewer, bool secret) => viewer.May(Access.TuneRules) && (secret ? viewer.SeesSecrets : viewer.May(Access.RunCycles));

    private static TuningTarget Of(RuleFile rule) =>
        new(rule.Id.Value, rule.Id.Value, new(rule.Title.Ja.Text.Text, rule.Title.En.Text.Text), rule, rule.Parameters, [rule.Id.Value]);

    private static TuningTarget Of(ParameterGroup group) => new(
        group.Name.Value, group.En.Value, group.Title, null, group.Members,
        [.. ProfileReading.Shipped.Rules.Where(rule => rule.Uses.Any(use => use.Value == group.Name.Value || use.Value == group.En.Value)).Select(rule => rule.Id.Value).Order(StringComparer.Ordinal)]);
}
