using System.Globalization;
using DxRules.Admin.Exchange.Peers;

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

    /// <summary>Where it is said which figures of another municipality belong to which of ours.</summary>
    public static string Peers(int import) => Of(import) + "/peers";

    /// <summary>Where it is said how a file is to be taken.</summary>
    /// <param name="mapping">As the import keeps it.</param>
    public static string Setting(int import, string? mapping) => PeerMapping.Is(mapping) ? Peers(import) : Columns(import);
}
