using DxRules.Engine.Rules.Reading;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>The rules of a folder and what they share, as their files say it, with everything that is wrong with the files.</summary>
internal sealed record RuleFolder
{
    public const int MostFiles = 2_000;
    public const int LargestFile = 256 * 1024;

    public const string RuleFormat = "dxrule/1";
    public const string ParametersFormat = "dxparameters/1";

    // Read by others: they may lie in the same folder.
    private static readonly string[] OtherFormats = ["dxprofile/1", "dxscale/1", "dxcontrols/1"];

    /// <summary>In ordinal order of their files' names.</summary>
    public required IReadOnlyList<RuleFile> Rules { get; init; }

    public required IReadOnlyList<ParameterFile> ParameterFiles { get; init; }

    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    public IEnumerable<ParameterGroup> Groups => ParameterFiles.SelectMany(file => file.Groups);

    /// <summary>Changes with any file of rules or shared parameters, and with nothing else.</summary>
    public string Hash => ContentHash.OfSet(Rules.Select(rule => rule.Hash).Concat(ParameterFiles.Select(file => file.Hash)));

    /// <summary>Reads every *.yaml file at or below <paramref name="path"/>. Never throws for what a person can mistake: see the diagnostics.</summary>
    public static RuleFolder Load(string path)
    {
        var diagnostics = new List<Diagnostic>();
        var files = RuleFiles.Read(path, diagnostics);
        return Read(path, files, diagnostics);
    }

    /// <summary>Reads files that need not lie on a disk.</summary>
    /// <param name="name">How messages call the folder; the files' names begin with it.</param>
    public static RuleFolder Read(string name, IReadOnlyList<SourceText> files) => Read(name, files, []);

    private static RuleFolder Read(string name, IReadOnlyList<SourceText> files, List<Diagnostic> diagnostics)
    {
        var (rules, parameterFiles, broken) = (new List<RuleFile>(), new List<ParameterFile>(), new List<string>());
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (ReadRoot(file, diagnostics, out var format) is not { } root)
                broken.Add(file.Name);
            else if (format == RuleFormat)
                rules.Add(RuleFileReader.Read(new NodeReader(file, diagnostics), root));
            else if (format == ParametersFormat)
                parameterFiles.Add(ParameterFileReader.Read(new NodeReader(file, diagnostics), root));
        }

        // A folder whose rules cannot be read is not a folder without rules: its files have told why.
        if (rules.Count == 0 && broken.Count == 0 && diagnostics.Count == 0)
            diagnostics.Add(RuleErrors.NoRules(new SourceText(name, ""), files.Count));
        RuleSetChecks.Check(name, rules, parameterFiles, broken, diagnostics);
        return new RuleFolder { Rules = rules, ParameterFiles = parameterFiles, Diagnostics = [.. DiagnosticPrinter.InOrder(diagnostics)] };
    }

    private static YamlMapping? ReadRoot(SourceText file, List<Diagnostic> diagnostics, out string format)
    {
        format = "";
        if (YamlReader.Read(file, diagnostics) is not { } root || new NodeReader(file, diagnostics).Mapping(root, RuleErrors.Rule) is not { } mapping)
            return null;
        var node = mapping["format"];
        format = (node as YamlScalar)?.Value ?? "";
        if (format is RuleFormat or ParametersFormat || OtherFormats.Contains(format))
            return mapping;
        diagnostics.Add(RuleErrors.UnknownFormat(file, node?.Span ?? new TextSpan(mapping.Span.Start, 1), (node as YamlScalar)?.Value, [RuleFormat, ParametersFormat, .. OtherFormats]));
        return null;
    }
}
