using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Json;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Reading;
using DxRules.Engine.Text;

namespace DxRules.Admin.Publishing;

/// <summary>
/// Publications as JSON of the format <c>dxpublication/1</c>: members in the order of the records, words as in plan files, days as 2026-03-31, figures as
/// they are. What nobody knows is left out; lists always stand there.
/// </summary>
internal static class PublicationJson
{
    /// <summary>What reading one may cost. A large city's takes about 2 MB.</summary>
    public static readonly Limits Limits = Limits.Default with { PlanBytes = 16 * 1024 * 1024, PlanDepth = 16, PlanValues = 500_000 };

    private static readonly JsonFormat Format = new(Publication.FormatName, new("公表データのファイル", "a file of published data"));

    /// <summary>Indented UTF-8 with a line break at its end; the same publication is the same bytes.</summary>
    public static byte[] Write(Publication publication)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, JsonText.Indented))
        {
            json.WriteStartObject();
            json.WriteString(PlanFormat.Member, Publication.FormatName);
            WriteMembers(json, publication);
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>
    /// Reads a publication of ours or of another municipality. All that is wrong is told at once, each with its JSON path, line and column; a file with an
    /// error gives nothing. Nothing in a file makes this throw.
    /// </summary>
    /// <param name="name">How messages name the file.</param>
    public static PublicationReading Read(ReadOnlyMemory<byte> utf8, string name = "publication.json")
    {
        var encoding = PlanEncoding.Decode(name, utf8, Limits, Format);
        var problems = encoding.Problems;
        Publication? content = null;
        if (!problems.HasErrors && JsonTreeReader.Read(encoding.Utf8.Span, problems) is { } tree && PlanFormat.Check(tree, problems))
            content = new PublicationBinder(problems).Read(tree);
        return new PublicationReading(problems.HasErrors ? null : content, problems.InOrder(), encoding.Source);
    }

    private static void WriteMembers(Utf8JsonWriter json, object record)
    {
        foreach (var member in PublicationShape.Of(record.GetType()).Members)
        {
            var value = member.Get(record);
            if (value is null || (member.IsNullable && value is string text && string.IsNullOrWhiteSpace(text)))
                continue;
            json.WritePropertyName(member.Name);
            if (!member.IsList)
            {
                WriteValue(json, value);
                continue;
            }
            json.WriteStartArray();
            foreach (var element in (IEnumerable)value)
                WriteValue(json, element);
            json.WriteEndArray();
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case int whole:
                json.WriteNumberValue(whole);
                break;
            case decimal figure:
                json.WriteAmount(figure);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case Enum word:
                json.WriteStringValue(PlanWords.Write(word));
                break;
            default:
                json.WriteStartObject();
                WriteMembers(json, value);
                json.WriteEndObject();
                break;
        }
    }
}

/// <summary>What came of reading a publication.</summary>
/// <param name="Content">Null where there is an error.</param>
/// <param name="Problems">All errors and warnings, in the order of the file.</param>
/// <param name="Source">The text that was read.</param>
internal sealed record PublicationReading(Publication? Content, IReadOnlyList<Diagnostic> Problems, SourceText Source);
