using System.CommandLine;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>rules</c>: what can be done with rules alone.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("rules", new LocalizedText("規則ファイル", "rule files").In(language));
        command.Subcommands.Add(RulesListCommand.Create(terminal, language));
        command.Subcommands.Add(RulesLintCommand.Create(terminal, language));
        command.Subcommands.Add(RulesTestCommand.Create(terminal, language));
        command.Subcommands.Add(RulesDiffCommand.Create(terminal, language));
        command.Subcommands.Add(RulesControlsCommand.Create(terminal, language));
        command.Subcommands.Add(RulesDocsCommand.Create(terminal, language));
        return command;
    }
}
