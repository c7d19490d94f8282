using System.CommandLine;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>user</c>: the people who may sign in to a site.</summary>
internal static class UserCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("user", new LocalizedText("サイトにサインインする人を管理する", "manage the people who sign in to the site").In(language));
        command.Subcommands.Add(UserListCommand.Create(terminal, language));
        command.Subcommands.Add(UserAddCommand.Create(terminal, language));
        command.Subcommands.Add(UserEditCommands.Roles(terminal, language));
        command.Subcommands.Add(UserEditCommands.Departments(terminal, language));
        command.Subcommands.Add(UserAccessCommands.End(terminal, language));
        command.Subcommands.Add(UserAccessCommands.Allow(terminal, language));
        command.Subcommands.Add(UserAccessCommands.Link(terminal, language));
        command.Subcommands.Add(UserAccessCommands.ResetSecondFactor(terminal, language));
        return command;
    }
}
