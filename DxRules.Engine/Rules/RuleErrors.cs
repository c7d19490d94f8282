using System.Globalization;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>Everything that can be said about a rule file, a parameter file, a scale or a profile: one method a finding, DX101 to DX149.</summary>
internal static partial class RuleErrors
{
    // What a message calls the thing it speaks of.
    public static readonly LocalizedText File = new("ファイルの内容", "the file");
    public static readonly LocalizedText Rule = new("規則", "the rule");
    public static readonly LocalizedText Level = new("levels の項目", "a level");
    public static readonly LocalizedText SeverityWord = new("重大度", "a severity");
    public static readonly LocalizedText Example = new("examples の項目", "an example");
    public static readonly LocalizedText SharedParameters = new("共有パラメータのファイル", "the file of shared parameters");
    public static readonly LocalizedText Topics = new("主題のファイル", "the file of topics");
    public static readonly LocalizedText Scale = new("評価基準", "the rating scale");
    public static readonly LocalizedText Grade = new("grades の項目", "a grade");
    public static readonly LocalizedText Profile = new("プロファイル", "the profile");
    public static readonly LocalizedText Mapping = new("「キー: 値」の並び", "entries of the form 'key: value'");
    public static readonly LocalizedText List = new("一覧（[a, b] または「- a」の並び）", "a list ([a, b] or lines of '- a')");
    public static readonly LocalizedText Text = new("文字列", "a text");

    public static LocalizedText Key(string key) => new($"「{key}」", $"'{key}'");

    public static LocalizedText Parameter(string name) => new($"パラメータ「{name}」", $"parameter '{name}'");

    public static LocalizedText Let(string name) => new($"let の「{name}」", $"let '{name}'");

    public static LocalizedText Group(string name) => new($"共有パラメータの組「{name}」", $"group '{name}'");

    public static LocalizedText Topic(string name) => new($"主題「{name}」", $"topic '{name}'");

    public static LocalizedText Condition(string level) => new($"{level} の条件", $"the condition of '{level}'");

    // Structure

    public static Diagnostic UnknownFormat(SourceText source, TextSpan span, string? found, IReadOnlyCollection<string> known) => Error("DX110", source, span,
        found is null
            ? new("最初に format がありません。", "'format' is missing.")
            : new($"format「{found}」は知られていません。", $"the format '{found}' is not known."),
        (found is null ? null : Meant(found, known)) ?? new($"使えるもの: {Listed(known)}", $"known formats: {Listed(known)}"));

    public static Diagnostic UnknownKey(SourceText source, TextSpan span, LocalizedText what, string key, IReadOnlyCollection<string> expected) => Error("DX111", source, span,
        new($"{what.Ja}に「{key}」というキーはありません。", $"{what.En} has no key '{key}'."),
        Meant(OtherWords.GetValueOrDefault(key, key), expected) ?? new($"使えるキー: {Listed(expected)}", $"known keys: {Listed(expected)}"));

    public static Diagnostic MissingKey(SourceText source, TextSpan span, LocalizedText what, string key) => Error("DX112", source, span,
        new($"{what.Ja}に「{key}」がありません。", $"{what.En} lacks '{key}'."),
        KeyHint(key));

    public static Diagnostic MissingText(SourceText source, TextSpan span, string key) => Error("DX112", source, span,
        new($"規則に「{key}」がありません。", $"the rule lacks '{key}'."),
        new($"規則に一つ、または levels の項目すべてに {key} を書いてください。", $"write one '{key}' for the rule, or one for each of its levels."));

    public static Diagnostic WrongKind(SourceText source, YamlNode found, LocalizedText what, LocalizedText expected) => Error("DX113", source, FirstLine(source, found.Span),
        new($"{what.Ja}は{expected.Ja}のはずですが、{KindOf(found).Ja}です。", $"expected {what.En} to be {expected.En}, but found {KindOf(found).En}."),
        expected == Text && source.Content[found.Span.Start] is '{' or '[' ? WrapHint
            : expected == List && found is YamlScalar { IsNull: false } one ? ListHint(one.Value) : null);

    /// <param name="example">How the change is written.</param>
    public static Diagnostic NotAChange(SourceText source, YamlNode found, LocalizedText what, string example) => WrongKind(source, found, what, Mapping) with
    {
        Hint = new($"「{what.Ja.Trim('「', '」')}: {{ {example}, reason: 理由 }}」のように、理由とともに書いてください。", $"write it with its reason: {{ {example}, reason: … }}"),
    };

    public static Diagnostic Empty(SourceText source, TextSpan span, LocalizedText what) => Error("DX114", source, span,
        new($"{what.Ja}に内容がありません。", $"{what.En} is empty."),
        new("内容を書くか、キーごと取り除いてください。", "fill it in, or remove the key."));

    public static Diagnostic MissingTranslation(SourceText source, TextSpan span, LocalizedText what, string language) => Error("DX115", source, FirstLine(source, span),
        language == "ja"
            ? new($"{what.Ja}に日本語（ja）の文がありません。", $"{what.En} lacks its Japanese text (ja).")
            : new($"{what.Ja}に英語（en）の文がありません。", $"{what.En} lacks its English text (en)."),
        LanguagesHint);

    public static Diagnostic OneLanguage(SourceText source, TextSpan span, LocalizedText what) => Error("DX115", source, span,
        new($"{what.Ja}は日本語と英語の両方のはずですが、文が一つだけです。", $"expected {what.En} in Japanese and in English, but found one text."),
        LanguagesHint);

    public static Diagnostic UnknownWord(SourceText source, TextSpan span, LocalizedText what, string word, IEnumerable<string> known) => Error("DX116", source, span,
        new($"{what.Ja}に「{word}」は使えません。", $"'{word}' is no word for {what.En}."),
        Meant(OtherWords.GetValueOrDefault(word, word), [.. known]) is { } meant
            ? new($"{meant.Ja}使える語: {Listed(known)}", $"{meant.En} Allowed: {Listed(known)}")
            : new($"使える語: {Listed(known)}", $"expected one of: {Listed(known)}"));

    public static Diagnostic LevelWithoutSeverity(SourceText source, TextSpan span) => Error("DX116", source, span,
        new("levels の項目に重大度がありません。", "the level lacks its severity."),
        new("「- warning: 条件」のように、critical warning notice info のどれかで始めてください。", "begin it with one of critical, warning, notice, info, as in '- warning: condition'."));

    public static Diagnostic LevelOrder(SourceText source, TextSpan span, Severity found, Severity before) => Error("DX117", source, span,
        new($"levels は重い順のはずですが、{Word(before)} の後に {Word(found)} があります。", $"levels stand from most to least severe, but {Word(found)} follows {Word(before)}."));

    public static Diagnostic LevelNeverReached(SourceText source, TextSpan span, Severity before) => Error("DX117", source, span,
        new($"前の {Word(before)} に条件がなく常に当てはまるため、この段には届きません。", $"the {Word(before)} before it has no condition and always wins, so this level is never reached."),
        new("条件のない段は最後に一つだけ置けます。", "a level without a condition can only stand last."));

    // Identity

    public static Diagnostic BadId(SourceText source, TextSpan span, string id) => Error("DX118", source, span,
        new($"ID「{id}」は、英大文字と数字を半角の - でつないだ形のはずです。", $"expected the id '{id}' to be capital letters and digits joined by '-'."),
        new("例: SCH-02、SEC-02-ALL", "as in SCH-02 or SEC-02-ALL"));

    public static Diagnostic BadCategory(SourceText source, TextSpan span, string category, string? meant) => Error("DX118", source, span,
        meant is null
            ? new($"分類「{category}」は、英小文字の語のはずです。", $"expected the category '{category}' to be a lower-case word.")
            : new($"分類「{category}」は知られている語に似すぎています。", $"the category '{category}' is too like a known one."),
        meant is null
            ? new($"例: {Listed(RuleCategory.Known)}", $"as in {Listed(RuleCategory.Known)}")
            : new($"「{meant}」のことですか。", $"did you mean '{meant}'?"));

    public static Diagnostic FileName(SourceText source, TextSpan span, string id) => Warning("DX119", source, span,
        new($"ID「{id}」の規則のファイル名は「{id}-<名前>.yaml」のはずです。", $"expected the file of rule '{id}' to be named '{id}-<slug>.yaml'."));

    public static Diagnostic CategoryFolder(SourceText source, TextSpan span, string category, string folder) => Warning("DX120", source, span,
        new($"分類は「{category}」ですが、フォルダ「{folder}」にあります。", $"the category is '{category}', but the file lies in the folder '{folder}'."));

    public static Diagnostic DuplicateId(SourceText source, TextSpan span, string id, string other) => Error("DX121", source, span,
        new($"ID「{id}」は {other} でも使われています。", $"the id '{id}' is also used at {other}."),
        new("どちらかのIDを変えるか、片方のファイルを取り除いてください。", "change one of the two, or remove a file."));

    // Values

    public static Diagnostic NotADate(SourceText source, TextSpan span, string found, bool hasForm) => Error("DX122", source, span,
        hasForm
            ? new($"{found} という日はありません。", $"there is no day {found}.")
            : new($"日付は 2025-04-01 の形のはずですが、「{found}」です。", $"expected a date such as 2025-04-01, but found '{found}'."),
        WrittenDates.Meant(found) is { } meant ? new($"{meant} と書いてください。", $"write {meant}.") : null);

    public static Diagnostic NotAWholeNumber(SourceText source, TextSpan span, LocalizedText what, string found) => Error("DX123", source, span,
        new($"{what.Ja}は1以上の整数のはずですが、「{found}」です。", $"expected {what.En} to be a whole number from 1, but found '{found}'."));

    public static Diagnostic BadValue(SourceText source, TextSpan span, ParameterType type, string found, IReadOnlyList<string> words)
    {
        var (ja, en) = FormOf(type, words);
        return Error("DX124", source, span,
            new($"{ja}のはずですが、「{found}」です。", $"expected {en}, but found '{found}'."),
            HalfWidthHint(found) ?? ValueHint(type, found));
    }

    public static Diagnostic OutOfBounds(SourceText source, TextSpan span, string value, string? min, string? max) => Error("DX125", source, span,
        (min, max) switch
        {
            (not null, not null) => new($"値は{min}から{max}までのはずですが、{value}です。", $"expected a value from {min} to {max}, but found {value}."),
            (not null, null) => new($"値は{min}以上のはずですが、{value}です。", $"expected a value of at least {min}, but found {value}."),
            _ => new($"値は{max}以下のはずですが、{value}です。", $"expected a value of at most {max}, but found {value}."),
        });

    public static Diagnostic BoundsCrossed(SourceText source, TextSpan span) => Error("DX125", source, span,
        new("下限・始まりが上限・終わりを超えています。", "the lower bound lies above the upper one."));

    public static Diagnostic OnlyFor(SourceText source, TextSpan span, string key, string types) => Error("DX126", source, span,
        new($"「{key}」が使えるのは type が {types} のときだけです。", $"'{key}' is only for the types {types}."));

    public static Diagnostic NotAName(SourceText source, TextSpan span, string name, bool isEnglish, bool isReserved) => Error("DX127", source, span,
        isReserved
            ? new($"「{name}」は式の言語の語なので、名前には使えません。", $"'{name}' is a word of the language and cannot be a name.")
            : isEnglish
                ? new($"英語の名前は criticalDelay のように英小文字で始まる英数字のはずですが、「{name}」です。", $"expected an English name such as criticalDelay (letters and digits, a small letter first), but found '{name}'.")
                : new($"名前に使えるのは文字・数字・_ だけですが、「{name}」です。", $"expected a name of letters, digits and _, but found '{name}'."));

    public static Diagnostic NameTwice(SourceText source, TextSpan span, string name, int line) => Error("DX128", source, span,
        new($"「{name}」は{line}行目でも使われています。", $"'{name}' is also used in line {line}."),
        new("別の名前にしてください。", "give one of the two another name."));

    public static Diagnostic FactsDoNotFit(SourceText source, TextSpan span, string key) => Error("DX129", source, span,
        key == "missing"
            ? new("missing を書けるのは expect が undetermined のときだけです。", "'missing' goes only with expect: undetermined.")
            : new("unknown を書けるのは expect が重大度（info notice warning critical）のときだけです。", "'unknown' goes only with a severity as expect (info, notice, warning, critical)."));

    // Texts with expressions

    public static Diagnostic BraceNotClosed(SourceText source, TextSpan span) => Error("DX130", source, FirstLine(source, span),
        new("{ が閉じられていません。", "the { is not closed."),
        new("式の終わりに } を、式の中の文字列の終わりに \" を加えてください。{ そのものを印字するには {{ と書きます。", "add } at the end of the expression, and \" at the end of a text in it. To print a brace write {{."));

    public static Diagnostic LoneClosingBrace(SourceText source, TextSpan span) => Error("DX130", source, span,
        new("対になる { のない } です。", "this } has no {."),
        new("} そのものを印字するには }} と書きます。", "to print a brace write }}."));

    public static Diagnostic EmptyBraces(SourceText source, TextSpan span) => Error("DX130", source, span,
        new("{ } の中に式がありません。", "there is no expression between the braces."),
        new("印字する名前を書いてください。例: {題名}", "write what is to be printed, as in {title}."));

    public static Diagnostic FullWidthBrace(SourceText source, TextSpan span, char found) => Warning("DX131", source, span,
        new($"全角の {found} は式を囲むものではなく、そのまま印字されます。", $"the full-width {found} does not enclose an expression and is printed as it is."),
        new("式を囲むには半角の { } を使います。", "use { } for an expression."));

    public static Diagnostic CutByComment(SourceText source, TextSpan span) => Error("DX132", source, FirstLine(source, span),
        new("「 #」から後が注釈とみなされ、値が途中で切れています。", "what follows ' #' is read as a comment, so the value is cut short."),
        WrapHint);

    /// <summary>The severity as rule files write it.</summary>
    public static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    private static readonly LocalizedText WrapHint = new(
        "値全体を ' ' で囲んでください（中の ' は '' と書きます）。または「|」の次の行に、字下げして書いてください。",
        "put the whole value into ' ' (and write '' for a ' in it), or write it indented on the line after a |.");

    private static readonly LocalizedText LanguagesHint = new("{ ja: …, en: … } の両方を書いてください。", "write both: { ja: …, en: … }.");

    // Words people write for those of the format.
    private static readonly Dictionary<string, string> OtherWords = new()
    {
        ["題名"] = "title", ["対象"] = "subject", ["分類"] = "category", ["版"] = "version", ["根拠"] = "source", ["条件"] = "when",
        ["必要"] = "needs", ["段階"] = "levels", ["severity"] = "levels", ["文"] = "message", ["解消"] = "clears", ["例"] = "examples",
        ["warn"] = "warning",
        ["重大"] = "critical", ["警告"] = "warning", ["注意"] = "notice", ["情報"] = "info", ["指摘なし"] = "quiet",
        ["対象外"] = "notApplicable", ["判定不能"] = "undetermined", ["error"] = "critical", ["major"] = "critical",
        ["数"] = "number", ["割合"] = "percent", ["日数"] = "days", ["月数"] = "months", ["日付"] = "date", ["真偽"] = "boolean",
        ["string"] = "text", ["integer"] = "number", ["bool"] = "boolean", ["良好"] = "good", ["遅れ"] = "behind", ["判定外"] = "notAssessable",
    };

    private static LocalizedText? KeyHint(string key) => key switch
    {
        "en" => new("英語の名前を書いてください。例: en: criticalDelay", "give its English name, as in en: criticalDelay."),
        "source" => new("根拠（計画の章や条項）を書いてください。", "name the document it rests on."),
        "reason" => new("変更には、その理由を書いてください。", "every change is written with its reason."),
        _ => null,
    };

    private static LocalizedText? Meant(string name, IReadOnlyCollection<string> known) =>
        known.Contains(name) || Spelling.Nearest(name, known) is not null
            ? Meant(known.Contains(name) ? name : Spelling.Nearest(name, known)!)
            : null;

    private static LocalizedText Meant(string name) => new($"「{name}」のことですか。", $"did you mean '{name}'?");

    private static LocalizedText KindOf(YamlNode node) => node switch
    {
        YamlList => new("一覧", "a list"),
        YamlMapping => new("「キー: 値」の並び", "entries of the form 'key: value'"),
        YamlScalar { IsNull: true } => new("空", "nothing"),
        _ => new("文字列", "a text"),
    };

    private static (string Ja, string En) FormOf(ParameterType type, IReadOnlyList<string> words) => type switch
    {
        ParameterType.Number => ("0.8 のような数", "a number such as 0.8"),
        ParameterType.Percent => ("60% のような割合", "a percentage such as 60%"),
        ParameterType.Days => ("P90D（90日）のような日数", "a number of days such as P90D (90 days)"),
        ParameterType.Months => ("P12M（12か月）または P1Y のような月数", "a number of months such as P12M (12 months) or P1Y"),
        ParameterType.Date => ("2025-04-01 のような、実在する日付", "a day that exists, such as 2025-04-01"),
        ParameterType.MonthDay => ("06-30 のような、毎年ある月日", "a month and day of every year, such as 06-30"),
        ParameterType.Boolean => ("true か false", "true or false"),
        ParameterType.Enum => ($"次の語のどれか（{Listed(words)}）", $"one of the words {Listed(words)}"),
        _ => ("文字列", "a text"),
    };

    // [a, b] with the commas a Japanese sentence has is one text.
    private static LocalizedText ListHint(string value)
    {
        var items = string.Join(", ", value.Split(['、', '，', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return new($"[{items}] と書いてください。", $"write [{items}].");
    }

    // A number where its unit must be said, or a value of another type.
    private static LocalizedText? ValueHint(ParameterType type, string found)
    {
        var isNumber = decimal.TryParse(found, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        return type switch
        {
            ParameterType.Months when isNumber && decimal.IsInteger(number) => new($"{number:0}か月は P{number:0}M と書きます。", $"{number:0} months are written P{number:0}M."),
            ParameterType.Days when isNumber && decimal.IsInteger(number) => new($"{number:0}日は P{number:0}D と書きます。", $"{number:0} days are written P{number:0}D."),
            ParameterType.Percent when isNumber && number <= 1 => new($"{number * 100:0.##}% と書きます。", $"write {number * 100:0.##}%."),
            ParameterType.Percent when isNumber => new($"{number:0.##}% のように % を付けます。", $"write {number:0.##}%, with the sign."),
            ParameterType.Days when found.StartsWith('P') && found.EndsWith('M') => new("月数は type: months のときに書けます。", "months go with type: months."),
            ParameterType.Months when found.StartsWith('P') && found.EndsWith('D') => new("日数は type: days のときに書けます。", "days go with type: days."),
            ParameterType.Date => WrittenDates.Meant(found) is { } meant ? new($"{meant} と書いてください。", $"write {meant}.") : null,
            _ => null,
        };
    }

    private static LocalizedText? HalfWidthHint(string found) => found.Any(c => c is >= '！' and <= '～')
        ? new("半角で書いてください。", "write it in half-width characters.")
        : null;

    // A span over many lines would underline them all.
    private static TextSpan FirstLine(SourceText source, TextSpan span)
    {
        var length = source.Content.AsSpan(span.Start, Math.Min(span.Length, source.Content.Length - span.Start)).IndexOfAny('\r', '\n');
        return length < 0 ? span : new TextSpan(span.Start, length);
    }

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words);

    private static Diagnostic Error(string code, SourceText source, TextSpan span, LocalizedText message, LocalizedText? hint = null) =>
        new(code, DiagnosticSeverity.Error, message, source, span, hint);

    private static Diagnostic Warning(string code, SourceText source, TextSpan span, LocalizedText message, LocalizedText? hint = null) =>
        new(code, DiagnosticSeverity.Warning, message, source, span, hint);
}
