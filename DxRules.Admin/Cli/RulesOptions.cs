using System.CommandLine;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>--rules DIR</c> and <c>--profile FILE</c>: which rules judge, and how a city changes them.</summary>
internal sealed class RulesOptions
{
    private readonly Option<string?> folder;
    private readonly Option<string?> profile;

    private RulesOptions(Language language)
    {
        folder = new Option<string?>("--rules")
        {
            Description = new LocalizedText("規則のフォルダー（既定: 同梱の規則）", "folder of rules (default: those that come with dxrules)").In(language),
            HelpName = "DIR",
        };
        profile = new Option<string?>("--profile")
        {
            Description = new LocalizedText("自治体の設定ファイル profile.yaml", "a city's settings, profile.yaml").In(language),
            HelpName = "FILE",
        };
    }

    /// <summary>Gives a command both options.</summary>
    public static RulesOptions AddTo(Command command, Language language)
    {
        var options = new RulesOptions(language);
        command.Options.Add(options.folder);
        command.Options.Add(options.profile);
        return options;
    }

    /// <summary>Loads the rules; everything that is said about them is in the result.</summary>
    public PlanCheckLoading Load(ParseResult parsed) => PlanCheck.Open(parsed.GetValue(folder), parsed.GetValue(profile));

    /// <summary>Loads the rules. Where they cannot be used, says why on standard error and gives null.</summary>
    /// <param name="warningsToo">Whether warnings are told; else they are left to <c>rules lint</c>.</param>
    public PlanCheck? LoadOrSay(ParseResult parsed, Terminal terminal, Language language, bool warningsToo = false)
    {
        var loading = Load(parsed);
        if (loading.Check is null || warningsToo && loading.Diagnostics.Count > 0)
        {
            DiagnosticOutput.Write(terminal.Error, loading.Diagnostics, language);
            terminal.Error.WriteLine(DiagnosticOutput.Count(loading.Diagnostics, language));
        }
        return loading.Check;
    }

    /// <summary>Reads the files of the rules without binding them. Where something in them is wrong, says so on standard error and gives null.</summary>
    public RuleFolder? LoadFolderOrSay(ParseResult parsed, Terminal terminal, Language language)
    {
        var diagnostics = new List<Diagnostic>();
        var settings = parsed.GetValue(profile) is { } path ? ProfileFile.Load(path, diagnostics) : null;
        var read = RuleFolder.Load(parsed.GetValue(folder), settings);
        diagnostics.AddRange(read.Diagnostics);
        if (diagnostics.All(d => d.Severity != DiagnosticSeverity.Error))
            return read;
        DiagnosticOutput.Write(terminal.Error, diagnostics, language);
        terminal.Error.WriteLine(DiagnosticOutput.Count(diagnostics, language));
        return null;
    }
}
