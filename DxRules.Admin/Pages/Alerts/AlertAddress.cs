using System.Globalization;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>Where the page of an alert or undetermined result is.</summary>
internal static class AlertAddress
{
    /// <param name="run">The run to look at; null for the latest.</param>
    public static string Of(int cycle, string key, int? run)
    {
        // Slashes of a key stay slashes: a wording's id is a path.
        var path = string.Join('/', key.Split('/').Select(Uri.EscapeDataString));
        var query = run is null ? "" : string.Create(CultureInfo.InvariantCulture, $"?run={run}");
        return $"/cycles/{cycle}/alerts/{path}{query}";
    }
}
