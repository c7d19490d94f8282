using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Exchange.Tables;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>Finds the tables of a file and what stands where in them, as it was the last time or else as it seems to be.</summary>
internal sealed class ImportTables(AdminDb db, TimeProvider clock)
{
    /// <summary>Tables of a file that are offered.</summary>
    public const int Most = 40;

    /// <param name="department">Municipality and id of the department whose mappings are remembered; null for the office.</param>
    public async Task<ImportMapping> Guess(IReadOnlyList<Grid> grids, PlanDocument plan, int planId, string? department, CancellationToken cancel)
    {
        var remembered = await Remembered(planId, department, cancel);
        var index = new PlanIndex(plan);
        var tables = new List<ImportTable>();
        foreach (var table in grids.SelectMany(TableFinder.Find).Take(Most))
        {
            cancel.ThrowIfCancellationRequested();
            tables.Add(Guess(table, index, remembered));
        }
        return new ImportMapping(tables);
    }

    /// <summary>The same for a table that a person pointed out.</summary>
    public async Task<ImportTable> Guess(Table table, PlanDocument plan, int planId, string? department, CancellationToken cancel) =>
        Guess(table, new PlanIndex(plan), await Remembered(planId, department, cancel)) with { IsTaken = true };

    /// <summary>The tables that are taken.</summary>
    public IReadOnlyList<(Table Table, TableMapping Mapping)> Chosen(ImportRow import, IReadOnlyList<Grid> grids) =>
        import.Mapping is null ? [] : [.. ImportMapping.Of(import.Mapping).Tables.Where(table => table.IsTaken).Select(table => (Find(grids, table.Mapping), table.Mapping)).Where(pair => pair.Item1 is not null).Select(pair => (pair.Item1!, pair.Mapping))];

    /// <summary>The table of a mapping; null where the file has no such sheet or rows.</summary>
    public static Table? Find(IReadOnlyList<Grid> grids, TableMapping mapping) =>
        grids.FirstOrDefault(grid => grid.Name == mapping.Sheet) is { } grid && mapping.FirstHeadingRow >= 1 && mapping.FirstRow > mapping.FirstHeadingRow && mapping.FirstRow <= grid.Rows.Count
            ? TableFinder.At(grid, mapping.FirstHeadingRow, mapping.FirstRow, mapping.LastRow)
            : null;

    /// <summary>Remembers what was said of tables. Only within a transaction that tells it.</summary>
    public async Task Remember(ImportRow import, ImportMapping mapping, CancellationToken cancel)
    {
        var key = import.Department ?? "";
        foreach (var table in mapping.Tables.Where(table => table.IsTaken && table.Mapping.Layout.Length > 0).DistinctBy(table => table.Mapping.Layout))
        {
            var layout = table.Mapping.Layout;
            var row = await db.ColumnMappings.SingleOrDefaultAsync(known => known.PlanId == import.PlanId && known.Department == key && known.Layout == layout, cancel);
            if (row is null)
                db.ColumnMappings.Add(row = new ColumnMappingRow { PlanId = import.PlanId, Department = key, Layout = layout, Mapping = "" });
            (row.Mapping, row.At) = (TableMappingFile.WriteLine(table.Mapping), clock.GetUtcNow());
        }
    }

    private static ImportTable Guess(Table table, PlanIndex index, IReadOnlyDictionary<string, TableMapping> remembered)
    {
        var guess = MappingGuess.Of(table, index);
        var fitted = remembered.TryGetValue(guess.Layout, out var earlier) ? MappingGuess.Fit(earlier, table) : null;
        var mapping = fitted ?? guess;

        return new ImportTable(!table.Grid.IsHidden && MappingGuess.IsKnown(table, mapping), mapping, fitted is not null);
    }

    private async Task<Dictionary<string, TableMapping>> Remembered(int plan, string? department, CancellationToken cancel)
    {
        var key = department ?? "";
        var rows = await db.ColumnMappings.AsNoTracking().Where(row => row.PlanId == plan && row.Department == key).ToListAsync(cancel);
        return rows.Select(row => (row.Layout, Mapping: TableMappingFile.ReadLine(row.Mapping))).Where(row => row.Mapping is not null).ToDictionary(row => row.Layout, row => row.Mapping!, StringComparer.Ordinal);
    }
}
