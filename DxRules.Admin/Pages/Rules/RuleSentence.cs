using System.Text.RegularExpressions;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Pages.Rules;

/// <summary>What a rule says, with the names of what it fills in: 「〔題名〕」は〔終了日〕までの予定です.</summary>
internal static partial class RuleSentence
{
    /// <summary>The sentence of its first level; the rule's title where that has none.</summary>
    public static string Of(RuleFile rule, Language language) => (rule.Message ?? rule.Levels[0].Message) is { } message ? Of(message, language) : rule.Title.In(language).Text.Text;

    public static string Of(LocalizedTemplate template, Language language) =>
        string.Concat(template.In(language).Parts.Select(part => part is LiteralPart literal ? literal.Text : Blank(((ExpressionPart)part).Expression.Text))).Trim();

    // A name is told; a formula would only disturb.
    private static string Blank(string expression) => Path().IsMatch(expression.Trim()) ? $"〔{expression.Trim()}〕" : "〔…〕";

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_.]*$")]
    private static partial Regex Path();
}
