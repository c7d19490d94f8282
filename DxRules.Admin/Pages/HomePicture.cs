using DxRules.Admin.Charts;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages;

/// <summary>A picture on the first page with the table of the same numbers, each of which leads to what it counts.</summary>
/// <param name="Question">What it answers.</param>
/// <param name="Answer">The answer, as a sentence.</param>
/// <param name="RowHead">What the rows are.</param>
/// <param name="More">Where to read on.</param>
internal sealed record HomePicture(
    string Id, string Question, string Answer, string RowHead, IReadOnlyList<StackPart> Parts, IReadOnlyList<HomeRow> Rows, HomePicture.Shape Drawn, (string Address, string TextKey) More)
{
    /// <summary>The plan, as several of them stand on one page.</summary>
    public string About { get; init; } = "";

    /// <summary>Rows that are drawn; the table has them all.</summary>
    private const int MostRows = 6;

    public enum Shape
    {
        Columns,
        Rows,
    }

    public Chart Chart(Texts texts) => new(Id, Answer, Describe(texts), canvas =>
    {
        IReadOnlyList<Stack> stacks = [.. Rows.Take(MostRows).Select(row => new Stack(row.Short, [.. row.Cells.Select(cell => cell.Count)]))];
        if (Drawn == Shape.Columns)
            StackedColumns.Draw(canvas, Parts, stacks, 170);
        else
            StackedRows.Draw(canvas, Parts, stacks);
    });

    private string Describe(Texts texts) => string.Concat(Rows.Take(MostRows).Select(row => texts["home.told", row.Label,
        string.Join(texts["change.and"], row.Cells.Select((cell, i) => texts["home.toldPart", Parts[i].Name, texts["count.items", cell.Count]]))]));
}

/// <param name="Short">The label where there is little room.</param>
/// <param name="Cells">One for each part.</param>
internal sealed record HomeRow(string Label, string Short, IReadOnlyList<HomeCell> Cells, HomeCell Total);

/// <param name="Address">The list of what is counted.</param>
internal sealed record HomeCell(int Count, string Address);
