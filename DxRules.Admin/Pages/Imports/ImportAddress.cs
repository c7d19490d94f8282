using System.Globalization;

namespace DxRules.Admin.Pages.Imports;

/// <summary>Where the pages of importing are.</summary>
internal static class ImportAddress
{
    /// <summary>Where files are sent, and earlier ones listed.</summary>
    public static string Plan(int plan) => string.Create(CultureInfo.InvariantCulture, $"/plans/{plan}/import");

    /// <summary>Where a file is looked through and taken over.</summary>
    public static string Of(int import) => string.Create(CultureInfo.InvariantCulture, $"/imports/{import}");

    /// <summary>Where it is said what the columns mean.</summary>
    public static string Columns(int import) => Of(import) + "/columns";
}
