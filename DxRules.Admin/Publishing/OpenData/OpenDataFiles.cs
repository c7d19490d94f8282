using System.Text;

namespace DxRules.Admin.Publishing.OpenData;

/// <summary>The files by which the public, and other municipalities, can work with what was published.</summary>
internal static class OpenDataFiles
{
    public const string Json = "publication.json";

    /// <summary>Every table, in the order in which they are listed.</summary>
    public static IReadOnlyList<OpenDataTable> Tables { get; } = [PolicyTable.Table, InitiativeTable.Table, KpiTable.Table, ResponseTable.Table, MeetingTable.Table];

    /// <summary>Each by its path within the folder of its plan and year. A publication gives the same bytes each time.</summary>
    public static IEnumerable<(string Path, Func<byte[]> Content, string MediaType)> Of(ApprovedPublication publication) =>
    [
        .. Tables.Select(table => (table.File, (Func<byte[]>)(() => table.Write(publication)), "text/csv; charset=utf-8")),
        (Json, () => PublicationJson.Write(publication.Content), "application/json"),
        ("publication.schema.json", PublicationJsonSchema.Write, "application/schema+json"),
        ("dictionary.csv", DataDictionary.Write, "text/csv; charset=utf-8"),
        ("LICENSE.txt", () => Encoding.UTF8.GetBytes(LicenceText.Of(publication)), "text/plain; charset=utf-8"),
    ];
}
