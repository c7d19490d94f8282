using DxRules.Engine.Evaluation;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Benchmarks.Workload;

/// <summary>The eight rule files, loaded and compiled like any others.</summary>
internal sealed class EngineRun(CompiledRuleSet rules)
{
    public static string RulesFolder { get; } = Path.Combine(AppContext.BaseDirectory, "rules");

    public static EngineRun Load() => new(new CompiledRuleSet(Bind()));

    public static RuleSet Bind()
    {
        var (rules, diagnostics) = RuleSet.Bind(RuleFolder.Load(RulesFolder), CitySchema.Instance, new ParameterValues());
        return rules ?? throw new InvalidOperationException(string.Join("\n", diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.English))));
    }

    /// <summary>Judges every subject; gives back how many alerts there are.</summary>
    public int Check(City[] cities)
    {
        var alerts = 0;
        foreach (var city in cities)
            alerts += Evaluator.Run(rules, city, CityGenerator.AsOf).Results.Count(r => r.Judgement.Outcome == Outcome.Alert);
        return alerts;
    }

    public IEnumerable<HandAlert> Alerts(City[] cities) => cities
        .SelectMany(city => Evaluator.Run(rules, city, CityGenerator.AsOf).Results)
        .Where(result => result.Judgement.Outcome == Outcome.Alert)
        .Select(result => new HandAlert(result.Rule.Rule.Id, CitySchema.IdOf(result.Place.Subject), result.Rule.Rule.Levels[result.Judgement.Level].Severity));
}
