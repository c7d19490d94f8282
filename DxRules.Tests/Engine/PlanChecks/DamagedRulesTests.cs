using System.Text.RegularExpressions;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Examples;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.PlanChecks;

/// <summary>
/// No slip of the pen makes a rule silent: every shipped file is damaged at every word and sign, one at a time, and each time it is refused. The slips
/// that fit a word take turns from place to place.
/// Only a text that is compared with free text, such as a number of a catalogue, can be any text: that damage the rule's own examples show.
/// </summary>
public sealed partial class DamagedRulesTests
{
    private static readonly RuleFolder Shipped = RuleFolder.Load(Repository.File("rules"));

    private static readonly SourceText Parameters = new("rules/parameters.yaml", File.ReadAllText(Repository.File("rules", "parameters.yaml")));

    private static readonly Dictionary<TokenKind, string[]> Slips = new()
    {
        [TokenKind.Equal] = ["＝", "==", "", "=="],
        [TokenKind.NotEqual] = ["≠", "！＝", "<>", ""],
        [TokenKind.Less] = ["＜", "=<", ""],
        [TokenKind.LessOrEqual] = ["≦", "＜=", "=<", ""],
        [TokenKind.Greater] = ["＞", "=>", ""],
        [TokenKind.GreaterOrEqual] = ["≧", "＞=", "=>", ""],
        [TokenKind.LeftParenthesis] = ["（", ""],
        [TokenKind.RightParenthesis] = ["）", "", "))"],
        [TokenKind.Comma] = ["、", "，"],
        [TokenKind.Dot] = ["．", "。"],
        [TokenKind.And] = ["adn", "かつ", "&&"],
        [TokenKind.Or] = ["ro", "または", "||"],
        [TokenKind.Some] = ["sum", ""],
        [TokenKind.Every] = ["evry", ""],
        [TokenKind.In] = ["is", "＝"],
        [TokenKind.Satisfies] = ["satisfy", ""],
        [TokenKind.If] = ["fi", ""],
        [TokenKind.Then] = ["than", ""],
        [TokenKind.Else] = ["elsif", ""],
        [TokenKind.Null] = ["nul", "\"null\""],
        [TokenKind.Plus] = ["＋"],
        [TokenKind.Minus] = ["－"],
    };

    public static TheoryData<string> Ids => [.. Shipped.Rules.Select(rule => rule.Id.Value)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_damaged_word_or_sign_is_refused(string id)
    {
        var rule = Shipped.Rules.Single(rule => rule.Id.Value == id);
        var standing = Errors(rule.Source.Content).ToHashSet();
        var tried = 0;
        var through = new List<string>();

        foreach (var (text, isCondition) in Expressions(rule))
        {
            foreach (var token in Lexer.Read(text, strict: true, []).Where(token => token.Kind != TokenKind.End))
            {
                var place = text.InSource(token.Span);
                var slips = SlipsOf(token, text.Text[token.Start..token.End], isCondition).ToList();
                if (slips.Count == 0)
                    continue;
                var slip = slips[tried++ % slips.Count];
                var damaged = rule.Source.Content[..place.Start] + slip + rule.Source.Content[place.End..];
                var isFreeText = token.Kind == TokenKind.Text && isCondition;
                if (Errors(damaged).All(standing.Contains) && !(isFreeText && ExamplesFail(damaged)))
                    through.Add($"{text.Text}: {text.Text[token.Start..token.End]} → {slip}");
            }
        }

        through.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(3);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_misspelt_key_is_refused(string id)
    {
        var content = Shipped.Rules.Single(rule => rule.Id.Value == id).Source.Content;
        var standing = Errors(content).ToHashSet();

        foreach (Match key in Key().Matches(content[..ExamplesIn(content)]))
        {
            var end = key.Groups[1].Index + key.Groups[1].Length;
            Errors(content[..end] + "x" + content[end..]).ShouldContain(error => !standing.Contains(error), key.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_forgotten_need_is_refused(string id)
    {
        var rule = Shipped.Rules.Single(rule => rule.Id.Value == id);

        foreach (var need in rule.Needs.Where(need => !rule.Needs.Any(other => Covers(other.Text, need.Text))))
            ErrorsOf(rule with { Needs = [.. rule.Needs.Where(other => other != need)] }).ShouldNotBeEmpty(need.Text);
        ErrorsOf(rule).ShouldBeEmpty();
    }

    // A need of a member covers the way to it, and the same member reached in another way.
    private static bool Covers(string other, string need) =>
        other.StartsWith(need + ".", StringComparison.Ordinal) || other.EndsWith("." + need, StringComparison.Ordinal) || need.EndsWith("." + other, StringComparison.Ordinal);

    private static bool ExamplesFail(string content)
    {
        var folder = RuleFolder.Read("rules", [new SourceText("rules/damaged.yaml", content), Parameters]);
        var (rules, _) = RuleSet.Bind(folder, PlanSchema.Instance, new ParameterValues());
        return rules is not null && ExampleRunner.Run(new CompiledRuleSet(rules)).Any(example => example.Failures.Count > 0);
    }

    private static IEnumerable<string> SlipsOf(Token token, string written, bool isCondition) => token.Kind switch
    {
        TokenKind.Name => [written + "々", written + "x"],
        TokenKind.Number => [string.Concat(written.Select(c => (char)(c is '.' ? '．' : c + '０' - '0'))), written + "x"],
        // A plan may name any catalogue, so no reader can tell a wrong number; ControlCatalogueTests does for the shipped rules.
        TokenKind.Text when CatalogueNumber().IsMatch(written) => [written[..^1], written[1..]],
        TokenKind.Text when isCondition => [written[..^1], written[1..], "「" + written[1..^1] + "」", written[..^1] + "ん" + written[^1]],
        TokenKind.Text => [written[..^1], "「" + written[1..^1] + "」"],
        _ => Slips.GetValueOrDefault(token.Kind, []),
    };

    // Without its examples, which are more than half of a file and stay as they are.
    private static IEnumerable<string> Errors(string content)
    {
        var folder = RuleFolder.Read("rules", [new SourceText("rules/damaged.yaml", content[..ExamplesIn(content)])]);
        return folder.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code + d.Message.En)
            .Concat(folder.Rules.SelectMany(ErrorsOf));
    }

    private static int ExamplesIn(string content) => content.IndexOf("\nexamples:", StringComparison.Ordinal) + 1;

    private static IEnumerable<string> ErrorsOf(RuleFile rule)
    {
        var diagnostics = new List<Diagnostic>();
        RuleBinder.Bind(rule, PlanSchema.Instance, Shipped.Groups, new ParameterValues(), Limits.Default, diagnostics);
        return diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code + d.Message.En);
    }

    private static IEnumerable<(EmbeddedText Text, bool IsCondition)> Expressions(RuleFile rule)
    {
        var conditions = new[] { rule.Where, rule.When }.Concat(rule.Levels.Select(level => level.When)).OfType<EmbeddedText>();
        var others = rule.Needs.Concat(rule.MissingIsFinding).Concat(rule.Evidence).Concat(rule.Lets.Select(let => let.Is).OfType<EmbeddedText>())
            .Concat(rule.FoldUnder.Select(cause => cause.At).OfType<EmbeddedText>())
            .Concat(Texts(rule).SelectMany(text => new[] { text.Ja, text.En }).SelectMany(text => text.Parts).OfType<ExpressionPart>().Select(part => part.Expression));
        return conditions.Select(text => (text, true)).Concat(others.Select(text => (text, false)));
    }

    private static IEnumerable<LocalizedTemplate> Texts(RuleFile rule) =>
        new[] { rule.Title, rule.Message, rule.Clears }
            .Concat(rule.Levels.SelectMany(level => new[] { level.Title, level.Message, level.Clears }))
            .OfType<LocalizedTemplate>();

    [GeneratedRegex("^\"C[0-9]+\"$")]
    private static partial Regex CatalogueNumber();

    [GeneratedRegex(@"^[ -]*([\p{L}][\p{L}\p{Nd}]*):", RegexOptions.Multiline)]
    private static partial Regex Key();
}
