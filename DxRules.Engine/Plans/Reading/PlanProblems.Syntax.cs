using DxRules.Engine.Text;

namespace DxRules.Engine.Plans.Reading;

/// <summary>DX410–DX419: the syntax of JSON.</summary>
internal sealed partial class PlanProblems
{
    public void EndsEarly(int offset, JsonNode? inside)
    {
        var bracket = inside?.Kind == JsonKind.List ? "]" : "}";
        Error("DX410", new TextSpan(offset, 0), inside?.Path,
            new($"途中で終わっています。「{bracket}」が足りません。", $"The file ends too early: a '{bracket}' is missing."),
            inside is null ? null : BegunAt(inside));
    }

    public void TrailingComma(int offset, JsonNode? inside) => Error("DX411", new TextSpan(offset, 1), inside?.Path,
        new("最後の要素の後ろに余分な「,」があります。", "There is a comma after the last element."),
        new("この「,」を消してください。", "delete this comma."));

    public void MissingComma(int offset, string found, JsonNode? inside) => Error("DX412", new TextSpan(offset, 1), inside?.Path,
        new($"「{found}」の前に「,」か「:」が必要です。", $"Expected ',' or ':' before '{found}'."));

    public void FullWidthSign(int offset, string found, string half, JsonNode? inside) => Error("DX413", new TextSpan(offset, 1), inside?.Path,
        new($"全角の「{found}」は使えません。", $"The full-width '{found}' cannot be used here."),
        new($"半角の「{half}」で書いてください。", $"write the half-width '{half}' instead."));

    public void ControlCharacterInText(int offset, JsonNode? inside) => Error("DX414", new TextSpan(offset, 0), inside?.Path,
        new("文字列の途中に改行などの制御文字があります。", "A text holds a line break or another control character."),
        new("文字列を「\"」で閉じるか、改行を \\n と書いてください。", "close the text with '\"', or write the line break as \\n."));

    public void UnexpectedSign(int offset, string found, SyntaxHint hint, JsonNode? inside) => Error("DX415", new TextSpan(offset, 1), inside?.Path,
        new($"ここに「{found}」は書けません。", $"'{found}' cannot stand here."), Say(hint));

    public void BrokenEscape(TextSpan span, JsonNode? inside) => Error("DX416", span, inside?.Path,
        new("\\u で書かれた文字が途中で切れています。", "A character written as \\u is only half of one."),
        new("文字をそのまま書いてください。", "write the character itself."));

    private LocalizedText BegunAt(JsonNode inside)
    {
        var (line, _) = Source.PositionOf(inside.Span.Start);
        return new($"{line}行目で始まった {inside.Path} が閉じていません。", $"{inside.Path}, begun in line {line}, is not closed.");
    }

    private static LocalizedText Say(SyntaxHint hint) => hint switch
    {
        SyntaxHint.NoComments => new("JSON に注釈は書けません。notes に書いてください。", "JSON has no comments; write them into notes."),
        SyntaxHint.DoubleQuotes => new("文字列は「\"」で囲みます。", "texts stand in double quotes (\")."),
        SyntaxHint.NumberForm => new("数は 12、-3.5、0.6 の形で書きます。", "numbers are written as 12, -3.5 or 0.6."),
        SyntaxHint.Words => new("文字列は「\"」で囲み、true、false、null は小文字で書きます。", "texts stand in double quotes; true, false and null are in lower case."),
        _ => new("括弧と「,」の対応を確かめてください。", "see whether brackets and commas match."),
    };
}
