using System.CommandLine;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>rules diff OLD NEW</c>: which alerts other rules, or the same with another profile, would give.</summary>
internal static class RulesDiffCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("diff", new LocalizedText("二組の規則を比べ、計画での指摘がどう変わるかを示す", "compare two sets of rules and tell how the alerts on plans would change").In(language));
        var before = Folder("OLD", language);
        var after = Folder("NEW", language);
        var plans = new Option<string[]>("--plan")
        {
            Description = new LocalizedText("比べる計画（ファイルかフォルダー。複数可）", "a plan to compare on, file or folder (may be repeated)").In(language),
            HelpName = "PLAN",
        };
        var days = AsOfOption.CreateSeveral(language);
        var profiles = (Before: Profile("--old-profile", language), After: Profile("--new-profile", language));
        var format = OutputFormats.CreateOption(language);
        command.Arguments.Add(before);
        command.Arguments.Add(after);
        foreach (var option in new Option[] { plans, days, profiles.Before, profiles.After, format })
            command.Options.Add(option);
        command.SetAction((parsed, cancel) =>
        {
            var old = LoadOrSay(parsed.GetRequiredValue(before), parsed.GetValue(profiles.Before), terminal, language);
            var now = LoadOrSay(parsed.GetRequiredValue(after), parsed.GetValue(profiles.After), terminal, language);
            var documents = ReadOrSay(parsed.GetValue(plans) ?? [], terminal, language);
            if (old is null || now is null || documents is null)
                return Task.FromResult(ExitCode.CouldNotRun);
            var asOf = documents.Count == 0 ? [] : AsOfOption.OrToday(parsed.GetValue(days) ?? [], terminal, language);
            var comparison = RuleComparison.Of(old, now, documents, asOf, cancel);
            terminal.Out.Write(parsed.GetValue(format) == OutputFormat.Json ? RuleComparisonJson.Write(comparison) : RuleComparisonText.Write(comparison, language));
            return Task.FromResult(comparison.IsSame ? ExitCode.Ok : ExitCode.Findings);
        });
        return command;
    }

    private static Argument<string> Folder(string name, Language language) => new(name)
    {
        Description = new LocalizedText($"規則のフォルダー、又は {ProfileFile.PackagedRules}（同梱の規則）", $"folder of rules, or {ProfileFile.PackagedRules} (those that come with dxrules)").In(language),
    };

    private static Option<string?> Profile(string name, Language language) => new(name)
    {
        Description = new LocalizedText("その規則に使う自治体の設定ファイル", "a city's settings for these rules").In(language),
        HelpName = "FILE",
    };

    private static PlanCheck? LoadOrSay(string folder, string? profile, Terminal terminal, Language language)
    {
        var loading = PlanCheck.Open(folder == ProfileFile.PackagedRules ? null : folder, profile);
        if (loading.Check is null)
        {
            DiagnosticOutput.Write(terminal.Error, loading.Diagnostics, language);
            terminal.Error.WriteLine(DiagnosticOutput.Count(loading.Diagnostics, language));
        }
        return loading.Check;
    }

    private static List<PlanDocument>? ReadOrSay(string[] plans, Terminal terminal, Language language)
    {
        var documents = new List<PlanDocument>();
        var isReadable = true;
        foreach (var source in PlanSources.Find(plans, terminal.In))
        {
            var reading = source.Read();
            DiagnosticOutput.Write(terminal.Error, reading.Diagnostics, language);
            if (reading.Document is { } document)
                documents.Add(document);
            else
                isReadable = false;
        }
        return isReadable ? documents : null;
    }
}
