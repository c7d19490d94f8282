using System.Text;
using System.Text.Json;
using DxRules.Engine.Text;

namespace DxRules.Engine.Plans.Reading;

/// <summary>Reads a JSON file into nodes that know their place. Stops at the first error of syntax, as nothing after it can be trusted.</summary>
internal ref struct JsonTreeReader
{
    private readonly ReadOnlySpan<byte> utf8;
    private readonly PlanProblems problems;
    private readonly string?[] namesSeen = new string?[251];
    private Utf8JsonReader reader;
    private JsonNode? innermost;
    private int values;

    // Places are told in characters and read in bytes; both only ever grow, so each byte is counted once.
    private int bytesCounted;
    private int charsCounted;

    private JsonTreeReader(ReadOnlySpan<byte> utf8, PlanProblems problems)
    {
        this.utf8 = utf8;
        this.problems = problems;
        reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = problems.Limits.PlanDepth });
    }

    /// <summary>The root, or null if the file could not be read; then <paramref name="problems"/> say why.</summary>
    public static JsonNode? Read(ReadOnlySpan<byte> utf8, PlanProblems problems)
    {
        if (utf8.Length > problems.Limits.PlanBytes)
        {
            problems.FileTooLarge(utf8.Length);
            return null;
        }
        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
        {
            problems.EmptyFile();
            return null;
        }
        return new JsonTreeReader(utf8, problems).ReadRoot();
    }

    private JsonNode? ReadRoot()
    {
        try
        {
            reader.Read();
            var root = ReadValue(null, null, 0, default);
            if (root is not null)
                reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            if (reader.CurrentDepth >= problems.Limits.PlanDepth)
                problems.TooDeep(SpanOf((int)reader.TokenStartIndex, 1), innermost);
            else
                JsonSyntax.Tell(utf8, JsonSyntax.PlaceOf(e, utf8), innermost, problems);
            return null;
        }
    }

    /// <summary>The value at the reader's token, or null if there are too many.</summary>
    private JsonNode? ReadValue(JsonNode? parent, string? name, int index, TextSpan nameSpan)
    {
        var length = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : (int)(reader.BytesConsumed - reader.TokenStartIndex);
        var span = SpanOf((int)reader.TokenStartIndex, length);
        if (name is null)
            nameSpan = new TextSpan(span.Start, 1);
        if (++values > problems.Limits.PlanValues)
        {
            problems.TooManyValues(span, parent);
            return null;
        }

        var kind = KindOf(reader.TokenType);
        var text = kind switch
        {
            JsonKind.Text => TextOfToken(span, parent),
            JsonKind.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => "",
        };
        var node = new JsonNode(kind, parent, name, index, nameSpan) { Span = span, Text = text };
        return kind switch
        {
            JsonKind.Object => ReadMembers(node),
            JsonKind.List => ReadElements(node),
            _ => node,
        };
    }

    private JsonNode? ReadMembers(JsonNode node)
    {
        HashSet<string>? names = null;
        innermost = node;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var nameSpan = SpanOf((int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex));
            var name = NameOfToken(nameSpan, node);
            reader.Read();
            if (ReadValue(node, name, 0, nameSpan) is not { } member)
                return null;
            innermost = node;
            if (IsNew(name, node, ref names))
                node.Children.Add(member);
            else
                problems.DuplicateMember(member);
        }
        return node;
    }

    private JsonNode? ReadElements(JsonNode node)
    {
        innermost = node;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadValue(node, null, node.Children.Count, default) is not { } element)
                return null;
            innermost = node;
            node.Children.Add(element);
        }
        return node;
    }

    // Most objects have a few members, which are looked through; but a file may hold one of very many.
    private static bool IsNew(string name, JsonNode node, ref HashSet<string>? names)
    {
        const int Few = 20;
        if (node.Children.Count < Few)
            return node.Find(name) is null;
        names ??= node.Children.Select(child => child.Name!).ToHashSet(StringComparer.Ordinal);
        return names.Add(name);
    }

    // The same few names stand in a file again and again.
    private readonly string NameOfToken(TextSpan span, JsonNode parent)
    {
        var utf8Name = reader.ValueSpan;
        if (reader.ValueIsEscaped || utf8Name.IsEmpty)
            return TextOfToken(span, parent);
        ref var seen = ref namesSeen[(utf8Name.Length * 31 + utf8Name[0] * 7 + utf8Name[^1]) % namesSeen.Length];
        if (seen is null || !reader.ValueTextEquals(seen))
            seen = TextOfToken(span, parent);
        return seen;
    }

    private readonly string TextOfToken(TextSpan span, JsonNode? parent)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of \u escapes is good JSON and no text.
            problems.BrokenEscape(span, parent);
            return "\uFFFD";
        }
    }

    private TextSpan SpanOf(int start, int length)
    {
        start = Math.Max(start, bytesCounted);
        charsCounted += Encoding.UTF8.GetCharCount(utf8[bytesCounted..start]);
        bytesCounted = start;
        return new TextSpan(charsCounted, Encoding.UTF8.GetCharCount(utf8.Slice(start, length)));
    }

    private static JsonKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonKind.Object,
        JsonTokenType.StartArray => JsonKind.List,
        JsonTokenType.String => JsonKind.Text,
        JsonTokenType.Number => JsonKind.Number,
        JsonTokenType.True => JsonKind.True,
        JsonTokenType.False => JsonKind.False,
        _ => JsonKind.Null,
    };
}
