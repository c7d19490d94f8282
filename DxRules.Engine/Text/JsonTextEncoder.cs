using System.Buffers;
using System.Text.Encodings.Web;

namespace DxRules.Engine.Text;

/// <summary>
/// Escapes in JSON only what RFC 8259 demands. The encoders of the framework also escape U+3000, variation selectors and everything
/// beyond the first plane, such as 𠮷, even the one called relaxed.
/// </summary>
internal sealed class JsonTextEncoder : JavaScriptEncoder
{
    public static readonly JsonTextEncoder Minimal = new();

    private static readonly SearchValues<char> Special = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\']);

    private JsonTextEncoder()
    {
    }

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\';

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        FindFirstToEncode(new ReadOnlySpan<char>(text, textLength));

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var escaped = Escaped(unicodeScalar);
        var fits = escaped.AsSpan().TryCopyTo(new Span<char>(buffer, bufferLength));
        numberOfCharactersWritten = fits ? escaped.Length : 0;
        return fits;
    }

    /// <summary>Whether a text stands in JSON as it is.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAny(Special) && !text.ContainsAnyInRange('\uD800', '\uDFFF');

    // Surrogates are looked at one by one, because half of a pair has no UTF-8 and must be replaced.
    private static int FindFirstToEncode(ReadOnlySpan<char> text)
    {
        if (IsPlain(text))
            return -1;
        for (var i = 0; i < text.Length; i++)
        {
            var next = IndexOfSpecial(text[i..]);
            if (next < 0)
                return -1;
            i += next;
            if (!(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])))
                return i;
            i++;
        }
        return -1;
    }

    private static int IndexOfSpecial(ReadOnlySpan<char> text)
    {
        var (special, surrogate) = (text.IndexOfAny(Special), text.IndexOfAnyInRange('\uD800', '\uDFFF'));
        return special < 0 || surrogate < 0 ? Math.Max(special, surrogate) : Math.Min(special, surrogate);
    }

    private static string Escaped(int character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' => FormattableString.Invariant($"\\u{character:x4}"),
        _ => char.ConvertFromUtf32(character),
    };
}
