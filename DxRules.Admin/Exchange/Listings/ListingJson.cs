using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DxRules.Admin.Exchange.Listings;

/// <summary>Writes tables as JSON: <c>dxtables/1</c>.</summary>
internal static class ListingJson
{
    public static byte[] Write(IReadOnlyList<Listing> listings)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("format", "dxtables/1");
            writer.WriteStartArray("tables");
            foreach (var listing in listings)
                Write(writer, listing);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return content.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Listing listing)
    {
        writer.WriteStartObject();
        writer.WriteString("name", listing.Name);
        writer.WriteStartObject("headings");
        foreach (var column in listing.Columns)
            writer.WriteString(column.Key, column.Heading);
        writer.WriteEndObject();
        writer.WriteStartArray("rows");
        foreach (var row in listing.Rows)
        {
            writer.WriteStartObject();
            for (var i = 0; i < listing.Columns.Count; i++)
            {
                writer.WritePropertyName(listing.Columns[i].Key);
                Write(writer, row[i]);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null or "":
                writer.WriteNullValue();
                break;
            case int whole:
                writer.WriteNumberValue(whole);
                break;
            case decimal figure:
                writer.WriteNumberValue(figure);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateOnly day:
                writer.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }
}
