using System.Globalization;
using System.Text.RegularExpressions;

namespace DxRules.Tests.Admin.Hosting;

/// <summary>WCAG 2.2, 1.4.3: text stands out from its ground at least 4.5 : 1.</summary>
public sealed partial class StylesheetTests
{
    private static readonly Dictionary<string, string> Colours = Variable()
        .Matches(File.ReadAllText(Repository.File("DxRules.Admin", "wwwroot", "site.css")))
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    [Theory]
    [InlineData("text", "ground")]
    [InlineData("text", "ground-soft")]
    [InlineData("text-strong", "ground-head")]
    [InlineData("text-strong", "focus-ring")]
    [InlineData("text-sub", "ground")]
    [InlineData("text-sub", "ground-soft")]
    [InlineData("text-sub", "info-ground")]
    [InlineData("ground", "primary")]
    [InlineData("ground", "primary-hover")]
    [InlineData("primary-hover", "ground-soft")]
    [InlineData("primary", "info-ground")]
    [InlineData("critical", "critical-ground")]
    [InlineData("warning", "warning-ground")]
    [InlineData("notice", "notice-ground")]
    [InlineData("info", "info-ground")]
    [InlineData("undetermined", "undetermined-ground")]
    [InlineData("fault", "fault-ground")]
    [InlineData("new", "new-ground")]
    [InlineData("plain", "plain-ground")]
    [InlineData("worse", "worse-ground")]
    [InlineData("again", "again-ground")]
    [InlineData("success", "success-ground")]
    [InlineData("error", "ground")]
    [InlineData("primary", "ground-soft")]
    [InlineData("ground", "error")]
    public void Text_stands_out_from_its_ground(string text, string ground)
    {
        var (one, other) = (Luminance(Colours[text]), Luminance(Colours[ground]));
        var contrast = (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

        contrast.ShouldBeGreaterThanOrEqualTo(4.5);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }

    [GeneratedRegex(@"--([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Variable();
}
