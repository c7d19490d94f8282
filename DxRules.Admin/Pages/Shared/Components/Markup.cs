using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DxRules.Admin.Pages.Components;

/// <summary>Writes a text into an attribute; what is Japanese stays readable.</summary>
internal static class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Attribute(string text) => Encoder.Encode(text);
}
