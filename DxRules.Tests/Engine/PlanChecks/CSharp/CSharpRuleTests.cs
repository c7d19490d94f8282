using DxRules.Engine.Alerts;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Examples;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.CSharp;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using Severity = DxRules.Engine.Rules.Severity;

namespace DxRules.Tests.Engine.PlanChecks.CSharp;

public sealed class CSharpRuleTests
{
    private const string File = "SCH-02";
    private const string Twin = "TWIN-SCH-02";

    private static readonly PlanCheck Check = Load(TwinOfLate()).Check!;

    [Fact]
    public void A_rule_in_CSharp_loads_beside_the_files() =>
        Load(TwinOfLate()).Diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.English)).ShouldBeEmpty();

    [Theory]
    [InlineData("demo-city.json", "2025-05-31")]
    [InlineData("demo-city.json", "2026-11-21")]
    [InlineData("yamagata-2022.json", "2023-05-31")]
    [InlineData("yamagata-2022.json", "2025-05-31")]
    public void It_finds_on_real_plans_what_its_twin_in_a_file_finds(string plan, string asOf)
    {
        var report = Check.Check(Plan(plan), Day(asOf)).Plans[0];

        report.Faults.ShouldBeEmpty();
        report.Alerts.Where(a => a.Rule == Twin).Select(Words).ShouldBe(report.Alerts.Where(a => a.Rule == File).Select(Words));
        report.Undetermined.Where(u => u.Rule == Twin).Select(Words).ShouldBe(report.Undetermined.Where(u => u.Rule == File).Select(Words));
        SubjectsOutside(report, Twin).ShouldBe(SubjectsOutside(report, File));
    }

    [Fact]
    public void The_plans_of_the_comparison_hold_alerts_and_undetermined_results()
    {
        Check.Check(Plan("demo-city.json"), Day("2025-05-31")).Plans[0].Alerts.ShouldContain(a => a.Rule == Twin);
        Check.Check(Plan("yamagata-2022.json"), Day("2025-05-31")).Plans[0].Undetermined.ShouldContain(u => u.Rule == Twin);
    }

    [Fact]
    public void The_examples_of_the_file_come_out_the_same_with_the_same_missing_facts()
    {
        var results = Check.ExampleResults().Where(r => r.Rule == Twin).ToList();

        results.Count.ShouldBe(Check.Rules.Single(r => r.Rule.Id == File).Rule.File.Examples.Count);
        results.SelectMany(r => r.Failures).ShouldBeEmpty();
        Check.RunExamples().ShouldBeEmpty();
    }

    [Fact]
    public void What_it_covers_is_what_the_file_covers()
    {
        var coverage = Check.Coverage(Check.ExampleResults());

        Gaps(Twin).ShouldBe(Gaps(File));

        string Gaps(string rule) => System.Text.Json.JsonSerializer.Serialize(coverage.Single(c => c.Rule == rule)).Replace(Twin, File);
    }

    [Fact]
    public void It_is_explained_like_the_file_and_shows_its_code()
    {
        var plan = Plan("demo-city.json");
        var alert = Check.Check(plan, Day("2025-05-31")).Plans[0].Alerts.First(a => a.Rule == Twin);

        var (ofTwin, ofFile) = (Explain(Twin), Explain(File));

        (ofTwin.Why.Outcome, ofTwin.Why.Severity, ofTwin.Clears).ShouldBe((ofFile.Why.Outcome, ofFile.Why.Severity, ofFile.Clears));
        ofTwin.Why.Conditions.Select(c => c.Name).ShouldBe(ofFile.Why.Conditions.Select(c => c.Name));
        ofTwin.Why.DecidedBy.Select(part => part.Text).ShouldContain("c.AsOf > p.End.Value.Day");

        PlanExplanation Explain(string rule) => Check.Explain(plan, Day("2025-05-31"), rule, alert.Subject.Id)!;
    }

    [Fact]
    public void For_a_quiet_subject_the_smallest_change_is_that_of_the_file()
    {
        var plan = Plan("demo-city.json");
        var loud = Check.Check(plan, Day("2025-05-31")).Plans[0];
        var other = loud.Alerts.Select(a => (a.Rule, a.Subject.Id)).Concat(loud.Undetermined.Select(u => (u.Rule, u.Subject.Id))).ToHashSet();
        var quiet = loud.Subjects["phase"].First(id => !other.Contains((File, id)) && !SubjectsOutside(loud, File).Contains(id));

        Changes(Twin).ShouldNotBeEmpty();
        Changes(Twin).ShouldBe(Changes(File));

        IEnumerable<string> Changes(string rule) => Check.Explain(plan, Day("2025-05-31"), rule, quiet)!.Changes.Select(change => change.Sentence.Ja);
    }

    [Fact]
    public void What_is_wrong_with_rules_in_CSharp_is_told_all_at_once()
    {
        var bad = Rule.For<Phase>(File)
            .Title("題", "Title").Category("schedule").Source("x")
            .When((p, c) => p.Status == WorkStatus.Completed)
            .Level(Severity.Warning, (p, c) => p.CompletedOn!.Value.Day > c.AsOf)
            .Level(Severity.Critical)
            .Message("文", "Text");
        var other = Rule.For<Phase>("CITY-02")
            .Title("題", "Title").Category("schedule").Source("x").Needs("終り")
            .When((p, c) => p.Raw != null && Fancy(p) && p.Records!.Any(r => r.On == null) && c.Value<int>("題名") > 1)
            .Level(Severity.Warning)
            .Message("文", "Text").Clears("文", "Text");

        var loading = Load(bad, other);

        loading.Check.ShouldBeNull();
        loading.Diagnostics.Select(d => (d.Code, d.Source.Name.Split('/')[^1])).Distinct().ShouldBe(
            [
                ("DX112", "SCH-02.yaml"),
                ("DX117", "SCH-02.yaml"),
                ("DX121", "SCH-02.yaml"),
                ("DX230", "SCH-02.yaml"),
                ("DX231", "SCH-02.yaml"),
                ("DX176", "CITY-02.yaml"),
                ("DX220", "CITY-02.yaml"),
                ("DX221", "CITY-02.yaml"),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_record_that_is_no_subject_is_an_error() =>
        Load(Rule.For<Lane>("CITY-03").Title("題", "T").Category("schedule").Source("x").Level(Severity.Info).Message("文", "T").Clears("文", "T"))
            .Diagnostics.Select(d => d.Code).ShouldBe(["DX150"]);

    [Fact]
    public void A_condition_that_throws_fails_on_that_subject_alone()
    {
        var check = Load(Late("CITY-04", "x")
            .When((p, c) => int.Parse(p.Title, System.Globalization.CultureInfo.InvariantCulture) > 0)).Check!;

        var report = check.Check(Plan("demo-city.json"), Day("2025-05-31")).Plans[0];

        report.Faults.ShouldNotBeEmpty();
        report.Faults.ShouldAllBe(fault => fault.Rule == "CITY-04" && fault.Code == "DX306");
        check.Conditions.Single(c => c.Rule == "CITY-04").Outcome.Compile()(check.Subjects(Plan("demo-city.json"), Day("2025-05-31")).First(s => s.Kind == "phase"))
            .ShouldBe(RuleOutcome.Fault);
    }

    [Fact]
    public void Its_hash_changes_with_its_code_and_with_what_the_code_captured()
    {
        HashOf(30).ShouldBe(HashOf(30));
        HashOf(30).ShouldNotBe(HashOf(31));

        string HashOf(int grace) => Load(Late("CITY-05", "x").Needs("終了日").When((p, c) => c.AsOf > p.End!.Value.Day.AddDays(grace)))
            .Check!.RuleSet.Rules.Single(r => r.Id == "CITY-05").Hash;
    }

    [Fact]
    public void A_profile_sets_its_parameters()
    {
        using var folder = new Admin.TemporaryFolder();
        var profile = Path.Combine(folder.Path, "profile.yaml");
        System.IO.File.WriteAllText(profile, $"format: dxprofile/1\nname: 試し\nparameters:\n  {Twin}.重大とする遅れ: {{ value: P1M, reason: 試し }}\n");

        var loading = PlanCheck.Open(Repository.File("rules"), profile, ownRules: [TwinOfLate()]);

        loading.Diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.English)).ShouldBeEmpty();
        Criticals(loading.Check!, Twin).ShouldBeGreaterThan(Criticals(loading.Check!, File));

        static int Criticals(PlanCheck check, string rule) =>
            check.Check(Plan("demo-city.json"), Day("2025-05-31")).Plans[0].Alerts.Count(a => a.Rule == rule && a.Severity == Severity.Critical);
    }

    private static CSharpRule<Phase> Late(string id, string source) => Rule.For<Phase>(id)
        .Title("題", "Title").Category("schedule").Source(source).Level(Severity.Warning).Message("文", "Text").Clears("文", "Text");

    private static CSharpRule<Phase> TwinOfLate()
    {
        var rule = Rule.For<Phase>(Twin)
            .Title("完了遅れ", "Phase not completed on time")
            .Category("schedule")
            .Source("山形市スマートシティ推進基本計画 第3章第3項「スケジュールに沿って実施」")
            .Parameter("重大とする遅れ", "criticalDelay", "months", "P12M", "P1M", "P60M", new("この期間を超えた遅れは重大とする", "a delay beyond this is critical"))
            .Where((p, c) => (p.Kind == PhaseKind.Once || p.Kind == PhaseKind.Gate || p.Kind == PhaseKind.Pilot)
                && (c.IsNull("取組.状態") || !(c.Value<WorkStatus>("取組.状態") == WorkStatus.Suspended || c.Value<WorkStatus>("取組.状態") == WorkStatus.Cancelled)))
            .Needs("状態", "終了日")
            .Let("遅れ日数", "daysLate", "(基準日 - 終了日).days", new("日", "days"))
            .When((p, c) => (p.Status == WorkStatus.NotStarted || p.Status == WorkStatus.InProgress) && c.AsOf > p.End!.Value.Day)
            .Level(Severity.Critical, (p, c) => p.End!.Value.Day < c.AsOf.AddMonths(-c.Value<MonthsDuration>("重大とする遅れ").Months))
            .Level(Severity.Warning)
            .Message("「{題名}」は{終了日}までの予定ですが、完了していません（{遅れ日数}超過）。", "Phase \"{title}\" was due by {end} and is not complete ({daysLate} late).")
            .Clears("完了日を入力すると解消します。", "Entering the completion date clears it.");
        var file = PlanCheck.Default.Rules.Single(r => r.Rule.Id == File).Rule.File;
        foreach (var example in file.Examples)
        {
            var given = example.Given is { } mapping ? file.Source.Content.Substring(mapping.Span.Start, mapping.Span.Length) : "{}";
            var word = char.ToLowerInvariant(example.Expect.Value.ToString()[0]) + example.Expect.Value.ToString()[1..];
            rule.Example(example.Name.Value, example.AsOf.Value, given, word, example.Missing?.Select(fact => fact.Value).ToArray());
        }
        return rule;
    }

    private static bool Fancy(Phase phase) => phase.Id.Length > 3;

    private static string Words(Alert alert) =>
        $"{alert.Subject.Id} {alert.Severity} {alert.Title} {alert.Message} {alert.Clears} {alert.FoldedUnder} [{string.Join("; ", alert.Unknown)}] "
        + string.Join("; ", alert.Evidence.Select(e => $"{e.Name}={e.Value} {e.Unit} {e.Text} {e.Formula}"));

    // Keys are made of rule and subject; no rule here has the other's id for its beginning.
    private static IReadOnlyList<string> SubjectsOutside(PlanReport report, string rule) =>
        [.. report.NotApplicable.Where(key => key.StartsWith(rule, StringComparison.Ordinal)).Select(key => key[(rule.Length + 1)..])];

    private static string Words(UndeterminedResult result) =>
        $"{result.Subject.Id} {result.Reason} {result.FoldedUnder} {string.Join("; ", result.Missing)}";

    private static PlanCheckLoading Load(params CSharpRule[] rules) => PlanCheck.Open(Repository.File("rules"), ownRules: rules);

    private static PlanDocument Plan(string name) =>
        PlanReader.Read(name, System.IO.File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", name))).Document!;

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
