using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Tuning;

/// <summary>A parameter that a rule reads: its own, or one that it shares with others.</summary>
internal sealed record ReadParameter(TuningTarget Owner, ParameterDefinition Definition)
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<ReadParameter>>> ByRule = new(Find);

    /// <summary>Those of a rule, its own first.</summary>
    public static IReadOnlyList<ReadParameter> Of(string rule) => ByRule.Value.GetValueOrDefault(rule) ?? [];

    private static Dictionary<string, IReadOnlyList<ReadParameter>> Find()
    {
        var rules = TuningTarget.Rules.ToDictionary(target => target.Owner, StringComparer.Ordinal);
        var groups = TuningTarget.Groups.ToDictionary(target => target.Owner, StringComparer.Ordinal);
        return PlanCheck.Default.Rules.ToDictionary(compiled => compiled.Rule.Id, compiled => Of(compiled.Rule, rules[compiled.Rule.Id], groups), StringComparer.Ordinal);
    }

    private static IReadOnlyList<ReadParameter> Of(Rule rule, TuningTarget own, Dictionary<string, TuningTarget> groups)
    {
        var shared = rule.Expressions.SelectMany(BoundParts.Of).OfType<BoundParameter>().Where(read => read.Parameter.Group is not null).Select(read => read.Parameter).Distinct();
        return
        [
            .. own.Parameters.Select(parameter => new ReadParameter(own, parameter)),
            .. shared.Select(read => (Group: groups[read.Group!], read.Ja)).Select(read => new ReadParameter(read.Group, read.Group.Parameters.First(parameter => parameter.Name.Value == read.Ja))),
        ];
    }
}
