using System.Globalization;

namespace DxRules.Admin.Pages.Versions;

/// <summary>Where the pages on changes are.</summary>
internal static class VersionAddress
{
    /// <summary>All changes of a plan.</summary>
    public static string Of(int plan) => string.Create(CultureInfo.InvariantCulture, $"/plans/{plan}/versions");

    /// <summary>The changes of a subject and of what it holds.</summary>
    /// <param name="subject">The id of an object of the plan, or of a wording of it.</param>
    public static string History(int plan, string subject) =>
        string.Create(CultureInfo.InvariantCulture, $"/plans/{plan}/subjects/{Uri.EscapeDataString(subject.Split('/')[0])}/history");
}
