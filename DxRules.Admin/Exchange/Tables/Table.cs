using DxRules.Admin.Exchange.Grids;

namespace DxRules.Admin.Exchange.Tables;

/// <summary>A table on a sheet. Rows are counted from 1.</summary>
/// <param name="FirstHeadingRow">The first row of its headings; a helper row above them does not belong to it.</param>
/// <param name="FirstRow">The first row below the headings.</param>
/// <param name="LastRow">The last row of it, notes left out.</param>
/// <param name="Columns">From left to right; columns without a heading and without a value are left out.</param>
internal sealed record Table(Grid Grid, int FirstHeadingRow, int FirstRow, int LastRow, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>What stands above the headings.</summary>
    public string? Title { get; init; }

    /// <summary>The year of all that it holds where its title names one.</summary>
    public TablePeriod? Period { get; init; }

    /// <summary>The unit of all figures where it stands above the headings: （単位：千円）.</summary>
    public string? Unit { get; init; }

    /// <summary>Rows with values. Rows of a sum are among them.</summary>
    public IReadOnlyList<int> Rows { get; init; } = [];

    /// <summary>Those of <see cref="Rows"/> that say 計, 合計, 平均 … of the others.</summary>
    public IReadOnlySet<int> Totals { get; init; } = new HashSet<int>();

    /// <summary>Rows between the headings and the last row that hold no values, with what they are. Blank ones are not told.</summary>
    public IReadOnlyList<SkippedRow> Skipped { get; init; } = [];

    /// <summary>Warnings: figures in merged cells, hidden rows and columns.</summary>
    public IReadOnlyList<CellProblem> Problems { get; init; } = [];

    /// <summary>Whether it only shows how a form is filled in: on a sheet or under a title that says so.</summary>
    public bool IsExample => Examples.Any(word => Grid.Name.Contains(word, StringComparison.Ordinal) || Title?.Contains(word, StringComparison.Ordinal) == true);

    private static readonly string[] Examples = ["記入例", "記載例", "入力例", "記入要領", "記載要領", "作成要領", "記入方法", "記入の手引"];

    public CellPlace Place(int row, TableColumn column) => new(Grid.Name, row, column.Place);
}

/// <param name="Place">Counted from 0.</param>
/// <param name="Heading">Its lines and the merged headings above it joined, without the unit and the year; empty where it was nothing else.</param>
/// <param name="Unit">Of its figures, where a heading or the table says so.</param>
/// <param name="Period">Of its values, where a heading says so; that of the title is <see cref="Table.Period"/>.</param>
/// <param name="IsProvisional">Whether a heading says 見込 or 速報.</param>
internal sealed record TableColumn(int Place, string Heading, string? Unit, TablePeriod? Period, bool IsProvisional);

/// <summary>The year of a value.</summary>
/// <param name="Year">Western; of a fiscal year the one in which it begins.</param>
/// <param name="IsCalendarYear">Whether it runs from January: 2025年, 令和７年. False for 令和7年度, R7, 2025.</param>
/// <param name="Raw">As it stands there.</param>
internal sealed record TablePeriod(int Year, bool IsCalendarYear, string Raw);

/// <param name="Row">Counted from 1.</param>
/// <param name="Text">What stands there, shortened.</param>
internal sealed record SkippedRow(int Row, SkippedRowKind Why, string Text);

internal enum SkippedRowKind
{
    /// <summary>（注）…, ※ …, 資料： ….</summary>
    Note,

    /// <summary>The headings once more, as on each printed page.</summary>
    RepeatedHeading,

    /// <summary>A heading over the rows below it, such as the name of a field.</summary>
    Subheading,
}
