using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Marks;

/// <summary>The list of all that is to be mended in a workbook, on a sheet of its own.</summary>
internal static class ProblemSheet
{
    /// <summary>What is wrong and what to do about it.</summary>
    public static string Sentence(Diagnostic problem, Language language) =>
        problem.Hint is { } hint ? $"{problem.Message.In(language)} {hint.In(language)}" : problem.Message.In(language);

    /// <param name="fills">Marks the first cell of each row as the cell itself is marked.</param>
    public static void Add(WorkbookPart book, string name, IReadOnlyList<CellProblem> problems, MarkedCells fills, Language language)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData(RowOf(1, Headings.In(language).Split(',')));
        foreach (var problem in problems)
        {
            data.Append(RowOf(data.ChildElements.Count + 1,
            [
                (problem.IsError ? Error : Warning).In(language), problem.At?.Sheet, problem.At?.Name, Sentence(problem.Problem, language), problem.Problem.Code,
            ]));
        }
        part.Worksheet = new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(Width(1, 10), Width(2, 20), Width(3, 10), Width(4, 90), Width(5, 10)), data);
        var sheets = book.Workbook.Sheets ??= new DocumentFormat.OpenXml.Spreadsheet.Sheets();
        var number = sheets.Elements<Sheet>().Select(sheet => sheet.SheetId?.Value ?? 0).DefaultIfEmpty(0u).Max() + 1;
        sheets.Append(new Sheet { Name = name, SheetId = number, Id = book.GetIdOfPart(part) });
        for (var i = 0; i < problems.Count; i++)
            fills.Fill(part, new CellPlace(name, i + 2, 0), problems[i].IsError);
    }

    /// <summary>Takes the list of an earlier time out; whether there was one.</summary>
    public static bool Remove(WorkbookPart book, string name)
    {
        var lists = book.Workbook.Descendants<Sheet>().Where(sheet => sheet.Name == name).ToList();
        foreach (var sheet in lists)
        {
            if (sheet.Id?.Value is { } id)
                book.DeletePart(id);
            sheet.Remove();
        }
        return lists.Count > 0;
    }

    private static readonly LocalizedText Headings = new("区分,シート,セル,内容,番号", "Kind,Sheet,Cell,What,Code");
    private static readonly LocalizedText Error = new("直すところ", "to mend");
    private static readonly LocalizedText Warning = new("確かめるところ", "to see to");

    private static Row RowOf(int number, IEnumerable<string?> cells) => new(cells.Select((text, i) => new Cell(new InlineString(new Text(WorkbookText.Plain(text ?? "")) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = CellPlace.NameOf(i) + number.ToString(CultureInfo.InvariantCulture), DataType = CellValues.InlineString,
    }))
    {
        RowIndex = (uint)number,
    };

    private static Column Width(uint place, double width) => new() { Min = place, Max = place, Width = width, CustomWidth = true };
}
