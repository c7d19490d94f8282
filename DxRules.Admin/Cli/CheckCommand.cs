using System.Buffers;
using System.CommandLine;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
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
        var (hasFindings, isComplete, number) = (false, true, 0);
        foreach (var plan in InOrder.Each(PlanSources.Find(plans, terminal.In).Select(Announced), source => Check(check, source, asOf, output, cancel)))
        {
            progress.Clear();
            DiagnosticOutput.Write(terminal.Error, plan.Reading.Diagnostics, language);
            if (plan.Report is { } report)
                output.Add(plan.Source.Name, report, plan.Line);
            else
                output.Add(new UnreadablePlan(plan.Source.Name, plan.Reading.Diagnostics));
            isComplete &= plan.Report is not null;
            hasFindings |= plan.Report is { } found && settings.FailOn.IsMetBy(found);
        }
        progress.Clear();
        output.Finish();
        return !isComplete ? ExitCode.CouldNotRun : hasFindings ? ExitCode.Findings : ExitCode.Ok;

        PlanSource Announced(PlanSource source)
        {
            number++;
            progress.Say(new LocalizedText($"{number}件目の計画 {source.Name} を点検しています", $"checking plan {number}, {source.Name}"));
            return source;
        }
    }

    private static CheckedPlan Check(PlanCheck check, PlanSource source, DateOnly asOf, ReportOutput output, CancellationToken cancel)
    {
        var reading = source.Read();
        var report = reading.Document is { } document ? check.CheckOne(document, asOf, cancel) : null;
        return new CheckedPlan(source, reading, report, report is null ? null : output.LineOf(report));
    }

    /// <param name="Line">The report as a line of NDJSON, in UTF-8; null in other formats.</param>
    private sealed record CheckedPlan(PlanSource Source, PlanReading Reading, PlanReport? Report, ArrayBufferWriter<byte>? Line);

    private sealed record Settings(RulesOptions Rules, DateOnly? AsOf, FailOn FailOn, ReportFormat Format);
}
