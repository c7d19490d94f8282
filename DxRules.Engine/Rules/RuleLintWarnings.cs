using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>What is doubtful in a rule that can be used: DX170 to DX175, all of them warnings.</summary>
internal static class RuleLintWarnings
{
    public static Diagnostic ParameterNeverRead(SourceText source, Located<string> name) => Warning("DX170", source, name.Span,
        new($"パラメータ「{name.Value}」を、どこも読んでいません。変えても判定は変わりません。", $"Nothing reads the parameter '{name.Value}'; changing it changes no result."),
        new("消すか、条件で使ってください。", "Remove it, or use it in a condition."));

    public static Diagnostic LetNeverRead(SourceText source, Located<string> name) => Warning("DX171", source, name.Span,
        new($"let「{name.Value}」を、どこも使っていません。", $"Nothing uses the let '{name.Value}'."),
        new("消すか、条件か文で使ってください。", "Remove it, or use it in a condition or a text."));

    public static Diagnostic LevelNeverReached(SourceText source, Located<Severity> level) => Warning("DX172", source, level.Span,
        new("この段には決して届きません。条件が常に偽か、前の段の条件に含まれています。", "This level is never reached: its condition is always false, or an earlier level holds wherever it does."),
        new("条件とパラメータを確かめてください。", "Check the condition and its parameters."));

    public static Diagnostic NeverFires(SourceText source, Located<string> id) => Warning("DX172", source, id.Span,
        new($"規則 {id.Value} は決して指摘しません。where か when が常に偽です。", $"Rule {id.Value} never fires: its 'where' or 'when' is always false."),
        new("条件とパラメータを確かめてください。", "Check the conditions and their parameters."));

    public static Diagnostic Overlap(SourceText source, Located<string> id, string other) => Warning("DX173", source, id.Span,
        new($"規則 {id.Value} と {other} は、片方が指摘するとき必ずもう片方も指摘する段があります。", $"Rules {id.Value} and {other} overlap: each time one fires at one of its levels, the other fires as well."),
        new($"条件を分けるか、foldUnder: [{other}] でまとめてください。", $"Tell their conditions apart, or fold one under the other with foldUnder: [{other}]."));

    public static Diagnostic NotTranslated(SourceText source, TextSpan span) => Warning("DX174", source, span,
        new("英語の文が日本語のままです。", "The English text is the Japanese one."),
        new("{ ja: …, en: … } の en に英語で書いてください。", "Write it in English under 'en' of { ja: …, en: … }."));

    public static Diagnostic MonthsAwayFromTheDay(SourceText source, TextSpan span) => Warning("DX175", source, span,
        new("月数を、基準日とは反対の側で足し引きしています。月末では、「基準日 - 期間」と書いた解消の文と一致しません。",
            "Months are added on the side away from the as-of date; at the end of a month this disagrees with a cure that says 'asOfDate - period'."),
        new("月数を基準日の側に移してください（最終確認日 < 基準日 - 間隔、終了日 <= 基準日 + 期間）。", "Move the months to the as-of date: lastCheckedOn < asOfDate - interval, end <= asOfDate + period."));

    private static Diagnostic Warning(string code, SourceText source, TextSpan span, LocalizedText message, LocalizedText hint) =>
        new(code, DiagnosticSeverity.Warning, message, source, span, hint);
}
