using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace DxRules.Admin.Api;

/// <summary>Where a list goes on. Nobody needs to know what stands in it, so it may change.</summary>
/// <param name="List">What the list is of, so that its pages stay those of one list: the id of a run; 0 where there is only one.</param>
/// <param name="Last">The place of the last that was given.</param>
internal sealed record ApiCursor(int List, int Last)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{List}.{Last}")));

    /// <summary>Null where it is none.</summary>
    public static ApiCursor? Read(string text)
    {
        if (text.Length > 64 || !Base64Url.IsValid(text))
            return null;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        return parts.Length == 2 && Number(parts[0]) is { } list && Number(parts[1]) is { } last ? new ApiCursor(list, last) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
