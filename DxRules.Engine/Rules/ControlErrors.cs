using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>What is said about a file of the catalogue of security controls, beyond what any YAML file may hear.</summary>
internal static class ControlErrors
{
    public static readonly LocalizedText Catalogue = new("管理策の目録", "the catalogue of controls");
    public static readonly LocalizedText Control = new("controls の項目", "a control");
    public static readonly LocalizedText Evidence = new("evidence の項目", "a piece of evidence");

    public static Diagnostic BadControlId(SourceText source, TextSpan span, string id) => Error("DX190", source, span,
        new($"管理策のID「{id}」は、英大文字で始まる英大文字と数字を、半角の - でつないだ形のはずです。", $"expected the id of a control '{id}' to be capital letters and digits, beginning with a letter, joined by '-'."),
        new("例: C36、CITY-01", "as in C36 or CITY-01"));

    public static Diagnostic ControlTwice(SourceText source, TextSpan span, string id, string other) => Error("DX191", source, span,
        new($"管理策「{id}」は {other} にもあります。", $"the control '{id}' also stands at {other}."),
        new("別のIDにするか、置き換えるなら replaces: true と書いてください。", "give it another id, or write 'replaces: true' where it is to take the place of the other."));

    public static Diagnostic NothingReplaced(SourceText source, TextSpan span, string id) => Error("DX192", source, span,
        new($"置き換える管理策「{id}」がありません。", $"there is no control '{id}' to replace."),
        new("新しい管理策なら、replaces を取り除いてください。", "remove 'replaces' where the control is a new one."));

    public static Diagnostic NoFrequency(SourceText source, TextSpan span) => Error("DX193", source, span,
        new("頻度がありません。", "nothing says how often this control is due."),
        new("reviewEveryMonths（月数）か occasion（都度など）のどちらかを書いてください。", "write 'reviewEveryMonths' (months) or 'occasion' (such as eachTime)."));

    public static Diagnostic NotAFigure(SourceText source, TextSpan span, string found) => Error("DX194", source, span,
        new($"goal は 100 や 0 のような数のはずですが、「{found}」です。", $"expected 'goal' to be a number such as 100 or 0, but found '{found}'."),
        new("単位は unit に書いてください。", "the unit belongs into 'unit'."));

    public static Diagnostic GoalWithoutFigure(SourceText source, TextSpan span) => Error("DX195", source, span,
        new("目標があるのに、割合か件数の証跡がありません。", "there is a goal, but no evidence is a ratio or a count."),
        new("evidence に kind: ratio か kind: count のものを加えるか、goal を取り除いてください。", "add evidence of kind ratio or count, or remove 'goal'."));

    private static Diagnostic Error(string code, SourceText source, TextSpan span, LocalizedText message, LocalizedText hint) =>
        new(code, DiagnosticSeverity.Error, message, source, span, hint);
}
