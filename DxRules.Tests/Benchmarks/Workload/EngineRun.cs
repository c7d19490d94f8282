using DxRules.Engine.Evaluation;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Benchmarks.Workload;

/// <summary>The eight rule files, loaded and compiled like any others.</summary>
internal sealed class EngineRun(CompiledRuleSet rules)
{
    private readonly Evaluator evaluator = new(rules, CityGenerator.AsOf);

    public static string RulesFolder { get; } = Path.Combine(AppContext.BaseDirectory, "rules");

    /// <param name="ids">Only these rules; none for all.</param>
    public static EngineRun Load(params string[] ids)
    {
        var rules = Bind();
        return new(new CompiledRuleSet(ids.Length == 0 ? rules : rules with { Rules = [.. rules.Rules.Where(rule => ids.Contains(rule.Id))] }));
    }

    private static RuleSet Bind()
    {
        var (rules, diagnostics) = RuleSet.Bind(RuleFolder.Load(RulesFolder), CitySchema.Instance.Schema, new ParameterValues());
        return rules ?? throw new InvalidOperationException(string.Join("\n", diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.English))));
    }

    /// <summary>Judges every subject; the alerts of each city in turn are there as bare figures: rule, subject, level.</summary>
    /// <returns>How many alerts and undetermined results there are.</returns>
    public int Check(City[] cities)
    {
        var found = 0;
        foreach (var city in cities)
            found += evaluator.Run(city).All.Count;
        return found;
    }

    public IEnumerable<HandAlert> Alerts(City[] cities)
    {
        foreach (var city in cities)
        {
            var findings = evaluator.Run(city);
            foreach (var finding in findings.All)
            {
                if (finding.Judgement.Outcome == Outcome.Alert)
                    yield return new(finding.Rule.Rule.Id, CitySchema.IdOf(findings.SubjectOf(finding)), finding.Rule.Rule.Levels[finding.Judgement.Level].Severity);
            }
        }
    }
}
