using System.Globalization;
using System.Text;
using System.Text.Json;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>Reads a workbook as <see cref="PlanWorkbook"/> writes it. All that is wrong is told at once, each with its sheet and cell.</summary>
internal static class PlanWorkbookReader
{
    /// <summary>Bytes of a workbook; the largest plan has some hundred thousand.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>Bytes of it unpacked: a file of a few kilobytes can hold gigabytes of the same letter.</summary>
    public const long LargestContent = 200L * 1024 * 1024;

    /// <summary>Rows of a sheet that are looked at.</summary>
    public const int MostRows = 100_000;

    /// <param name="name">How messages name the file.</param>
    public static WorkbookReading Read(string name, ReadOnlyMemory<byte> content)
    {
        var problems = new WorkbookProblems(name);
        var plan = SafeTables(name, content, problems) is { } tables ? Build(tables, problems) : null;
        if (plan is null || problems.Any)
            return new WorkbookReading(null, problems.All);
        var (json, places) = PlanParts.Write(plan);
        var reading = PlanReader.Read(new SourceText(name, json));
        return new WorkbookReading(reading.Document, [.. reading.Diagnostics.Select(found => (places.At(found.Span.Start), found))]);
    }

    private static IReadOnlyList<SheetTable>? SafeTables(string name, ReadOnlyMemory<byte> content, WorkbookProblems problems)
    {
        if (content.Length > LargestFile)
        {
            problems.File("DX601", $"ファイルが大きすぎます（{content.Length:#,0}バイト、上限{LargestFile:#,0}バイト）。", $"The file is too large ({content.Length:#,0} bytes; at most {LargestFile:#,0}).");
            return null;
        }
        try
        {
            return WorkbookContent.IsTooLarge(content, LargestContent)
                ? problems.Nothing("DX602", "中身が大きすぎます。圧縮されたファイルとして異常です。", "Its content is too large for a workbook of that size.")
                : SheetTable.Read(content, MostRows, problems);
        }
        catch (InvalidPasswordException)
        {
            return problems.Nothing("DX603", "パスワードで保護されています。保護を外して保存し直してください。", "It is protected by a password. Save it without one.");
        }
        catch (Exception wrong) when (wrong is ExcelReaderException or InvalidDataException or System.Xml.XmlException or IOException or ArgumentException or FormatException or IndexOutOfRangeException or KeyNotFoundException or NullReferenceException or NotSupportedException or OverflowException)
        {
            // The library says so in many ways; whatever it says, this is no workbook that Excel would have saved.
            return problems.Nothing("DX604", "Excelのブックとして読めません。Excelで開き、.xlsx形式で保存し直してください。", "It cannot be read as an Excel workbook. Open it in Excel and save it as .xlsx.");
        }
    }

    private static PlanParts.Part? Build(IReadOnlyList<SheetTable> tables, WorkbookProblems problems)
    {
        var building = new PlanBuilding(problems);
        foreach (var table in tables.Where(table => WorkbookShape.Instance.Sheets.All(shape => shape.Name != table.Name)))
            problems.Sheet(table.Name, "DX605", "知らないシートです。シート名を変えていないか確かめてください。", "Unknown sheet. See whether its name was changed.");
        foreach (var shape in WorkbookShape.Instance.Sheets)
        {
            if (tables.FirstOrDefault(table => table.Name == shape.Name) is { } table)
                building.Add(shape, table);
            else if (shape.Member is null)
                problems.Sheet(shape.Name, "DX606", $"シート「{shape.Name}」がありません。", $"There is no sheet '{shape.Name}'.");
        }
        return building.Plan;
    }
}

/// <summary>What came of reading a workbook.</summary>
/// <param name="Document">The plan; null where anything is an error.</param>
/// <param name="Problems">Each with its cell; a cell is null where the file as a whole is meant.</param>
internal sealed record WorkbookReading(PlanDocument? Document, IReadOnlyList<(CellPlace? At, Diagnostic Problem)> Problems);
