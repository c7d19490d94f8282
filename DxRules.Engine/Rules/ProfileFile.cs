using DxRules.Engine.Rules.Reading;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>How a city runs the rules (profile.yaml, format dxprofile/1): what it changes, each change with its reason.</summary>
/// <param name="Extends">The folder of rules it builds on, as written, relative to the file; null = the rules that come with the engine.</param>
/// <param name="OwnRules">A folder with rules of the city's own, as written, relative to the file; null = none.</param>
/// <param name="Scales">The ids of the rating scales; what none of them grades, and null, = the standard one.</param>
/// <param name="LevelNames">What the city calls 分野, 施策, 取組 and other kinds of subjects.</param>
internal sealed record ProfileFile(
    SourceText Source,
    string Hash,
    bool HasErrors,
    Located<string> Name,
    Located<string>? Extends,
    Reasoned<Located<string>>? OwnRules,
    Reasoned<IReadOnlyList<Located<string>>>? Scales,
    IReadOnlyList<ParameterChange> Parameters,
    IReadOnlyList<SeverityChange> Severities,
    IReadOnlyList<SwitchedOff> SwitchedOff,
    IReadOnlyList<LevelName> LevelNames)
{
    public const string Format = "dxprofile/1";

    /// <summary>What <c>extends</c> says for the rules that come with the engine.</summary>
    public const string PackagedRules = "default";

    /// <summary>Reads a profile from the disk. Null where it cannot be read at all; what is wrong with it goes to <paramref name="diagnostics"/>.</summary>
    public static ProfileFile? Load(string path, List<Diagnostic> diagnostics, Limits? limits = null)
    {
        if (!File.Exists(path))
        {
            diagnostics.Add(RuleErrors.NoProfile(new SourceText(path, "")));
            return null;
        }
        return RuleFiles.ReadFile(path, limits ?? Limits.Default, diagnostics) is { } file ? Read(file, diagnostics, limits) : null;
    }

    public static ProfileFile? Read(SourceText file, List<Diagnostic> diagnostics, Limits? limits = null)
    {
        var reader = new NodeReader(file, diagnostics);
        if (YamlReader.Read(file, diagnostics, limits) is not { } root || reader.Mapping(root, RuleErrors.Profile) is not { } mapping)
            return null;
        if (mapping["format"] is YamlScalar { Value: Format })
            return ProfileFileReader.Read(reader, mapping);
        reader.Report(RuleErrors.UnknownFormat(file, mapping["format"]?.Span ?? new TextSpan(mapping.Span.Start, 1), (mapping["format"] as YamlScalar)?.Value, [Format]));
        return null;
    }
}

/// <summary>A change and why it was made.</summary>
internal sealed record Reasoned<T>(T Value, string Reason);

/// <summary>Another value for a parameter.</summary>
/// <param name="Owner">A rule's id or the name of a group of shared parameters.</param>
/// <param name="Parameter">The parameter's name, in either language.</param>
/// <param name="Value">As written: only the parameter knows its type.</param>
internal sealed record ParameterChange(Located<string> Owner, Located<string> Parameter, YamlScalar Value, string Reason);

/// <summary>Another severity for one level of a rule.</summary>
internal sealed record SeverityChange(Located<string> Rule, Severity From, Severity To, string Reason);

/// <param name="Target">A rule's id, a category or a topic: then all its rules.</param>
internal sealed record SwitchedOff(Located<string> Target, string Reason);

/// <summary>Another word for a kind of subject.</summary>
/// <param name="Kind">The kind as written, in either language.</param>
/// <param name="Name">The city's word; where it gives one only, it stands for both languages.</param>
internal sealed record LevelName(Located<string> Kind, LocalizedText Name, string Reason);
