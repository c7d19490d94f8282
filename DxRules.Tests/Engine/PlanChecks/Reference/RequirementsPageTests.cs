using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks;

namespace DxRules.Tests.Engine.PlanChecks.Reference;

/// <summary>The page that says what meets each demand of the five plans is written by hand; what it names must be there.</summary>
public sealed partial class RequirementsPageTests
{
    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void Each_of_the_85_demands_stands_there_once(string language) =>
        Rows(language).Select(row => row.Number).ShouldBe(Enumerable.Range(1, 85));

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void Every_demand_says_what_meets_it(string language) =>
        Rows(language).Where(row => row.Rules.Length + row.Members.Length + row.Else.Length == 0).ShouldBeEmpty();

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void The_rules_named_are_the_rules_there_are(string language) =>
        RuleId().Matches(Page(language)).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ShouldBe(RuleIds());

    [Fact]
    public void Both_languages_name_the_same_rules_members_and_issues()
    {
        // Finding a member by the name of one language also shows that it is there.
        var japanese = Rows("ja").Select(row => row.Said(m => m.Ja));
        var english = Rows("en").Select(row => row.Said(m => m.En));

        japanese.ShouldBe(english);
    }

    private static IEnumerable<string> RuleIds() =>
        Directory.GetFiles(Repository.File("rules"), "*.yaml", SearchOption.AllDirectories)
            .Select(file => RuleHead().Match(File.ReadAllText(file)))
            .Where(head => head.Success)
            .Select(head => head.Groups[1].Value)
            .Order(StringComparer.Ordinal);

    private static Row[] Rows(string language) =>
        [.. Page(language).Split('\n').Where(line => NumberedRow().IsMatch(line)).Select(Row.Of)];

    private static string Page(string language) => File.ReadAllText(Repository.File("DxRules.Engine", "docs", language, "requirements.md"));

    private sealed record Row(int Number, string[] Rules, string[] Members, string Else)
    {
        public static Row Of(string line)
        {
            var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            return new Row(int.Parse(cells[0], CultureInfo.InvariantCulture), Quoted(cells[3]), Quoted(cells[4]), cells[5]);
        }

        /// <summary>What the row says, in words that do not depend on the language.</summary>
        public string Said(Func<Member, string> nameOf) =>
            $"{Number}: {string.Join(", ", Rules)}; {string.Join(", ", Members.Select(name => Resolve(name, nameOf)))}; {string.Join(", ", Issue().Matches(Else).Select(m => m.Groups[1].Value))}";

        private static string[] Quoted(string cell) => [.. Code().Matches(cell).Select(m => m.Groups[1].Value)];

        private static string Resolve(string path, Func<Member, string> nameOf)
        {
            var names = path.Split('.');
            names.Length.ShouldBe(2, path);
            var found = PlanSchema.Instance.Objects
                .Where(kind => kind.Ja == names[0] || kind.En == names[0])
                .SelectMany(kind => kind.Members.Where(member => nameOf(member) == names[1]).Select(member => $"{kind.En}.{member.En}"));
            return found.ShouldHaveSingleItem($"{path} is not in the data dictionary.");
        }
    }

    [GeneratedRegex(@"^\| \d+ \|")]
    private static partial Regex NumberedRow();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("`([A-Z]{3}-[0-9A-Z]+(?:-[A-Z]+)?)`")]
    private static partial Regex RuleId();

    [GeneratedRegex(@"^format: dxrule/1$.*?^id: (\S+)$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex RuleHead();

    [GeneratedRegex("(?:課題|issue )([0-9]+)")]
    private static partial Regex Issue();
}
