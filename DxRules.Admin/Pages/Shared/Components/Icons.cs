using Microsoft.AspNetCore.Html;

namespace DxRules.Admin.Pages.Components;

/// <summary>A shape of its own for each word, so that words are told apart without colour.</summary>
internal static class Icons
{
    private const string Disc = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z";

    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["critical"] = "M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9L7.9 2Zm.7 5L7 8.6l3.4 3.4L7 15.4 8.6 17l3.4-3.4 3.4 3.4 1.6-1.6-3.4-3.4L17 8.6 15.4 7 12 10.4 8.6 7Z",
        ["warning"] = "M12 2 1 21h22L12 2Zm1.2 16h-2.4v-2.4h2.4V18Zm0-4.2h-2.4V8.6h2.4v5.2Z",
        ["notice"] = "M12 1.5 1.5 12 12 22.5 22.5 12 12 1.5Zm1.2 15.9h-2.4V15h2.4v2.4Zm0-4.2h-2.4V6.6h2.4v6.6Z",
        ["info"] = Disc + "m1.2 15h-2.4v-6.6h2.4V17Zm0-8.4h-2.4V6.2h2.4v2.4Z",
        ["undetermined"] = "M4 2h16a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2Zm6.8 13.2v2.6h2.4v-2.6h-2.4ZM12 5.6c-2.2 0-3.9 1.5-4.1 3.5h2.3c.2-.8.9-1.4 1.8-1.4 1 0 1.7.6 1.7 1.5 0 .8-.4 1.2-1.3 1.8-1 .7-1.6 1.4-1.6 2.6v.4h2.3v-.3c0-.7.3-1.1 1.2-1.7 1.1-.7 1.8-1.6 1.8-2.9 0-2.1-1.7-3.5-4.1-3.5Z",
        ["fault"] = "M4 4h16v16H4V4Zm4.6 3L7 8.6l3.4 3.4L7 15.4 8.6 17l3.4-3.4 3.4 3.4 1.6-1.6-3.4-3.4L17 8.6 15.4 7 12 10.4 8.6 7Z",
        ["success"] = Disc + "m-1.6 14.6L6 12.2l1.6-1.6 2.8 2.8 6-6L18 9l-7.6 7.6Z",
        ["new"] = Disc + "m1.2 15h-2.4v-3.8H7v-2.4h3.8V7h2.4v3.8H17v2.4h-3.8V17Z",
        ["continuing"] = "M4 10.8h11.2l-4-4L13 5l7 7-7 7-1.8-1.8 4-4H4v-2.4Z",
        ["worsened"] = "M5 6.8 6.8 5 16 14.2V8h2.5v10.5H8V16h6.2L5 6.8Z",
        ["eased"] = "M5 17.2 14.2 8H8V5.5h10.5V16H16V9.8L6.8 19 5 17.2Z",
        ["recurred"] = "M12 4a8 8 0 0 1 7.4 5H22l-4 5-4-5h2.8a5.5 5.5 0 1 0 .6 4H20A8 8 0 1 1 12 4Z",
        ["gone"] = Disc + "m5 11.2H7v-2.4h10v2.4Z",
        ["ruleChanged"] = "M4 17.2V20h2.8L17 9.8 14.2 7 4 17.2ZM20 6.8 17.2 4l-1.8 1.8 2.8 2.8L20 6.8Z",
    };

    static Icons()
    {
        Shapes["error"] = Shapes["critical"];
        Shapes["cleared"] = Shapes["success"];
    }

    /// <summary>The shape as a picture.</summary>
    /// <param name="meaning">What it says to those who do not see it; null where a word beside it says so already.</param>
    public static IHtmlContent Of(string name, string? meaning = null)
    {
        var shape = Shapes[name];
        var told = meaning is null ? """aria-hidden="true" """ : $"""role="img" aria-label="{Markup.Attribute(meaning)}" """;
        return new HtmlString($"""<svg class="dx-icon" data-mark="{name}" viewBox="0 0 24 24" {told}><path d="{shape}" /></svg>""");
    }
}
