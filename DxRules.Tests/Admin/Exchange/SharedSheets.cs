using System.Text.Json;
using System.Text.Json.Serialization;

namespace DxRules.Tests.Admin.Exchange;

/// <summary>Tables that public bodies have published, with what a careful reader finds in them; beside the repository, not part of it.</summary>
internal static class SharedSheets
{
    private static readonly string? Folder = FindFolder();

    public static IReadOnlyList<SharedSheet> All { get; } = Folder is null ? []
        : JsonSerializer.Deserialize<List<SharedSheet>>(File.ReadAllText(Path.Combine(Folder, "index.json")), new JsonSerializerOptions(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower })!;

    public static void SkipWithout() => Assert.SkipUnless(Folder is not null, "No folder shared/sheets lies beside this repository.");

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder!, name));

    private static string? FindFolder()
    {
        for (var folder = new DirectoryInfo(Repository.Root); folder is not null; folder = folder.Parent)
        {
            var sheets = Path.Combine(folder.FullName, "shared", "sheets");
            if (File.Exists(Path.Combine(sheets, "index.json")))
                return sheets;
        }
        return null;
    }
}

internal sealed record SharedSheet(string Name, IReadOnlyList<SharedBlock> ExpectedBlocks);

internal sealed record SharedBlock(string Id, string? Sheet, IReadOnlyList<SharedValue>? Values, IReadOnlyList<Dictionary<string, string?>>? Records);

/// <param name="Period">FY2021, CY2025; it may say that it is not in the file.</param>
/// <param name="Value">Null where there is no figure.</param>
internal sealed record SharedValue(string? Row, string Indicator, string? Unit, string Period, string? Cell, int? Line, [property: JsonPropertyName("value")] decimal? Value);
