using System.Globalization;
using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Syntax;

internal sealed partial class Lexer
{
    private const string DoubleQuotes = "\"＂“”„‟";
    private const string SingleQuotes = "'＇‘’‚‛";

    /// <summary>Whether a text begins here that is not written in half-width double quotes.</summary>
    private bool OpensText(char c) => c switch
    {
        '＂' => strict,
        '「' => strict,
        '“' or '”' or '„' or '‟' => true,
        // An apostrophe that touches a word is a part of a name: the driver's age.
        '＇' => strict,
        '‘' or '’' => true,
        '\'' => !TouchesWord(),
        _ => false,
    };

    private bool TouchesWord() => position > 0 && tokens is [.., var last] && last.End == position && last.Kind.ContinuesName();

    private int ClosingQuote(char open)
    {
        var closers = open == '「' ? "」" : SingleQuotes.Contains(open) ? SingleQuotes : DoubleQuotes;
        for (var i = position + 1; i < source.Length && !NameCharacters.IsLineEnd(source[i]); i++)
        {
            if (closers.Contains(source[i]))
                return i;
        }
        return -1;
    }

    private (TokenKind Kind, string Word) ReadText()
    {
        var open = source[position];
        return open == '"' ? (TokenKind.Text, ReadQuoted()) : (TokenKind.Text, ReadWronglyQuoted(open));
    }

    private string ReadWronglyQuoted(char open)
    {
        var start = position;
        var close = ClosingQuote(open);
        if (close < 0)
        {
            TellNotClosed(start);
            return source[(start + 1)..position];
        }
        position = close + 1;
        diagnostics.Add(SyntaxErrors.WrongQuotes(new Place(text, TextSpan.FromBounds(start, position)), open, source[close]));
        return source[(start + 1)..close];
    }

    private string ReadQuoted()
    {
        var start = position++;
        var content = new StringBuilder();
        while (position < source.Length && !NameCharacters.IsLineEnd(source[position]))
        {
            var c = source[position];
            if (c == '"')
            {
                position++;
                return content.ToString();
            }
            if (c == '\\')
                ReadEscape(content);
            else
            {
                content.Append(c);
                position++;
            }
        }
        TellNotClosed(start);
        return content.ToString();
    }

    private void TellNotClosed(int start)
    {
        var lineEnd = LineEnd(start);
        var other = source.AsSpan(start + 1, lineEnd - start - 1).IndexOfAny("＂”“");
        var end = other >= 0 ? start + other + 2 : lineEnd;
        diagnostics.Add(SyntaxErrors.TextNotClosed(new Place(text, TextSpan.FromBounds(start, end)), other >= 0));

        // Where the text was to end is unknown, so that nothing can be said of what follows.
        position = other >= 0 ? end : source.Length;
    }

    private int LineEnd(int start)
    {
        while (start < source.Length && !NameCharacters.IsLineEnd(source[start]))
            start++;
        return start;
    }

    private void ReadEscape(StringBuilder content)
    {
        var c = position + 1 < source.Length ? source[position + 1] : '\0';
        if (c is 'u' or 'U')
        {
            ReadCodePoint(content, c == 'u' ? 4 : 6);
            return;
        }

        var plain = c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', '"' or '\'' or '\\' => c, _ => '\0' };
        if (plain != '\0')
        {
            content.Append(plain);
            position += 2;
            return;
        }

        // Every other backslash stays what it is, as in the regular expression "\d+".
        content.Append('\\');
        position++;
    }

    private void ReadCodePoint(StringBuilder content, int digits)
    {
        var start = position + 2;
        var length = 0;
        while (length < digits && start + length < source.Length && char.IsAsciiHexDigit(source[start + length]))
            length++;
        position = start + length;
        var code = length == digits ? int.Parse(source.AsSpan(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : -1;

        // A surrogate pair may be written as two escapes, so that each half stands for itself.
        if (code is >= 0 and <= char.MaxValue)
            content.Append((char)code);
        else if (code is > char.MaxValue and <= 0x10FFFF)
            content.Append(char.ConvertFromUtf32(code));
        else
            diagnostics.Add(SyntaxErrors.UnknownEscape(new Place(text, TextSpan.FromBounds(start - 2, position)), source[(start - 2)..position]));
    }
}
