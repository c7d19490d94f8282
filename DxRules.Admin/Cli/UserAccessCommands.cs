using System.CommandLine;
using DxRules.Admin.Data;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>Verbs that let a person in or keep them out.</summary>
internal static class UserAccessCommands
{
    public static Command End(Terminal terminal, Language language) => Create(
        "end", new("利用を止める（登録と記録は残る）", "end a person's access (entry and log stay)"), terminal, language, async (data, person, _, cancel) =>
        {
            if (await data.Access.End(person.Id, cancel) is { } problem)
                return data.Refuse([problem]);
            data.Say(new($"{person.DisplayName}さん（{person.UserName}）の利用を止めました。", $"The access of {person.DisplayName} ({person.UserName}) was ended."));
            return ExitCode.Ok;
        });

    public static Command Allow(Terminal terminal, Language language) => Create(
        "allow", new("利用を再開する、またはロックを解除する", "allow a person again, or unlock them"), terminal, language, async (data, person, _, cancel) =>
        {
            await data.Access.Allow(person.Id, cancel);
            data.Say(new($"{person.DisplayName}さん（{person.UserName}）はサインインできます。", $"{person.DisplayName} ({person.UserName}) may sign in."));
            return ExitCode.Ok;
        });

    public static Command ResetSecondFactor(Terminal terminal, Language language) => Create(
        "reset-second-factor", new("二段階認証を解除する", "reset a person's second factor"), terminal, language, async (data, person, _, cancel) =>
        {
            await data.Access.ResetSecondFactor(person.Id, cancel);
            data.Say(new($"{person.DisplayName}さん（{person.UserName}）の二段階認証を解除しました。", $"The second factor of {person.DisplayName} ({person.UserName}) was reset."));
            return ExitCode.Ok;
        });

    public static Command Link(Terminal terminal, Language language)
    {
        var site = SiteAddress.CreateOption(language);
        var command = Create("link", new("パスワードを設定するリンクを新しく出す", "print a new link to set a password"), terminal, language, async (data, person, parsed, cancel) =>
        {
            if (await data.Access.MakeLink(person.Id, cancel) is not { } secret)
            {
                return data.Refuse(new LocalizedText(
                    $"{person.DisplayName}さん（{person.UserName}）は利用を止めています。先に dxrules user allow で再開してください。",
                    $"The access of {person.DisplayName} ({person.UserName}) was ended. Allow it again with dxrules user allow first."));
            }
            SiteAddress.PrintLink(data, parsed.GetRequiredValue(site), secret);
            return ExitCode.Ok;
        });
        command.Options.Add(site);
        return command;
    }

    private static Command Create(
        string verb, LocalizedText what, Terminal terminal, Language language, Func<OpenData, UserRow, ParseResult, CancellationToken, Task<int>> work)
    {
        var command = new Command(verb, what.In(language));
        var (user, folder) = (UserWords.Person(language), OpenData.Option(language));
        command.Arguments.Add(user);
        command.Options.Add(folder);
        command.SetAction((parsed, cancel) => OpenData.Use(parsed.GetRequiredValue(folder), terminal, language, async data =>
            await data.Person(parsed.GetRequiredValue(user), cancel) is { } person ? await work(data, person, parsed, cancel) : ExitCode.CouldNotRun, cancel));
        return command;
    }
}
