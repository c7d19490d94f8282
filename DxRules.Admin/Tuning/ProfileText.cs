using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;
using DxRules.Engine.Rules.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace DxRules.Admin.Tuning;

/// <summary>The text of a profile, changed setting by setting; all else that stands in it stays.</summary>
internal sealed class ProfileText
{
    // In this order people read them; a key that is not there yet comes to stand in its place.
    private static readonly string[] Order = ["format", "name", "extends", "rules", "scale", "parameters", "severities", "switchedOff", "levelNames"];
    private readonly YamlMappingNode root;

    private ProfileText(YamlMappingNode root) => this.root = root;

    /// <param name="text">A profile that was read without errors; null for a new one.</param>
    /// <param name="name">Whose a new one is.</param>
    public static ProfileText Of(string? text, string name)
    {
        if (text is null)
            return new(new(new YamlScalarNode("format"), new YamlScalarNode(ProfileFile.Format), new YamlScalarNode("name"), Words(name), new YamlScalarNode("extends"), new YamlScalarNode(ProfileFile.PackagedRules)));
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return new((YamlMappingNode)stream.Documents[0].RootNode);
    }

    /// <summary>Sets something; what stays as it was keeps its reason.</summary>
    /// <param name="was">How the profile has it so far.</param>
    public ProfileText Set(TuningTarget target, Setting was, Setting now, string reason)
    {
        foreach (var parameter in target.Parameters.Where(parameter => !was.Values[parameter.Name.Value].Equals(now.Values[parameter.Name.Value])))
            SetParameter(target, parameter, now.Values[parameter.Name.Value], reason);
        if (target.Severities.Any(severity => was.Severities[severity] != now.Severities[severity]))
            SetSeverities(target.Owner, now, reason);
        if (was.IsOn && !now.IsOn)
            Section("switchedOff").Add(target.Owner, Words(reason));
        else if (!was.IsOn && now.IsOn)
            SwitchOn(target.Owner);
        return this;
    }

    /// <summary>Switches off a topic, a category or a rule that is on.</summary>
    public ProfileText SwitchOff(string owner, string reason)
    {
        Section("switchedOff").Add(owner, Words(reason));
        return this;
    }

    /// <summary>Adds the rules of a folder, which counts from the profile.</summary>
    public ProfileText UseRules(string folder, string reason)
    {
        root.Add("rules", Flow(("folder", new YamlScalarNode(folder)), ("reason", Words(reason))));
        return this;
    }

    /// <summary>Without what it sets of rules on security, for those who may not see it.</summary>
    public ProfileText WithoutSecrets()
    {
        var groups = TuningTarget.Groups.Where(group => group.IsSecret).SelectMany(group => new[] { group.Owner, group.EnglishOwner }).ToHashSet(StringComparer.Ordinal);
        foreach (var name in new[] { "parameters", "severities", "switchedOff" })
        {
            var section = Section(name);
            foreach (var key in section.Children.Keys.Where(key => IsSecret(((YamlScalarNode)key).Value!.Split('.')[0])).ToList())
                section.Children.Remove(key);
        }
        return this;

        bool IsSecret(string owner) => groups.Contains(owner) || RulesOf(owner) is { Count: > 0 } rules && rules.All(SettingChange.IsSecretRule);
    }

    public override string ToString()
    {
        var ordered = new YamlMappingNode();
        foreach (var (key, value) in root.Children.OrderBy(entry => Array.IndexOf(Order, ((YamlScalarNode)entry.Key).Value)))
        {
            if (value is not YamlMappingNode { Children.Count: 0 })
                ordered.Add(key, value);
        }
        var output = new StringWriter { NewLine = "\n" };
        new SerializerBuilder().WithNewLine("\n").Build().Serialize(output, ordered);
        return output.ToString();
    }

    private void SetParameter(TuningTarget target, ParameterDefinition parameter, object value, string reason)
    {
        var section = Section("parameters");
        var keys = from owner in new[] { target.Owner, target.EnglishOwner } from name in new[] { parameter.Name.Value, parameter.En.Value } select $"{owner}.{name}";
        foreach (var key in keys.ToHashSet())
            section.Children.Remove(new YamlScalarNode(key));
        if (value.Equals(parameter.Value!.Value))
            return;
        var written = new YamlScalarNode(ParameterReader.Written(value, parameter.Type)) { Style = parameter.Type is ParameterType.Text or ParameterType.Enum ? ScalarStyle.DoubleQuoted : ScalarStyle.Any };
        section.Add($"{target.Owner}.{parameter.Name.Value}", Flow(("value", written), ("reason", Words(reason))));
    }

    private void SetSeverities(string rule, Setting now, string reason)
    {
        var section = Section("severities");
        section.Children.Remove(new YamlScalarNode(rule));
        var changed = now.Severities.Where(severity => severity.Key != severity.Value)
            .Select(severity => (SeverityWords.English(severity.Key), (YamlNode)new YamlScalarNode(SeverityWords.English(severity.Value)))).ToList();
        if (changed.Count > 0)
            section.Add(rule, Flow([.. changed, ("reason", Words(reason))]));
    }

    // What was switched off with others leaves them off, each by itself and for the same reason.
    private void SwitchOn(string rule)
    {
        var section = Section("switchedOff");
        foreach (var (key, reason) in section.Children.ToList())
        {
            var all = RulesOf(((YamlScalarNode)key).Value!);
            if (!all.Contains(rule))
                continue;
            section.Children.Remove(key);
            foreach (var other in all.Where(other => other != rule && !section.Children.ContainsKey(new YamlScalarNode(other))))
                section.Add(other, reason);
        }
    }

    private static List<string> RulesOf(string target)
    {
        var shipped = ProfileReading.Shipped;
        return shipped.Topics.FirstOrDefault(topic => topic.IsNamed(target)) is { } topic
            ? [.. topic.RulesAmong(shipped.Rules, Engine.PlanChecks.PlanSchema.Instance)]
            : [.. shipped.Rules.Where(rule => rule.Id.Value == target || rule.Category.Value == target).Select(rule => rule.Id.Value)];
    }

    private YamlMappingNode Section(string name)
    {
        if (root.Children.TryGetValue(new YamlScalarNode(name), out var found) && found is YamlMappingNode section)
            return section;
        root.Children.Remove(new YamlScalarNode(name));
        var added = new YamlMappingNode();
        root.Add(name, added);
        return added;
    }

    private static YamlMappingNode Flow(params (string Key, YamlNode Value)[] entries) =>
        new(entries.Select(entry => KeyValuePair.Create<YamlNode, YamlNode>(new YamlScalarNode(entry.Key), entry.Value))) { Style = MappingStyle.Flow };

    // On one line, and never taken for the word for nothing.
    private static YamlScalarNode Words(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new YamlScalarNode(line) { Style = line is "null" or "~" or "Null" or "NULL" ? ScalarStyle.SingleQuoted : ScalarStyle.Any };
    }
}
