using DxRules.Engine.Rules.Reading;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>The rules of a folder and what they share, as their files say it, with everything that is wrong with the files.</summary>
internal sealed record RuleFolder
{
    public const string RuleFormat = "dxrule/1";
    public const string ParametersFormat = "dxparameters/1";
    public const string ScaleFormat = "dxscale/1";
    public const string ControlsFormat = "dxcontrols/1";
    public const string TopicsFormat = "dxtopics/1";

    // Read by others: they may lie in the same folder.
    private static readonly string[] OtherFormats = [ProfileFile.Format];

    /// <summary>In ordinal order of their files' names.</summary>
    public required IReadOnlyList<RuleFile> Rules { get; init; }

    public required IReadOnlyList<ParameterFile> ParameterFiles { get; init; }

    public required IReadOnlyList<ScaleFile> Scales { get; init; }

    /// <summary>The catalogue of security controls, by chapter; see <see cref="ControlCatalogue"/>.</summary>
    public required IReadOnlyList<ControlFile> ControlFiles { get; init; }

    public required IReadOnlyList<TopicFile> TopicFiles { get; init; }

    /// <summary>Names of the files that a profile adds.</summary>
    public IReadOnlySet<string> OwnFiles { get; init; } = new HashSet<string>();

    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>What its rules may cost.</summary>
    public Limits Limits { get; init; } = Limits.Default;

    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    public IEnumerable<Topic> Topics => TopicFiles.SelectMany(file => file.Topics);

    public IEnumerable<ParameterGroup> Groups => ParameterFiles.SelectMany(file => file.Groups);

    /// <summary>Changes with the content of any file by which plans are judged, and with nothing else. The catalogue of controls judges nothing.</summary>
    public string Hash => ContentHash.OfSet(
        Rules.Select(rule => rule.Hash).Concat(ParameterFiles.Select(file => file.Hash)).Concat(Scales.Select(scale => scale.Hash))
            .Concat(TopicFiles.Select(file => file.Hash)));

    /// <summary>The rules that come with the engine.</summary>
    public static RuleFolder Packaged(Limits? limits = null) => Read("rules", RuleFiles.Packaged(), limits);

    /// <summary>Reads every *.yaml file at or below <paramref name="path"/>. Never throws for what a person can mistake: see the diagnostics.</summary>
    public static RuleFolder Load(string path, Limits? limits = null, IReadOnlyList<HostedRule>? hosted = null)
    {
        var diagnostics = new List<Diagnostic>();
        var files = RuleFiles.Read(path, limits ?? Limits.Default, diagnostics);
        return Read(path, files, limits ?? Limits.Default, diagnostics, hosted);
    }

    /// <summary>The rules a profile builds on, with the city's own: paths count from the profile's folder. What else the profile changes is not applied yet.</summary>
    /// <param name="instead">A folder to build on instead of the one the profile names.</param>
    public static RuleFolder Load(ProfileFile profile, string? instead = null, Limits? limits = null, IReadOnlyList<HostedRule>? hosted = null)
    {
        limits ??= Limits.Default;
        var diagnostics = new List<Diagnostic>();
        var home = Path.GetDirectoryName(profile.Source.Name) ?? "";
        var isPackaged = instead is null && (profile.Extends is not { } extends || extends.Value == ProfileFile.PackagedRules);
        var files = isPackaged ? RuleFiles.Packaged() : instead is not null ? RuleFiles.Read(instead, limits, diagnostics) : ReadNamed(profile, home, profile.Extends!, limits, diagnostics);
        var own = profile.OwnRules is { } folder ? ReadNamed(profile, home, folder.Value, limits, diagnostics) : [];
        return Read(instead ?? "rules", [.. files, .. own], limits, diagnostics, hosted) with { OwnFiles = own.Select(file => file.Name).ToHashSet() };
    }

    /// <summary>The folder of rules that is named, else what the profile builds on, else the rules that come with the engine; with the city's own rules.</summary>
    /// <param name="hosted">Rules that a program has written in C#; they stand beside the others.</param>
    public static RuleFolder Load(string? path, ProfileFile? profile, Limits? limits = null, IReadOnlyList<HostedRule>? hosted = null) =>
        profile is not null ? Load(profile, path, limits, hosted)
        : path is not null ? Load(path, limits, hosted)
        : Read("rules", RuleFiles.Packaged(), limits ?? Limits.Default, [], hosted);

    /// <summary>The folders that <see cref="Load(string?, ProfileFile?, Limits?, IReadOnlyList{HostedRule}?)"/> reads, as full paths; the packaged rules lie in none.</summary>
    public static IReadOnlyList<string> PathsOf(string? path, ProfileFile? profile)
    {
        var home = Path.GetDirectoryName(profile?.Source.Name) ?? "";
        var extends = profile?.Extends?.Value is { } named && named != ProfileFile.PackagedRules ? Path.Combine(home, named) : null;
        var own = profile?.OwnRules is { } folder ? Path.Combine(home, folder.Value.Value) : null;
        return [.. new[] { path ?? extends, own }.OfType<string>().Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)];
    }

    // A folder that is not there is told where the profile names it.
    private static List<SourceText> ReadNamed(ProfileFile profile, string home, Located<string> folder, Limits limits, List<Diagnostic> diagnostics)
    {
        var path = Path.Combine(home, folder.Value);
        if (Directory.Exists(path))
            return RuleFiles.Read(path, limits, diagnostics);
        diagnostics.Add(RuleErrors.NoFolderOfProfile(profile.Source, folder, path.Replace('\\', '/')));
        return [];
    }

    /// <summary>Reads files that need not lie on a disk.</summary>
    /// <param name="name">How messages call the folder; the files' names begin with it.</param>
    public static RuleFolder Read(string name, IReadOnlyList<SourceText> files, Limits? limits = null) => Read(name, files, limits ?? Limits.Default, []);

    private static RuleFolder Read(
        string name, IReadOnlyList<SourceText> files, Limits limits, List<Diagnostic> diagnostics, IReadOnlyList<HostedRule>? hosted = null)
    {
        var conditions = (hosted ?? []).ToDictionary(rule => rule.Source, rule => rule.Conditions);
        diagnostics.AddRange((hosted ?? []).SelectMany(rule => rule.Problems));
        var (rules, parameterFiles, scales) = (new List<RuleFile>(), new List<ParameterFile>(), new List<ScaleFile>());
        var (controls, topics, broken) = (new List<ControlFile>(), new List<TopicFile>(), new List<string>());
        foreach (var file in files.Concat(conditions.Keys).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var reader = new NodeReader(file, diagnostics);
            if (ReadRoot(reader, limits, out var format) is not { } root)
                broken.Add(file.Name);
            else if (format == RuleFormat)
                rules.Add(RuleFileReader.Read(reader, root) with { Hosted = conditions.GetValueOrDefault(file) ?? [] });
            else if (format == ParametersFormat)
                parameterFiles.Add(ParameterFileReader.Read(reader, root));
            else if (format == ScaleFormat)
                scales.Add(ScaleFileReader.Read(reader, root));
            else if (format == ControlsFormat)
                controls.Add(ControlFileReader.Read(reader, root));
            else if (format == TopicsFormat)
                topics.Add(TopicFileReader.Read(reader, root));
        }

        // A folder whose rules cannot be read is not a folder without rules: its files have told why.
        if (rules.Count == 0 && broken.Count == 0 && diagnostics.Count == 0)
            diagnostics.Add(RuleErrors.NoRules(new SourceText(name, ""), files.Count));
        var folder = new RuleFolder
        {
            Rules = rules, ParameterFiles = parameterFiles, Scales = scales, ControlFiles = controls, TopicFiles = topics, Diagnostics = [], Limits = limits,
        };
        RuleSetChecks.Check(folder, broken, diagnostics);
        return folder with { Diagnostics = [.. DiagnosticPrinter.InOrder(diagnostics)] };
    }

    private static YamlMapping? ReadRoot(NodeReader reader, Limits limits, out string format)
    {
        format = "";
        if (reader.Source.Content.Length > limits.RuleFileBytes)
        {
            reader.Report(RuleErrors.TooLarge(reader.Source, reader.Source.Content.Length, limits.RuleFileBytes));
            return null;
        }
        if (YamlReader.Read(reader.Source, reader.Diagnostics, limits) is not { } root || reader.Mapping(root, RuleErrors.File) is not { } mapping)
            return null;
        var node = mapping["format"];
        format = (node as YamlScalar)?.Value ?? "";
        if (format is RuleFormat or ParametersFormat or ScaleFormat or ControlsFormat or TopicsFormat || OtherFormats.Contains(format))
            return mapping;
        var place = node?.Span ?? new TextSpan(mapping.Span.Start, 1);
        reader.Report(RuleErrors.UnknownFormat(
            reader.Source, place, (node as YamlScalar)?.Value, [RuleFormat, ParametersFormat, ScaleFormat, ControlsFormat, TopicsFormat, .. OtherFormats]));
        return null;
    }
}
