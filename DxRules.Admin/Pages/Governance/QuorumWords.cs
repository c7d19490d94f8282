using DxRules.Admin.Governance;
using DxRules.Admin.Localization;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Governance;

/// <summary>A quorum in words: the rule of a body, and why a meeting had it or not.</summary>
internal static class QuorumWords
{
    private const decimal Half = 0.5m;

    /// <summary>委員の過半数の出席と、委員長の出席</summary>
    public static string Rule(Quorum quorum, Texts texts) =>
        texts[quorum.ChairRequired ? "quorum.ruleChair" : "quorum.rule", Share(quorum, texts)];

    /// <summary>9人中4人、過半数の5人に足りません。</summary>
    public static string Why(Body body, Meeting meeting, Attendance attendance, Texts texts)
    {
        if (attendance is Attendance.ToCome or Attendance.NoRule || body.Quorum is not { } quorum)
            return Count(meeting, texts);
        if (attendance == Attendance.Unknown)
            return texts["quorum.unknown", Count(meeting, texts)];
        var chair = quorum.ChairRequired && meeting.ChairPresent == false ? texts["quorum.chairAbsent"] : null;
        if (meeting is not { Members: { } members, Present: { } present })
            return chair ?? Count(meeting, texts);
        var least = QuorumCount.Least(quorum, members);
        var sentence = texts[present < least ? "quorum.short" : "quorum.enough", members, present, Share(quorum, texts), least];
        return chair is null ? sentence : texts["quorum.and", sentence, chair];
    }

    /// <summary>9人中4人; 人数は未入力 where it is not known.</summary>
    public static string Count(Meeting meeting, Texts texts) => meeting switch
    {
        { Members: { } members, Present: { } present } => texts["quorum.count", members, present],
        { Members: { } members } => texts["quorum.countMembers", members],
        { Present: { } present } => texts["quorum.countPresent", present],
        _ => texts["quorum.countNone"],
    };

    private static string Share(Quorum quorum, Texts texts) => (quorum.Kind, quorum.Fraction) switch
    {
        (QuorumKind.MoreThan, Half) => texts["quorum.majority"],
        (QuorumKind.AtLeast, Half) => texts["quorum.half"],
        (QuorumKind.MoreThan, _) => texts["quorum.moreThan", quorum.Fraction],
        _ => texts["quorum.atLeast", quorum.Fraction],
    };
}
