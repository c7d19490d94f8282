using System.Buffers;
using System.Text;
using System.Text.Json;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Imports;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>What an import would change, for programs: the format <c>dximport/1</c>.</summary>
internal static class ImportJson
{
    /// <param name="written">The file the plan is written to; null where it is not.</param>
    public static string Write(ImportRequest request, ImportProposal proposal, string? written)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Indented))
        {
            json.WriteStartObject();
            json.WriteString("format", "dximport/1");
            json.WriteString("file", request.File);
            json.WriteString("plan", request.Plan);
            json.WriteString("written", written);
            json.WriteStartObject("counts");
            foreach (var outcome in Enum.GetValues<ImportOutcome>())
                json.WriteNumber(PlanWords.Write(outcome), proposal.Rows.Count(row => row.Outcome == outcome));
            json.WriteEndObject();
            WriteAll(json, "rows", proposal.Rows, row => WriteRow(json, row));
            WriteAll(json, "changes", proposal.Changes, change => WriteChange(json, change, proposal.Sources.GetValueOrDefault((change.Subject, change.Member))));
            WriteAll(json, "problems", proposal.Problems, problem => WriteProblem(json, problem));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> all, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            json.WriteStartObject();
            write(one);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, ImportedRow row)
    {
        WritePlace(json, row.At);
        json.WriteString("outcome", PlanWords.Write(row.Outcome));
        json.WriteString("subject", row.Subject);
        json.WriteString("title", row.Title);
    }

    private static void WriteChange(Utf8JsonWriter json, PlanChange change, CellPlace? at)
    {
        WritePlace(json, at);
        json.WriteString("subject", change.Subject);
        json.WriteString("member", change.Member);
        WriteValue(json, "old", change.Old);
        WriteValue(json, "new", change.New);
    }

    private static void WriteProblem(Utf8JsonWriter json, CellProblem found)
    {
        WritePlace(json, found.At);
        json.WriteString("severity", found.IsError ? "error" : "warning");
        json.WriteString("code", found.Problem.Code);
        WriteText(json, "message", found.Problem.Message);
        if (found.Problem.Hint is { } hint)
            WriteText(json, "hint", hint);
    }

    private static void WritePlace(Utf8JsonWriter json, CellPlace? at)
    {
        json.WriteString("sheet", at?.Sheet);
        json.WriteString("cell", at?.Name);
    }

    // As the plan file holds it.
    private static void WriteValue(Utf8JsonWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        if (value is null)
            json.WriteNullValue();
        else
            json.WriteRawValue(value);
    }

    private static void WriteText(Utf8JsonWriter json, string name, LocalizedText text)
    {
        json.WriteStartObject(name);
        json.WriteString("ja", text.Ja);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }
}
