using System.Text;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Admin.Localization;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Publishing.OpenData;

/// <summary>A table that is given out as open data.</summary>
/// <param name="File">Its name.</param>
/// <param name="Title">What its rows are.</param>
internal abstract record OpenDataTable(string File, LocalizedText Title)
{
    public abstract IReadOnlyList<OpenDataColumn> Columns { get; }

    /// <summary>The table as CSV: UTF-8 with a byte order mark, CRLF, one row of headings, nothing that a spreadsheet would run.</summary>
    public abstract byte[] Write(ApprovedPublication publication);

    /// <summary>The place of a column by its English name.</summary>
    public int PlaceOf(string name) => Columns.Index().First(column => column.Item.Name.En == name).Index;
}

/// <param name="Held">Its columns, whose values tell what stands in a row.</param>
internal sealed record OpenDataTable<T>(string File, LocalizedText Title, IReadOnlyList<OpenDataColumn<T>> Held, Func<ApprovedPublication, IEnumerable<T>> RowsOf) : OpenDataTable(File, Title)
{
    public override IReadOnlyList<OpenDataColumn> Columns => Held;

    public override byte[] Write(ApprovedPublication publication)
    {
        var csv = new StringBuilder(Csv.Bom).Append(Csv.Row(Held.Select(column => column.Name.Ja)));
        foreach (var row in RowsOf(publication))
            csv.Append(Csv.Row(Held.Select(column => OpenDataCell.Of(column.Value(row)))));
        return Encoding.UTF8.GetBytes(csv.ToString());
    }
}

/// <summary>Values as they stand in the cells.</summary>
internal static class OpenDataCell
{
    /// <summary>What stands between several texts of a cell, as in the standard data sets of municipalities.</summary>
    public const char Separator = ';';

    private static readonly Texts Japanese = new(Language.Japanese);

    public static CsvCell Of(object? value) => value switch
    {
        Enum word => CsvCell.Text(Word(word)),
        IEnumerable<string> texts => CsvCell.Value(string.Join(Separator, texts.Select(text => text.Replace(Separator, '；')))),
        _ => CsvCell.Value(value),
    };

    /// <summary>The Japanese word of an enum's value.</summary>
    public static string Word(Enum value) => value is AnswerDecision decision
        ? Japanese[$"decision.{PlanWords.Write(decision)}"]
        : CellWords.Of(value.GetType(), value);
}
