using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Api.Operations;

/// <summary>A page of what a check found.</summary>
internal sealed record AlertsPage
{
    [Meaning("計画の番号", "The number of the plan")]
    public required int Plan { get; init; }

    [Meaning("サイクルの番号。点検がまだないときも入る。サイクルがなければ null", "The number of the cycle; null where the plan was never reviewed")]
    public required int? Cycle { get; init; }

    [Meaning("対象年度", "The fiscal year under review")]
    public required int? FiscalYear { get; init; }

    [Meaning("点検。まだないときは null", "The check; null where there is none yet")]
    public required RunItem? Run { get; init; }

    [Meaning("このトークンで見える、条件に合うものの全件数", "How many there are in all that fit and that this token sees")]
    public required int Total { get; init; }

    [Meaning("次のページのアドレス。最後のページでは null", "The address of the next page; null on the last")]
    public required string? Next { get; init; }

    [Meaning("このページのもの。報告書と同じ順（重いものから）", "What is on this page, in the order of the report: the gravest first")]
    public required IReadOnlyList<AlertItem> Items { get; init; }
}

/// <summary>An alert, or something else that a check found.</summary>
internal record AlertItem
{
    [Meaning("規則と対象からなるキー。年度が変わっても同じ", "Made of rule and subject; the same over the years")]
    public required string Key { get; init; }

    [Meaning("alert は指摘、undetermined は判定不能、fault は評価エラー、gone は前の年度にあって今はない指摘", "gone is an alert of the cycle before that is none now")]
    public required Outcome Outcome { get; init; }

    [Meaning("重大度。指摘でないときは null", "How grave it is; null of what is no alert")]
    public required Severity? Severity { get; init; }

    [Meaning("前の年度と比べた状態。比べられないときは null", "How it stands against the cycle before; null of what cannot be compared")]
    public required AlertState? State { get; init; }

    [Meaning("続けて何年度目か。指摘でないときは 0", "In how many cycles in a row it has been seen, this one counted; 0 of what is no alert now")]
    public required int Nth { get; init; }

    [Meaning("前の年度の重大度。なかったときは null", "How grave it was in the cycle before; null where it was not there")]
    public required Severity? PreviousSeverity { get; init; }

    [Meaning("規則のID", "The id of the rule")]
    public required string Rule { get; init; }

    [Meaning("規則の題名", "The title of the rule")]
    public required Bilingual Title { get; init; }

    [Meaning("規則の分類", "The category of the rule")]
    public required string Category { get; init; }

    [Meaning("対象", "What it is about")]
    public required SubjectItem Subject { get; init; }

    [Meaning("対象が属する施策のID。属さないときは null", "The id of the policy under which the subject stands; null where it stands under none")]
    public required string? Policy { get; init; }

    [Meaning("対象を受け持つ課のID", "The ids of the departments that answer for the subject")]
    public required IReadOnlyList<string> Departments { get; init; }

    [Meaning("指摘の文。判定不能では理由", "What is said; of an undetermined result the reason")]
    public required Bilingual Message { get; init; }

    [Meaning("判定に足りない事実", "The facts that are missing")]
    public required IReadOnlyList<Bilingual> Missing { get; init; }

    [Meaning("もとになる指摘のキー。独立しているときは null", "The key of the alert that causes this one; null where it stands for itself")]
    public required string? FoldedUnder { get; init; }

    [Meaning("回答の進み。指摘でないときは null", "How far people have come with it; null of what is no alert")]
    public required StandingItem? Answer { get; init; }

    public static AlertItem Of(AlertLine line, AnswerStanding? standing) => new()
    {
        Key = line.Key, Outcome = line.Outcome, Severity = line.Outcome == Outcome.Gone ? null : line.Severity, State = line.Life.State, Nth = line.Life.Nth, PreviousSeverity = line.Life.Previous,
        Rule = line.RuleId, Title = line.RuleTitle, Category = line.Category,
        Subject = new SubjectItem { Type = line.SubjectType, Id = line.SubjectId, Title = line.SubjectTitle, Path = line.SubjectPath },
        Policy = line.Group.TextKey is null ? line.Group.Id : null, Departments = [.. line.Departments.Select(DepartmentNames.IdOf)],
        Message = line.Message, Missing = line.Missing, FoldedUnder = line.FoldedUnder, Answer = standing is null ? null : StandingItem.Of(standing),
    };
}

internal sealed record SubjectItem
{
    [Meaning("種類", "Its kind")]
    public required string Type { get; init; }

    [Meaning("計画の文書の中のID", "Its id in the plan document")]
    public required string Id { get; init; }

    [Meaning("題名", "Its title")]
    public required string Title { get; init; }

    [Meaning("上にあるものの題名。外側から", "The titles above it, outermost first")]
    public required IReadOnlyList<string> Path { get; init; }
}

internal sealed record StandingItem
{
    [Meaning("進み", "How far people have come")]
    public required WorkState State { get; init; }

    [Meaning("決めたこと。決めていないときは null", "What was decided; null where nothing was")]
    public required AnswerDecision? Decision { get; init; }

    [Meaning("対応する課のID", "The id of the department that does it")]
    public required string? Owner { get; init; }

    [Meaning("対応の期限", "By when it is to be done")]
    public required DateOnly? DueOn { get; init; }

    [Meaning("受容の最後の対象年度", "The last fiscal year for which it is accepted")]
    public required int? AcceptedUntil { get; init; }

    public static StandingItem Of(AnswerStanding standing) =>
        new() { State = standing.State, Decision = standing.Decision, Owner = standing.Owner, DueOn = standing.DueOn, AcceptedUntil = standing.AcceptedUntil };
}

/// <summary>An alert with why it was raised, what was answered and how it went over the years.</summary>
internal sealed record AlertDetail : AlertItem
{
    [Meaning("サイクルの番号", "The number of the cycle")]
    public required int Cycle { get; init; }

    [Meaning("点検の番号", "The number of the check")]
    public required int Run { get; init; }

    [Meaning("根拠になった値", "The values that led to it")]
    public required IReadOnlyList<EvidenceItem> Evidence { get; init; }

    [Meaning("より重い段階の判定に足りない事実", "Facts that a graver level missed")]
    public required IReadOnlyList<Bilingual> Unknown { get; init; }

    [Meaning("どうなれば消えるか", "When it clears")]
    public required Bilingual? Clears { get; init; }

    [Meaning("規則の出典", "Where the rule comes from")]
    public required IReadOnlyList<string> Source { get; init; }

    [Meaning("回答。新しい年度から。だれが書いたかは返さない", "What was answered, the newest year first, but not by whom")]
    public required IReadOnlyList<AnswerItem> Answers { get; init; }

    [Meaning("これまでの点検。新しいものから", "The checks so far, the latest first")]
    public required IReadOnlyList<HistoryItem> History { get; init; }
}

internal sealed record EvidenceItem
{
    [Meaning("何の値か", "Of what")]
    public required Bilingual Name { get; init; }

    [Meaning("値（単位・年号つき）", "The value as people read it, with unit and era year")]
    public required Bilingual Text { get; init; }

    [Meaning("単位", "The unit")]
    public required string? Unit { get; init; }

    [Meaning("求め方", "How it was computed")]
    public required Bilingual? Formula { get; init; }
}

internal sealed record AnswerItem
{
    [Meaning("対象年度", "The fiscal year under review")]
    public required int FiscalYear { get; init; }

    [Meaning("状態", "Its state")]
    public required AnswerState State { get; init; }

    [Meaning("決めたこと", "What was decided")]
    public required AnswerDecision Decision { get; init; }

    [Meaning("原因", "The cause")]
    public required string? Cause { get; init; }

    [Meaning("対応。受容・誤検知では理由", "What is done; of an acceptance or a false alarm the reason")]
    public required string Text { get; init; }

    [Meaning("対応する課のID", "The id of the department that does it")]
    public required string? Owner { get; init; }

    [Meaning("対応の期限", "By when it is to be done")]
    public required DateOnly? DueOn { get; init; }

    [Meaning("受容の最後の対象年度", "The last fiscal year for which it is accepted")]
    public required int? AcceptedUntil { get; init; }

    [Meaning("対応済みと報告した時刻", "When it was reported done")]
    public required DateTimeOffset? ReportedDoneAt { get; init; }
}

internal sealed record HistoryItem
{
    [Meaning("サイクルの番号", "The number of the cycle")]
    public required int Cycle { get; init; }

    [Meaning("対象年度", "The fiscal year under review")]
    public required int FiscalYear { get; init; }

    [Meaning("点検の番号", "The number of the check")]
    public required int Run { get; init; }

    [Meaning("基準日", "The day as of which the plan was judged")]
    public required DateOnly AsOf { get; init; }

    [Meaning("重大度、または undetermined・fault。見つからなかった点検では null", "How grave it was, or undetermined or fault; null of a check that found nothing")]
    public required string? Severity { get; init; }

    [Meaning("前の年度と比べた状態", "How it stood against the cycle before")]
    public required AlertState? State { get; init; }
}
