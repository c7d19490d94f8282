using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Rules;

public class ShippedRuleFilesTests
{
    private static readonly RuleFolder Shipped = RuleFolder.Load(Repository.File("rules"));

    [Fact]
    public void The_shipped_rules_are_read_without_a_diagnostic()
    {
        Shipped.Diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.English)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_has_an_example_for_each_of_its_levels()
    {
        foreach (var rule in Shipped.Rules)
        {
            var expected = rule.Examples.Select(example => example.Expect.Value).ToHashSet();
            foreach (var level in rule.Levels)
                expected.ShouldContain((Expectation)level.Severity.Value, rule.Id.Value);
            expected.ShouldContain(Expectation.Quiet, rule.Id.Value);
        }
    }

    [Fact]
    public void Every_rule_with_a_condition_who_it_is_for_shows_who_it_is_not_for()
    {
        foreach (var rule in Shipped.Rules.Where(rule => rule.Where is not null))
            rule.Examples.ShouldContain(example => example.Expect.Value == Expectation.NotApplicable, rule.Id.Value);
    }

    [Fact]
    public void Every_undetermined_example_says_what_is_missing()
    {
        foreach (var rule in Shipped.Rules)
        {
            foreach (var example in rule.Examples.Where(example => example.Expect.Value == Expectation.Undetermined))
                example.Missing.ShouldNotBeNull($"{rule.Id.Value}: {example.Name.Value}").ShouldNotBeEmpty();
        }
    }

    // An official reads the name and trusts it.
    [Theory]
    [InlineData("重大", Expectation.Critical)]
    [InlineData("警告", Expectation.Warning)]
    [InlineData("注意", Expectation.Notice)]
    [InlineData("情報", Expectation.Info)]
    [InlineData("対象外", Expectation.NotApplicable)]
    [InlineData("判定不能", Expectation.Undetermined)]
    public void An_example_whose_name_ends_with_an_outcome_expects_it(string word, object outcome)
    {
        foreach (var example in Shipped.Rules.SelectMany(rule => rule.Examples).Where(example => example.Name.Value.EndsWith(word, StringComparison.Ordinal)))
            example.Expect.Value.ShouldBe((Expectation)outcome, example.Name.Value);
    }

    [Fact]
    public void Every_group_and_scale_has_texts_in_both_languages()
    {
        Shipped.Groups.ShouldNotBeEmpty();
        Shipped.Groups.SelectMany(group => group.Members).ShouldAllBe(member => member.Help != null);
        Shipped.Scales.Single(scale => scale.Id.Value == "standard").Grades.Select(grade => grade.Label.Ja).ShouldBe(["順調", "概ね順調", "やや遅れ", "遅れ", "評価できない"]);
    }

    [Fact]
    public void The_scales_of_four_cities_name_their_sources_and_mark_what_they_do_not_say()
    {
        var ofCities = Shipped.Scales.Where(scale => scale.Id.Value != "standard").ToList();

        ofCities.Select(scale => scale.Id.Value).ShouldBe(["akiruno", "fukuoka", "fukuoka-indicators", "hamamatsu", "ino"], ignoreOrder: true);
        ofCities.ShouldAllBe(scale => scale.Sources.Count > 0 && scale.Source.Content.Contains("本規則集の読み"));
    }

    [Fact]
    public void Every_expression_and_every_brace_holds_FEEL()
    {
        var errors = Shipped.Rules.SelectMany(Expressions).SelectMany(text => Parser.Parse(text, ParserOptions.Rule).Diagnostics);

        errors.Select(d => DiagnosticPrinter.Print(d, Language.English)).ShouldBeEmpty();
    }

    // Words of FEEL and of the schema have an English and a Japanese name; a text should use those of its own language.
    [Fact]
    public void English_texts_speak_English_to_the_engine_too()
    {
        foreach (var part in Shipped.Rules.SelectMany(Texts).SelectMany(text => text.En.Parts).OfType<ExpressionPart>())
            part.Expression.Text.ShouldAllBe(c => c < 128, part.Expression.Text);
    }

    private static IEnumerable<EmbeddedText> Expressions(RuleFile rule) =>
        new[] { rule.Where, rule.When }.OfType<EmbeddedText>()
            .Concat(rule.Needs).Concat(rule.MissingIsFinding).Concat(rule.Evidence)
            .Concat(rule.Lets.Select(let => let.Is).OfType<EmbeddedText>())
            .Concat(rule.Levels.Select(level => level.When).OfType<EmbeddedText>())
            .Concat(rule.FoldUnder.Select(cause => cause.At).OfType<EmbeddedText>())
            .Concat(Texts(rule).SelectMany(text => new[] { text.Ja, text.En }).SelectMany(text => text.Parts).OfType<ExpressionPart>().Select(part => part.Expression));

    private static IEnumerable<LocalizedTemplate> Texts(RuleFile rule) =>
        new[] { rule.Title, rule.Message, rule.Clears }
            .Concat(rule.Levels.SelectMany(level => new[] { level.Title, level.Message, level.Clears }))
            .OfType<LocalizedTemplate>();
}
