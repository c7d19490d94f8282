using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>A text for people with expressions in braces: <c>「{題名}」は{終了日}までの予定です</c>. <c>{{</c> and <c>}}</c> stand for the braces themselves.</summary>
internal sealed record Template(EmbeddedText Text, IReadOnlyList<TemplatePart> Parts)
{
    /// <summary>The text where it holds no expression, else null.</summary>
    public string? Constant => Parts.All(part => part is LiteralPart)
        ? string.Concat(Parts.Cast<LiteralPart>().Select(part => part.Text))
        : null;
}

internal abstract record TemplatePart;

internal sealed record LiteralPart(string Text) : TemplatePart;

/// <param name="Expression">What stands between the braces, in FEEL.</param>
internal sealed record ExpressionPart(EmbeddedText Expression) : TemplatePart;

/// <summary>A template in both languages. Where a file gives only one, it stands for both, and a diagnostic says so where that is not allowed.</summary>
internal sealed record LocalizedTemplate(Template Ja, Template En)
{
    public Template In(Language language) => language == Language.Japanese ? Ja : En;
}
