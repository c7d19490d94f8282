using System.IO.Packaging;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Marks;

/// <summary>
/// Gives a file back with what has to be mended in it: the cells filled and commented, and all of it listed on a last sheet. All else stays as it was,
/// but macros, which are taken out.
/// </summary>
internal static class MarkedWorkbook
{
    /// <summary>The sheet with the list; taken out again where a marked file is marked anew.</summary>
    public const string ListName = "取込の指摘";

    /// <summary>An .xlsx workbook: the file itself where it is one, else a new one with the same cells (.xls, text files).</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="problems">A place whose sheet is not there is told in the list alone.</param>
    public static byte[] Write(string name, ReadOnlyMemory<byte> content, IReadOnlyList<CellProblem> problems, Language language = Language.Japanese)
    {
        var grids = GridFile.Read(name, content).Grids;
        if (grids is not null && content.Span.StartsWith("PK"u8))
        {
            try
            {
                return Mark(content.ToArray(), problems, language);
            }
            catch (Exception wrong) when (wrong is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or InvalidOperationException or FormatException or ArgumentException)
            {
                // What one library reads another may refuse; the cells are known all the same.
            }
        }
        return Mark(GridWorkbook.Write(grids ?? []), problems, language);
    }

    private static byte[] Mark(byte[] content, IReadOnlyList<CellProblem> problems, Language language)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var workbook = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var book = workbook.WorkbookPart ?? throw new InvalidDataException();
            if (workbook.DocumentType != SpreadsheetDocumentType.Workbook)
                TakeMacrosOut(workbook, book);
            var fills = new MarkedCells(book);
            var wasMarked = ProblemSheet.Remove(book, ListName);
            var bySheet = problems.Where(problem => problem.At is not null).ToLookup(problem => GridWorkbook.NameOf(problem.At!.Sheet), StringComparer.Ordinal);
            foreach (var sheet in book.Workbook.Descendants<Sheet>().ToList())
            {
                if (sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part || (!wasMarked && !bySheet.Contains(GridWorkbook.NameOf(sheet.Name?.Value ?? ""))))
                    continue;
                if (wasMarked)
                    fills.Clear(part);
                MarkSheet(part, bySheet[GridWorkbook.NameOf(sheet.Name?.Value ?? "")], fills, language);
            }
            ProblemSheet.Add(book, ListName, problems, fills, language);
        }
        return stream.ToArray();
    }

    private static void MarkSheet(WorksheetPart part, IEnumerable<CellProblem> problems, MarkedCells fills, Language language)
    {
        var comments = new CellComments(part);
        foreach (var onCell in problems.GroupBy(problem => fills.CellOf(part, problem.At!)).OrderBy(cell => cell.Key.Row).ThenBy(cell => cell.Key.Column))
        {
            fills.Fill(part, onCell.Key, onCell.Any(problem => problem.IsError));
            comments.Add(onCell.Key, string.Join('\n', onCell.Select(problem => ProblemSheet.Sentence(problem.Problem, language))));
        }
        comments.Save();
    }

    private static void TakeMacrosOut(SpreadsheetDocument workbook, WorkbookPart book)
    {
        if (book.VbaProjectPart is { } macros)
            book.DeletePart(macros);
        workbook.ChangeDocumentType(SpreadsheetDocumentType.Workbook);
    }
}
