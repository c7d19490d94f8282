using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>A row about a department.</summary>
internal sealed class DepartmentRow(ImportWork work) : IRowReading
{
    public RowFinding Read(RowEntry row)
    {
        var column = row.Table.First(ImportField.DepartmentName);
        if (column is null || row.Table.Label(row.Row, column) is not { } name)
        {
            work.Problems.NoName(row.Head);
            return new RowFinding(null, "");
        }
        var byId = row.Table.Text(row.Row, ImportField.Id) is { } id ? work.Index.ById(id) as Department : null;
        var found = byId is null ? work.Departments.Find(name) : [byId];
        if (found is [var one])
            return new RowFinding(one.Id, name, one.Id, Write: () => Write(row, one));
        if (found.Count > 1)
        {
            work.Problems.Ambiguous(row.At(column), name, found.Select(department => department.Name));
            row.Block();
        }
        else if (row.Table.Mapping.AddsRows)
            return new RowFinding(name, name, TextKeys.Key(name), IsNew: true, () => Add(row, name));
        else
            work.Problems.NotFound(row.At(column), "課", "department", name, null, addsRows: false);
        return new RowFinding(null, name);
    }

    private void Add(RowEntry row, string name)
    {
        var (from, to) = (row.Date(row.Table.First(ImportField.From), isStart: true).Date, row.Date(row.Table.First(ImportField.To)).Date);
        work.Edits.Add(work.Plan.Plan.Id, new Department { Id = work.Ids.Department(name), Name = name.Replace("\n", "", StringComparison.Ordinal), From = from, To = to }, row.Head);
    }

    private static void Write(RowEntry row, Department department)
    {
        if (row.Table.First(ImportField.From) is { } fromColumn && row.Date(fromColumn, isStart: true).Date is { } from
            && row.Says(department.Id, "from", from.ToString(), row.At(fromColumn), department.From?.Day == from.Day))
            row.Work.Edits.Change<Department>(department.Id, now => now with { From = from });
        if (row.Table.First(ImportField.To) is { } toColumn && row.Date(toColumn).Date is { } to
            && row.Says(department.Id, "to", to.ToString(), row.At(toColumn), department.To?.Day == to.Day))
            row.Work.Edits.Change<Department>(department.Id, now => now with { To = to });
    }
}
