using System.CommandLine;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>The command line <c>dxrules</c>: its verbs, one file each, and how they are run.</summary>
internal static class DxRulesCommand
{
    /// <summary>Runs the verb that the arguments name and gives its <see cref="ExitCode"/>. Whatever happens, a person reads a sentence and no trace.</summary>
    public static async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel = default)
    {
        var language = LanguageOption.Find(arguments);
        try
        {
            var exitCode = await Run(Create(terminal, language).Parse(arguments), terminal, language, cancel);

            // What stands in the buffer may not fit where it goes, which must be told as well.
            await terminal.Out.FlushAsync(CancellationToken.None);
            return exitCode;
        }
        catch (Exception failure)
        {
            terminal.Error.WriteLine($"dxrules: {Sentence(failure.GetBaseException()).In(language)}");
            return ExitCode.CouldNotRun;
        }
    }

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, Language language, CancellationToken cancel)
    {
        if (parsed.Errors.Count > 0 && parsed.Action?.ClearsParseErrors != true)
        {
            terminal.Error.WriteLine(ArgumentErrors.Print(parsed, language));
            return ExitCode.CouldNotRun;
        }
        var streams = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        return await parsed.InvokeAsync(streams, cancel);
    }

    private static LocalizedText Sentence(Exception failure)
    {
        if (failure is IOException or UnauthorizedAccessException)
            return failure.Message;
        if (failure is OperationCanceledException)
            return new("中断しました。", "interrupted.");

        // A mistake in dxrules itself: its kind and place help those who mend it.
        var place = failure.TargetSite is { } method ? $"{method.DeclaringType?.Name}.{method.Name}" : "";
        return new(
            $"dxrules の不具合で止まりました（{failure.GetType().Name}、{place}）: {failure.Message}",
            $"stopped by a defect in dxrules ({failure.GetType().Name}, {place}): {failure.Message}");
    }

    /// <summary>All verbs.</summary>
    internal static RootCommand Create(Terminal terminal, Language language)
    {
        var root = new RootCommand(new LocalizedText(
            "自治体DX計画を規則で点検します。",
            "Checks municipal DX plans against rules.").In(language));
        root.Options.Add(LanguageOption.Create(language));
        root.Subcommands.Add(ServeCommand.Create(terminal, language));
        root.Subcommands.Add(InitCommand.Create(terminal, language));
        root.Subcommands.Add(CheckCommand.Create(terminal, language));
        root.Subcommands.Add(ExplainCommand.Create(terminal, language));
        root.Subcommands.Add(GradesCommand.Create(terminal, language));
        root.Subcommands.Add(CompareCommand.Create(terminal, language));
        root.Subcommands.Add(MergeCommand.Create(terminal, language));
        root.Subcommands.Add(RulesCommand.Create(terminal, language));
        root.Subcommands.Add(EvalCommand.Create(terminal, language));
        root.Subcommands.Add(PlanCommand.Create(terminal, language));
        root.Subcommands.Add(ImportCommand.Create(terminal, language));
        root.Subcommands.Add(ExportCommand.Create(terminal, language));
        root.Subcommands.Add(PublishCommand.Create(terminal, language));
        root.Subcommands.Add(UserCommand.Create(terminal, language));
        root.Subcommands.Add(BackupCommand.Create(terminal, language));
        root.Subcommands.Add(RestoreCommand.Create(terminal, language));
        root.Subcommands.Add(VerifyCommand.Create(terminal, language));
        ServeCommand.Configure(root, terminal, language);
        HelpText.Use(root, terminal, language);
        return root;
    }
}
