using System.Text;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>The text of a file and the encoding in which it was taken to be.</summary>
/// <param name="Name">As officials name it.</param>
internal sealed record DecodedText(string Text, string Name)
{
    /// <summary>Stands for each byte that means nothing in the encoding.</summary>
    public const char Undecodable = '\uFFFD';
}

/// <summary>Guesses the encoding of a text file from its content: Japanese systems do not tell it.</summary>
internal static class TextEncoding
{
    private const int Utf8 = 65001, ShiftJis = 932, EucJp = 51932;

    /// <summary>Decodes a file; null where it holds no text.</summary>
    public static DecodedText? Decode(ReadOnlySpan<byte> content)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        if (content.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            return new DecodedText(Encoding.UTF8.GetString(content[3..]), "UTF-8（BOM付き）");
        if (Utf16(content) is { } encoding)
            return new DecodedText(encoding.GetString(content).TrimStart('\uFEFF'), "UTF-16");
        if (content.Contains((byte)0))
            return null;
        if (Strict(Utf8, content) is { } utf8)
            return new DecodedText(utf8, "UTF-8");
        var shiftJis = Strict(ShiftJis, content);
        if (Strict(EucJp, content) is { } euc && (shiftJis is null || !shiftJis.Any(IsJapanese)))
            return new DecodedText(euc, "EUC-JP");
        return shiftJis is null ? NearestOf(content) : new DecodedText(shiftJis, "Shift_JIS（CP932）");
    }

    private static Encoding? Utf16(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith<byte>([0xFF, 0xFE]))
            return Encoding.Unicode;
        if (content.StartsWith<byte>([0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;

        // Without a mark: line ends and commas have a zero on one side and never on the other.
        var (even, odd) = (0, 0);
        for (var i = 0; i < Math.Min(content.Length, 4096); i++)
            (even, odd) = (content[i] == 0 && i % 2 == 0 ? even + 1 : even, content[i] == 0 && i % 2 == 1 ? odd + 1 : odd);
        return (even, odd) switch
        {
            (0, > 0) when content.Length % 2 == 0 => Encoding.Unicode,
            ( > 0, 0) when content.Length % 2 == 0 => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    // Some bytes mean nothing: the encoding in which the fewest do.
    private static DecodedText NearestOf(ReadOnlySpan<byte> content)
    {
        var utf8 = Encoding.UTF8.GetString(content);
        var shiftJis = Encoding.GetEncoding(ShiftJis, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(DecodedText.Undecodable.ToString())).GetString(content);
        return Wrong(utf8) <= Wrong(shiftJis) ? new DecodedText(utf8, "UTF-8") : new DecodedText(shiftJis, "Shift_JIS（CP932）");

        static int Wrong(string text) => text.Count(c => c == DecodedText.Undecodable);
    }

    /// <summary>
    /// Whether most lines of a text are UTF-8 that was opened as Shift_JIS and saved so (莉､蜥 for 令和): written back, their bytes are UTF-8,
    /// which Japanese in Shift_JIS never is.
    /// </summary>
    public static bool IsGarbled(string text)
    {
        var lines = text.Split('\n').Where(line => line.Any(c => c > 0x7F)).Take(50).ToList();
        return lines.Count(IsGarbledLine) * 2 > lines.Count;
    }

    private static bool IsGarbledLine(string line)
    {
        try
        {
            return Strict(Utf8, Encoding.GetEncoding(ShiftJis, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetBytes(line)) is not null;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private static bool IsJapanese(char c) => c is >= '\u3041' and <= '\u30FE' or >= '\u4E00' and <= '\u9FFF';

    private static string? Strict(int codePage, ReadOnlySpan<byte> content)
    {
        try
        {
            return Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
