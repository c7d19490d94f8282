using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Syntax;

/// <summary>
/// Cuts an expression into tokens. Signs that mean nothing in FEEL but are written by hand (full-width ones, <c>==</c>, <c>&amp;&amp;</c>, ≧)
/// are told as errors and then read as what they mean, so that nothing else is told because of them.
/// </summary>
internal sealed partial class Lexer
{
    private readonly EmbeddedText text;
    private readonly string source;
    private readonly bool strict;
    private readonly List<Diagnostic> diagnostics;
    private readonly List<Token> tokens = [];
    private int position;

    /// <summary>The run of full-width characters that is not told yet; told as one where they touch.</summary>
    private TextSpan fullWidth;

    private Lexer(EmbeddedText text, bool strict, List<Diagnostic> diagnostics)
    {
        this.text = text;
        source = text.Text;
        this.strict = strict;
        this.diagnostics = diagnostics;
    }

    /// <summary>All tokens, the last of which is the end, standing behind the last character that is neither space nor comment.</summary>
    public static IReadOnlyList<Token> Read(EmbeddedText text, bool strict, List<Diagnostic> diagnostics) =>
        new Lexer(text, strict, diagnostics).ReadAll();

    /// <summary>The words and signs of a name, as the lexer cuts them.</summary>
    public static string[] WordsOf(string name)
    {
        var text = EmbeddedText.Whole(new SourceText("", name));
        return [.. Read(text, false, []).SkipLast(1).Select(token => token.Text)];
    }

    /// <summary>Whether a text stands for itself as a name that an expression introduces, as in <c>{ total sum: 1 }</c>.</summary>
    public static bool IsName(string text)
    {
        var errors = new List<Diagnostic>();
        var tokens = Read(EmbeddedText.Whole(new SourceText("", text)), strict: true, errors);
        var words = tokens.SkipLast(1).ToArray();
        return errors.Count == 0 && tokens[0].Kind.IsWord() && words.All(word => word.Kind.ContinuesName()) && NameOf(words) == text;
    }

    /// <summary>The name that tokens make together: one space where white space stands between them.</summary>
    public static string NameOf(IReadOnlyList<Token> words) =>
        string.Concat(words.Select((word, i) => i > 0 && word.SpaceBefore ? " " + word.Text : word.Text));

    private List<Token> ReadAll()
    {
        while (true)
        {
            var spaceBefore = SkipSpace();
            if (position >= source.Length)
                break;
            var start = position;
            var (kind, word) = ReadToken();
            if (kind != TokenKind.Text)
                NoteFullWidth(start);
            tokens.Add(new Token(kind, start, position, word, spaceBefore));
        }
        TellFullWidth();
        var end = tokens.Count > 0 ? tokens[^1].End : 0;
        tokens.Add(new Token(TokenKind.End, end, end, "", true));
        return tokens;
    }

    /// <summary>The character at an offset as it counts; NUL behind the end.</summary>
    private char At(int offset)
    {
        var c = offset < source.Length ? source[offset] : '\0';
        return strict ? FullWidth.HalfWidthOf(c) : c;
    }

    private bool SkipSpace()
    {
        var start = position;
        while (position < source.Length)
        {
            var before = position;
            if (NameCharacters.IsSpace(source[position]))
                SkipBlanks();
            else if (At(position) == '/' && At(position + 1) is '/' or '*')
                SkipComment();
            if (position == before)
                break;
        }
        return position > start;
    }

    private void SkipBlanks()
    {
        var start = position;
        while (position < source.Length && NameCharacters.IsSpace(source[position]))
            position++;
        NoteFullWidth(start);
    }

    private void SkipComment()
    {
        var start = position;
        if (At(position + 1) == '/')
        {
            while (position < source.Length && !NameCharacters.IsLineEnd(source[position]))
                position++;
            return;
        }

        var end = source.IndexOf("*/", position + 2, StringComparison.Ordinal);
        position = end < 0 ? source.Length : end + 2;
        if (end < 0)
            diagnostics.Add(SyntaxErrors.CommentNotClosed(new Place(text, new TextSpan(start, 2))));
    }

    private (TokenKind Kind, string Word) ReadToken()
    {
        var c = At(position);
        if (char.IsAsciiDigit(c) || c == '.' && char.IsAsciiDigit(At(position + 1)))
            return ReadNumber();
        if (c == '"' || OpensText(source[position]))
            return ReadText();
        var rune = RuneAt(position);
        return NameCharacters.IsStart(rune) && !EndsWord(position) ? ReadWord() : ReadSign(c);
    }

    private int RuneAt(int offset)
    {
        var c = At(offset);
        return char.IsHighSurrogate(c) && offset + 1 < source.Length && char.IsLowSurrogate(source[offset + 1])
            ? char.ConvertToUtf32(c, source[offset + 1])
            : c;
    }

    private (TokenKind Kind, string Word) ReadWord()
    {
        var word = new StringBuilder();
        while (position < source.Length && RuneAt(position) is var rune && NameCharacters.IsPart(rune) && !EndsWord(position))
        {
            word.Append(At(position++));
            if (rune > char.MaxValue)
                word.Append(source[position++]);
        }
        var name = NameCharacters.Normalized(word.ToString());
        return (TokenKinds.OfWord(name), name);
    }

    private (TokenKind Kind, string Word) ReadNumber()
    {
        var start = position;
        SkipDigits();
        if (At(position) == '.' && char.IsAsciiDigit(At(position + 1)))
        {
            position++;
            SkipDigits();
        }
        if (At(position) is 'e' or 'E' && HasExponent())
        {
            position += At(position + 1) is '+' or '-' ? 2 : 1;
            SkipDigits();
        }
        return (TokenKind.Number, strict ? FullWidth.HalfWidthOf(source[start..position]) : source[start..position]);
    }

    private bool EndsWord(int offset) => OpensText(source[offset]) || strict && FullWidth.IsPunctuation(source[offset]);

    private bool HasExponent() =>
        char.IsAsciiDigit(At(position + 1)) || At(position + 1) is '+' or '-' && char.IsAsciiDigit(At(position + 2));

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(At(position)))
            position++;
    }

    private void NoteFullWidth(int start)
    {
        if (!strict)
            return;
        for (var i = start; i < position; i++)
        {
            if (!FullWidth.Is(source[i]))
                continue;
            if (fullWidth.Length > 0 && fullWidth.End == i)
            {
                fullWidth = fullWidth with { Length = fullWidth.Length + 1 };
                continue;
            }
            TellFullWidth();
            fullWidth = new TextSpan(i, 1);
        }
    }

    private void TellFullWidth()
    {
        if (fullWidth.Length > 0)
            diagnostics.Add(SyntaxErrors.FullWidthCharacters(new Place(text, fullWidth), source.Substring(fullWidth.Start, fullWidth.Length)));
    }
}
