using System.CommandLine;
using System.Text;
using System.Text.Json;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages;
using DxRules.Admin.Pages.People;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>user list</c>: everybody who may sign in, or once could.</summary>
internal static class UserListCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("list", new LocalizedText("利用者の一覧を示す", "list the people").In(language));
        var folder = OpenData.Option(language);
        var format = OutputFormats.CreateOption(language);
        command.Options.Add(folder);
        command.Options.Add(format);
        command.SetAction((parsed, cancel) => OpenData.Use(parsed.GetRequiredValue(folder), terminal, language, async data =>
        {
            var people = await PersonLine.ReadAll(data.Db, terminal.Clock.GetUtcNow(), cancel);
            if (parsed.GetValue(format) == OutputFormat.Json)
                terminal.Out.Write(Json(people));
            else
                Print(people, data);
            return ExitCode.Ok;
        }, cancel));
        return command;
    }

    private static void Print(IReadOnlyList<PersonLine> people, OpenData data)
    {
        if (people.Count == 0)
            data.Say(new("利用者はまだいません。", "There is nobody yet."));
        List<string[]> rows = [.. people.Select(person => Columns(person, data.Texts))];
        var widths = Enumerable.Range(0, 5).Select(i => rows.Select(row => DiagnosticPrinter.Width(row[i])).DefaultIfEmpty().Max()).ToArray();
        foreach (var row in rows)
            data.Terminal.Out.WriteLine(string.Join("  ", row.Select((cell, i) => cell + new string(' ', widths[i] - DiagnosticPrinter.Width(cell)))).TrimEnd());
    }

    private static string[] Columns(PersonLine person, Texts texts)
    {
        return
        [
            person.User.UserName!,
            person.User.DisplayName,
            texts[$"people.state.{person.State}"],
            RoleWords.Of(person.User.Roles, texts),
            string.Join(texts["people.and"], person.Departments),
        ];
    }

    private static string Json(IReadOnlyList<PersonLine> people)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("format", "dxrules-users/1");
            writer.WriteStartArray("users");
            foreach (var person in people)
                Write(writer, person);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, PersonLine person)
    {
        writer.WriteStartObject();
        writer.WriteString("userName", person.User.UserName);
        writer.WriteString("displayName", person.User.DisplayName);
        writer.WriteString("state", person.State);
        Write(writer, "roles", RoleNames.WordsOf(person.User.Roles));
        Write(writer, "departments", person.DepartmentKeys);
        writer.WriteBoolean("secondFactor", person.User.TwoFactorEnabled);
        if (person.User.LastSignInAt is { } last)
            writer.WriteString("lastSignInAt", last.UtcDateTime);
        else
            writer.WriteNull("lastSignInAt");
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> words)
    {
        writer.WriteStartArray(name);
        foreach (var word in words)
            writer.WriteStringValue(word);
        writer.WriteEndArray();
    }
}
