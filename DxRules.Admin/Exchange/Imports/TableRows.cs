using DxRules.Admin.Exchange.Grids;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Takes the rows of one table, one after the other.</summary>
internal sealed class TableRows
{
    private readonly ImportWork work;
    private readonly MappedTable table;
    private readonly RowLabels labels;
    private readonly SubjectFinder finder;
    private readonly IRowReading reading;
    private readonly Dictionary<string, CellPlace> seen = new(StringComparer.Ordinal);

    public TableRows(ImportWork work, MappedTable table)
    {
        (this.work, this.table, labels, finder) = (work, table, new RowLabels(table), new SubjectFinder(work.Index, work.Problems));
        reading = table.Mapping.Rows switch
        {
            ImportRowKind.Kpi => new KpiRow(work, finder),
            ImportRowKind.Initiative => new InitiativeRow(work, finder),
            ImportRowKind.Milestone => new StepRow(work, finder),
            ImportRowKind.Department => new DepartmentRow(work),
            ImportRowKind.Year => new YearRow(work),
            ImportRowKind.Place => new PlaceRow(work),
            var other => throw new ArgumentOutOfRangeException(nameof(table), other, "There is no such kind of row."),
        };
    }

    public void Take(int row)
    {
        if (!table.IsFilled(row))
            return;
        var entry = new RowEntry(work, table, row, labels.Of(row));
        var found = reading.Read(entry);
        if (found == RowFinding.Total)
            return;
        if (found.Subject is not null && found.Key is { } key && IsTwice(key, found, entry))
            found = found with { Subject = null };
        else
            found.Write?.Invoke();
        work.Rows.Add(new ImportedRow(entry.Head, Outcome(entry, found), found.Subject, found.Title));
    }

    /// <summary>What shows only when all rows were looked at.</summary>
    public void Finish()
    {
        if (finder.Renumbered > 1 && finder.Renumbered * 2 >= finder.Numbered)
            work.Problems.Renumbered(new CellPlace(table.Table.Grid.Name, table.Table.FirstHeadingRow, table.First(ImportField.InitiativeNumber)!.Place), finder.Renumbered);
        work.Years.Tell(table, work.Problems);
    }

    private bool IsTwice(string key, RowFinding found, RowEntry entry)
    {
        if (seen.TryAdd(key, entry.Head) || seen[key] == entry.Head)
            return false;
        entry.Problems.Twice(entry.Head, found.Title, seen[key]);
        entry.Block();
        return true;
    }

    private static ImportOutcome Outcome(RowEntry entry, RowFinding found) =>
        found.Subject is null ? ImportOutcome.NotRecognised
        : found.IsNew ? ImportOutcome.Added
        : entry.IsChanged ? ImportOutcome.Changed
        : ImportOutcome.Unchanged;
}

/// <summary>How rows of one kind are read.</summary>
internal interface IRowReading
{
    /// <summary>What the row is about, and how what it says is written once it is known that no other row says it too.</summary>
    RowFinding Read(RowEntry row);
}

/// <summary>What a row is about.</summary>
/// <param name="Subject">Its id; null where that is not known, which is told.</param>
/// <param name="Title">In the words of the table.</param>
/// <param name="Key">What no two rows of a table have in common; null where rows may be about the same.</param>
/// <param name="IsNew">Whether the plan does not hold it yet.</param>
/// <param name="Write">Puts what the row says into the plan.</param>
internal sealed record RowFinding(string? Subject, string Title, string? Key = null, bool IsNew = false, Action? Write = null)
{
    /// <summary>計, 平均: a row about the others, of which there is nothing to take over or to tell.</summary>
    public static readonly RowFinding Total = new(null, "");
}
