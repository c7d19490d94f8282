using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Yaml;

/// <summary>Finds, for each character of a YAML scalar's value, the place in the file it came from.</summary>
/// <remarks>
/// YAML changes a text only by escapes, doubled quotes and white space (folded lines, indentation). So value and file are walked side by side:
/// other characters must agree one to one, and runs of white space stand for each other.
/// </remarks>
internal sealed class ScalarText
{
    private readonly SourceText source;
    private readonly string value;
    private readonly int end;
    private readonly ScalarStyle style;
    private readonly int[] offsets;
    private int at;
    private int done;

    private ScalarText(SourceText source, string value, TextSpan span, ScalarStyle style)
    {
        this.source = source;
        this.value = value;
        this.style = style;
        at = span.Start;
        end = span.End;
        offsets = new int[value.Length + 1];
    }

    /// <param name="span">The scalar as it stands in the file, with its quotes or block header.</param>
    public static EmbeddedText Locate(SourceText source, string value, TextSpan span, ScalarStyle style) =>
        new ScalarText(source, value, span, style).Locate();

    private EmbeddedText Locate()
    {
        SkipOpening();
        while (done < value.Length)
        {
            if (TakeEscape())
                continue;
            if (IsSpace(value[done]))
                TakeSpaces();
            else
                TakeCharacter();
        }
        offsets[done] = done == 0 ? at : offsets[done - 1] + 1;
        return new EmbeddedText(source, value, offsets);
    }

    private void SkipOpening()
    {
        if (style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted)
            at++;
        if (style != ScalarStyle.Block)
            return;
        while (at < end && source.Content[at] is not ('\n' or '\r'))
            at++;
        if (at < end && source.Content[at] == '\r')
            at++;
        if (at < end)
            at++;
    }

    private bool TakeEscape()
    {
        if (style != ScalarStyle.DoubleQuoted || at >= end || source.Content[at] != '\\' || at + 1 >= end)
            return false;
        var kind = source.Content[at + 1];
        if (kind is '\n' or '\r')
        {
            // A backslash at the end of a line joins it with the next.
            at++;
            SkipSpaces();
            return true;
        }

        var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        var produced = char.IsHighSurrogate(value[done]) && kind == 'U' ? 2 : 1;
        for (var i = 0; i < produced && done < value.Length; i++)
            offsets[done++] = at;
        at += 2 + digits;
        return true;
    }

    private void TakeSpaces()
    {
        var from = at;
        SkipSpaces();
        for (var place = from; done < value.Length && IsSpace(value[done]); place++)
        {
            // The spaces of an escape (\n, \t) are not part of this run.
            if (place >= at && style == ScalarStyle.DoubleQuoted && at < end && source.Content[at] == '\\')
                return;
            offsets[done++] = Math.Clamp(place, from, Math.Max(from, at - 1));
        }
    }

    private void TakeCharacter()
    {
        SkipSpaces();
        offsets[done] = Math.Min(at, end);
        var isDoubledQuote = style == ScalarStyle.SingleQuoted && value[done] == '\'';
        at = Math.Min(end, at + (isDoubledQuote ? 2 : 1));
        done++;
    }

    private void SkipSpaces()
    {
        while (at < end && IsSpace(source.Content[at]))
            at++;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
}
