using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Admin.Api;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.People;

namespace DxRules.Tests.Admin.Hosting;

/// <summary>What the pages on security say is so: each place and test that they name is there, all numbers are, and both languages agree.</summary>
public sealed partial class SecurityPagesTests
{
    private const int Requirements = 210;

    private static readonly string[] Chapters = ["V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V11", "V12", "V13", "V14", "V15", "V16"];

    [Fact]
    public void Every_requirement_stands_there_once_in_order_and_is_counted()
    {
        foreach (var language in new[] { "en", "ja" })
        {
            var lines = Lines(language);
            lines.Count.ShouldBe(Requirements);
            lines.Select(line => line.Number).ShouldBeUnique();
            lines.Select(line => line.Number.Split('.')[0]).Distinct().ShouldBe(Chapters);
            lines.Select(line => line.Number.TrimStart('V').Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).Aggregate(0, (all, part) => all * 100 + part)).ShouldBeInOrder();
            var words = language == "en" ? new[] { "met", "n/a", "not met" } : ["適合", "対象外", "不適合"];
            lines.ShouldAllBe(line => words.Contains(line.State));
            var counts = words.Select(word => lines.Count(line => line.State == word)).ToArray();
            Page(language).ShouldContain(string.Format(CultureInfo.InvariantCulture, language == "en" ? "**{0} met, {1} do not apply, {2} not met.**" : "**適合 {0}、対象外 {1}、不適合 {2}。**", counts[0], counts[1], counts[2]));
            NotMet().Matches(Page(language)).Select(match => match.Groups[1].Value).ShouldBe(lines.Where(line => line.State == words[2]).Select(line => line.Number));
        }
    }

    [Fact]
    public void Each_place_and_each_test_that_is_named_is_there()
    {
        var types = typeof(SecurityPagesTests).Assembly.GetTypes();
        foreach (var line in Lines("en"))
        {
            if (line.State == "met")
                line.Place.ShouldNotBeEmpty(line.Number);
            if (line.Place.Length > 0)
                (Exists("DxRules.Admin", line.Place) || Exists(line.Place)).ShouldBeTrue($"{line.Number}: {line.Place}");
            foreach (var test in line.Tests)
                IsTest(types, test).ShouldBeTrue($"{line.Number}: {test}");
        }
    }

    [Fact]
    public void Both_languages_say_the_same()
    {
        string[] order(string language) => language == "en" ? ["met", "n/a", "not met"] : ["適合", "対象外", "不適合"];
        string Told(string language, Requirement line) => $"{line.Number} {Array.IndexOf(order(language), line.State)} {line.Place.Replace($"docs/{language}/", "docs/")} {string.Join(' ', line.Tests)} {line.Note.Length > 0}";
        Lines("ja").Select(line => Told("ja", line)).ShouldBe(Lines("en").Select(line => Told("en", line)));
        foreach (var page in new[] { "security.md", "threat-model.md", "dependencies.md" })
        {
            var (english, japanese) = (Read("en", page), Read("ja", page));
            japanese.Count(letter => letter == '|').ShouldBe(english.Count(letter => letter == '|'), page);
            Heading().Count(japanese).ShouldBe(Heading().Count(english), page);
        }
    }

    [Fact]
    public void The_figures_are_those_of_the_code()
    {
        var numbers = new (long Number, string English, string Japanese)[]
        {
            (SignInRules.ShortestPassword, "{0} characters or more", "{0}文字以上"),
            (SignInRules.PasswordRounds, "{0:#,0} rounds", "{0:#,0}回、人ごと"),
            ((long)SignInRules.Idle.TotalMinutes, "{0} minutes without a click", "操作しないまま{0}分"),
            ((long)SignInRules.Longest.TotalHours, "{0} hours in all", "操作していても{0}時間"),
            ((long)SignInLinks.Valid.TotalHours, "256 random bits, {0} hours, once", "乱数256ビット、{0}時間、一度だけ"),
            (ApiTokens.LongestDays, "at most {0} days", "最長{0}日"),
            (SignInPace.PerName, "{0} a minute with one name", "一つの利用者名で1分に{0}回"),
            (SignInPace.PerAddress, "{0} a minute from one address", "一つのアドレスから1分に{0}回"),
            (PagePace.PerPerson, "{0} a minute and", "一人で1分に{0}回"),
            (PagePace.AtOnce, "and {0} at once", "同時に{0}件"),
            (PagePace.PerAddress, "{0} a minute from one address", "一つのアドレスから1分に{0}回"),
            (ApiLimits.PerMinute, "{0} requests a minute", "一つのトークンで1分に{0}回"),
            (ApiLimits.PlanBytes / 1024 / 1024, "plans up to {0} MB", "計画は{0}MBまで"),
            (GridFile.LargestFile / 1024 / 1024, "{0} MB, unpacked", "{0}MB、展開して"),
            (GridFile.LargestContent / 1024 / 1024, "unpacked {0} MB", "展開して{0}MB"),
            (WorkbookContent.MostParts, "at most {0:#,0} parts", "部品{0:#,0}個"),
            (GridFile.MostRows, "{0:#,0} rows", "{0:#,0}行"),
            (GridFile.MostCells, "{0:#,0} cells", "{0:#,0}セル"),
        };
        foreach (var (number, english, japanese) in numbers)
        {
            Read("en", "security.md").ShouldContain(string.Format(CultureInfo.InvariantCulture, english, number));
            Read("ja", "security.md").ShouldContain(string.Format(CultureInfo.InvariantCulture, japanese, number));
        }
    }

    [Fact]
    public void Every_password_is_typed_into_a_masked_field_that_managers_know()
    {
        var pages = Directory.EnumerateFiles(Repository.File("DxRules.Admin", "Pages"), "*.cshtml", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var fields = pages.SelectMany(page => PasswordField().Matches(page).Select(match => match.Value)).ToList();

        fields.Count.ShouldBeGreaterThan(5);
        fields.ShouldAllBe(field => field.Contains("type=\"password\"") && (field.Contains("autocomplete=\"current-password\"") || field.Contains("autocomplete=\"new-password\"")));
        pages.ShouldAllBe(page => !page.Contains("onpaste", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsTest(Type[] types, string name)
    {
        var named = types.Where(type => name.StartsWith(type.Name, StringComparison.Ordinal) || name.Contains($".{type.Name}", StringComparison.Ordinal)).ToList();
        return named.Any(type => $"{type.FullName}".EndsWith($".{name}", StringComparison.Ordinal)
            || (name.LastIndexOf('.') is > 0 and var dot && $"{type.FullName}".EndsWith($".{name[..dot]}", StringComparison.Ordinal)
                && type.GetMethod(name[(dot + 1)..])?.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0));
    }

    private static bool Exists(params string[] place) => File.Exists(Repository.File(place)) || Directory.Exists(Repository.File(place));

    private static string Page(string language) => Read(language, "security-requirements.md");

    private static string Read(string language, string page) => File.ReadAllText(Repository.File("DxRules.Admin", "docs", language, page));

    private static List<Requirement> Lines(string language) => [.. Line().Matches(Page(language)).Select(match => match.Groups[1].Value.Split('|').Select(cell => cell.Trim()).ToArray())
        .Select(cells => new Requirement(cells[0], cells[1], cells[2].Trim('`'), [.. Quoted().Matches(cells[3]).Select(match => match.Groups[1].Value)], cells[4]))];

    private sealed record Requirement(string Number, string State, string Place, IReadOnlyList<string> Tests, string Note);

    [GeneratedRegex(@"(?m)^\| (V\d+\.\d+\.\d+ \|.*)\|\s*$")]
    private static partial Regex Line();

    [GeneratedRegex(@"(?m)^- \*\*(V[\d.]+)\*\* ")]
    private static partial Regex NotMet();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?m)^#+ ")]
    private static partial Regex Heading();

    [GeneratedRegex("(?i)<dx-field name=\"[^\"]*(?:Password|Old|New|Again)\".*?</dx-field>")]
    private static partial Regex PasswordField();
}
