using DxRules.Engine.RecordChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;
using Severity = DxRules.Engine.Rules.Severity;

namespace DxRules.Tests.Engine.RecordChecks;

/// <summary>A host's own records, checked with rule files as an outsider writes them: docs/examples/facilities.</summary>
public class RecordCheckTests
{
    private static readonly DateOnly AsOf = new(2025, 6, 2);
    private static readonly string Rules = Repository.File("DxRules.Engine", "docs", "examples", "facilities", "rules");
    private static readonly RecordCheck<FacilityRegister> Check = RecordCheck<FacilityRegister>.Load(FacilityWords.Schema, Rules);

    [Fact]
    public void The_examples_inside_the_rule_files_hold() => Check.RunExamples().Select(d => DiagnosticPrinter.Print(d, Language.English)).ShouldBeEmpty();

    [Fact]
    public void A_report_tells_alerts_in_the_shape_of_reports_on_plans()
    {
        var school = new Facility("F-01", "第三小学校") { Use = FacilityUse.School, BuiltIn = 1974, IsEarthquakeResistant = false, Inspections = [] };
        school.Repairs.Add(new Repair("R-01", "耐震補強", school) { Due = new(2025, 3, 31), Cost = 480_000_000 });

        var report = Check.Check(new FacilityRegister("062014", "山形市公共施設台帳", [school]), AsOf).Plans[0];

        report.Plan.ShouldBe("062014");
        report.Alerts.Select(alert => (alert.Rule, alert.Severity, alert.Subject.Id)).ShouldBe([("FAC-02", Severity.Critical, "F-01"), ("FAC-03", Severity.Critical, "R-01")]);
        var late = report.Alerts[1];
        late.Message.Ja.ShouldBe("「第三小学校」の「耐震補強」は令和7年3月31日までの予定ですが、終わっていません。");
        late.Message.En.ShouldBe("\"耐震補強\" at 第三小学校 was due by 31 March 2025 and is not done.");
        late.Subject.Path.ShouldBe(["山形市公共施設台帳", "第三小学校"]);
        late.FoldedUnder.ShouldBe("FAC-02/F-01");
        late.Evidence.Single(evidence => evidence.Name.Ja == "事業費").Text.Ja.ShouldBe("480,000,000円");
        report.NotApplicable.ShouldBe(["FAC-01/F-01"]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void The_page_shows_the_code_the_rule_and_what_comes_out(string language)
    {
        var page = Text("DxRules.Engine", "docs", language, "own-records.md");
        var code = Text("DxRules.Engine", "docs", "examples", "facilities", "Facilities.cs");
        using var output = new StringWriter { NewLine = "\n" };
        FacilityCheck.Run(FacilityCheck.Register(), Rules, output);

        foreach (var (name, indent) in new[] { ("records", 0), ("schema", 0), ("data", 8), ("check", 8), ("examples", 8) })
        {
            var lines = code.Split($"// [{name}]\n")[1].Split($"// [/{name}]")[0].TrimEnd().Split('\n').Select(line => line.Length > indent ? line[indent..] : "");
            page.ShouldContain("```csharp\n" + string.Join('\n', lines) + "\n```");
        }
        page.ShouldContain("```yaml\n" + Text("DxRules.Engine", "docs", "examples", "facilities", "rules", "FAC-03-repair-late.yaml") + "```");
        page.ShouldContain("```text\n" + output + "```");
    }

    [Fact]
    public void A_list_of_any_kind_a_wide_number_and_a_derived_record_are_read()
    {
        var words = new RecordSchemaBuilder();
        words.Subject<Root>("根", "root", "root", r => r.Id, r => r.Id)
            .List("語", "words", "words", r => r.Words)
            .Fact("量", "amount", "amount", r => r.Amount)
            .Event("日", "day", "day", r => r.Day);
        using var folder = new RuleFolderOf("""
            format: dxrule/1
            id: TST-01
            title: { ja: 題, en: Title }
            subject: 根
            category: data
            version: 1
            source: [なし]
            needs: [量]
            when: count(語) = 2 and 量 > 5000000000 and 日 = null
            levels: [warning]
            message: { ja: "{量}", en: "{amount}" }
            clears: { ja: なし, en: none }
            examples:
              - { name: 例, asOf: 2025-06-02, given: { 語: [a, b], 量: 6000000000 }, expect: warning }
              - { name: 不明, asOf: 2025-06-02, given: { words: [a, b] }, expect: undetermined, missing: [量] }
            """);
        var check = RecordCheck<Root>.Load(words.Build<Root>(), folder.Path);

        check.RunExamples().Select(d => d.Message.En).ShouldBeEmpty();
        check.Check(new Derived("r") { Words = ["a", "b"], Amount = 6_000_000_000 }, AsOf).Plans[0].Alerts.ShouldHaveSingleItem().Message.Ja.ShouldBe("6,000,000,000");
    }

    [Fact]
    public void Where_code_that_reads_a_member_throws_the_rule_fails_on_that_subject_alone()
    {
        var words = new RecordSchemaBuilder();
        words.Subject<Root>("根", "root", "root", r => r.Id, r => r.Id).Required("値", "value", "value", r => Throwing(r.Id));
        using var folder = new RuleFolderOf("""
            format: dxrule/1
            id: TST-01
            title: { ja: 題, en: Title }
            subject: 根
            category: data
            version: 1
            source: [なし]
            when: 値 > 0
            levels: [warning]
            message: { ja: 文, en: text }
            clears: { ja: なし, en: none }
            """);
        var check = RecordCheck<Root>.Load(words.Build<Root>(), folder.Path);

        var reports = check.CheckEach([new Root("bad"), new Root("good")], AsOf).ToList();

        reports[0].Faults.ShouldHaveSingleItem().Code.ShouldBe("DX306");
        reports[1].Alerts.Count.ShouldBe(1);
    }

    [Fact]
    public void Mistakes_in_a_description_name_what_is_meant()
    {
        Should.Throw<InvalidOperationException>(() => new RecordSchemaBuilder().Build<Root>()).Message.ShouldContain("Root is not that subject");
        Should.Throw<ArgumentException>(() => Described().Part<Facility>("建 物", "building", "x").Fact("1階", "area", "x", f => f.BuiltIn)).Message.ShouldContain("'1階' is no name");
        Should.Throw<ArgumentException>(() => Described().Subject<Repair>("改修", "repair", "x", r => r.Id, r => r.Id).Under<Facility>(f => f.Repairs)).Message.ShouldContain("Facility, on which repair hangs, is not declared yet");
        Should.Throw<InvalidOperationException>(() =>
        {
            var words = Described();
            words.Subject<Repair>("改修", "repair", "x", r => r.Id, r => r.Id);
            words.Build<Root>();
        }).Message.ShouldContain("The subject repair hangs on nothing");
        Should.Throw<InvalidOperationException>(() =>
        {
            var words = Described();
            words.Part<Facility>("施設", "facility", "x").Fact("比", "share", "x", f => (double?)0.5);
            words.Build<Root>();
        }).Message.ShouldContain("facility.share is a System.Double");

        static RecordSchemaBuilder Described()
        {
            var words = new RecordSchemaBuilder();
            words.Subject<Root>("根", "root", "root", r => r.Id, r => r.Id);
            return words;
        }
    }

    [Fact]
    public void What_is_wrong_with_rules_is_thrown_or_told_with_its_place()
    {
        using var folder = new RuleFolderOf("format: dxrule/1\nid: TST-01\nsubject: 建物\n");

        RecordCheck<FacilityRegister>.TryLoad(FacilityWords.Schema, folder.Path, null, out var check, out var diagnostics).ShouldBeFalse();
        check.ShouldBeNull();
        diagnostics.ShouldContain(d => d.Message.Ja.Contains("建物"));
        Should.Throw<RuleLoadException>(() => RecordCheck<FacilityRegister>.Load(FacilityWords.Schema, folder.Path)).Diagnostics.Count.ShouldBe(diagnostics.Count);
    }

    [Fact]
    public void The_dictionary_of_a_schema_names_its_kinds_and_what_every_rule_sees()
    {
        var page = FacilityWords.Schema.Dictionary(Language.Japanese);

        page.ShouldContain("### 施設 `facility`");
        page.ShouldContain("| 最終点検日 | `lastInspectedOn` |");
        page.ShouldContain("| 基準日 | `asOfDate` |");
    }

    private static decimal Throwing(string id) => id == "good" ? 1 : throw new FormatException("no");

    private static string Text(params string[] path) => File.ReadAllText(Repository.File(path)).ReplaceLineEndings("\n");

    private class Root(string id)
    {
        public string Id { get; } = id;
        public HashSet<string> Words { get; init; } = [];
        public long? Amount { get; init; }
        public DateOnly? Day { get; init; }
    }

    private sealed class Derived(string id) : Root(id);

    private sealed class RuleFolderOf : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dxrules-records-");

        public RuleFolderOf(string rule) => File.WriteAllText(System.IO.Path.Combine(folder.FullName, "rule.yaml"), rule);

        public string Path => folder.FullName;

        public void Dispose() => folder.Delete(recursive: true);
    }
}
