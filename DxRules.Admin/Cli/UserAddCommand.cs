using System.CommandLine;
using DxRules.Admin.People;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>user add USER</c>: a new person, and the link with which they set a password.</summary>
internal static class UserAddCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("add", new LocalizedText("利用者を追加し、パスワードを設定するリンクを出す", "add a person and print the link to set a password").In(language));
        var user = UserWords.Person(language);
        var name = new Option<string>("--name") { Description = new LocalizedText("氏名", "the person's name").In(language), HelpName = "NAME", Required = true };
        var roles = new Option<Roles>("--role")
        {
            Description = UserWords.RolesHelp(language),
            HelpName = "ROLE",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            CustomParser = result => UserWords.ReadRoles(result, language),
        };
        var departments = new Option<string[]>("--department") { Description = UserWords.DepartmentsHelp(language), HelpName = "ID", AllowMultipleArgumentsPerToken = true };
        var (from, folder, site) = (UserWords.From(language), OpenData.Option(language), SiteAddress.CreateOption(language));
        command.Arguments.Add(user);
        foreach (var option in new Option[] { name, roles, departments, from, folder, site })
            command.Options.Add(option);
        command.SetAction((parsed, cancel) => OpenData.Use(parsed.GetRequiredValue(folder), terminal, language, async data =>
        {
            var register = await DepartmentRegister.Read(data.Db, cancel);
            if (UserWords.Departments(parsed.GetValue(departments) ?? [], register, data) is not { } held)
                return ExitCode.CouldNotRun;
            var entry = new PersonEntry(parsed.GetRequiredValue(user).Trim(), parsed.GetRequiredValue(name).Trim(), parsed.GetValue(roles), held, parsed.GetValue(from) ?? data.Today);
            var (person, problems) = await data.Editing.Add(entry, cancel);
            if (person is null)
                return data.Refuse(problems);
            data.Say(new($"{entry.DisplayName}さん（{entry.UserName}）を追加しました。", $"{entry.DisplayName} ({entry.UserName}) was added."));
            SiteAddress.PrintLink(data, parsed.GetRequiredValue(site), person.Secret);
            return ExitCode.Ok;
        }, cancel));
        return command;
    }
}
