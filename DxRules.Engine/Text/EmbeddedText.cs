namespace DxRules.Engine.Text;

/// <summary>
/// A text that stands inside another, such as an expression inside a rule file: its characters, and for each the place it came from,
/// so that a message about the expression points into the file.
/// </summary>
internal sealed class EmbeddedText
{
    private readonly int[] offsets;

    /// <param name="source">The file in which the text stands.</param>
    /// <param name="text">The text itself, unescaped.</param>
    /// <param name="offsets">For each UTF-16 unit of <paramref name="text"/>, and for its end, the offset in <paramref name="source"/>.</param>
    public EmbeddedText(SourceText source, string text, int[] offsets)
    {
        if (offsets.Length != text.Length + 1)
            throw new ArgumentException($"Expected {text.Length + 1} offsets, one a character and one for the end, but got {offsets.Length}.", nameof(offsets));
        Source = source;
        Text = text;
        this.offsets = offsets;
    }

    public SourceText Source { get; }

    public string Text { get; }

    /// <summary>The whole of a source as one embedded text.</summary>
    public static EmbeddedText Whole(SourceText source) =>
        new(source, source.Content, [.. Enumerable.Range(0, source.Content.Length + 1)]);

    /// <summary>Where a span of this text stands in the source.</summary>
    public TextSpan InSource(TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, Text.Length);
        var end = Math.Clamp(span.End, start, Text.Length);

        // The end is taken from the last character, not from the next one, which may stand on another line of a block.
        return end == start
            ? new TextSpan(offsets[start], 0)
            : TextSpan.FromBounds(offsets[start], offsets[end - 1] + 1);
    }

    /// <summary>A part of this text as an embedded text of its own.</summary>
    public EmbeddedText Slice(int start, int length) =>
        new(Source, Text.Substring(start, length), offsets[start..(start + length + 1)]);
}
