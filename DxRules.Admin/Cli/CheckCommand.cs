using System.CommandLine;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>check PLAN…</c>: what the rules find in plans.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("check", new LocalizedText("計画を規則で点検する", "check plans against rules").In(language));
        var plans = PlanArgument.Create(language);
        var asOf = AsOfOption.Create(language);
        var failOn = FailOn.CreateOption(language);
        var format = ReportFormats.CreateOption(language);
        command.Arguments.Add(plans);
        var rules = RulesOptions.AddTo(command, language);
        command.Options.Add(asOf);
        command.Options.Add(failOn);
        command.Options.Add(format);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetRequiredValue(plans),
            new Settings(rules, parsed.GetValue(asOf), parsed.GetRequiredValue(failOn), parsed.GetValue(format)),
            parsed,
            terminal,
            language,
            cancel)));
        return command;
    }

    private static int Run(string[] plans, Settings settings, ParseResult parsed, Terminal terminal, Language language, CancellationToken cancel)
    {
        using var progress = new Progress(terminal, language, new LocalizedText("規則を読んでいます", "reading the rules"));
        if (settings.Rules.LoadOrSay(parsed, terminal, language) is not { } check)
            return ExitCode.CouldNotRun;
        var asOf = AsOfOption.OrToday(settings.AsOf, terminal, language);
        var output = new ReportOutput(check.Head(asOf), settings.Format, language, terminal, check.NameOf);
        var readable = new ReadablePlans(PlanSources.Find(plans, terminal.In), output, progress, terminal, language);
        var hasFindings = false;
        foreach (var plan in check.CheckEach(readable, asOf, cancel))
        {
            progress.Clear();
            output.Add(readable.Current, plan);
            hasFindings |= settings.FailOn.IsMetBy(plan);
        }
        progress.Clear();
        output.Finish();
        return readable.LeftOut > 0 ? ExitCode.CouldNotRun : hasFindings ? ExitCode.Findings : ExitCode.Ok;
    }

    private sealed record Settings(RulesOptions Rules, DateOnly? AsOf, FailOn FailOn, ReportFormat Format);
}
