using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

// What can be wrong between files: causes, groups, topics and scales.
internal static partial class RuleErrors
{
    // The set of rules

    public static Diagnostic UnknownCause(SourceText source, TextSpan span, string id, IReadOnlyCollection<string> known) => Error("DX133", source, span,
        new($"foldUnder の規則「{id}」がありません。", $"'foldUnder' names the rule '{id}', which does not exist."),
        Meant(id, known));

    public static Diagnostic FoldCycle(SourceText source, TextSpan span, IEnumerable<string> path) => Error("DX134", source, span,
        new($"foldUnder が一巡しています: {string.Join(" → ", path)}", $"'foldUnder' goes round in a circle: {string.Join(" → ", path)}"),
        new("原因でない方の foldUnder を取り除いてください。", "remove it from the rule that is the cause."));

    public static Diagnostic UnknownGroup(SourceText source, TextSpan span, string name, IReadOnlyCollection<string> known) => Error("DX135", source, span,
        new($"共有パラメータの組「{name}」がありません。", $"there is no group of shared parameters '{name}'."),
        Meant(name, known) ?? (known.Count == 0
            ? new("組は rules/parameters.yaml に書きます。", "groups are written in rules/parameters.yaml.")
            : new($"ある組: {Listed(known)}", $"groups there are: {Listed(known)}")));

    public static Diagnostic UnknownMember(SourceText source, TextSpan span, string group, string name, IReadOnlyCollection<string> known) => Error("DX135", source, span,
        new($"「{group}」に「{name}」というパラメータはありません。", $"'{group}' has no parameter '{name}'."),
        Meant(name, known) ?? new($"あるもの: {Listed(known)}", $"it has: {Listed(known)}"));

    public static Diagnostic GroupTwice(SourceText source, TextSpan span, string name, string other) => Error("DX136", source, span,
        new($"共有パラメータの組「{name}」は {other} にもあります。", $"the group '{name}' is also defined at {other}."));

    public static Diagnostic ScaleTwice(SourceText source, TextSpan span, string id, string other) => Error("DX136", source, span,
        new($"評価基準「{id}」は {other} にもあります。", $"the scale '{id}' is also defined at {other}."));

    // Topics

    public static Diagnostic EmptyTopic(SourceText source, TextSpan span, string name) => Error("DX112", source, span,
        new($"主題「{name}」に rules も subjects もありません。", $"the topic '{name}' has neither 'rules' nor 'subjects'."),
        new("規則のIDを rules に、または対象の種類を subjects に書いてください。", "list ids of rules under 'rules', or kinds of subjects under 'subjects'."));

    public static Diagnostic TopicTwice(SourceText source, TextSpan span, string name, string other) => Error("DX136", source, span,
        other == "category"
            ? new($"「{name}」は規則の分類の名前なので、主題の名前にできません。", $"'{name}' is a category of rules and cannot name a topic.")
            : new($"主題「{name}」は {other} にもあります。", $"the topic '{name}' is also defined at {other}."));

    // Scales

    public static Diagnostic NotABoundary(SourceText source, TextSpan span, string key, string found) => Error("DX137", source, span,
        new($"{key} は 0.8 のような数か「組.名前」のはずですが、「{found}」です。", $"expected '{key}' to be a number such as 0.8 or 'group.name', but found '{found}'."));

    public static Diagnostic GradeBoundary(SourceText source, TextSpan span, bool isLast) => Error("DX138", source, span,
        isLast
            ? new("この段階に条件は書けません。良好・遅れの最後の段階は残りすべてを、判定外は判定できないものを受けます。", "this grade takes no condition: the last of good and behind takes the rest, and notAssessable what cannot be judged.")
            : new("from（その段階になる最小のペース）も when もありません。最後でない段階には、どちらかが要ります。", "'from' (the least pace that earns it) and 'when' are missing: every grade but the last needs one of them."));

    public static Diagnostic GradeOrder(SourceText source, TextSpan span) => Error("DX138", source, span,
        new("段階は良い順のはずですが、前の段階より良いか同じです。", "grades stand best first, but this one is as good as the one before it, or better."));

    public static Diagnostic NoGradeOfKind(SourceText source, TextSpan span, string kind) => Error("DX138", source, span,
        new($"種別 {kind} の段階がありません。", $"there is no grade of kind {kind}."),
        new("good、behind、notAssessable のそれぞれに一つ以上が要ります。", "each of good, behind and notAssessable needs one."));

    public static Diagnostic TwoConditions(SourceText source, TextSpan span) => Error("DX143", source, span,
        new("from と when の両方は書けません。", "a grade has 'from' or 'when', not both."),
        new("段階を二つに分けてください。", "make two grades of it."));

    public static Diagnostic FigureNotAssessable(SourceText source, TextSpan span) => Error("DX143", source, span,
        new("判定外の段階には、取組の状態（完了・未着手・休止・中止）だけを書けます。", "a grade of kind notAssessable can only be earned by a status (completed, notStarted, suspended, cancelled)."));

    public static Diagnostic WordOfOtherSubject(SourceText source, TextSpan span, bool isStatus) => Error("DX143", source, span,
        isStatus
            ? new("状態の語（完了・未着手・休止・中止）は、取組の評価基準にだけ書けます。", "words of status (completed, notStarted, suspended, cancelled) are only for scales that grade initiatives.")
            : new("値の語（達成・改善・維持・悪化）は、指標だけの評価基準に書けます。", "words about figures (achieved, improved, unchanged, worsened) are only for scales that grade KPIs alone."),
        isStatus ? new("for に取組を加えてください。", "add 取組 to 'for'.") : new("for: [指標] と書いてください。", "write for: [指標]."));

    public static Diagnostic MixedWords(SourceText source, TextSpan span) => Error("DX143", source, span,
        new("状態の語と値の語は、一つの段階に並べられません。", "words of status and words about figures do not go into one grade."),
        new("段階を二つに分けてください。", "make two grades of it."));

    public static Diagnostic GroupNotUsed(SourceText source, TextSpan span, string group) => Error("DX139", source, span,
        new($"組「{group}」が uses にありません。", $"the group '{group}' is not named under 'uses'."),
        new($"uses: [{group}] と書いてください。", $"write uses: [{group}]."));
}
