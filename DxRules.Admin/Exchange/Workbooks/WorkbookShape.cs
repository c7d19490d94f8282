using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>
/// How a plan lies in a workbook: a sheet for the plan itself and one for each kind of row below it, derived from the records. A row names the object
/// it stands under by its id; what has no rows of its own lies in columns.
/// </summary>
internal sealed class WorkbookShape
{
    private WorkbookShape()
    {
        Root = new SheetShape("計画", typeof(PlanDocument), null);
        var sheets = new List<SheetShape> { Root };
        for (var i = 0; i < sheets.Count; i++)
            AddBelow(sheets, sheets[i]);
        Sheets = HoldersFirst(sheets);
    }

    public static WorkbookShape Instance { get; } = new();

    /// <summary>The plan's own sheet, of one row.</summary>
    public SheetShape Root { get; }

    /// <summary>In the order of the workbook, what holds others before what is held.</summary>
    public IReadOnlyList<SheetShape> Sheets { get; }

    /// <summary>The sheet of the rows in a list.</summary>
    public SheetShape Below(SheetShape sheet, RowList list) => Sheets.First(other => other.Holders.Contains((sheet, list)));

    private static List<SheetShape> HoldersFirst(List<SheetShape> sheets)
    {
        var (ordered, left) = (new List<SheetShape>(), new List<SheetShape>(sheets));
        while (left.Count > 0)
        {
            var next = left.First(sheet => sheet.Holders.All(holder => ordered.Contains(holder.Sheet)));
            left.Remove(next);
            ordered.Add(next);
        }
        return ordered;
    }

    // Kinds of which several objects hold lists (指標 of plan, policy and initiative) share a sheet.
    private static void AddBelow(List<SheetShape> sheets, SheetShape holder)
    {
        foreach (var list in holder.Lists)
        {
            var sheet = sheets.FirstOrDefault(other => other.Row == list.Member.ValueType && other.Member == list.Member.Name);
            if (sheet is null)
                sheets.Add(sheet = new SheetShape(NameOf(sheets, list), list.Member.ValueType, list.Member.Name));
            sheet.AddHolder(holder, list);
        }
    }

    private static string NameOf(List<SheetShape> sheets, RowList list)
    {
        var name = PlanWording.NameOf(list.Holder, list.Member.Name);
        return sheets.All(other => other.Name != name) ? name : $"{PlanWording.NameOf(list.Holder, list.Member.Name)}（{list.Member.Name}）";
    }
}

/// <summary>One kind of row.</summary>
internal sealed class SheetShape
{
    private readonly List<(SheetShape Sheet, RowList List)> holders = [];

    /// <param name="name">The name of the sheet.</param>
    /// <param name="row">The type of the record that a row holds.</param>
    /// <param name="member">The name of the list in which such rows lie; null for the plan itself.</param>
    public SheetShape(string name, Type row, string? member)
    {
        (Name, Row, Member) = (name, row, member);
        var (columns, lists) = (new List<ColumnShape>(), new List<RowList>());
        Add(row, [], [], columns, lists);
        (Columns, Lists) = (columns, lists);
        Id = row == typeof(PlanDocument) ? columns.First(column => column.Path is ["plan", "id"]) : columns.FirstOrDefault(column => column is { Path.Count: 1, Member.IsId: true });
    }

    public string Name { get; }
    public Type Row { get; }
    public string? Member { get; }

    /// <summary>What stands in the columns, after that of the holder.</summary>
    public IReadOnlyList<ColumnShape> Columns { get; }

    /// <summary>The lists of rows that a row of this kind holds.</summary>
    public IReadOnlyList<RowList> Lists { get; }

    /// <summary>The column with the id of a row; null for rows without one, which hold no others.</summary>
    public ColumnShape? Id { get; }

    /// <summary>What holds such rows: a kind of row and its list.</summary>
    public IReadOnlyList<(SheetShape Sheet, RowList List)> Holders => holders;

    /// <summary>Whether a row has to say under which object it stands: not where only the plan itself holds such rows.</summary>
    public bool NamesHolder => holders.Any(holder => holder.Sheet.Member is not null);

    public void AddHolder(SheetShape sheet, RowList list) => holders.Add((sheet, list));

    private static void Add(Type record, IReadOnlyList<string> path, IReadOnlyList<string> names, List<ColumnShape> columns, List<RowList> lists)
    {
        foreach (var member in PlanShape.Of(record).Members)
        {
            IReadOnlyList<string> to = [.. path, member.Name];
            IReadOnlyList<string> called = [.. names, PlanWording.NameOf(record, member.Name)];
            if (member is { ValueKind: PlanValueKind.Object, IsList: true })
            {
                lists.Add(new RowList(record, member, to));
                if (member.Presence == MemberPresence.UnknownList)
                    columns.Add(new ColumnShape(to, called, member, ColumnKind.KnownEmpty));
            }
            else if (member.ValueKind == PlanValueKind.Object)
            {
                // That it is there shows by what it must hold; where it must hold nothing, a column says so.
                if (PlanShape.Of(member.ValueType).Members.All(part => part.Presence != MemberPresence.Required))
                    columns.Add(new ColumnShape(to, called, member, ColumnKind.IsThere));
                Add(member.ValueType, to, called, columns, lists);
            }
            else
                columns.Add(new ColumnShape(to, called, member, member.IsList ? ColumnKind.Values : ColumnKind.Value));
        }
        if (path.Count > 0 || PlanShape.Of(record).Members.Count > 0)
            AddAside(path, names, columns);
    }

    private static void AddAside(IReadOnlyList<string> path, IReadOnlyList<string> names, List<ColumnShape> columns)
    {
        columns.Add(new ColumnShape([.. path, "raw"], [.. names, "原文の表記"], null, ColumnKind.Raw));
        columns.Add(new ColumnShape([.. path, "inferred"], [.. names, "読み取った項目"], null, ColumnKind.Inferred));
    }
}

/// <param name="Holder">The type of the record that has the list.</param>
/// <param name="Path">From the row that holds it.</param>
internal sealed record RowList(Type Holder, PlanMember Member, IReadOnlyList<string> Path);

/// <summary>A column of a sheet.</summary>
/// <param name="Path">The members from the row's object to the value.</param>
/// <param name="Names">The same in Japanese.</param>
/// <param name="Member">The last member; null for what every object may carry besides.</param>
internal sealed record ColumnShape(IReadOnlyList<string> Path, IReadOnlyList<string> Names, PlanMember? Member, ColumnKind Kind)
{
    /// <summary>What stands at its head.</summary>
    public string Heading => string.Join("・", Kind == ColumnKind.KnownEmpty ? [.. Names, "有無"] : Names);

    /// <summary>Tells it apart from the others of its sheet, in the words of plan files.</summary>
    public string Key => string.Join('/', Path);
}

internal enum ColumnKind
{
    /// <summary>One value.</summary>
    Value,

    /// <summary>Several values, each on a line of the cell.</summary>
    Values,

    /// <summary>なし where a list is known to be empty; nothing where it has rows or nobody knows.</summary>
    KnownEmpty,

    /// <summary>あり where an object is there, whatever is known of it.</summary>
    IsThere,

    /// <summary>The document's own wordings, as JSON.</summary>
    Raw,

    /// <summary>The members that were read into the document, each on a line.</summary>
    Inferred,
}
