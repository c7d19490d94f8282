using System.CommandLine;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>plan</c>: what can be done with plan files alone.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("plan", new LocalizedText("計画ファイル", "plan files").In(language));
        command.Subcommands.Add(PlanValidateCommand.Create(terminal, language));
        command.Subcommands.Add(PlanConvertCommand.Create(terminal, language));
        return command;
    }
}
