using DxRules.Engine.Evaluation;
using DxRules.Engine.Examples;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.PlanChecks;

public sealed class ShippedRulesTests
{
    [Fact]
    public void The_shipped_rules_speak_the_words_of_the_schema() => Bind().Diagnostics.Select(Print).ShouldBeEmpty();

    [Fact]
    public void Every_example_of_the_shipped_rules_comes_out_as_it_says()
    {
        var results = ExampleRunner.Run(new CompiledRuleSet(Bind().RuleSet!));

        results.SelectMany(r => r.Failures).Select(Print).ShouldBeEmpty();
    }

    [Fact]
    public void The_examples_of_the_shipped_rules_show_all_they_can_say()
    {
        var rules = Bind().RuleSet!;

        var coverage = ExampleCoverage.Of(rules.Rules, ExampleRunner.Run(new CompiledRuleSet(rules)));

        coverage.SelectMany(rule => rule.Items.Where(item => !item.IsCovered).Select(item => $"{rule.Rule}: {item.Name.Ja}")).ShouldBeEmpty();
    }

    private static (RuleSet? RuleSet, IReadOnlyList<Diagnostic> Diagnostics) Bind() =>
        RuleSet.Bind(RuleFolder.Load(Repository.File("rules")), PlanSchema.Instance, new ParameterValues());

    private static string Print(Diagnostic diagnostic) => DiagnosticPrinter.Print(diagnostic, Language.English);
}
