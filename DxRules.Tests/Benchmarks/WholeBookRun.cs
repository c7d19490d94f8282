using System.Diagnostics;
using System.Globalization;
using DxRules.Engine.Alerts;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Benchmarks;

/// <summary>All shipped rules on a full plan, step by step.</summary>
internal sealed class WholeBookRun(TextWriter output)
{
    private static readonly DateOnly AsOf = new(2025, 6, 2);

    public static string PlanFile { get; } = Path.Combine(Repository.Root, "DxRules.Admin", "SampleData", "demo-city.json");

    public void Run()
    {
        Load();
        Steps();
    }

    /// <summary>Milliseconds until the shipped rules are ready in a process that has just begun.</summary>
    public static void RunCold(TextWriter output)
    {
        var started = Stopwatch.GetTimestamp();
        _ = PlanCheck.Load();
        output.WriteLine(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    private void Load()
    {
        var cold = Enumerable.Range(0, 5).Select(_ => double.Parse(ChildProcess.Again("cold-book"), CultureInfo.InvariantCulture)).ToArray();
        var warm = Rounds.Take(9, TimeSpan.FromMilliseconds(1), new Contender("load", () => PlanCheck.Load()))[0];
        var table = new Table(output, $"Read, check and compile the shipped rules ({RuleFolder.Packaged().Rules.Count})", "", "ms");
        table.Row($"cold: a process of its own (median of 5, clock on the wall)", $"{Rounds.Median(cold):0}");
        table.Row($"warm (median of 9, time of this thread)", $"{warm.Nanoseconds / 1e6:0}");
    }

    /// <summary>As <c>explain</c> does for one rule on one subject, for all of them.</summary>
    private static void Explain(CompiledRuleSet rules, object subject, ObjectType kind)
    {
        foreach (var rule in rules.Rules.Where(rule => rule.Rule.Subject == kind))
            Explainer.Explain(rule, rules.Schema, subject, new CheckContext(AsOf));
        foreach (var list in kind.Children)
        {
            foreach (var below in list.Of(subject) ?? [])
                Explain(rules, below, list.Kind);
        }
    }

    private void Steps()
    {
        var bytes = File.ReadAllBytes(PlanFile);
        var plan = PlanReader.Read("plan", bytes).Document!;
        var seen = plan.AsOf(AsOf).Document;
        var rules = new CompiledRuleSet(RuleSet.Bind(RuleFolder.Packaged(), PlanSchema.Instance, new ParameterValues()).RuleSet!);
        var evaluator = new Evaluator(rules, AsOf);
        var check = PlanCheck.Default;
        var head = check.Head(AsOf);
        var findings = evaluator.Run(PlanSubjects.Build(seen, AsOf));
        var checks = findings.Quiet + findings.All.Count;
        var report = check.CheckOne(plan, AsOf);

        var timings = Rounds.Take(
            15,
            TimeSpan.FromMilliseconds(20),
            new Contender("read the plan file", () => PlanReader.Read("plan", bytes)),
            new Contender("the plan as it stood on the day", () => plan.AsOf(AsOf)),
            new Contender("its subjects", () => PlanSubjects.Build(seen, AsOf)),
            new Contender("its subjects, and all rules on all of them", () => evaluator.Run(PlanSubjects.Build(seen, AsOf))),
            new Contender("the whole check with its report", () => check.CheckOne(plan, AsOf)),
            new Contender("the plan's hash", () => PlanWriter.Hash(plan)),
            new Contender("the report as a line of JSON", () => ReportJson.WriteLine(head with { Plans = [report] })),
            new Contender("every question explained, part by part", () => Explain(rules, PlanSubjects.Build(seen, AsOf), rules.Schema.Root)));
        var table = new Table(
            output,
            string.Create(CultureInfo.InvariantCulture, $"One full plan ({bytes.Length / 1024} KB), {rules.Rules.Count} rules, {checks:N0} questions (rule × subject), {findings.All.Count} not quiet; one thread"),
            "", "µs", "KB allocated");
        foreach (var (name, nanoseconds, _, allocated) in timings)
            table.Row($"{name}", $"{nanoseconds / 1e3:N0}", $"{allocated / 1024:N0}");
    }
}
