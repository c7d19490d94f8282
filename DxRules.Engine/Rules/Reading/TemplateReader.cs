using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Reading;

/// <summary>Splits a text into what is printed as it stands and the expressions in braces.</summary>
internal sealed class TemplateReader
{
    private readonly EmbeddedText text;
    private readonly List<Diagnostic> diagnostics;
    private readonly List<TemplatePart> parts = [];
    private readonly StringBuilder literal = new();
    private int at;

    private TemplateReader(EmbeddedText text, List<Diagnostic> diagnostics)
    {
        this.text = text;
        this.diagnostics = diagnostics;
    }

    /// <summary>The parts of a text. Mistakes in its braces go to <paramref name="diagnostics"/>; what stands inside the braces is not looked at.</summary>
    public static Template Read(EmbeddedText text, List<Diagnostic> diagnostics) => new TemplateReader(text, diagnostics).Read();

    private Template Read()
    {
        while (at < text.Text.Length)
            ReadNext(text.Text[at]);
        CloseLiteral();
        return new Template(text, parts);
    }

    private void ReadNext(char c)
    {
        if (c is not ('{' or '}'))
        {
            if (c is '｛' or '｝')
                diagnostics.Add(RuleErrors.FullWidthBrace(text.Source, At(at, 1), c));
            literal.Append(c);
            at++;
        }
        else if (at + 1 < text.Text.Length && text.Text[at + 1] == c)
        {
            literal.Append(c);
            at += 2;
        }
        else if (c == '}')
        {
            diagnostics.Add(RuleErrors.LoneClosingBrace(text.Source, At(at, 1)));
            at++;
        }
        else
            ReadExpression();
    }

    private void ReadExpression()
    {
        var start = at + 1;
        var end = FindEnd(start);
        if (end < 0)
        {
            diagnostics.Add(RuleErrors.BraceNotClosed(text.Source, At(at, text.Text.TrimEnd().Length - at)));
            at = text.Text.Length;
            return;
        }

        var expression = text.Slice(start, end - start);
        if (string.IsNullOrWhiteSpace(expression.Text))
            diagnostics.Add(RuleErrors.EmptyBraces(text.Source, At(at, end - at + 1)));
        else
        {
            CloseLiteral();
            parts.Add(new ExpressionPart(expression));
        }
        at = end + 1;
    }

    // A brace inside a text ("}") or of a context ({a: 1}) does not end the expression.
    private int FindEnd(int start)
    {
        var depth = 0;
        var isInText = false;
        for (var i = start; i < text.Text.Length; i++)
        {
            var c = text.Text[i];
            if (isInText && c == '\\')
                i++;
            else if (c == '"')
                isInText = !isInText;
            else if (!isInText && c == '{')
                depth++;
            else if (!isInText && c == '}' && depth-- == 0)
                return i;
        }
        return -1;
    }

    private void CloseLiteral()
    {
        if (literal.Length > 0)
            parts.Add(new LiteralPart(literal.ToString()));
        literal.Clear();
    }

    private TextSpan At(int start, int length) => text.InSource(new TextSpan(start, length));
}
