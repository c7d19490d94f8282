namespace DxRules.Engine.Text;

/// <summary>A text a person wrote (a rule file, a plan file, an expression) and the name it goes by in messages.</summary>
public sealed class SourceText
{
    private readonly Lazy<int[]> lineStarts;

    /// <param name="name">How messages name the source, usually the path as the person gave it.</param>
    /// <param name="content">The whole text.</param>
    public SourceText(string name, string content)
    {
        Name = name;
        Content = content;
        lineStarts = new(() => FindLineStarts(content));
    }

    public string Name { get; }

    public string Content { get; }

    public int LineCount => lineStarts.Value.Length;

    /// <summary>Line and column of an offset, both counted from 1; an offset outside the text counts as the nearest end.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Content.Length);
        var starts = lineStarts.Value;
        var line = Array.BinarySearch(starts, offset);
        if (line < 0)
            line = ~line - 1;
        return (line + 1, offset - starts[line] + 1);
    }

    /// <summary>The offset of a line and column counted from 1, held inside the text.</summary>
    public int OffsetOf(int line, int column)
    {
        var start = lineStarts.Value[Math.Clamp(line - 1, 0, LineCount - 1)];
        return Math.Clamp(start + column - 1, 0, Content.Length);
    }

    /// <summary>The line counted from 1, without its line break.</summary>
    public string Line(int line)
    {
        var start = lineStarts.Value[line - 1];
        var end = line < LineCount ? lineStarts.Value[line] : Content.Length;
        return Content[start..end].TrimEnd('\r', '\n');
    }

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n')
                starts.Add(i + 1);
        }
        return [.. starts];
    }
}

/// <summary>A part of a source text: where it begins and how many UTF-16 units it takes.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Union(TextSpan other) => FromBounds(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
