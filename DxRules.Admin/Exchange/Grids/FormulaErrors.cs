using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>Where formulas of a workbook give an error. The library that reads the cells gives nothing for them, and so a wrong sum would pass for a blank.</summary>
internal sealed class FormulaErrors
{
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal) { "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!" };

    private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<(string Sheet, int Row, int Column), string> errors = [];

    public static FormulaErrors Of(ReadOnlyMemory<byte> content)
    {
        var found = new FormulaErrors();
        if (!content.Span.StartsWith("PK"u8))
        {
            foreach (var (sheet, row, column, error) in CompoundFile.Stream(content.Span, "Workbook") is { } old ? OldFormulaErrors.In(old) : [])
                found.errors[(sheet, row, column)] = error;
            return found;
        }
        using var zip = new ZipArchive(new MemoryStream(content.ToArray(), writable: false));
        foreach (var (sheet, part) in SheetParts(zip))
            found.Read(sheet, part);
        return found;
    }

    public string? At(string sheet, int row, int column) => errors.Count == 0 ? null : errors.GetValueOrDefault((sheet, row, column));

    private static IEnumerable<(string Sheet, ZipArchiveEntry Part)> SheetParts(ZipArchive zip)
    {
        if (zip.GetEntry("xl/workbook.xml") is not { } book || zip.GetEntry("xl/_rels/workbook.xml.rels") is not { } relations)
            yield break;
        var targets = Load(relations).Root!.Elements().ToDictionary(relation => relation.Attribute("Id")?.Value ?? "", relation => relation.Attribute("Target")?.Value ?? "");
        foreach (var sheet in Load(book).Descendants().Where(element => element.Name.LocalName == "sheet"))
        {
            var id = sheet.Attribute(Office + "id")?.Value ?? "";
            if (targets.TryGetValue(id, out var target) && zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target) is { } part)
                yield return (sheet.Attribute("name")?.Value ?? "", part);
        }
    }

    private static XDocument Load(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader);
    }

    private void Read(string sheet, ZipArchiveEntry part)
    {
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" } && reader.GetAttribute("t") == "e" && Place(reader.GetAttribute("r")) is var (row, column))
                errors[(sheet, row, column)] = ValueOf(reader);
        }
    }

    private static string ValueOf(XmlReader reader)
    {
        using var cell = reader.ReadSubtree();
        return cell.ReadToDescendant("v", reader.NamespaceURI) ? cell.ReadElementContentAsString() : "#N/A";
    }

    /// <summary>B12: row 12, column 1.</summary>
    private static (int Row, int Column)? Place(string? reference)
    {
        var letters = reference?.TakeWhile(char.IsAsciiLetterUpper).Count() ?? 0;
        if (letters is 0 or > 3 || !int.TryParse(reference![letters..], out var row))
            return null;
        return (row, reference[..letters].Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1) - 1);
    }
}
