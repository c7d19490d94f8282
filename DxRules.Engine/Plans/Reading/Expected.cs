using DxRules.Engine.Text;

namespace DxRules.Engine.Plans.Reading;

/// <summary>What must stand in a member, in words.</summary>
internal static class Expected
{
    public static readonly LocalizedText Object = new("オブジェクト { … }", "an object { … }");
    public static readonly LocalizedText List = new("リスト [ … ]", "a list [ … ]");
    public static readonly LocalizedText Text = new("文字列", "a text");
    public static readonly LocalizedText Date = new("日付 \"YYYY-MM-DD\"（月まで分かれば \"YYYY-MM\"）", "a date \"YYYY-MM-DD\", or \"YYYY-MM\" where only the month is known");
    public static readonly LocalizedText Number = new("数", "a number");
    private static readonly LocalizedText Share = new("0から1までの数", "a number from 0 to 1");
    public static readonly LocalizedText Whole = new("0以上の整数", "a whole number, 0 or more");
    public static readonly LocalizedText FiscalYear = new("年度（西暦の整数。令和6年度は 2024）", "a fiscal year as a number (2024 is April 2024 to March 2025)");
    public static readonly LocalizedText Boolean = new("true 又は false", "true or false");

    /// <summary>One value of a member, or one element of its list.</summary>
    public static LocalizedText ValueOf(PlanMember member) => member.ValueKind switch
    {
        PlanValueKind.Object => Object,
        PlanValueKind.Text => Text,
        PlanValueKind.Number => member.IsShare ? Share : Number,
        PlanValueKind.Whole => member.IsFiscalYear ? FiscalYear : Whole,
        PlanValueKind.Boolean => Boolean,
        PlanValueKind.Date => Date,
        _ => Words(member.ValueType),
    };

    /// <summary>One of the words of an enum.</summary>
    public static LocalizedText Words(Type type)
    {
        var words = PlanWords.Of(type).Keys;
        return new($"次の語のどれか: {string.Join("、", words)}", $"one of {string.Join(", ", words)}");
    }

    /// <summary>What was found instead, short enough for a line.</summary>
    public static LocalizedText Found(JsonNode node) => node.Kind switch
    {
        JsonKind.Object => Object,
        JsonKind.List => List,
        JsonKind.Text => new($"文字列「{Short(node.Text)}」", $"the text \"{Short(node.Text)}\""),
        JsonKind.Number => Short(node.Text),
        JsonKind.True => "true",
        JsonKind.False => "false",
        _ => "null",
    };

    public static string Short(string text)
    {
        const int Longest = 40;
        return text.Length <= Longest ? text : $"{text[..Longest]}…";
    }
}
