using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Reference;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.PlanChecks.Reference;

public sealed class FunctionReferenceTests
{
    public static TheoryData<string, string, Language> Examples
    {
        get
        {
            var rows = new TheoryData<string, string, Language>();
            foreach (var example in FunctionExamples.All.Values.Concat(FunctionExamples.Properties.Select(p => p.Example)))
            {
                rows.Add(example.Expression.Ja, example.Value.Ja, Language.Japanese);
                rows.Add(example.Expression.En, example.Value.En, Language.English);
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_has_the_value_it_says(string expression, string value, Language language) =>
        TriedExpression.ValueOf(expression, language).ShouldBe(value);

    [Fact]
    public void Every_function_a_rule_can_call_has_an_example()
    {
        var callable = RuleFunctions.Names.Concat(PlanSchema.Instance.Functions.Select(f => f.En)).Except(OwnFunctions.All.Select(f => f.JapaneseName).Where(name => name[0] > 127));

        FunctionExamples.All.Keys.ShouldBe(callable, ignoreOrder: true);
    }

    [Theory]
    [InlineData(Language.Japanese, "DxRules.Engine/docs/ja/functions.md")]
    [InlineData(Language.English, "DxRules.Engine/docs/en/functions.md")]
    public void The_documented_functions_are_those_of_the_tables(Language language, string path) =>
        Golden.ShouldMatchFile(FunctionReference.Write(PlanSchema.Instance, language), Repository.File(path));
}
