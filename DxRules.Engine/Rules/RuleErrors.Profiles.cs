using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>What can be said about a profile and how it fits the rules.</summary>
internal static partial class RuleErrors
{
    public static Diagnostic NotAParameterPath(SourceText source, TextSpan span, string found) => Error("DX140", source, span,
        new($"変えるパラメータは「規則のID.名前」か「組.名前」のはずですが、「{found}」です。", $"expected the parameter to change as 'rule.name' or 'group.name', but found '{found}'."),
        new("例: SCH-02.重大とする遅れ、評価の境界.やや遅れ", "as in SCH-02.criticalDelay or ratingBoundaries.slightlyBehind"));

    public static Diagnostic NotInRules(SourceText source, TextSpan span, string found, IReadOnlyCollection<string> known) => Error("DX141", source, span,
        new($"「{found}」は規則の中にありません。", $"there is no '{found}' among the rules."),
        Meant(found, known) ?? new("規則のIDと主題は、dxrules rules list で一覧できます。", "dxrules rules list shows the ids of rules and the topics."));

    public static Diagnostic NoSuchLevel(SourceText source, TextSpan span, string rule, Severity severity) => Error("DX141", source, span,
        new($"規則 {rule} に {Word(severity)} の段はありません。", $"the rule {rule} has no level {Word(severity)}."));

    public static Diagnostic UnknownScale(SourceText source, TextSpan span, string id, IReadOnlyCollection<string> known) => Error("DX141", source, span,
        new($"評価基準「{id}」がありません。", $"there is no rating scale '{id}'."),
        Meant(id, known) ?? (known.Count == 0 ? null : new($"あるもの: {Listed(known)}", $"there are: {Listed(known)}")));

    public static Diagnostic ScaleForSame(SourceText source, TextSpan span, string id, string other) => Error("DX140", source, span,
        new($"評価基準「{id}」と「{other}」は、同じものを評価します。", $"the scales '{id}' and '{other}' grade the same."),
        new("指標と取組のそれぞれに、一つずつ選んでください。", "choose one for KPIs and one for initiatives."));

    public static Diagnostic BoundariesCrossed(SourceText source, TextSpan span, string scale) => Error("DX138", source, span,
        new($"この値では、評価基準「{scale}」の段階の境界が良い順になりません。", $"with this value the boundaries of the scale '{scale}' are no longer best first."),
        new("前後の段階の境界の間の値にするか、それらも変えてください。", "choose a value between the boundaries around it, or change those too."));

    public static Diagnostic NoSeverityChanged(SourceText source, TextSpan span) => Error("DX140", source, span,
        new("変える重大度がありません。", "no severity is changed here."),
        new("「notice: info」のように、元の重大度と変えた後の重大度を書いてください。", "write the old severity and the new one, as in 'notice: info'."));

    public static Diagnostic NoLevelNamed(SourceText source, TextSpan span) => Error("DX140", source, span,
        new("呼び名を変えるものがありません。", "no kind is named here."),
        new("「施策: 重点施策」のように、種類とその市での呼び名を書いてください。", "write the kind and what the city calls it, as in 'policy: priority measure'."));

    public static Diagnostic UnknownLevel(SourceText source, TextSpan span, string kind, IReadOnlyCollection<string> known) => Error("DX141", source, span,
        new($"「{kind}」という種類の対象はありません。", $"there is no kind of subject '{kind}'."),
        Meant(kind, known) ?? new("例: 分野、施策、取組、指標", "such as category, policy, initiative, kpi"));

    public static Diagnostic SameAsBefore(SourceText source, TextSpan span, string value) => Warning("DX142", source, span,
        new($"もとから「{value}」なので、この変更には効果がありません。", $"it is '{value}' already, so this changes nothing."),
        RemoveHint);

    public static Diagnostic RuleIsOff(SourceText source, TextSpan span, string rule) => Warning("DX142", source, span,
        new($"規則 {rule} はこのプロファイルで切られているので、この変更には効果がありません。", $"the rule {rule} is switched off by this profile, so this changes nothing."),
        RemoveHint);

    public static Diagnostic AlreadyOff(SourceText source, TextSpan span, string target) => Warning("DX142", source, span,
        new($"「{target}」の規則は、前の行ですべて切られています。", $"the rules of '{target}' are all switched off by an earlier line."),
        RemoveHint);

    public static Diagnostic NothingToSwitchOff(SourceText source, TextSpan span, string target) => Warning("DX142", source, span,
        new($"主題「{target}」に当たる規則は一つもありません。", $"the topic '{target}' holds no rule at all."),
        RemoveHint);

    private static readonly LocalizedText RemoveHint = new("要らない行なら取り除いてください。", "remove the line if it is not needed.");
}
