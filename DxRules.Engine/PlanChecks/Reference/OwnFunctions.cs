using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>The functions the binder knows itself, because their types follow from their arguments.</summary>
internal static class OwnFunctions
{
    private static readonly LocalizedText Number = new("数値", "number");
    private static readonly LocalizedText Text = new("文字列", "text");
    private static readonly LocalizedText Boolean = new("真偽", "boolean");
    private static readonly LocalizedText AnyList = new("一覧", "list");
    private static readonly LocalizedText Numbers = new("数値の一覧", "list of number");
    private static readonly LocalizedText Booleans = new("真偽の一覧", "list of boolean");
    private static readonly LocalizedText Ordered = new("数値・日付・期間の一覧", "list of numbers, dates or durations");
    private static readonly LocalizedText Item = new("一覧の要素の型", "type of the items");

    public static IReadOnlyList<FunctionEntry> All { get; } =
    [
        Of("not", Boolean, new("真と偽を入れ替える", "true for false and false for true"), ("条件", "condition", Boolean)),
        Of("count", Number, new("要素の数", "how many items"), ("一覧", "list", AnyList)),
        Of("sum", Number, new("合計", "the sum"), ("一覧", "list", Numbers)),
        Of("min", Item, new("最も小さいもの。空の一覧なら対象外", "the least; not applicable for an empty list"), ("一覧", "list", Ordered)),
        Of("max", Item, new("最も大きいもの。空の一覧なら対象外", "the greatest; not applicable for an empty list"), ("一覧", "list", Ordered)),
        Of("mean", Number, new("平均。空の一覧なら対象外", "the mean; not applicable for an empty list"), ("一覧", "list", Numbers)),
        Of("share", Number, new("真である要素の割合", "the share of items that are true"), ("条件の一覧", "conditions", Booleans)) with { JapaneseName = "割合" },
        Of("shareAtLeast", Boolean, new("真である要素の割合が、ある値以上か。分からない要素があっても結果が変わらなければ決まる", "whether the share of items that are true reaches a value; decided where unknown items cannot tip it"), ("条件の一覧", "conditions", Booleans), ("割合", "share", Number)) with { JapaneseName = "割合以上" },
        Of("list contains", Boolean, new("一覧に値があるか", "whether a list holds a value"), ("一覧", "list", AnyList), ("値", "value", Item)),
        Of("string", Text, new("値を文字で書いたもの", "the value as text"), ("値", "value", new("数値・日付・真偽・文字列", "number, date, boolean or text"))),
        Of("date", new("日付", "date"), new("書かれた日付", "the date written"), ("文字", "text", new("引用符で囲んだ日付", "a date in quotes"))),
        Of("duration", new("日数の期間・月数の期間", "days duration or months duration"), new("書かれた期間。P90D は90日、P12M は12か月", "the duration written: P90D is 90 days, P12M 12 months"), ("文字", "text", new("引用符で囲んだ期間", "a duration in quotes"))),
    ];

    private static FunctionEntry Of(string name, LocalizedText result, LocalizedText meaning, params (string Ja, string En, LocalizedText Type)[] parameters) =>
        new(name, name, meaning, [.. parameters.Select(p => (new LocalizedText(p.Ja, p.En), p.Type))], result);
}
