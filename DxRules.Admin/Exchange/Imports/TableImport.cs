using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Tables;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Finds what tables would change of a plan.</summary>
internal static class TableImport
{
    /// <summary>The changes of all tables together. Nothing is stored.</summary>
    /// <param name="tables">To leave a row out, take it from <see cref="Table.Rows"/>.</param>
    /// <param name="today">Figures of years that have not begun are no actual ones.</param>
    /// <param name="rowsDone">Told how many rows of all tables were looked at, now and then.</param>
    public static ImportProposal Propose(PlanDocument plan, IReadOnlyList<(Table Table, TableMapping Mapping)> tables, DateOnly today, IProgress<int>? rowsDone, CancellationToken cancel)
    {
        var work = new ImportWork(plan, today);
        var done = 0;
        foreach (var (table, mapping) in tables)
        {
            foreach (var row in table.Rows)
            {
                cancel.ThrowIfCancellationRequested();
                work.Rows.Add(new ImportedRow(new CellPlace(table.Grid.Name, row, 0), ImportOutcome.NotRecognised, null, ""));
                if (++done % 100 == 0)
                    rowsDone?.Report(done);
            }
        }
        return new ImportProposal([], work.Rows, work.Problems.All, new Dictionary<(string, string), CellPlace>());
    }
}
