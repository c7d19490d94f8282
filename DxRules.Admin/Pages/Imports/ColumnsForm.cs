using System.Globalization;
using DxRules.Admin.Exchange.Importing;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Exchange.Tables;

namespace DxRules.Admin.Pages.Imports;

/// <summary>What a person says of a table, as a form sends it.</summary>
/// <param name="Sheet">The name of its sheet.</param>
/// <param name="Heading">The first row of its headings, as it was typed; so are <paramref name="First"/> and <paramref name="Last"/>.</param>
internal sealed record ColumnsForm(bool IsTaken, bool AddsRows, string Sheet, string Heading, string First, string Last, string Kind, string Year)
{
    public const string TakenField = "taken", AddsField = "adds", SheetField = "sheet", HeadingField = "heading", FirstField = "first", LastField = "last", KindField = "kind", YearField = "year";

    /// <summary>Where the columns that the form shows stand; what they mean is asked anew where the person chose another place.</summary>
    public const string ReadField = "read";

    public static ColumnsForm Of(ImportTable table)
    {
        var mapping = table.Mapping;
        return new ColumnsForm(table.IsTaken, mapping.AddsRows, mapping.Sheet, Text(mapping.FirstHeadingRow), Text(mapping.FirstRow), Text(mapping.LastRow), mapping.Rows.ToString(), Text(mapping.FiscalYear));
    }

    public static ColumnsForm Of(IFormCollection form) => new(
        form.ContainsKey(TakenField), form.ContainsKey(AddsField), form[SheetField].ToString(), Figures(form[HeadingField]), Figures(form[FirstField]), Figures(form[LastField]), form[KindField].ToString(), form[YearField].ToString());

    public string Place => string.Join('\t', Heading, First, Last, Sheet);

    public ImportRowKind Rows => Enum.TryParse<ImportRowKind>(Kind, out var kind) ? kind : ImportRowKind.Kpi;

    public int? FiscalYear => Number(Year);

    /// <summary>A mapping of the place alone; null where it cannot be one.</summary>
    public TableMapping? ToPlace() => Number(Heading) is { } heading && Number(First) is { } first && (Last.Length == 0 || Number(Last) is not null)
        ? new TableMapping { Sheet = Sheet, FirstHeadingRow = heading, FirstRow = first, LastRow = Number(Last), Rows = Rows, Columns = [] }
        : null;

    /// <summary>The mapping of a table whose columns the form shows.</summary>
    public TableMapping Read(Table table, string layout, IFormCollection form) => new()
    {
        Sheet = Sheet, FirstHeadingRow = table.FirstHeadingRow, FirstRow = table.FirstRow, LastRow = Number(Last), Rows = Rows, FiscalYear = FiscalYear, AddsRows = AddsRows, Layout = layout,
        Columns = [.. table.Columns.Select(column => Read(column, form))],
    };

    public static string FieldOf(int place) => string.Create(CultureInfo.InvariantCulture, $"field-{place}");

    public static string YearOf(int place) => string.Create(CultureInfo.InvariantCulture, $"year-{place}");

    public static string SubjectOf(int place) => string.Create(CultureInfo.InvariantCulture, $"subject-{place}");

    private static ColumnMapping Read(TableColumn column, IFormCollection form)
    {
        var field = Enum.TryParse<ImportField>(form[FieldOf(column.Place)], out var chosen) ? chosen : ImportField.Ignored;
        var subject = form[SubjectOf(column.Place)].ToString();
        return new ColumnMapping(column.Place, column.Heading, field, Number(form[YearOf(column.Place)].ToString()), subject.Length > 0 ? subject : null);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    // ５ is 5, too.
    private static string Figures(string? text) => new([.. (text ?? "").Trim().Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c)]);
}
