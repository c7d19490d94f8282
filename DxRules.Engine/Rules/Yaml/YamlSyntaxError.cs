using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Yaml;

/// <summary>
/// Says in words of this field why a text is no YAML. The parser's own reasons speak of tokens and block mappings; what people do is
/// to forget quotes, so the line is looked at for that first.
/// </summary>
internal static class YamlSyntaxError
{
    /// <param name="start">Where the piece began in which the parser gave up.</param>
    /// <param name="end">Where it gave up.</param>
    public static Diagnostic Explain(SourceText source, int start, int end)
    {
        if (Tab(source, start) is { } tab)
            return RuleErrors.Tab(source, tab);
        if (LeftOpen(source, source.PositionOf(end).Line) is { } earlier)
            return earlier;
        foreach (var place in new[] { start, end })
        {
            if (Trap(source, source.PositionOf(place).Line, place) is { } trap)
                return trap;
        }
        var span = new TextSpan(Math.Clamp(start, 0, Math.Max(0, source.Content.Length - 1)), 1);
        return RuleErrors.NotYaml(source, span, IndentationReason(source, source.PositionOf(end).Line));
    }

    /// <summary>What is odd about the indentation of a line beside the one before it; null where nothing is.</summary>
    private static LocalizedText? IndentationReason(SourceText source, int line)
    {
        var before = line - 1;
        while (before > 0 && source.Line(before).Trim(' ') is "" or ['#', ..])
            before--;
        if (before < 1)
            return null;
        var (above, text) = (source.Line(before), source.Line(line));
        var (outer, inner) = (Indentation(above), Indentation(text));
        if (inner > outer && ValueStart(above) is var at && at >= 0 && at < above.Length)
            return new(
                $"{line}行目は行頭の空白が{inner}個で、{before}行目（{outer}個）より深くなっています。同じ段なら空白の数をそろえてください。{before}行目の字下げも確かめてください。",
                $"line {line} is indented by {inner}, line {before} by {outer}. Indent both alike if they are of one level; line {before} may be the one to mend.");
        var isAmongItems = inner <= outer && !text.TrimStart(' ').StartsWith("- ", StringComparison.Ordinal) && IsItemAt(source, before, inner);
        return isAmongItems
            ? new($"{line}行目は、「- 」で始まる行と同じ深さにあります。その項目の中なら空白を2個増やし、一覧の外なら減らしてください。",
                $"line {line} stands as deep as lines that begin with '- '. Indent it by two more spaces if it belongs to that item, or less if the list has ended.")
            : null;
    }

    // Whether the nearest line above that is no deeper begins an item of a list.
    private static bool IsItemAt(SourceText source, int line, int indentation)
    {
        for (; line > 0; line--)
        {
            var text = source.Line(line);
            if (text.Trim(' ').Length > 0 && Indentation(text) <= indentation)
                return Indentation(text) == indentation && text.TrimStart(' ').StartsWith("- ", StringComparison.Ordinal);
        }
        return false;
    }

    // The parser reports a tab at the beginning of the block it breaks, so it is searched for from there.
    private static TextSpan? Tab(SourceText source, int start)
    {
        var lineStart = source.OffsetOf(source.PositionOf(start).Line, 1);
        var isIndentation = true;
        for (var i = lineStart; i < source.Content.Length && i < lineStart + 2000; i++)
        {
            var c = source.Content[i];
            if (c == '\t' && isIndentation)
                return new TextSpan(i, 1);
            isIndentation = c == '\n' || (isIndentation && c == ' ');
        }
        return null;
    }

    // A quote or bracket that is never closed swallows the lines after it, and the parser gives up at some innocent line further down.
    // So does a full-width space, which is no indentation to YAML but a letter.
    private static Diagnostic? LeftOpen(SourceText source, int lastLine)
    {
        for (var line = 1; line <= lastLine; line++)
        {
            var (text, lineStart) = (source.Line(line), source.OffsetOf(line, 1));
            if (text.TrimStart(' ').StartsWith('\u3000'))
                return RuleErrors.FullWidthSpace(source, new TextSpan(lineStart + text.IndexOf('\u3000', StringComparison.Ordinal), 1));
            if (ValueStart(text) is var at && (at < 0 || at >= text.Length) || line == source.LineCount || !IsNewEntry(source.Line(line + 1), Indentation(text)))
                continue;
            if (OpenPlace(text, at) is { } open)
                return text[open] is '"' or '\''
                    ? RuleErrors.QuoteNotClosed(source, TextSpan.FromBounds(lineStart + open, lineStart + text.TrimEnd().Length), text[open])
                    : RuleErrors.BracketNotClosed(source, new TextSpan(lineStart + open, 1), text[open]);
        }
        return null;
    }

    // Where, in a value that begins with a quote or bracket, the first of them stands that is not closed on the line.
    private static int? OpenPlace(string text, int at)
    {
        var open = new Stack<int>();
        if (text[at] is not ('"' or '\'' or '{' or '['))
            return null;
        for (var i = at; i < text.Length; i++)
        {
            if (text[i] is '{' or '[')
                open.Push(i);
            else if (text[i] is '}' or ']' && open.Count > 0)
                open.Pop();
            else if (text[i] is '"' or '\'' && (i == at || text[i - 1] is ' ' or '[' or '{'))
            {
                var close = ClosingQuote(text, i);
                if (close < 0)
                    return i;
                i = close;
            }
            else if (text[i] == '#' && text[i - 1] == ' ')
                break;
        }
        return open.Count > 0 ? open.Last() : null;
    }

    private static int ClosingQuote(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[start] == '"' && text[i] == '\\')
                i++;
            else if (text[i] == text[start] && !(text[start] == '\'' && i + 1 < text.Length && text[i + 1] == '\''))
                return i;
            else if (text[i] == text[start])
                i++;
        }
        return -1;
    }

    // A line at the same depth or further out that begins an entry of its own: what was open before it should have been closed.
    private static bool IsNewEntry(string next, int indentation) => next.Length > 0 && Indentation(next) <= indentation && (ValueStart(next) >= 0 || next.TrimEnd().EndsWith(':'));

    private static int Indentation(string text) => text.Length - text.TrimStart(' ').Length;

    private static Diagnostic? Trap(SourceText source, int line, int place)
    {
        var text = source.Line(line);
        var lineStart = source.OffsetOf(line, 1);
        var valueAt = ValueStart(text);
        if (valueAt < 0 || valueAt >= text.Length)
            return FullWidthColon(source, text, lineStart);
        var value = text[valueAt..].TrimEnd();
        var span = new TextSpan(lineStart + valueAt, value.Length);
        return FirstCharacterTrap(source, span, value, place) ?? ColonTrap(source, span, value);
    }

    private static Diagnostic? FirstCharacterTrap(SourceText source, TextSpan span, string value, int place) => value[0] switch
    {
        '"' or '\'' when !ClosesAtItsEnd(value) => HasClosing(value)
            ? RuleErrors.TextAfterQuote(source, span, value[0])
            : RuleErrors.QuoteNotClosed(source, span, value[0]),
        '{' or '[' when value[^1] is not ('}' or ']') && HasClosing(value) => RuleErrors.MustBeQuoted(source, span, value[0]),
        '{' or '[' => RuleErrors.InsideBraces(source, new TextSpan(Math.Clamp(place, span.Start, span.End - 1), 1)),
        '@' or '`' or '%' or '*' or '&' or '!' or '|' or '>' or ',' or ']' or '}' => RuleErrors.MustBeQuoted(source, span, value[0]),
        _ => null,
    };

    private static Diagnostic? ColonTrap(SourceText source, TextSpan span, string value)
    {
        var colon = value.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? null : RuleErrors.ColonInText(source, new TextSpan(span.Start + colon, 1));
    }

    // id：SCH-02 is no entry, and id:SCH-02 is none either.
    private static Diagnostic? FullWidthColon(SourceText source, string text, int lineStart)
    {
        var colon = text.IndexOf('：', StringComparison.Ordinal);
        if (colon < 0)
            colon = text.IndexOf(':', StringComparison.Ordinal);
        var isAfterAKey = colon > 0 && colon < text.Length - 1 && text[..colon].Trim().All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
        return isAfterAKey ? RuleErrors.KeyWithoutColon(source, new TextSpan(lineStart + colon, 1)) : null;
    }

    // After "- " and "key: "; -1 where the line has no value of its own.
    private static int ValueStart(string text)
    {
        var at = 0;
        while (at < text.Length && (text[at] == ' ' || (text[at] == '-' && at + 1 < text.Length && text[at + 1] == ' ')))
            at++;
        var key = at;
        while (key < text.Length && (char.IsLetterOrDigit(text[key]) || text[key] is '-' or '_' or '.'))
            key++;
        if (key > at && key < text.Length && text[key] == ':' && (key + 1 == text.Length || text[key + 1] == ' '))
        {
            at = key + 1;
            while (at < text.Length && text[at] == ' ')
                at++;
            return at;
        }
        return text.TrimStart(' ').StartsWith("- ", StringComparison.Ordinal) ? at : -1;
    }

    private static bool HasClosing(string value) =>
        value.IndexOf(value[0] switch { '{' => '}', '[' => ']', var quote => quote }, 1) > 0;

    private static bool ClosesAtItsEnd(string value) => value.Length > 1 && value[^1] == value[0] && value.IndexOf(value[0], 1) == value.Length - 1;
}
