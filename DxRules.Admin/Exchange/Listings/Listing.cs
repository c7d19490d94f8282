namespace DxRules.Admin.Exchange.Listings;

/// <summary>A table that is taken out: one row of headings, one thing in a cell, values by their types.</summary>
/// <param name="Name">Of the sheet or file it becomes.</param>
/// <param name="Rows">As many cells each as there are columns: texts, whole and decimal numbers, days, yes and no; null where nothing stands.</param>
internal sealed record Listing(string Name, IReadOnlyList<ListingColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <param name="Key">What programs know it by, whatever the language.</param>
/// <param name="Heading">What people read; with its unit where all values have the same, as none stands in the cells.</param>
internal sealed record ListingColumn(string Key, string Heading);
