using System.CommandLine;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>The command line <c>dxrules</c>: its verbs, one file each, and how they are run.</summary>
internal static class DxRulesCommand
{
    /// <summary>Runs the verb that the arguments name and gives its <see cref="ExitCode"/>.</summary>
    public static async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancel = default)
    {
        var language = LanguageOption.Find(arguments);
        var parsed = Create(terminal, language).Parse(arguments);
        try
        {
            if (parsed.Errors.Count > 0 && parsed.Action?.ClearsParseErrors != true)
            {
                terminal.Error.WriteLine(ArgumentErrors.Print(parsed, language));
                return ExitCode.CouldNotRun;
            }
            var streams = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(streams, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"dxrules: {failure.Message}");
            return ExitCode.CouldNotRun;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine(new LocalizedText("dxrules: 中断しました。", "dxrules: interrupted.").In(language));
            return ExitCode.CouldNotRun;
        }
        catch (Exception wrapped)
        {
            var mistake = wrapped.GetBaseException();

            // A mistake in dxrules itself. The trace would help nobody who reads this line; the kind and place help who mends it.
            var place = mistake.TargetSite is { } method ? $"{method.DeclaringType?.Name}.{method.Name}" : "";
            terminal.Error.WriteLine(new LocalizedText(
                $"dxrules: dxrules の不具合で止まりました（{mistake.GetType().Name}、{place}）: {mistake.Message}",
                $"dxrules: stopped by a defect in dxrules ({mistake.GetType().Name}, {place}): {mistake.Message}").In(language));
            return ExitCode.CouldNotRun;
        }
        finally
        {
            terminal.Out.Flush();
            terminal.Error.Flush();
        }
    }

    private static RootCommand Create(Terminal terminal, Language language)
    {
        var root = new RootCommand(new LocalizedText(
            "自治体DX計画を規則で点検します。",
            "Checks municipal DX plans against rules.").In(language));
        root.Options.Add(LanguageOption.Create(language));
        root.Subcommands.Add(ServeCommand.Create(terminal, language));
        root.Subcommands.Add(CheckCommand.Create(terminal, language));
        root.Subcommands.Add(ExplainCommand.Create(terminal, language));
        root.Subcommands.Add(RulesCommand.Create(terminal, language));
        root.Subcommands.Add(PlanCommand.Create(terminal, language));
        ServeCommand.Configure(root, terminal, language);
        HelpText.Use(root, terminal, language);
        return root;
    }
}
