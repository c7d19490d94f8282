using System.Text;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.Mvc;

namespace DxRules.Admin.Exchange.Listings;

/// <summary>Writes tables as files that other programs read.</summary>
internal static class ListingFile
{
    public const string Csv = "csv";
    public const string Excel = "xlsx";
    public const string Json = "json";

    /// <summary>The words by which addresses name the formats.</summary>
    public static readonly IReadOnlyList<string> Formats = [Excel, Csv, Json];

    /// <summary>A download.</summary>
    /// <param name="format">One of <see cref="Formats"/>; CSV where it is none of them.</param>
    /// <param name="name">Of the file, without an ending.</param>
    public static FileContentResult Of(string? format, string name, params IReadOnlyList<Listing> listings) => format switch
    {
        Excel => new(ListingWorkbook.Write(listings), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") { FileDownloadName = $"{name}.xlsx" },
        Json => new(ListingJson.Write(listings), "application/json") { FileDownloadName = $"{name}.json" },
        _ when listings.Count == 1 => new(Table(listings[0]), "text/csv; charset=utf-8") { FileDownloadName = $"{name}.csv" },
        _ => new(PlanCsv.Pack(listings.Select(listing => ($"{listing.Name}.csv", Table(listing)))), "application/zip") { FileDownloadName = $"{name}.zip" },
    };

    /// <summary>A table in CSV: UTF-8 with a byte order mark, and no text that a spreadsheet would run.</summary>
    public static byte[] Table(Listing listing)
    {
        var table = new StringBuilder(Head(listing.Columns));
        foreach (var row in listing.Rows)
            table.Append(Row(row));
        return Encoding.UTF8.GetBytes(table.ToString());
    }

    /// <summary>How a CSV file begins; for those that are too long to be held, with <see cref="Row"/>.</summary>
    public static string Head(IReadOnlyList<ListingColumn> columns) => Engine.Text.Csv.Bom + Engine.Text.Csv.Row(columns.Select(column => column.Heading));

    public static string Row(IEnumerable<object?> cells) => Engine.Text.Csv.Row(cells.Select(cell => cell switch
    {
        string text => CsvCell.Text(text),
        bool flag => new CsvCell(Word(flag)),
        _ => CsvCell.Value(cell),
    }));

    public static string Word(bool flag) => flag ? CellWords.Yes : CellWords.No;
}
