using System.Buffers;
using System.Text;
using System.Text.Json;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>The catalogue of security controls for programs, in both languages.</summary>
internal static class ControlCatalogueJson
{
    /// <summary><c>{ "controls": [ … ] }</c>, by chapter and id; what a control does not have is null.</summary>
    public static string Write(IReadOnlyList<CatalogueControl> controls)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Indented))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("controls");
            foreach (var control in controls)
                Write(writer, control);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, CatalogueControl found)
    {
        var control = found.Control;
        writer.WriteStartObject();
        writer.WriteString("id", found.Id);
        writer.WriteNumber("chapter", found.File.Chapter);
        Write(writer, "chapterTitle", found.File.Title);
        Write(writer, "title", control.Title);
        writer.WriteString("function", control.Function);
        writer.WriteStartArray("evidence");
        foreach (var piece in control.Evidence)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", piece.Kind);
            Write(writer, "title", piece.Title);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        WriteAmount(writer, "reviewEveryMonths", control.ReviewEveryMonths);
        writer.WriteString("occasion", control.Occasion);
        WriteAmount(writer, "goal", control.Goal);
        writer.WriteString("unit", control.Unit);
        writer.WriteString("direction", control.Direction);
        writer.WriteStartArray("source");
        foreach (var source in control.Sources)
            writer.WriteStringValue(source.Value);
        writer.WriteEndArray();
        writer.WriteBoolean("confirmed", control.IsConfirmed);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, LocalizedText text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("ja", text.Ja);
        writer.WriteString("en", text.En);
        writer.WriteEndObject();
    }

    private static void WriteAmount(Utf8JsonWriter writer, string name, decimal? amount)
    {
        writer.WritePropertyName(name);
        if (amount is { } known)
            writer.WriteAmount(known);
        else
            writer.WriteNullValue();
    }
}
