namespace DxRules.Engine.Rules;

/// <summary>The values parameters have in a city: those of the files, unless its profile sets others.</summary>
internal sealed class ParameterValues
{
    private readonly Dictionary<(string Owner, string Name), object> set = [];

    /// <summary>Sets a parameter of a rule, or of a shared group, by the name of either.</summary>
    public void Set(string owner, string name, object value) => set[(owner, name)] = value;

    public object? Of(string rule, ParameterDefinition parameter) => Find(rule, parameter);

    public object? OfGroup(string group, ParameterDefinition parameter) => Find(group, parameter);

    private object? Find(string owner, ParameterDefinition parameter) =>
        set.GetValueOrDefault((owner, parameter.Name.Value)) ?? set.GetValueOrDefault((owner, parameter.En.Value)) ?? parameter.Value?.Value;
}
