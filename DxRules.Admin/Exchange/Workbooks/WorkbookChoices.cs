using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Marks;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>What can be chosen in the cells of a workbook, and what their headings say of how to fill them in.</summary>
internal sealed class WorkbookChoices
{
    /// <summary>The hidden sheet of the lists that are too long, or too free, to stand in a rule of a cell.</summary>
    public const string SheetName = "選択肢";

    /// <summary>Characters of all words of a list that Excel takes written out.</summary>
    private const int LongestList = 255;

    private readonly List<(string Heading, IReadOnlyList<string> Words)> lists = [];

    public WorkbookChoices(PlanDocument? plan)
    {
        lists.Add(("課", [.. (plan?.Departments ?? []).Select(department => Named(department.Id, department.Name))]));
        lists.Add(("分野", [.. (plan?.Categories ?? []).Select(category => Named(category.Id, category.Title))]));
    }

    /// <summary>An id with what people call it, as it stands in a list; the reader takes it for the id.</summary>
    public static string Named(string id, string name) => $"{id}（{name}）";

    /// <summary>The rules of a sheet's cells.</summary>
    /// <param name="last">The row to which they reach.</param>
    public DataValidations Of(SheetShape shape, int last)
    {
        var validations = new DataValidations();
        var first = shape.NamesHolder ? 2 : 0;
        if (shape.NamesHolder)
        {
            validations.Append(Prompt(0, PlanWorkbook.HolderHeading, ColumnHint.OfHolder(shape)));
            if (shape.Holders.Select(holder => holder.Sheet).Distinct().ToList() is [{ Id: not null } holder])
                validations.Append(Choice(0, last, PlanWorkbook.HolderHeading, RangeOf(holder), isFree: true));
        }
        for (var i = 0; i < shape.Columns.Count; i++)
        {
            var column = shape.Columns[i];
            validations.Append(Prompt(first + i, column.Heading, ColumnHint.Of(column)));
            if (FormulaOf(column) is { } formula)
                validations.Append(Choice(first + i, last, column.Heading, formula, isFree: IsFree(column)));
        }
        validations.Count = (uint)validations.ChildElements.Count;
        return validations;
    }

    /// <summary>Writes the lists; after all sheets, which may have added to them.</summary>
    public void Write(WorksheetPart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        PlanWorkbook.WriteRow(writer, 1, [.. lists.Select(list => ((object?)list.Heading, WorkbookStyles.Heading))]);
        for (var i = 0; i < lists.Max(list => list.Words.Count); i++)
            PlanWorkbook.WriteRow(writer, i + 2, [.. lists.Select(list => ((object?)list.Words.ElementAtOrDefault(i), WorkbookStyles.LockedText))]);
        writer.WriteEndElement();
        writer.WriteElement(new SheetProtection { Sheet = true });
        writer.WriteEndElement();
    }

    private string? FormulaOf(ColumnShape column)
    {
        if (column.Member?.Reference is ReferenceTo.Department or ReferenceTo.Category)
            return RangeOf(column.Member.Reference is ReferenceTo.Department ? 0 : 1);
        var words = WordsOf(column);
        if (words.Count == 0)
            return null;
        if (string.Join(',', words) is { Length: <= LongestList } written)
            return $"\"{written}\"";
        lists.Add((column.Heading, words));
        return RangeOf(lists.Count - 1);
    }

    private string? RangeOf(int list) => lists[list].Words.Count == 0 ? null
        : $"'{SheetName}'!${CellPlace.NameOf(list)}$2:${CellPlace.NameOf(list)}${(lists[list].Words.Count + 1).ToString(CultureInfo.InvariantCulture)}";

    private static string RangeOf(SheetShape holder)
    {
        var column = CellPlace.NameOf((holder.NamesHolder ? 2 : 0) + holder.Columns.TakeWhile(column => column != holder.Id).Count());
        return $"'{holder.Name}'!${column}$2:${column}$1000";
    }

    // What an old document says may be none of the plan's own, and several stand in one cell.
    private static bool IsFree(ColumnShape column) => column.Member?.Reference is not null;

    private static IReadOnlyList<string> WordsOf(ColumnShape column) => column switch
    {
        { Kind: ColumnKind.KnownEmpty } => [CellWords.None],
        { Kind: ColumnKind.IsThere } => [CellWords.There],
        { Kind: ColumnKind.Value, Member.ValueKind: PlanValueKind.Boolean } => [CellWords.Yes, CellWords.No],
        { Kind: ColumnKind.Value, Member: { ValueKind: PlanValueKind.Word } member } => CellWords.All(member.ValueType),
        _ => [],
    };

    private static DataValidation Choice(int column, int last, string heading, string formula, bool isFree) => new(new Formula1(formula))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = !isFree,
        ErrorTitle = isFree ? null : Title(heading),
        Error = isFree ? null : "一覧から選んでください。分からないときは空欄にします。",
        SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{CellPlace.NameOf(column)}2:{CellPlace.NameOf(column)}{last.ToString(CultureInfo.InvariantCulture)}" },
    };

    // A rule without a condition: it is there for what shows when the heading is chosen.
    private static DataValidation Prompt(int column, string heading, string text) => new()
    {
        AllowBlank = true,
        ShowInputMessage = true,
        PromptTitle = Title(heading),
        Prompt = text.Length <= LongestList ? text : text[..(LongestList - 1)] + "…",
        SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{CellPlace.NameOf(column)}1" },
    };

    private static string Title(string heading) => heading[..Math.Min(32, heading.Length)];
}
