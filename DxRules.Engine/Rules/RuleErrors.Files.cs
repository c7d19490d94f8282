using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

// What can be wrong with a folder or a file before its keys are read.
internal static partial class RuleErrors
{
    // Folder and file

    public static Diagnostic NoFolder(SourceText folder) => Error("DX101", folder, default,
        new("規則のフォルダがありません。", "there is no such folder of rules."),
        new("フォルダの場所を確かめてください（--rules）。", "check the path given with --rules."));

    /// <param name="path">Where the folder was looked for.</param>
    public static Diagnostic NoFolderOfProfile(SourceText profile, Located<string> named, string path) => Error("DX101", profile, named.Span,
        new($"規則のフォルダ「{named.Value}」がありません。", $"there is no folder of rules '{named.Value}'."),
        new($"フォルダの場所は、このプロファイルのあるフォルダから数えます（{path} を探しました）。", $"the path counts from the folder of this profile ({path} was looked for)."));

    public static Diagnostic NoRules(SourceText folder, int otherFiles) => Error("DX102", folder, default,
        otherFiles == 0
            ? new("このフォルダには規則のファイル（*.yaml）がありません。", "this folder holds no rule files (*.yaml).")
            : new($"このフォルダの *.yaml {otherFiles}件のうち、規則（format: dxrule/1）は一つもありません。", $"none of the {otherFiles} *.yaml files in this folder is a rule (format: dxrule/1)."),
        new("規則は <分類>/<ID>-<名前>.yaml に、1件1ファイルで置きます。", "put rules into <category>/<id>-<slug>.yaml, one a file."));

    public static Diagnostic NoProfile(SourceText file) => Error("DX101", file, default,
        new("プロファイルのファイルがありません。", "there is no such profile."),
        new("ファイルの場所を確かめてください（--profile）。", "check the path given with --profile."));

    public static Diagnostic TooLarge(SourceText file, long size, long limit) => Error("DX103", file, default,
        new($"ファイルは{limit / 1024} KBまでですが、{size / 1024} KBあります。", $"a file may have {limit / 1024} KB, and this has {size / 1024} KB."));

    public static Diagnostic TooMany(SourceText folder, int count, int limit) => Error("DX103", folder, default,
        new($"*.yaml は{limit}件までですが、{count}件あります。", $"a folder may hold {limit} *.yaml files, and this holds {count}."),
        new("規則だけのフォルダを指定してください。", "name a folder that holds rules only."));

    public static Diagnostic Unreadable(SourceText file, string reason) => Error("DX104", file, default,
        new($"ファイルを読めません: {reason}", $"the file cannot be read: {reason}"));

    public static Diagnostic NotUtf8(SourceText file) => Error("DX104", file, default,
        new("文字コードがUTF-8ではありません。", "the file is not UTF-8."),
        new("エディタで「UTF-8」を選んで保存し直してください（Shift_JISは読めません）。", "save it again as UTF-8 (Shift_JIS is not read)."));

    public static Diagnostic EmptyFile(SourceText file) => Error("DX105", file, default,
        new("ファイルに内容がありません。", "the file is empty."));

    // YAML

    /// <param name="reason">What is wrong with the indentation; null where that cannot be told.</param>
    public static Diagnostic NotYaml(SourceText source, TextSpan span, LocalizedText? reason) => Error("DX105", source, span,
        new("ここからYAMLとして読めません。", "this cannot be read as YAML from here on."),
        reason ?? new("同じ段の項目は行頭の空白を同じ数にそろえ、「キー: 値」のコロンの後に半角の空白を置き、かっこと引用符は閉じてください。",
            "start entries of one level in the same column, put a space after the colon of 'key: value', and close brackets and quotes."));

    public static Diagnostic TextAfterQuote(SourceText source, TextSpan span, char quote) => Error("DX105", source, span,
        new($"{quote} で始まる値は、次の {quote} で終わるはずですが、その後にも文字があります。", $"a value that begins with {quote} ends at the next {quote}, but more follows."),
        WrapHint);

    public static Diagnostic QuoteNotClosed(SourceText source, TextSpan span, char quote) => Error("DX105", source, span,
        new($"{quote} で始まる値に、終わりの {quote} がありません。", $"the value begins with {quote}, and the closing {quote} is missing."),
        new($"文の終わりに {quote} を加えてください。", $"add {quote} at its end."));

    public static Diagnostic BracketNotClosed(SourceText source, TextSpan span, char bracket) => Error("DX105", source, span,
        new($"{bracket} が閉じられていません。", $"the {bracket} is not closed."),
        new($"終わりに {(bracket == '[' ? ']' : '}')} を加えてください。", $"add {(bracket == '[' ? ']' : '}')} at its end."));

    public static Diagnostic MustBeQuoted(SourceText source, TextSpan span, char first) => Error("DX105", source, span,
        new($"値が {first} で始まっています。YAMLでは {first} に別の意味があるため、このままでは文字列として読めません。",
            $"the value begins with {first}, which means something else in YAML, so it is not read as a text."),
        WrapHint);

    public static Diagnostic ColonInText(SourceText source, TextSpan span) => Error("DX105", source, span,
        new("値の中に「: 」（コロンと空白）があり、別の項目の始まりと区別できません。", "the value holds ': ' (a colon and a space), which looks like the beginning of another entry."),
        WrapHint);

    public static Diagnostic InsideBraces(SourceText source, TextSpan span) => Error("DX105", source, span,
        new("{ } または [ ] の中をYAMLとして読めません。", "what stands inside { } or [ ] cannot be read as YAML."),
        new("{ } の中の文は ' ' で囲み、項目の間を「, 」で区切り、かっこを閉じてください。例: { ja: '「{題名}」は未完了です。', en: '…' }",
            "inside { } put texts into ' ', separate entries by ', ' and close the bracket, as in { ja: '…', en: '\"{title}\" is not complete.' }."));

    public static Diagnostic KeyWithoutColon(SourceText source, TextSpan span) => Error("DX105", source, span,
        new("キーの後は、半角のコロンと半角の空白のはずです。", "expected a half-width colon and a space after the key."),
        new("「キー: 値」の形に直してください。", "write 'key: value'."));

    public static Diagnostic FullWidthSpace(SourceText source, TextSpan span) => Error("DX105", source, span,
        new("行頭に全角の空白があります。", "the line is indented by a full-width space."),
        new("半角の空白に直してください。", "use ordinary spaces."));

    public static Diagnostic Tab(SourceText source, TextSpan span) => Error("DX106", source, span,
        new("行頭にタブがあります。", "the line is indented by a tab."),
        new("半角の空白2個に直してください。", "use two spaces instead."));

    public static Diagnostic DuplicateKey(SourceText source, TextSpan span, string key, int line) => Error("DX107", source, span,
        new($"キー「{key}」が二度あります（{line}行目にもあります）。", $"the key '{key}' stands twice (also in line {line})."));

    public static Diagnostic AnchorOrTag(SourceText source, TextSpan span) => Error("DX108", source, span,
        new("YAMLの & * ! は使えません。", "YAML's & * and ! are not used here."),
        WrapHint);

    public static Diagnostic KeyIsNoText(SourceText source, TextSpan span) => Error("DX108", source, span,
        new("キーは文字列のはずです。", "expected a text as key."),
        WrapHint);

    public static Diagnostic NestedTooDeep(SourceText source, TextSpan span, int limit) => Error("DX109", source, span,
        new($"入れ子は{limit}段までです。", $"nesting is limited to {limit} levels."));

    public static Diagnostic SecondDocument(SourceText source, TextSpan span) => Error("DX109", source, span,
        new("--- の後は読みません。1ファイルに置けるのは一つだけです。", "what follows --- is not read: a file holds one document."));
}
