using System.Text.RegularExpressions;
using DxRules.Admin.Localization;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Pages.Rules;

/// <summary>What a rule says, with the names of what it fills in, in brackets.</summary>
internal static partial class RuleSentence
{
    /// <summary>The sentence of its first level; the rule's title where that has none.</summary>
    public static string Of(RuleFile rule, Texts texts) => (rule.Message ?? rule.Levels[0].Message) is { } message ? Of(message, texts) : rule.Title.In(texts.Language).Text.Text;

    public static string Of(LocalizedTemplate template, Texts texts) =>
        string.Concat(template.In(texts.Language).Parts.Select(part => part is LiteralPart literal ? literal.Text : Blank(((ExpressionPart)part).Expression.Text.Trim(), texts))).Trim();

    // A name is told; a formula would only disturb.
    private static string Blank(string expression, Texts texts) => texts["rules.blank", Path().IsMatch(expression) ? expression : "…"];

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_.]*$")]
    private static partial Regex Path();
}
