using System.Text.RegularExpressions;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Reference;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Cli;

/// <summary>What writing-rules.md shows is what happens: its rule, its profile, its texts and its commands.</summary>
public sealed partial class WritingRulesPageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public async Task Every_command_ends_as_it_says(Language language)
    {
        WriteCity(language);
        var commands = Blocks(language, "sh").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        commands.Count.ShouldBe(10);
        foreach (var command in commands)
        {
            var (words, exitCode) = (command[..command.IndexOf('#')], int.Parse(command[(command.IndexOf('#') + 1)..]));
            var run = await CommandLine.Run([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(InFolder), "--lang", Code(language)]);

            run.ExitCode.ShouldBe(exitCode, command + "\n" + run.Output + run.Error);
        }
        File.Exists(InFolder("city/docs/schema/rule.json")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public async Task The_alert_shown_is_the_one_that_comes_out(Language language)
    {
        WriteCity(language);

        var run = await CommandLine.Run("check", InFolder("city/plan.json"), "--rules", InFolder("city/rules"), "--as-of", "2025-05-31", "--lang", Code(language));

        foreach (var line in Blocks(language, "text")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            run.Output.ShouldContain(line);
    }

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void The_table_of_keys_has_every_key_and_each_example_is_read(Language language)
    {
        var rows = KeyRow().Matches(Page(language)).Select(row => (Key: row.Groups[1].Value, Example: row.Groups[2].Value)).ToList();

        rows.Select(row => row.Key).ShouldBe(KnownKeys(), ignoreOrder: true);
        foreach (var (key, example) in rows.Where(row => row.Example.StartsWith('`')))
            Read(key, example.Trim('`')).ShouldBeEmpty(example);
    }

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void Each_type_of_parameter_is_written_as_the_table_says(Language language)
    {
        var rows = TypeRow().Matches(Page(language));

        rows.Select(row => row.Groups[1].Value).ShouldBe(Enum.GetNames<ParameterType>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]));
        foreach (var row in rows.AsEnumerable())
        {
            var value = row.Groups[2].Value.Replace("` `", ", ").Trim('`');
            Read("parameters", $"parameters: {{ 甲: {{ en: a, type: {row.Groups[1].Value}, {value} }} }}").ShouldBeEmpty(value);
        }
    }

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void A_text_prints_as_the_table_says(Language language)
    {
        var rows = TextRow().Matches(Page(language));
        rows.Count.ShouldBe(11 + 1);
        var text = string.Join('｜', rows.Select(row => row.Groups[1].Value)).Replace("'", "''");
        Directory.CreateDirectory(InFolder("texts"));
        File.WriteAllText(InFolder("texts/TXT-01-texts.yaml"), $$"""
            format: dxrule/1
            id: TXT-01
            version: 1
            title: { ja: 文, en: Text }
            category: data
            source: [ writing-rules.md ]
            subject: 取組
            needs: [ 進捗報告 ]
            when: 題名 = "オンライン申請の拡大" and count(進捗報告) > 0
            levels: [ notice ]
            message:
              ja: '{{text}}'
              en: '{{text}}'
            clears: { ja: なし, en: none }
            """);
        var plan = PlanReader.Read(new SourceText("plan", File.ReadAllText(DemoCity))).Document!;

        var check = PlanCheck.Load(InFolder("texts")).Check(plan, new DateOnly(2025, 5, 31));

        check.Plans.Single().Alerts.Single().Message.In(language).Split('｜').ShouldBe(rows.Select(row => row.Groups[2].Value));
    }

    private static string DemoCity => Repository.File("DxRules.Admin", "SampleData", "demo-city.json");

    private static string Code(Language language) => language == Language.Japanese ? "ja" : "en";

    private static string Page(Language language) => ReferencePages.In(language).Single(page => page.Name == "writing-rules.md").Content;

    // All steps together are the rule; the block with the other format is the profile.
    private void WriteCity(Language language)
    {
        var blocks = Blocks(language, "yaml");
        var isProfile = blocks.ToLookup(block => block.Contains("format: dxprofile/1"));
        Directory.CreateDirectory(InFolder("city/rules"));
        File.WriteAllText(InFolder("city/rules/CITY-01-no-recent-report.yaml"), string.Concat(isProfile[false]));
        File.WriteAllText(InFolder("city/profile.yaml"), isProfile[true].Single());
        File.Copy(DemoCity, InFolder("city/plan.json"));
    }

    private string InFolder(string word) =>
        word.StartsWith("city/", StringComparison.Ordinal) || word.StartsWith("texts", StringComparison.Ordinal) ? Path.Combine([folder.Path, .. word.Split('/')]) : word;

    private static List<string> Blocks(Language language, string kind) =>
        [.. Block().Matches(Page(language)).Where(block => block.Groups[2].Value == kind)
            .Select(block => string.Concat(block.Groups[3].Value.Split('\n').Select(line => Outdented(line, block.Groups[1].Length)).SkipLast(1)))];

    private static string Outdented(string line, int indent) => line[Math.Min(indent, line.Length)..] + "\n";

    private static string[] KnownKeys() =>
        Read("qqqqqq", "qqqqqq: 1").Single(d => d.Code == "DX111").Hint!.En["known keys: ".Length..].Split(", ");

    private static IReadOnlyList<Diagnostic> Read(string key, string line)
    {
        string[] usual =
        [
            "format: dxrule/1", "id: TST-01", "title: { ja: 甲, en: A }", "subject: 区間", "category: schedule", "version: 1", "source: [計画書]",
            "levels: [warning]", "message: { ja: 甲, en: A }", "clears: { ja: 甲, en: A }",
        ];
        var text = string.Join('\n', usual.Where(other => !other.StartsWith(key + ":", StringComparison.Ordinal)).Append(line)) + "\n";
            var id = key == "id" ? line["id: ".Length..] : "TST-01";

        // Among the packaged rules, as an example may speak of them and of what they share.
        return RuleFolder.Read("rules", [.. RuleFiles.Packaged(), new SourceText($"{id}.yaml", text)]).Diagnostics;
    }

    [GeneratedRegex("^( *)```([a-z]+)\n(.*?)^ *```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| `([a-zA-Z]+)`(?: \*)? \| (?!`value:)[^|]+ \| ([^|]+?) \|$", RegexOptions.Multiline)]
    private static partial Regex KeyRow();

    [GeneratedRegex(@"^\| `([a-zA-Z]+)` \| (`value: [^|]+) \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex TypeRow();

    [GeneratedRegex(@"^\| `(\{.*\}[^|`]*)` \| ([^|]+?) \|$", RegexOptions.Multiline)]
    private static partial Regex TextRow();
}
