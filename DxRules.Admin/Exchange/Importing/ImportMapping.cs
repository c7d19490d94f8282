using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DxRules.Admin.Exchange.Imports;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>What stands where in a file: each of its tables, also those that the person does not take.</summary>
internal sealed record ImportMapping(IReadOnlyList<ImportTable> Tables)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static ImportMapping Of(string json) => JsonSerializer.Deserialize<ImportMapping>(json, Options)!;
}

/// <param name="IsTaken">Whether its rows are to be taken over.</param>
/// <param name="IsRemembered">Whether it was so mapped the last time.</param>
internal sealed record ImportTable(bool IsTaken, TableMapping Mapping, bool IsRemembered = false);
