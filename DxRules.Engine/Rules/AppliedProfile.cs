using DxRules.Engine.Rules.Reading;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>A folder of rules as a city's profile changes it.</summary>
/// <param name="Folder">Without the rules that are switched off, and with the severities the profile sets.</param>
/// <param name="Values">What the profile sets; all other parameters keep the values of their files.</param>
/// <param name="Scale">The rating scale; null where neither the profile names one nor the folder holds a standard one.</param>
internal sealed record AppliedProfile(RuleFolder Folder, ParameterValues Values, ScaleFile? Scale)
{
    private const string StandardScale = "standard";

    /// <summary>The folder as it stands, for a city without a profile.</summary>
    public static AppliedProfile None(RuleFolder folder) =>
        new(folder, new ParameterValues(), folder.Scales.FirstOrDefault(scale => scale.Id.Value == StandardScale));

    /// <summary>Applies every change of a profile. One that does not fit the folder is left out, with a diagnostic in the profile.</summary>
    public static AppliedProfile Of(RuleFolder folder, ProfileFile profile, List<Diagnostic> diagnostics)
    {
        var rules = SwitchOff(folder.Rules, profile, diagnostics);
        var scale = profile.Scale?.Value.Value ?? StandardScale;
        var found = folder.Scales.FirstOrDefault(candidate => candidate.Id.Value == scale);
        if (profile.Scale is { } named && found is null)
            diagnostics.Add(RuleErrors.UnknownScale(profile.Source, named.Value.Span, scale, [.. folder.Scales.Select(s => s.Id.Value)]));
        var changed = SetSeverities(rules, folder.Rules, profile, diagnostics);
        return new AppliedProfile(folder with { Rules = changed }, SetParameters(folder, profile, diagnostics), found);
    }

    private static IReadOnlyList<RuleFile> SwitchOff(IReadOnlyList<RuleFile> rules, ProfileFile profile, List<Diagnostic> diagnostics)
    {
        var off = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in profile.SwitchedOff.Select(change => change.Target))
        {
            off.Add(target.Value);
            if (!rules.Any(rule => rule.Id.Value == target.Value || rule.Category.Value == target.Value))
                diagnostics.Add(RuleErrors.NotInRules(profile.Source, target.Span, target.Value, [.. rules.Select(rule => rule.Id.Value), .. rules.Select(rule => rule.Category.Value).Distinct()]));
        }
        return [.. rules.Where(rule => !off.Contains(rule.Id.Value) && !off.Contains(rule.Category.Value))];
    }

    private static IReadOnlyList<RuleFile> SetSeverities(IReadOnlyList<RuleFile> rules, IReadOnlyList<RuleFile> all, ProfileFile profile, List<Diagnostic> diagnostics)
    {
        foreach (var change in profile.Severities)
        {
            if (all.FirstOrDefault(rule => rule.Id.Value == change.Rule.Value) is not { } rule)
                diagnostics.Add(RuleErrors.NotInRules(profile.Source, change.Rule.Span, change.Rule.Value, [.. all.Select(r => r.Id.Value)]));
            else if (rule.Levels.All(level => level.Severity.Value != change.From))
                diagnostics.Add(RuleErrors.NoSuchLevel(profile.Source, change.Rule.Span, rule.Id.Value, change.From));
        }
        var changes = profile.Severities.ToLookup(change => change.Rule.Value, StringComparer.Ordinal);
        return [.. rules.Select(rule => changes.Contains(rule.Id.Value) ? SetSeverities(rule, [.. changes[rule.Id.Value]], profile, diagnostics) : rule)];
    }

    // All changes of a rule at once, as critical → warning and warning → notice may stand side by side.
    private static RuleFile SetSeverities(RuleFile rule, IReadOnlyList<SeverityChange> changes, ProfileFile profile, List<Diagnostic> diagnostics)
    {
        var levels = rule.Levels.Select(level => changes.FirstOrDefault(change => change.From == level.Severity.Value) is { } change
            ? level with { Severity = level.Severity with { Value = change.To } }
            : level).ToList();
        for (var i = 1; i < levels.Count; i++)
        {
            if (levels[i].Severity.Value > levels[i - 1].Severity.Value)
                diagnostics.Add(RuleErrors.LevelOrder(profile.Source, changes[0].Rule.Span, levels[i].Severity.Value, levels[i - 1].Severity.Value));
        }
        return rule with { Levels = levels };
    }

    private static ParameterValues SetParameters(RuleFolder folder, ProfileFile profile, List<Diagnostic> diagnostics)
    {
        var values = new ParameterValues();
        var reader = new ParameterReader(new NodeReader(profile.Source, diagnostics));
        foreach (var change in profile.Parameters)
        {
            if (Owner(folder, change.Owner.Value) is not { } owner)
                diagnostics.Add(RuleErrors.NotInRules(profile.Source, change.Owner.Span, change.Owner.Value, Owners(folder)));
            else if (owner.Parameters.FirstOrDefault(p => p.Name.Value == change.Parameter.Value || p.En.Value == change.Parameter.Value) is not { } parameter)
                diagnostics.Add(RuleErrors.UnknownMember(profile.Source, change.Parameter.Span, owner.Name, change.Parameter.Value, [.. owner.Parameters.Select(p => p.Name.Value)]));
            else if (reader.ReadChanged(change.Value, parameter) is { } value)
                values.Set(owner.Name, parameter.Name.Value, value);
        }
        return values;
    }

    private static (string Name, IReadOnlyList<ParameterDefinition> Parameters)? Owner(RuleFolder folder, string name)
    {
        if (folder.Rules.FirstOrDefault(rule => rule.Id.Value == name) is { } rule)
            return (rule.Id.Value, rule.Parameters);
        return folder.Groups.FirstOrDefault(group => group.Name.Value == name || group.En.Value == name) is { } found ? (found.Name.Value, found.Members) : null;
    }

    private static List<string> Owners(RuleFolder folder) =>
        [.. folder.Rules.Where(rule => rule.Parameters.Count > 0).Select(rule => rule.Id.Value), .. folder.Groups.Select(group => group.Name.Value)];
}
