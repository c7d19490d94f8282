using DxRules.Admin.Exchange.Listings;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Security;

/// <summary>What a plan holds under security as tables to be taken out, one a kind of row. Only for those who may see it.</summary>
internal static class SecurityListing
{
    /// <param name="plan">As the viewer may see it: without security there is nothing in the tables.</param>
    public static IReadOnlyList<Listing> Of(PlanDocument plan)
    {
        var rows = PlanRow.Of(plan);
        return [.. WorkbookShape.Instance.Sheets.Where(IsOfSecurity).Select(sheet => Of(sheet, rows[sheet]))];
    }

    private static Listing Of(SheetShape sheet, IReadOnlyList<PlanRow> rows)
    {
        var columns = sheet.Columns.Select((column, place) => (Column: column, Place: place)).Where(found => found.Column.Kind is ColumnKind.Value or ColumnKind.Values).ToList();
        var holder = sheet.NamesHolder ? new[] { new ListingColumn("holder", PlanWorkbook.HolderHeading), new ListingColumn("holderTitle", PlanWorkbook.HolderTitleHeading) } : [];
        return new Listing(sheet.Name, [.. holder, .. columns.Select(found => new ListingColumn(found.Column.Key, found.Column.Heading))],
            [.. rows.Select(row => (IReadOnlyList<object?>)[.. sheet.NamesHolder ? [row.Holder, row.HolderTitle] : Array.Empty<object?>(), .. columns.Select(found => row.Cells[found.Place])])]);
    }

    private static bool IsOfSecurity(SheetShape sheet) => sheet.Holders.Any(holder => holder.List.Path is ["security", ..] || IsOfSecurity(holder.Sheet));
}
