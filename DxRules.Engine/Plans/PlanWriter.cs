using System.Buffers;
using System.Text;
using System.Text.Json;
using DxRules.Engine.Plans.Reading;
using DxRules.Engine.Text;

namespace DxRules.Engine.Plans;

/// <summary>
/// Writes plans of format <c>dxplan/1</c>, always the same way: members in the order of the records, nothing that is absent or at its default,
/// <c>[]</c> where a list is known to be empty, a month where only the month is known. What is written reads back to the same plan.
/// </summary>
public static class PlanWriter
{
    private static readonly JsonWriterOptions Indented = new() { Encoder = JsonTextEncoder.Minimal, Indented = true, IndentSize = 2, NewLine = "\n" };
    private static readonly JsonWriterOptions OneLine = Indented with { Indented = false };

    /// <summary>The file's content: indented UTF-8 with a line break at its end.</summary>
    public static byte[] Write(PlanDocument document) => [.. Write(document, Indented).WrittenSpan, (byte)'\n'];

    /// <summary>The plan on one line, for files that hold one plan a line.</summary>
    public static byte[] WriteLine(PlanDocument document) => [.. Write(document, OneLine).WrittenSpan, (byte)'\n'];

    /// <summary>SHA-256 over the plan on one line, in lower-case hexadecimal: the same for equal plans, however their files were laid out.</summary>
    public static string Hash(PlanDocument document)
    {
        using var hash = new HashingBuffer();
        WriteTo(hash, document, OneLine);
        return hash.ToString();
    }

    /// <summary>What a member holds, as it stands in a file on one line; null where the file does not name the member.</summary>
    internal static string? TextOf(PlanMember member, object? value)
    {
        if (IsAbsent(member, value))
            return null;
        return member.IsList
            ? TextOf(writer => WriteElements(writer, member, (System.Collections.IEnumerable)value!))
            : TextOfElement(member, value!);
    }

    /// <summary>One value of a member, or one element of its list, as it stands in a file on one line.</summary>
    internal static string TextOfElement(PlanMember member, object value) => TextOf(writer => WriteValue(writer, member, value));

    private static string TextOf(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, OneLine);
        write(writer);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static ArrayBufferWriter<byte> Write(PlanDocument document, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        WriteTo(buffer, document, options);
        return buffer;
    }

    private static void WriteTo(IBufferWriter<byte> output, PlanDocument document, JsonWriterOptions options)
    {
        using var writer = new Utf8JsonWriter(output, options);
        writer.WriteStartObject();
        writer.WriteString(PlanFormat.Member, PlanReader.Format);
        WriteMembers(writer, document);
        writer.WriteEndObject();
        writer.Flush();
    }

    private static void WriteMembers(Utf8JsonWriter writer, PlanObject record)
    {
        foreach (var member in PlanShape.Of(record.GetType()).Members)
        {
            var value = member.Get(record);
            if (IsAbsent(member, value))
                continue;
            writer.WritePropertyName(member.JsonName);
            if (!member.IsList)
                WriteValue(writer, member, value!);
            else
                WriteElements(writer, member, (System.Collections.IEnumerable)value!);
        }
        WriteAside(writer, record);
    }

    private static bool IsAbsent(PlanMember member, object? value) => member.Presence switch
    {
        MemberPresence.EmptyList => ((System.Collections.ICollection)value!).Count == 0,
        MemberPresence.Default => Equals(value, member.Default),
        _ => value is null,
    };

    private static void WriteElements(Utf8JsonWriter writer, PlanMember member, System.Collections.IEnumerable elements)
    {
        writer.WriteStartArray();
        foreach (var element in elements)
            WriteValue(writer, member, element!);
        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, PlanMember member, object value)
    {
        switch (member.ValueKind)
        {
            case PlanValueKind.Object:
                writer.WriteStartObject();
                WriteMembers(writer, (PlanObject)value);
                writer.WriteEndObject();
                break;
            case PlanValueKind.Number:
                writer.WriteAmount((decimal)value);
                break;
            case PlanValueKind.Whole:
                writer.WriteNumberValue((int)value);
                break;
            case PlanValueKind.Boolean:
                writer.WriteBooleanValue((bool)value);
                break;
            default:
                WriteText(writer, PlanText.Of(value)!);
                break;
        }
    }

    // The writer's own encoders escape the full-width space and rare kanji, which makes names unreadable and a change in them hard to see.
    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        if (JsonTextEncoder.IsPlain(text))
            writer.WriteStringValue(text);
        else
            writer.WriteRawValue(PlanText.Quoted(text), skipInputValidation: true);
    }

    private static void WriteAside(Utf8JsonWriter writer, PlanObject record)
    {
        if (record.Raw.Count > 0)
        {
            writer.WriteStartObject(PlanBinder.Raw);
            foreach (var (name, wording) in record.Raw.OrderBy(r => r.Key, StringComparer.Ordinal))
            {
                writer.WritePropertyName(name);
                WriteText(writer, wording);
            }
            writer.WriteEndObject();
        }
        if (record.Inferred.Count > 0)
        {
            writer.WriteStartArray(PlanBinder.Inferred);
            foreach (var name in record.Inferred)
                WriteText(writer, name);
            writer.WriteEndArray();
        }
    }
}
