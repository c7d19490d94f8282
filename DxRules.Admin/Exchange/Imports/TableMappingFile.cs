using System.Buffers;
using System.Text;
using System.Text.Json;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Mappings of a file's tables as JSON of the format <c>dxmapping/1</c>.</summary>
internal static class TableMappingFile
{
    public const string Format = "dxmapping/1";

    /// <summary>Bytes of such a file; a table of a hundred columns has some ten thousand.</summary>
    public const int LargestFile = 1024 * 1024;

    /// <summary>Tables of a file, and columns of a table.</summary>
    public const int MostTables = 200, MostColumns = 1000;

    /// <summary>The file's content, with a line break at its end.</summary>
    public static byte[] Write(IReadOnlyList<TableMapping> tables)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Indented))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteStartArray("tables");
            foreach (var table in tables)
                Write(json, table);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>One table as JSON on one line, as it is kept for the next time.</summary>
    public static string WriteLine(TableMapping table)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonText.Line))
            Write(json, table);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a file. All that is wrong is told at once; then there are no tables.</summary>
    /// <param name="name">How messages name the file.</param>
    public static (IReadOnlyList<TableMapping>? Tables, IReadOnlyList<Diagnostic> Problems) Read(string name, ReadOnlyMemory<byte> content)
    {
        var reading = new MappingReading(name);
        if (content.Length > LargestFile)
            reading.Wrong("$", $"大きすぎます（{content.Length:#,0}バイト、上限{LargestFile:#,0}バイト）。", $"Too large ({content.Length:#,0} bytes; at most {LargestFile:#,0}).");
        else
            reading.Read(content);
        return (reading.Problems.Count == 0 ? reading.Tables : null, reading.Problems);
    }

    /// <summary>Reads what <see cref="WriteLine"/> wrote; null where it is none.</summary>
    public static TableMapping? ReadLine(string json)
    {
        var reading = new MappingReading("");
        reading.ReadTable(Encoding.UTF8.GetBytes(json));
        return reading.Problems.Count == 0 ? reading.Tables.SingleOrDefault() : null;
    }

    private static void Write(Utf8JsonWriter json, TableMapping table)
    {
        json.WriteStartObject();
        json.WriteString("sheet", table.Sheet);
        json.WriteNumber("firstHeadingRow", table.FirstHeadingRow);
        json.WriteNumber("firstRow", table.FirstRow);
        if (table.LastRow is { } last)
            json.WriteNumber("lastRow", last);
        json.WriteString("rows", PlanWords.Write(table.Rows));
        if (table.FiscalYear is { } year)
            json.WriteNumber("fiscalYear", year);
        if (table.AddsRows)
            json.WriteBoolean("addsRows", true);
        if (table.Layout.Length > 0)
            json.WriteString("layout", table.Layout);
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
            Write(json, column);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ColumnMapping column)
    {
        json.WriteStartObject();
        json.WriteString("column", Grids.CellPlace.NameOf(column.Place));
        json.WriteString("heading", column.Heading);
        json.WriteString("field", PlanWords.Write(column.Field));
        if (column.FiscalYear is { } year)
            json.WriteNumber("fiscalYear", year);
        if (column.Subject is { } subject)
            json.WriteString("subject", subject);
        json.WriteEndObject();
    }
}
