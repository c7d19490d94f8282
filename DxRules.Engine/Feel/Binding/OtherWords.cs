using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>What people write who know spreadsheets or have just begun, and what a rule says instead. Null where nothing comes to mind.</summary>
internal static class OtherWords
{
    private static readonly LocalizedText AsOfDate = new(
        "判定する日は「基準日」です。規則が、実行した日を読むことはありません。",
        "The day of a check is asOfDate; a rule never reads the day on which it runs.");

    private static readonly Dictionary<string, string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["件数"] = "count", ["個数"] = "count", ["数"] = "count", ["countif"] = "count", ["counta"] = "count", ["length"] = "count", ["size"] = "count",
        ["合計"] = "sum", ["sumif"] = "sum", ["平均"] = "mean", ["average"] = "mean", ["avg"] = "mean",
        ["最大"] = "max", ["最大値"] = "max", ["最小"] = "min", ["最小値"] = "min", ["文字列"] = "string", ["text"] = "string",
        ["日付"] = "date", ["期間"] = "duration", ["ではない"] = "not",
    };

    private static readonly string[] Today = ["today", "now", "今日", "本日", "現在", "現在日"];

    public static LocalizedText? ForFunction(string name)
    {
        if (Today.Contains(name, StringComparer.OrdinalIgnoreCase))
            return AsOfDate;
        return Functions.TryGetValue(name, out var meant) ? new($"「{meant}(…)」と書きます。", $"Write {meant}(…).") : null;
    }

    public static LocalizedText? ForName(string name, RuleScope scope)
    {
        if (Today.Contains(name, StringComparer.OrdinalIgnoreCase))
            return AsOfDate;
        var holders = scope.Subject.Members.Where(member => member.Type is ListType { Item: ObjectType item } && item.Find(name) is not null).ToList();
        if (holders.Count > 0)
            return InsideList(name, holders[0]);
        return scope.Schema.Enums.Any(type => type.Find(name) is not null)
            ? new($"値として比べるときは、\"{name}\" のように半角の二重引用符で囲みます。", $"To compare with it as a value, put it in quotes: \"{name}\".")
            : null;
    }

    /// <summary>A number beside a date stands for days or months, which must be said.</summary>
    public static LocalizedText? ForDates(BinaryExpression syntax, FeelType left, FeelType right)
    {
        var number = left == FeelType.Number ? syntax.Left : syntax.Right;
        if (!((left == FeelType.Date && right == FeelType.Number) || (left == FeelType.Number && right == FeelType.Date)))
            return null;
        var count = number is NumberLiteral { Value: >= 0 and < 100_000 } literal && decimal.IsInteger(literal.Value) ? FormattableString.Invariant($"{literal.Value:0}") : "12";
        return new(
            $"日数は duration(\"P{count}D\")、月数は duration(\"P{count}M\") と書きます。",
            $"Write days as duration(\"P{count}D\") and months as duration(\"P{count}M\").");
    }

    private static LocalizedText InsideList(string name, Member list) => new(
        $"一覧「{list.Ja}」の中の項目です。「{list.Ja}.{name}」か「some x in {list.Ja} satisfies x.{name} …」のように書きます。",
        $"It is a member of the items of '{list.En}': write {list.En}.{name}, or some x in {list.En} satisfies x.{name} …");
}
