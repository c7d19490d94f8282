using System.Collections;
using System.Text;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>What a plan says, as rows of the sheets.</summary>
/// <param name="Holder">The id of the object under which the row stands; null for the plan's own row.</param>
/// <param name="HolderTitle">What people call that object.</param>
/// <param name="Cells">As many as the sheet has columns; null where nothing stands.</param>
/// <param name="Record">What the row is of.</param>
internal sealed record PlanRow(string? Holder, string? HolderTitle, IReadOnlyList<object?> Cells, PlanObject Record)
{
    /// <summary>The rows of each sheet, in document order.</summary>
    public static IReadOnlyDictionary<SheetShape, List<PlanRow>> Of(PlanDocument plan)
    {
        var rows = WorkbookShape.Instance.Sheets.ToDictionary(sheet => sheet, _ => new List<PlanRow>());
        Add(rows, WorkbookShape.Instance.Root, plan, null, null);
        return rows;
    }

    /// <summary>What stands in the columns of an object's row.</summary>
    public static IEnumerable<object?> CellsOf(SheetShape sheet, PlanObject record) => sheet.Columns.Select(column => CellOf(column, record));

    private static void Add(IReadOnlyDictionary<SheetShape, List<PlanRow>> rows, SheetShape sheet, PlanObject record, string? holder, string? holderTitle)
    {
        rows[sheet].Add(new PlanRow(holder, holderTitle, [.. CellsOf(sheet, record)], record));
        var id = sheet.Id is { } column ? (string?)At(record, column.Path) : null;
        foreach (var list in sheet.Lists)
        {
            var below = WorkbookShape.Instance.Below(sheet, list);
            foreach (var row in (IEnumerable?)At(record, list.Path) ?? Array.Empty<PlanObject>())
                Add(rows, below, (PlanObject)row, id, TitleOf(record));
        }
    }

    private static object? CellOf(ColumnShape column, PlanObject record)
    {
        var holder = (PlanObject?)At(record, column.Path.SkipLast(1));
        if (holder is null)
            return null;
        return column.Kind switch
        {
            ColumnKind.Raw => holder.Raw.Count == 0 ? null : RawText(holder.Raw),
            ColumnKind.Inferred => holder.Inferred.Count == 0 ? null : string.Join('\n', holder.Inferred),
            ColumnKind.KnownEmpty => column.Member!.Get(holder) is ICollection { Count: 0 } ? CellWords.None : null,
            ColumnKind.IsThere => column.Member!.Get(holder) is null ? null : CellWords.There,
            ColumnKind.Values => ValuesText(column.Member!, (IEnumerable?)column.Member!.Get(holder)),
            _ => column.Member!.Get(holder) is { } value && !(column.Member.Presence == MemberPresence.Default && Equals(value, column.Member.Default)) ? Shown(column.Member, value) : null,
        };
    }

    private static object Shown(PlanMember member, object value) => member.ValueKind switch
    {
        PlanValueKind.Word => CellWords.Of(member.ValueType, value),
        PlanValueKind.Boolean => (bool)value ? CellWords.Yes : CellWords.No,
        PlanValueKind.Date => (PlanDate)value is { IsMonth: false } date ? date.Day : PlanText.Of(value)!,
        _ => value,
    };

    private static string? ValuesText(PlanMember member, IEnumerable? values)
    {
        if (values is null)
            return null;
        var texts = values.Cast<object>().Select(value => Shown(member, value) as string ?? PlanText.Of(value)!).ToList();
        if (texts.Count == 0)
            return member.Presence == MemberPresence.UnknownList ? CellWords.None : null;

        // Lines would not come back as they were where one of them holds another, or looks like a list.
        var asLines = texts.All(text => !text.Contains('\n', StringComparison.Ordinal) && text.Trim() == text) && texts[0] is not ['[', ..] && texts is not [CellWords.None];
        return asLines ? string.Join('\n', texts) : $"[{string.Join(", ", texts.Select(PlanText.Quoted))}]";
    }

    private static string RawText(IReadOnlyDictionary<string, string> raw)
    {
        var text = new StringBuilder();
        foreach (var (member, wording) in raw.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            text.Append(text.Length == 0 ? "{" : ", ").Append(PlanText.Quoted(member)).Append(": ").Append(PlanText.Quoted(wording));
        return text.Append('}').ToString();
    }

    /// <summary>What stands at the end of a way through members; null where the way breaks off.</summary>
    public static object? At(PlanObject record, IEnumerable<string> path)
    {
        object? at = record;
        foreach (var name in path)
            at = at is PlanObject holder ? PlanShape.Of(holder.GetType()).Find(name)!.Get(holder) : null;
        return at;
    }

    /// <summary>What people call an object.</summary>
    public static string? TitleOf(PlanObject record) => record switch
    {
        PlanDocument document => document.Plan.Title,
        _ => new[] { "title", "name", "on" }.Select(PlanShape.Of(record.GetType()).Find).FirstOrDefault(member => member is not null) is { } title
            ? PlanText.Of(title.Get(record))
            : null,
    };
}

/// <summary>The words that stand for values in a workbook.</summary>
internal static class CellWords
{
    public const string Yes = "はい";
    public const string No = "いいえ";

    /// <summary>A list that is known to be empty.</summary>
    public const string None = "なし";

    /// <summary>An object that is there.</summary>
    public const string There = "あり";

    /// <summary>The Japanese word of an enum's value.</summary>
    public static string Of(Type type, object value)
    {
        var word = PlanWords.Write(value);
        return WordsOf(type)?.Find(word)?.Ja ?? word;
    }

    /// <summary>All words of an enum, in its order.</summary>
    public static IReadOnlyList<string> All(Type type) => [.. PlanWords.Of(type).Values.Select(value => Of(type, value))];

    /// <summary>The word of plan files for a Japanese one, or for itself; null where there is none such.</summary>
    public static string? Read(Type type, string word) =>
        PlanWords.Of(type).FirstOrDefault(entry => entry.Key == word || Of(type, entry.Value) == word).Key;

    private static Engine.Feel.Binding.EnumType? WordsOf(Type type) => PlanSchema.Instance.Enums.FirstOrDefault(words => words.Clr == type);
}
