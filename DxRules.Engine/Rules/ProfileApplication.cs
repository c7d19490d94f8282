using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Rules.Reading;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>Applies a profile to a folder of rules, change by change, and keeps a list of what it changed.</summary>
internal sealed class ProfileApplication(RuleFolder folder, ProfileFile profile, Schema schema, List<Diagnostic> diagnostics)
{
    private readonly List<ProfileChange> changes = [];
    private readonly Dictionary<string, LocalizedText> levelNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> off = new(StringComparer.Ordinal);

    public AppliedProfile Apply()
    {
        foreach (var target in profile.SwitchedOff)
            SwitchOff(target);
        var values = SetParameters();
        var rules = SetSeverities();
        NoteOwnRules();
        var scales = ChooseScales();
        foreach (var name in profile.LevelNames)
            SetLevelName(name);
        return new AppliedProfile(folder with { Rules = rules }, values, scales) { Original = folder, Changes = changes, LevelNames = levelNames };
    }

    private void SwitchOff(SwitchedOff change)
    {
        var target = change.Target;
        if (RulesOf(target) is not { } rules)
            return;
        if (rules.Count == 0)
            diagnostics.Add(RuleErrors.NothingToSwitchOff(profile.Source, target.Span, target.Value));
        else if (rules.All(off.Contains))
            diagnostics.Add(RuleErrors.AlreadyOff(profile.Source, target.Span, target.Value));
        else
            changes.Add(new ProfileChange(ChangeKind.SwitchedOff, target.Value, null, null, change.Reason, [.. rules.Where(off.Add)]));
    }

    private List<string>? RulesOf(Located<string> target)
    {
        if (folder.Topics.FirstOrDefault(topic => topic.IsNamed(target.Value)) is { } topic)
            return [.. topic.RulesAmong(folder.Rules, schema)];
        var rules = folder.Rules.Where(rule => rule.Id.Value == target.Value || rule.Category.Value == target.Value).Select(rule => rule.Id.Value).ToList();
        if (rules.Count > 0)
            return rules;
        var known = folder.Rules.Select(rule => rule.Category.Value).Distinct().Concat(folder.Topics.Select(t => t.Name.Value)).Concat(folder.Rules.Select(rule => rule.Id.Value));
        diagnostics.Add(RuleErrors.NotInRules(profile.Source, target.Span, target.Value, [.. known]));
        return null;
    }

    private ParameterValues SetParameters()
    {
        var values = new ParameterValues();
        var reader = new ParameterReader(new NodeReader(profile.Source, diagnostics));
        foreach (var change in profile.Parameters)
        {
            if (Owner(change.Owner.Value) is not { } owner)
                diagnostics.Add(RuleErrors.NotInRules(profile.Source, change.Owner.Span, change.Owner.Value, Owners()));
            else if (owner.Parameters.FirstOrDefault(p => p.Name.Value == change.Parameter.Value || p.En.Value == change.Parameter.Value) is not { } parameter)
                diagnostics.Add(RuleErrors.UnknownMember(profile.Source, change.Parameter.Span, owner.Name, change.Parameter.Value, [.. owner.Parameters.Select(p => p.Name.Value)]));
            else if (reader.ReadChanged(change.Value, parameter) is { } value && HasEffect(change, owner.Name, parameter, value))
            {
                values.Set(owner.Name, parameter.Name.Value, value);
                NoteParameter(change, owner.Name, parameter, value);
            }
        }
        return values;
    }

    private bool HasEffect(ParameterChange change, string owner, ParameterDefinition parameter, object value)
    {
        var isOff = off.Contains(owner);
        var isSame = Equals(value, parameter.Value?.Value);
        if (isOff)
            diagnostics.Add(RuleErrors.RuleIsOff(profile.Source, change.Owner.Span, owner));
        else if (isSame)
            diagnostics.Add(RuleErrors.SameAsBefore(profile.Source, change.Value.Span, change.Value.Value));
        return !isOff && !isSame;
    }

    private void NoteParameter(ParameterChange change, string owner, ParameterDefinition parameter, object value)
    {
        var isRule = folder.Rules.Any(rule => rule.Id.Value == owner);
        var readers = isRule ? [owner] : folder.Rules.Where(rule => !off.Contains(rule.Id.Value) && rule.Uses.Any(use => Owner(use.Value)?.Name == owner)).Select(rule => rule.Id.Value);
        var ownerEn = folder.Groups.FirstOrDefault(group => !isRule && group.Name.Value == owner)?.En.Value ?? owner;
        changes.Add(new ProfileChange(
            ChangeKind.Parameter,
            new LocalizedText($"{owner}.{parameter.Name.Value}", $"{ownerEn}.{parameter.En.Value}"),
            ParameterReader.Written(parameter.Value?.Value, parameter.Type),
            ParameterReader.Written(value, parameter.Type),
            change.Reason,
            [.. readers]));
    }

    private (string Name, IReadOnlyList<ParameterDefinition> Parameters)? Owner(string name)
    {
        if (folder.Rules.FirstOrDefault(rule => rule.Id.Value == name) is { } rule)
            return (rule.Id.Value, rule.Parameters);
        return folder.Groups.FirstOrDefault(group => group.Name.Value == name || group.En.Value == name) is { } found ? (found.Name.Value, found.Members) : null;
    }

    private List<string> Owners() =>
        [.. folder.Rules.Where(rule => rule.Parameters.Count > 0).Select(rule => rule.Id.Value), .. folder.Groups.Select(group => group.Name.Value)];

    private IReadOnlyList<RuleFile> SetSeverities()
    {
        foreach (var change in profile.Severities)
        {
            var id = change.Rule.Value;
            if (folder.Rules.FirstOrDefault(rule => rule.Id.Value == id) is not { } rule)
                diagnostics.Add(RuleErrors.NotInRules(profile.Source, change.Rule.Span, id, [.. folder.Rules.Select(r => r.Id.Value)]));
            else if (rule.Levels.All(level => level.Severity.Value != change.From))
                diagnostics.Add(RuleErrors.NoSuchLevel(profile.Source, change.Rule.Span, id, change.From));
            else if (off.Contains(id))
                diagnostics.Add(RuleErrors.RuleIsOff(profile.Source, change.Rule.Span, id));
            else if (change.From == change.To)
                diagnostics.Add(RuleErrors.SameAsBefore(profile.Source, change.Rule.Span, RuleErrors.Word(change.To)));
            else
                changes.Add(new ProfileChange(ChangeKind.Severity, id, RuleErrors.Word(change.From), RuleErrors.Word(change.To), change.Reason, [id]));
        }
        var byRule = profile.Severities.ToLookup(change => change.Rule.Value, StringComparer.Ordinal);
        return [.. folder.Rules.Where(rule => !off.Contains(rule.Id.Value)).Select(rule => byRule.Contains(rule.Id.Value) ? SetSeverities(rule, [.. byRule[rule.Id.Value]]) : rule)];
    }

    // All changes of a rule at once, as critical → warning and warning → notice may stand side by side.
    private RuleFile SetSeverities(RuleFile rule, IReadOnlyList<SeverityChange> ofRule)
    {
        var levels = rule.Levels.Select(level => ofRule.FirstOrDefault(change => change.From == level.Severity.Value) is { } change
            ? level with { Severity = level.Severity with { Value = change.To } }
            : level).ToList();
        for (var i = 1; i < levels.Count; i++)
        {
            if (levels[i].Severity.Value > levels[i - 1].Severity.Value)
                diagnostics.Add(RuleErrors.LevelOrder(profile.Source, ofRule[0].Rule.Span, levels[i].Severity.Value, levels[i - 1].Severity.Value));
        }
        return rule with { Levels = levels };
    }

    private void NoteOwnRules()
    {
        if (profile.OwnRules is not { } own)
            return;
        foreach (var rule in folder.Rules.Where(rule => folder.OwnFiles.Contains(rule.Source.Name) && !off.Contains(rule.Id.Value)))
        {
            var title = new LocalizedText(rule.Title.Ja.Text.Text, rule.Title.En.Text.Text);
            changes.Add(new ProfileChange(ChangeKind.OwnRule, new($"{rule.Id.Value} {title.Ja}", $"{rule.Id.Value} {title.En}"), null, null, own.Reason, [rule.Id.Value]));
        }
    }

    private List<ScaleFile> ChooseScales()
    {
        var chosen = new List<ScaleFile>();
        foreach (var id in profile.Scales?.Value ?? [])
        {
            if (folder.Scales.FirstOrDefault(candidate => candidate.Id.Value == id.Value) is not { } scale)
                diagnostics.Add(RuleErrors.UnknownScale(profile.Source, id.Span, id.Value, [.. folder.Scales.Select(s => s.Id.Value)]));
            else if (chosen.FirstOrDefault(other => other.For.Overlaps(scale.For)) is { } other)
                diagnostics.Add(RuleErrors.ScaleForSame(profile.Source, id.Span, id.Value, other.Id.Value));
            else
                chosen.Add(scale);
        }
        var standard = folder.Scales.FirstOrDefault(scale => scale.Id.Value == AppliedProfile.StandardScale);
        if (standard is not null && chosen.Contains(standard))
            diagnostics.Add(RuleErrors.SameAsBefore(profile.Source, profile.Scales!.Value[chosen.IndexOf(standard)].Span, AppliedProfile.StandardScale));
        foreach (var scale in chosen.Where(scale => scale != standard))
            changes.Add(new ProfileChange(ChangeKind.Scale, scale.Title, standard?.Id.Value, scale.Id.Value, profile.Scales!.Reason, []));
        var isComplete = chosen.SelectMany(scale => scale.For).Distinct().Count() == Enum.GetValues<ScaleSubject>().Length;
        return standard is null || isComplete ? chosen : [.. chosen.Where(scale => scale != standard), standard];
    }

    private void SetLevelName(LevelName name)
    {
        if (schema.FindSubject(name.Kind.Value) is not { } kind)
            diagnostics.Add(RuleErrors.UnknownLevel(profile.Source, name.Kind.Span, name.Kind.Value, [.. schema.SubjectNames]));
        else if (name.Name.Ja == kind.Ja || levelNames.ContainsKey(kind.En))
            diagnostics.Add(RuleErrors.SameAsBefore(profile.Source, name.Kind.Span, (levelNames.GetValueOrDefault(kind.En) ?? name.Name).Ja));
        else
        {
            levelNames[kind.En] = name.Name;
            changes.Add(new ProfileChange(ChangeKind.LevelName, new(kind.Ja, kind.En), kind.Ja, name.Name.Ja, name.Reason, []));
        }
    }
}
