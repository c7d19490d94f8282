using System.Globalization;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Syntax;

/// <summary>Where in an expression something is wrong.</summary>
internal readonly record struct Place(EmbeddedText Text, TextSpan Span);

/// <summary>The wording of every error in an expression's form, a method an error.</summary>
internal static class SyntaxErrors
{
    public static readonly LocalizedText Value = new("値（数、文字列、名前、「(」など）", "a value (a number, a text, a name, '(' …)");

    public static readonly LocalizedText Name = new("名前", "a name");

    public static readonly LocalizedText Type = new("型の名前（number、string、date、list<number> など）", "a type (number, string, date, list<number> …)");

    public static LocalizedText Sign(string sign) => new($"「{sign}」", $"'{sign}'");

    public static LocalizedText Either(string first, string second) => new($"「{first}」か「{second}」", $"'{first}' or '{second}'");

    public static Diagnostic UnexpectedEnd(Place at, LocalizedText expected, LocalizedText? hint = null) =>
        Error(at, "DX201", $"式が途中で終わっています。{expected.Ja}が必要です。", $"The expression ends too early: {expected.En} was expected.", hint ?? new("続きを書くか、終わりの余分な記号を取り除きます。", "Write what is missing, or take away what is too much at the end."));

    public static Diagnostic ValueExpected(Place at, string found, LocalizedText? hint = null) =>
        Error(at, "DX202", $"ここには{Value.Ja}が必要ですが、「{found}」があります。", $"{Capital(Value.En)} was expected here, but '{found}' was found.", hint);

    public static Diagnostic BracketNotClosed(Place at, LocalizedText expected, string found, LocalizedText? hint) =>
        Error(at, "DX203", $"ここには{expected.Ja}が必要ですが、「{found}」があります。", $"{Capital(expected.En)} was expected here, but '{found}' was found.", hint);

    public static Diagnostic WordExpected(Place at, string word, string found, LocalizedText? hint) =>
        Error(at, "DX204", $"ここには「{word}」が必要ですが、「{found}」があります。", $"'{word}' was expected here, but '{found}' was found.", hint);

    public static Diagnostic FullWidthCharacters(Place at, string found) => found.Trim('\u3000').Length == 0
        ? Error(at, "DX205", "全角の空白は文字列の外では使えません。", "A full-width space cannot stand outside a text.",
            new("半角の空白にします。", "write a half-width space."))
        : Error(at, "DX205", $"全角の「{found}」は文字列の外では使えません。", $"The full-width '{found}' cannot stand outside a text.",
            new($"半角で「{FullWidth.HalfWidthOf(found)}」と書きます。", $"write '{FullWidth.HalfWidthOf(found)}' in half-width characters."));

    public static Diagnostic UnknownOperator(Place at, string found, string meant) =>
        Error(at, "DX206", $"「{found}」という演算子はありません。", $"There is no operator '{found}'.",
            new($"「{meant}」と書きます。", $"write '{meant}'."));

    public static Diagnostic NotIsAFunction(Place at) =>
        Error(at, "DX206", "「!」という演算子はありません。", "There is no operator '!'.",
            new("否定は「not(…)」、等しくないことは「!=」と書きます。", "write not(…) for a negation, '!=' for 'is not equal'."));

    public static Diagnostic WrongQuotes(Place at, char open, char close) =>
        Error(at, "DX207", $"文字列が「{open}」と「{close}」で囲まれています。", $"The text stands between '{open}' and '{close}'.",
            new("文字列は半角の二重引用符 \" で囲みます。", "write texts between half-width double quotes (\")."));

    public static Diagnostic TextNotClosed(Place at, bool endsWithOtherQuote) =>
        Error(at, "DX208", "文字列が閉じられていません。", "The text is not closed.", endsWithOtherQuote
            ? new("終わりの引用符が全角です。半角の \" にします。", "its closing quote is a full-width one: write a half-width \".")
            : new("行の終わりまでに \" を書きます。文字列の中の引用符は \\\" と書きます。", "write \" before the line ends; a quote inside a text is written \\\"."));

    public static Diagnostic CommentNotClosed(Place at) =>
        Error(at, "DX209", "注釈「/*」が閉じられていません。", "The comment '/*' is not closed.", new("終わりに「*/」を書きます。", "write '*/' at its end."));

    public static Diagnostic NumberTooLong(Place at) =>
        Error(at, "DX210", "数が長すぎます。28桁までの数を書けます。", "The number is too long: numbers have up to 28 digits.");

    public static Diagnostic TooDeep(Place at, int limit) =>
        Error(at, "DX211", $"式の入れ子または連なりが深すぎます（{limit}段まで）。", $"The expression is nested or chained too deeply (up to {limit} levels).",
            new("式を分けて名前を付けます（let）。", "split it and name the parts (let)."));

    public static Diagnostic TooLong(Place at, int length, int limit) =>
        Error(at, "DX212", $"式が長すぎます（{Count(length)}文字。{Count(limit)}文字まで）。", $"The expression is too long ({Count(length)} characters; up to {Count(limit)}).",
            new("式を分けて名前を付けます（let）。", "split it and name the parts (let)."));

    public static Diagnostic UnexpectedRest(Place at, string found, LocalizedText? hint) =>
        Error(at, "DX213", $"式はここで終わるはずですが、「{found}」が続いています。", $"The expression should end here, but '{found}' follows.", hint);

    public static Diagnostic UnknownCharacter(Place at, string found) =>
        Error(at, "DX214", $"「{found}」は式では使えません。", $"'{found}' cannot be used in an expression.", found == "%"
            ? new("割合は小数で書きます（60% は 0.6）。", "write a share as a decimal (60% is 0.6).")
            : null);

    public static Diagnostic UnknownEscape(Place at, string found) =>
        Error(at, "DX215", $"「{found}」は文字を表していません。", $"'{found}' does not stand for a character.",
            new("「\\u3042」（4桁）か「\\U01F40E」（6桁）のように16進数で書きます。", "write \\u3042 (four hexadecimal digits) or \\U01F40E (six)."));

    public static Diagnostic NameExpected(Place at, string found) =>
        Error(at, "DX216", $"ここには名前が必要ですが、「{found}」があります。", $"A name was expected here, but '{found}' was found.");

    public static Diagnostic TypeExpected(Place at, string found) =>
        Error(at, "DX217", $"ここには{Type.Ja}が必要ですが、「{found}」があります。", $"{Capital(Type.En)} was expected here, but '{found}' was found.");

    public static Diagnostic MixedArguments(Place at) =>
        Error(at, "DX218", "名前付きの引数と名前なしの引数が混ざっています。", "Arguments with names and without are mixed.",
            new("すべてに名前を付けるか、どれにも付けません。", "name all of them or none."));

    public static Diagnostic NameTwice(Place at, string name) =>
        Error(at, "DX219", $"「{name}」が二度書かれています。", $"'{name}' is written twice.", new("どちらかを消すか、別の名前にします。", "remove one or rename it."));

    /// <summary>Points to the bracket that waits to be closed.</summary>
    public static LocalizedText OpenedAt(Place bracket, string sign)
    {
        var (line, column) = bracket.Text.Source.PositionOf(bracket.Text.InSource(bracket.Span).Start);
        return new($"{Count(line)}行{Count(column)}列の「{sign}」が閉じられていません。", $"the '{sign}' at line {Count(line)}, column {Count(column)} is not closed.");
    }

    /// <summary>What a person may have meant who wrote <paramref name="found"/> behind a value.</summary>
    public static LocalizedText? AfterValue(Token found, Token before) => found switch
    {
        { Kind: TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace } =>
            new($"対応する開き括弧がないか、「{found.Text}」が余分です。", $"its opening bracket is missing, or this '{found.Text}' is one too many."),
        { Kind: TokenKind.Name } => AfterValue(found.Text) ?? (before.Kind == TokenKind.Number && !found.SpaceBefore
            ? new($"数に単位は付けません（{before.Text}）。", $"write numbers without a unit ({before.Text}).")
            : MissingOperator),
        { Kind: TokenKind.Number or TokenKind.Text } => MissingOperator,
        _ => null,
    };

    /// <summary>The keyword a person may have meant by a word that is none.</summary>
    public static LocalizedText? Meant(Token found) => found.Kind == TokenKind.Name ? AfterValue(found.Text) : null;

    private static readonly LocalizedText MissingOperator =
        new("演算子か「,」が抜けていませんか。", "is an operator or a comma missing before it?");

    private static LocalizedText? AfterValue(string word) => word.ToLowerInvariant() switch
    {
        "かつ" or "且つ" => Write("and"),
        "または" or "又は" or "もしくは" => Write("or"),
        "is" => new("空かどうかは「= null」と比べます。", "compare with '= null' to ask whether there is a value."),
        "not" => new("「not(x in (…))」や「!=」と書きます。", "write not(x in (…)) or '!='."),
        "mod" => new("余りは「modulo(a, b)」と書きます。", "write modulo(a, b) for the remainder."),
        var lower when lower != word && TokenKinds.IsKeyword(lower) => Write(lower),
        _ => null,
    };

    private static LocalizedText Write(string word) => new($"「{word}」と書きます。", $"write '{word}'.");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Diagnostic Error(Place at, string code, string ja, string en, LocalizedText? hint = null) =>
        new(code, DiagnosticSeverity.Error, new LocalizedText(ja, en), at.Text.Source, at.Text.InSource(at.Span), hint);
}
