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

    // Surrogates are looked at one by one, because half of a pair has no UTF-8 and must be replaced.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

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

    private static int FindFirstToEncode(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAny(Suspicious);
            if (next < 0)
                return -1;
            i += next;
            if (!(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])))
                return i;
            i++;
        }
        return -1;
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
