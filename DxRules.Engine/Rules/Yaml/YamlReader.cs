using DxRules.Engine.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DxRules.Engine.Rules.Yaml;

/// <summary>Reads one YAML document into nodes that know their place.</summary>
/// <remarks>Anchors, aliases and tags are refused: no rule needs them, and they are what makes YAML dangerous to read.</remarks>
internal sealed class YamlReader
{
    private readonly SourceText source;
    private readonly List<Diagnostic> diagnostics;
    private readonly IParser events;
    private readonly int deepest;
    private int lastRead;
    private Diagnostic? refusal;

    private YamlReader(SourceText source, List<Diagnostic> diagnostics, int deepest)
    {
        this.deepest = deepest;
        this.source = source;
        this.diagnostics = diagnostics;
        events = new Parser(new Scanner(new StringReader(source.Content)));
    }

    /// <summary>The document's root, or null where the text is no YAML; then exactly one diagnostic says why.</summary>
    public static YamlNode? Read(SourceText source, List<Diagnostic> diagnostics, Limits? limits = null)
    {
        var reader = new YamlReader(source, diagnostics, (limits ?? Limits.Default).RuleFileDepth);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException error)
        {
            diagnostics.Add(reader.refusal ?? YamlSyntaxError.Explain(source, (int)error.Start.Index, (int)error.End.Index));
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // YamlDotNet's scanner throws these at some texts that are no YAML (an unclosed [ followed by a colon).
            diagnostics.Add(YamlSyntaxError.Explain(source, reader.lastRead, reader.lastRead));
        }
        return null;
    }

    private YamlNode? ReadDocument()
    {
        Next();
        Next();
        if (events.Current is not DocumentStart)
        {
            diagnostics.Add(RuleErrors.EmptyFile(source));
            return null;
        }
        Next();
        var root = ReadNode(0);
        Next();
        if (events.Current is DocumentStart another)
            diagnostics.Add(RuleErrors.SecondDocument(source, At(another.Start)));
        return root;
    }

    private ParsingEvent Next()
    {
        if (!events.MoveNext() || events.Current is null)
            throw new InvalidOperationException("The YAML parser ended before its document did.");
        lastRead = (int)events.Current.End.Index;
        return events.Current;
    }

    // Stands on the first event of a node and leaves the reader on the event after it.
    private YamlNode ReadNode(int depth)
    {
        var first = events.Current!;
        if (first is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            throw Refuse(first, RuleErrors.AnchorOrTag(source, At(first.Start)));
        if (depth > deepest)
            throw Refuse(first, RuleErrors.NestedTooDeep(source, At(first.Start), deepest));
        return first switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart => ReadList(first, depth),
            MappingStart => ReadMapping(first, depth),
            _ => throw Refuse(first, RuleErrors.AnchorOrTag(source, At(first.Start))),
        };
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        var span = TextSpan.FromBounds((int)scalar.Start.Index, (int)scalar.End.Index);
        var style = scalar.Style switch
        {
            YamlDotNet.Core.ScalarStyle.SingleQuoted => ScalarStyle.SingleQuoted,
            YamlDotNet.Core.ScalarStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
            YamlDotNet.Core.ScalarStyle.Literal or YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Block,
            _ => ScalarStyle.Plain,
        };
        var text = ScalarText.Locate(source, scalar.Value, span, style);
        if (style == ScalarStyle.Block)
            span = text.InSource(new TextSpan(0, scalar.Value.TrimEnd().Length));
        Next();
        return new YamlScalar(span, text, style);
    }

    // What is refused ends the reading, as a syntax error does: the rest would only be misunderstood.
    private YamlException Refuse(ParsingEvent found, Diagnostic why)
    {
        refusal = why;
        return new YamlException(found.Start, found.End, why.Message.En);
    }

    private YamlList ReadList(ParsingEvent first, int depth)
    {
        var items = new List<YamlNode>();
        Next();
        while (events.Current is not SequenceEnd)
            items.Add(ReadNode(depth + 1));
        var span = Around(first, items.LastOrDefault());
        Next();
        return new YamlList(span, items);
    }

    private YamlMapping ReadMapping(ParsingEvent first, int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        Next();
        while (events.Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not YamlScalar name)
                diagnostics.Add(RuleErrors.KeyIsNoText(source, key.Span));
            else if (seen.TryGetValue(name.Value, out var earlier))
                diagnostics.Add(RuleErrors.DuplicateKey(source, name.Span, name.Value, source.PositionOf(earlier.Span.Start).Line));
            else
            {
                seen.Add(name.Value, name);
                entries.Add(new YamlEntry(name, value));
            }
        }
        var span = Around(first, entries.LastOrDefault()?.Value);
        Next();
        return new YamlMapping(span, entries);
    }

    // Inside braces the end is known; outside them a collection ends with what it holds.
    private TextSpan Around(ParsingEvent first, YamlNode? last)
    {
        var isFlow = first is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };
        var end = isFlow ? (int)events.Current!.Start.Index + 1 : last?.Span.End ?? 0;
        return TextSpan.FromBounds((int)first.Start.Index, Math.Clamp(end, (int)first.Start.Index + 1, source.Content.Length));
    }

    private static TextSpan At(Mark mark) => new((int)mark.Index, 1);
}
