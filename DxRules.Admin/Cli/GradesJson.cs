using System.Text;
using System.Text.Json;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>grades --format json</c>: the same for programs (format dxrules-grades/1).</summary>
internal static class GradesJson
{
    public static string Write(PlanGrades grades)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("format", "dxrules-grades/1");
            writer.WriteString("plan", grades.Plan);
            writer.WriteString("municipality", grades.Municipality);
            writer.WriteString("asOf", grades.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteString("scale", grades.Scale);
            writer.WriteStartArray("subjects");
            foreach (var grade in grades.Subjects)
                Write(writer, grade);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, SubjectGrade grade)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("subject");
        writer.WriteString("type", grade.Subject.Type);
        writer.WriteString("id", grade.Subject.Id);
        writer.WriteString("title", grade.Subject.Title);
        writer.WriteEndObject();
        Write(writer, "label", grade.Label);
        writer.WriteString("symbol", grade.Symbol);
        WriteKind(writer, grade.Kind);
        Write(writer, "formula", grade.Formula);
        Write(writer, "origin", grade.Origin);
        WriteList(writer, "figures", grade.Figures, figure => Write(writer, figure));
        WriteList(writer, "missing", grade.Missing, fact => Write(writer, null, fact));
        Write(writer, "reason", grade.Reason);
        WriteList(writer, "counts", grade.Counts, count => Write(writer, count));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Evidence figure)
    {
        writer.WriteStartObject();
        Write(writer, "name", figure.Name);
        if (figure.Value is decimal number)
        {
            writer.WritePropertyName("value");
            writer.WriteAmount(number);
        }
        else
            writer.WriteString("value", figure.Value as string);
        writer.WriteString("unit", figure.Unit);
        Write(writer, "text", figure.Text);
        Write(writer, "formula", figure.Formula);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, GradeCount count)
    {
        writer.WriteStartObject();
        writer.WriteString("type", count.Type);
        Write(writer, "label", count.Label);
        writer.WriteString("symbol", count.Symbol);
        WriteKind(writer, count.Kind);
        writer.WriteNumber("count", count.Count);
        writer.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter writer, Enum kind) => writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()));

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string? name, LocalizedText? text)
    {
        if (name is not null)
            writer.WritePropertyName(name);
        if (text is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("ja", text.Ja);
        writer.WriteString("en", text.En);
        writer.WriteEndObject();
    }
}
