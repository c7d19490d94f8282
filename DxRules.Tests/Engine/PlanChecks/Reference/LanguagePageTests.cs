using System.Text.RegularExpressions;
using DxRules.Engine.PlanChecks.Reference;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.PlanChecks.Reference;

public sealed partial class LanguagePageTests
{
    public static TheoryData<string, string, Language> Expressions
    {
        get
        {
            var rows = new TheoryData<string, string, Language>();
            foreach (var language in Enum.GetValues<Language>())
            {
                foreach (Match row in Row().Matches(Page(language)))
                    rows.Add(row.Groups[1].Value, row.Groups[2].Value, language);
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Expressions))]
    public void An_expression_has_the_value_beside_it(string expression, string value, Language language) =>
        TriedExpression.ValueOf(expression, language).ShouldBe(value);

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void The_rule_shown_has_no_mistakes_and_its_examples_come_out(Language language) =>
        TriedExample.OfRule(Rule().Match(Page(language)).Groups[1].Value, "EX-01-overdue.yaml")
            .Select(d => DiagnosticPrinter.Print(d, Language.English)).ShouldBeEmpty();

    [Fact]
    public void Both_languages_show_as_many_examples() =>
        Row().Count(Page(Language.English)).ShouldBe(Row().Count(Page(Language.Japanese)));

    private static string Page(Language language) => ReferencePages.In(language).Single(page => page.Name == "language.md").Content;

    [GeneratedRegex("^\\| `(.+)` \\| `(.+)` \\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("```yaml\n(.+?)```", RegexOptions.Singleline)]
    private static partial Regex Rule();
}
