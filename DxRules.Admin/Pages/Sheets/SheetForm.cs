using System.Globalization;
using DxRules.Admin.Sheets;

namespace DxRules.Admin.Pages.Sheets;

/// <summary>A sheet as it is sent.</summary>
/// <param name="Version">The number of the plan's version that the person looks at.</param>
/// <param name="Opened">When the sheet was opened.</param>
/// <param name="Typed">By the keys of the sheet's fields; of a field that was not sent there is nothing.</param>
internal sealed record SheetForm(int Version, DateTimeOffset Opened, IReadOnlyDictionary<string, string> Typed)
{
    /// <summary>Fields of a form. The largest department of a city with 97 initiatives has some 300.</summary>
    public const int MostFields = 10_000;

    /// <summary>Bytes of a form: what is typed in Japanese is sent in nine bytes a sign.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    public static int? VersionOf(IFormCollection sent) => int.TryParse(sent["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>Reads what belongs to a sheet; whatever else was sent is not looked at.</summary>
    /// <param name="now">For a form that does not say when it was opened.</param>
    public static SheetForm Of(IFormCollection sent, Sheet sheet, DateTimeOffset now) => new(
        sheet.Version,
        DateTimeOffset.TryParseExact(sent["opened"], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var opened) ? opened : now,
        sheet.Fields.Where(field => sent.ContainsKey(field.Key)).ToDictionary(field => field.Key, field => sent[field.Key][0] ?? "", StringComparer.Ordinal));
}
