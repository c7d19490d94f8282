using System.Globalization;

namespace DxRules.Admin.Localization;

/// <summary>Sizes of files and disks, as pages and the command line write them.</summary>
internal static class Sizes
{
    private const double Thousand = 1024;

    /// <summary>12 KB, 3.4 MB, 5.6 GB; the same in both languages.</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / Thousand):N0} KB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Thousand / Thousand:N1} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Thousand / Thousand / Thousand:N1} GB"),
    };
}
