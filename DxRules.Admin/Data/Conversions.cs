using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DxRules.Admin.Data;

/// <summary>Times in UTC as text that sorts and that a person can read: 2025-06-02T00:30:00.000Z.</summary>
internal sealed class UtcText() : ValueConverter<DateTimeOffset, string>(
    time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
    text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

/// <summary>Small values that are always read whole, as JSON.</summary>
internal sealed class JsonText<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonTexts.Options),
    text => JsonSerializer.Deserialize<T>(text, JsonTexts.Options)!)
{
    /// <summary>Such values are immutable and compared as they are written; looking for changes among thousands of rows must not write each of them out.</summary>
    public static readonly ValueComparer<T> Comparer = new(
        (left, right) => ReferenceEquals(left, right) || JsonSerializer.Serialize(left, JsonTexts.Options) == JsonSerializer.Serialize(right, JsonTexts.Options),
        value => JsonSerializer.Serialize(value, JsonTexts.Options).GetHashCode(StringComparison.Ordinal),
        value => value);
}

file static class JsonTexts
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
