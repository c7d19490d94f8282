using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace DxRules.Admin.Exchange.Peers;

/// <summary>Which figure of another municipality is taken for which series of ours: <c>dxpeers/1</c>.</summary>
internal sealed record PeerMapping(IReadOnlyList<PeerPair> Pairs)
{
    public const string FormatName = "dxpeers/1";

    /// <summary>With what such a mapping begins, so that it is told from one of columns.</summary>
    public const string Mark = $"{{\"format\":\"{FormatName}\"";

    /// <summary>Bytes of a file of pairs; a pair has some hundred.</summary>
    public const int LargestFile = 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true, NewLine = "\n" };

    [JsonPropertyOrder(-1)]
    public string Format { get; init; } = FormatName;

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>The same as a file that a person changes.</summary>
    public byte[] ToFile() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Indented), (byte)'\n'];

    /// <summary>Whether what is kept of an import is of pairs.</summary>
    public static bool Is(string? mapping) => mapping?.StartsWith(Mark, StringComparison.Ordinal) == true;

    public static PeerMapping Of(string json) => JsonSerializer.Deserialize<PeerMapping>(json, Options)!;

    /// <summary>A file of pairs; null with the reason where it is none.</summary>
    public static (PeerMapping? Mapping, string? Why) Read(ReadOnlySpan<byte> content)
    {
        try
        {
            if (content.Length > LargestFile)
                return (null, $"{content.Length} > {LargestFile} bytes");
            var mapping = JsonSerializer.Deserialize<PeerMapping>(content.StartsWith("\uFEFF"u8) ? content["\uFEFF"u8.Length..] : content, Options);
            return mapping is { Format: FormatName } && !mapping.Pairs.Contains(null!) ? (mapping, null) : (null, $"format: {FormatName}");
        }
        catch (JsonException wrong)
        {
            return (null, wrong.Message);
        }
    }
}

/// <param name="Series">Ours.</param>
/// <param name="Other">The other's.</param>
/// <param name="SameDefinition">Null where nobody said.</param>
internal sealed record PeerPair(string Series, string Other, bool? SameDefinition = null);
