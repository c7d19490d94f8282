using System.Text;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;

namespace DxRules.Tests.Engine.Alerts;

public class LifecycleSumTests
{
    private static readonly string[] Words = ["quiet", "quiet", "info", "notice", "warning", "critical", "undetermined", "fault", "notApplicable"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_counts_add_up_for_any_reports(int seed)
    {
        var reports = Reports(new Random(seed)).Select(year => year.Report).ToList();

        var steps = Lifecycle.Of(reports, Mapping, PlanSchema.Instance).Single().Steps;

        steps.Count.ShouldBe(reports.Count);
        for (var i = 0; i < steps.Count; i++)
        {
            var sum = steps[i].Sum;
            sum.Now.ShouldBe(reports[i].Plans[0].Alerts.Count);
            sum.Previous.ShouldBe(i == 0 ? 0 : reports[i - 1].Plans[0].Alerts.Count);
            sum.Now.ShouldBe(sum.Carried + sum.New + sum.Recurred);
            sum.Previous.ShouldBe(sum.Cleared + sum.Carried + sum.Undetermined + sum.Gone + sum.RuleChanged);
            steps[i].Lives.Select(life => life.Key).ShouldBeUnique();
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_what_a_report_holds_makes_no_difference(int seed)
    {
        var (years, shuffling) = (Reports(new Random(seed)), new Random(seed + 1));
        var shuffled = years.Select(year => year with
        {
            Says = Shuffled(year.Says, shuffling),
            Subjects = Shuffled(year.Subjects, shuffling),
            Rules = Shuffled([.. year.Rules], shuffling).ToDictionary(),
        });

        Written(shuffled).ShouldBe(Written(years));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_is_cleared_that_was_not_judged(int seed)
    {
        var years = Reports(new Random(seed));

        var steps = Lifecycle.Of([.. years.Select(year => year.Report)], Renumbering.None, PlanSchema.Instance).Single().Steps;

        foreach (var (step, year) in steps.Zip(years))
        {
            foreach (var life in step.Lives.Where(life => life.State == AlertState.Cleared))
            {
                year.Says.ShouldNotContain(said => $"{said.Rule}/{said.Subject}" == life.Key);
                year.Subjects.ShouldContain(life.Alert.Subject.Id);
                year.Rules.Keys.ShouldContain(life.Alert.Rule);
                life.RuleChanged.ShouldBeFalse();
            }
        }
    }

    private static Renumbering Mapping => new(new Dictionary<string, string> { ["s0"] = "s9", ["s1"] = "s8", ["s9"] = "s7" });

    private static List<YearlyReport> Reports(Random random) =>
        [.. Enumerable.Range(2020, random.Next(1, 6)).Select(year => Report(year, random))];

    private static YearlyReport Report(int year, Random random)
    {
        var subjects = Enumerable.Range(0, 10).Select(i => $"s{i}").Where(_ => random.Next(5) > 0).ToList();
        var rules = Enumerable.Range(0, 4).Where(_ => random.Next(6) > 0).ToDictionary(i => $"R-{i}", _ => $"v{random.Next(2)}");
        var says = rules.Keys.SelectMany(rule => subjects.Select(subject => (rule, subject, Words[random.Next(Words.Length)]))).Where(said => said.Item3 != "quiet");
        return new YearlyReport(year) { Subjects = subjects, Rules = rules, Says = [.. says] };
    }

    private static List<T> Shuffled<T>(IReadOnlyList<T> items, Random random) => [.. items.OrderBy(_ => random.Next())];

    private static string Written(IEnumerable<YearlyReport> years)
    {
        var text = new StringBuilder();
        foreach (var step in Lifecycle.Of([.. years.Select(year => year.Report)], Mapping, PlanSchema.Instance).Single().Steps)
        {
            foreach (var life in step.Lives)
                text.AppendLine($"{step.Report} {life.Key} {life.State} {life.Nth} {life.FirstSeen} {life.Now?.Key} {life.Before?.Key} {life.InBetween} {life.RuleChanged}");
        }
        return text.ToString();
    }
}
