using DxRules.Admin.Exchange.Tables;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Finds what tables would change of a plan.</summary>
internal static class TableImport
{
    private const int Often = 200;

    /// <summary>The changes of all tables together. Nothing is stored.</summary>
    /// <param name="tables">To leave a row out, take it from <see cref="Table.Rows"/>.</param>
    /// <param name="today">Figures of years that have not begun are no actual ones, and those of a year that still runs no final ones.</param>
    /// <param name="rowsDone">Told how many rows of all tables were looked at, now and then.</param>
    public static ImportProposal Propose(PlanDocument plan, IReadOnlyList<(Table Table, TableMapping Mapping)> tables, DateOnly today, IProgress<int>? rowsDone, CancellationToken cancel)
    {
        var work = new ImportWork(plan, today);
        var done = 0;
        foreach (var (table, mapping) in tables)
        {
            var mapped = new MappedTable(table, mapping, work.Problems);
            var rows = new TableRows(work, mapped);
            foreach (var row in mapped.Rows)
            {
                cancel.ThrowIfCancellationRequested();
                rows.Take(row);
                if (++done % Often == 0)
                    rowsDone?.Report(done);
            }
            rows.Finish();
        }
        rowsDone?.Report(done);
        var changes = PlanDifference.Between(plan, Checked(work.Edits.Apply(plan), work.Problems));
        return new ImportProposal(changes, work.Rows, work.Problems.All, work.Edits.Sources(changes));
    }

    private static PlanDocument Checked(PlanDocument plan, ImportProblems problems)
    {
        foreach (var wrong in PlanReader.Read(plan.Plan.Id, PlanWriter.WriteLine(plan)).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            problems.Plan(wrong);
        return plan;
    }
}
