using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DxRules.Admin.People;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>What is typed about people: user names, roles, departments, days.</summary>
internal static class UserWords
{
    private static string AllRoles => string.Join(" | ", RoleNames.All.Select(one => one.Word));

    public static Argument<string> Person(Language language) =>
        new("USER") { Description = new LocalizedText("利用者名", "user name").In(language) };

    /// <summary>Roles, each a word of its own.</summary>
    public static string RolesHelp(Language language) => new LocalizedText($"役割: {AllRoles}", $"roles: {AllRoles}").In(language);

    /// <summary>The roles of words; a word that is none is told with all that are.</summary>
    public static Roles ReadRoles(ArgumentResult result, Language language) => Read(result.Tokens.Select(token => token.Value), result.AddError, language);

    private static Roles Read(IEnumerable<string> words, Action<string> addError, Language language)
    {
        var roles = Roles.None;
        foreach (var word in words.SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var role = RoleNames.Of(word);
            roles |= role;
            if (role != Roles.None)
                continue;
            var (ja, en) = Spelling.Nearest(word, [.. RoleNames.All.Select(one => one.Word)]) is { } near ? ($"{near} のことでしょうか。", $" Did you mean {near}?") : ("", "");
            addError(new LocalizedText($"「{word}」という役割はありません。{ja}指定できるのは {AllRoles} です。", $"There is no role '{word}'.{en} There are {AllRoles}.").In(language));
        }
        return roles;
    }

    /// <summary><c>--from DATE</c>: the day from which departments change.</summary>
    public static Option<DateOnly?> From(Language language) => new("--from")
    {
        Description = new LocalizedText("担当の変更日（既定: 今日）", "the day from which the departments change (default: today)").In(language),
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError(new LocalizedText(
                $"--from の「{result.Tokens[0].Value}」は日付ではありません。2026-04-01 のように書いてください。",
                $"--from '{result.Tokens[0].Value}' is not a date. Write it like 2026-04-01.").In(language));
            return null;
        },
    };

    public static string DepartmentsHelp(Language language) => new LocalizedText(
        "課の識別子（計画の課の一覧にあるもの。自治体が複数あるときは 062014/kikaku のように書く）",
        "ids of departments as the plans list them (with several municipalities: 062014/kikaku)").In(language);

    /// <summary>Departments as municipality/id. An id alone is enough where one municipality only has it; where none has it, says so and gives null.</summary>
    public static IReadOnlyList<string>? Departments(IEnumerable<string> typed, DepartmentRegister register, OpenData data)
    {
        var problems = new List<LocalizedText>();
        var keys = new List<string>();
        foreach (var word in typed.SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var found = register.All.Where(department => department.Key == word || department.Id == word).Select(department => department.Key).ToList();
            if (found.Count == 1)
                keys.Add(found[0]);
            else
                problems.Add(found.Count == 0 ? Unknown(word, register) : Ambiguous(word, found));
        }
        if (problems.Count == 0)
            return keys;
        data.Refuse(problems);
        return null;
    }

    private static LocalizedText Unknown(string word, DepartmentRegister register)
    {
        var (ja, en) = Spelling.Nearest(word, [.. register.All.SelectMany(department => new[] { department.Id, department.Key })]) is { } near
            ? ($"{near} のことでしょうか。", $" Did you mean {near}?") : ("", "");
        return new($"「{word}」という課は、どの計画にもありません。{ja}", $"No plan lists a department '{word}'.{en}");
    }

    private static LocalizedText Ambiguous(string word, IReadOnlyList<string> found)
    {
        var list = string.Join(", ", found);
        return new($"「{word}」という課は複数の自治体にあります。{list} のどれかを書いてください。", $"Several municipalities have a department '{word}'. Write one of {list}.");
    }
}
