using System.Text.Json;
using System.Text.Json.Serialization;
using DxRules.Engine.Text;

namespace DxRules.Admin.Api;

/// <summary>How answers are written: members in camelCase, words as plan files and reports have them, Japanese as it is.</summary>
internal static class ApiJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JsonTextEncoder.Minimal,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static string WordOf<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
