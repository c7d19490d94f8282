using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>The departments that a row names.</summary>
/// <param name="Leading">Ids; of a column that is only for the one responsible, that one.</param>
/// <param name="NamesSupporting">Whether the table has a column for those that help.</param>
internal sealed record RowDepartments(IReadOnlyList<string> Leading, IReadOnlyList<string> Supporting, bool IsLead, bool NamesSupporting, CellPlace At)
{
    private static readonly char[] Between = ['\n', '、', '，', ',', '／', '/', ';', '；', '・'];

    public bool IsNothing => Leading.Count + Supporting.Count == 0;

    /// <summary>What the cells of a row say; null where something in them has to be mended first.</summary>
    /// <param name="planned">Ids of those that the plan names: several in one cell are clear where they are just these.</param>
    public static RowDepartments? Read(RowEntry row, IReadOnlyList<string> planned)
    {
        var (one, lead, supporting) = (row.Table.First(ImportField.Department), row.Table.First(ImportField.LeadDepartment), row.Table.First(ImportField.SupportingDepartments));
        var leading = Ids(row, lead ?? one, planned);
        var others = Ids(row, supporting, null);
        return leading is null || others is null ? null : new RowDepartments(leading, others, lead is not null, supporting is not null, row.At(lead ?? one ?? supporting));
    }

    /// <summary>The departments of an initiative with these; the one in charge comes first.</summary>
    public IReadOnlyList<string> Over(IReadOnlyList<string> before)
    {
        if (NamesSupporting)
            return [.. (Leading.Count > 0 ? Leading : before.Take(1)).Concat(Supporting.Count > 0 ? Supporting : before.Skip(1)).Distinct()];
        if (Leading.Count == 0 || (!IsLead && Leading.All(before.Contains)))
            return before;
        return IsLead ? [.. Leading.Concat(before).Distinct()] : Leading;
    }

    private static IReadOnlyList<string>? Ids(RowEntry row, MappedColumn? column, IReadOnlyList<string>? planned)
    {
        if (column is null || row.Words(column) is not { } text)
            return [];
        var names = row.Work.Departments.Find(text).Count > 0 ? [text] : Split(row, text);
        var found = names.Select(name => Id(row, column, name)).ToList();
        if (found.Contains(null))
            return null;
        if (planned is null || names.Count == 1)
            return [.. found.OfType<string>()];
        if (planned.ToHashSet().SetEquals(found.OfType<string>()))
            return planned;
        row.Problems.SeveralDepartments(row.At(column), names);
        row.Block();
        return null;
    }

    // ・ stands between departments and also within names.
    private static List<string> Split(RowEntry row, string text)
    {
        var parts = text.Split(Between[..^1], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        return [.. parts.SelectMany(part => row.Work.Departments.Find(part).Count > 0 || part.Split('・') is var pieces && !pieces.All(piece => row.Work.Departments.Find(piece).Count > 0) ? [part] : part.Split('・', StringSplitOptions.TrimEntries))];
    }

    private static string? Id(RowEntry row, MappedColumn column, string name)
    {
        var division = row.Table.First(ImportField.Division) is { } of ? row.Table.Label(row.Row, of) : null;
        var found = row.Work.Departments.Find(name);
        if (found.Count != 1 && division is not null && row.Work.Departments.Find(division + name) is { Count: 1 } whole)
            found = whole;
        if (found is [var one])
            return one.Id;
        if (found.Count == 0)
            row.Problems.NoDepartment(row.At(column), name, row.Work.Departments.Near(name));
        else
            row.Problems.Ambiguous(row.At(column), name, found.Select(department => department.Name));
        row.Block();
        return null;
    }
}
