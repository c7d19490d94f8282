using System.CommandLine;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>user roles USER ROLE…</c> and <c>user departments USER ID…</c>: what a person may do, and what they act for, from now on.</summary>
internal static class UserEditCommands
{
    public static Command Roles(Terminal terminal, Language language)
    {
        var command = new Command("roles", new LocalizedText("利用者の役割を改める", "give a person other roles").In(language));
        var user = UserWords.Person(language);
        var roles = new Argument<Roles>("ROLE")
        {
            Description = UserWords.RolesHelp(language),
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => UserWords.ReadRoles(result, language),
        };
        var folder = OpenData.Option(language);
        command.Arguments.Add(user);
        command.Arguments.Add(roles);
        command.Options.Add(folder);
        command.SetAction((parsed, cancel) => OpenData.Use(parsed.GetRequiredValue(folder), terminal, language, async data =>
            await data.Person(parsed.GetRequiredValue(user), cancel) is { } person
                ? await Change(data, person, entry => entry with { Roles = parsed.GetValue(roles) }, cancel)
                : ExitCode.CouldNotRun, cancel));
        return command;
    }

    public static Command Departments(Terminal terminal, Language language)
    {
        var command = new Command("departments", new LocalizedText("利用者の担当する課を改める（一つも書かなければ、担当をなくす）", "give a person other departments (none written: none held)").In(language));
        var user = UserWords.Person(language);
        var departments = new Argument<string[]>("ID") { Description = UserWords.DepartmentsHelp(language), Arity = ArgumentArity.ZeroOrMore };
        var (from, folder) = (UserWords.From(language), OpenData.Option(language));
        command.Arguments.Add(user);
        command.Arguments.Add(departments);
        command.Options.Add(from);
        command.Options.Add(folder);
        command.SetAction((parsed, cancel) => OpenData.Use(parsed.GetRequiredValue(folder), terminal, language, async data =>
        {
            var register = await DepartmentRegister.Read(data.Db, cancel);
            if (await data.Person(parsed.GetRequiredValue(user), cancel) is not { } person || UserWords.Departments(parsed.GetValue(departments) ?? [], register, data) is not { } held)
                return ExitCode.CouldNotRun;
            return await Change(data, person, entry => entry with { Departments = held, From = parsed.GetValue(from) ?? data.Today }, cancel);
        }, cancel));
        return command;
    }

    private static async Task<int> Change(OpenData data, UserRow person, Func<PersonEntry, PersonEntry> change, CancellationToken cancel)
    {
        var held = (await data.Holding.Current(person.Id, cancel)).Select(DepartmentHolding.KeyOf).ToList();
        var entry = change(new PersonEntry(person.UserName!, person.DisplayName, person.Roles, held, data.Today));
        var problems = await data.Editing.Change(person.Id, entry, PersonEditing.Mark(person, held), cancel);
        if (problems.Count > 0)
            return data.Refuse(problems);
        data.Say(new($"{person.DisplayName}さん（{person.UserName}）の登録を変更しました。", $"The entry of {person.DisplayName} ({person.UserName}) was changed."));
        return ExitCode.Ok;
    }
}
