using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;

namespace DxRules.Admin.Api.Operations;

/// <summary>A cycle as lists give it.</summary>
internal record CycleItem
{
    [Meaning("サイクルの番号。ほかの操作で {cycle} に書く", "The number of the cycle, to be written for {cycle} in other operations")]
    public required int Id { get; init; }

    [Meaning("計画の番号", "The number of the plan")]
    public required int Plan { get; init; }

    [Meaning("対象年度", "The fiscal year under review")]
    public required int FiscalYear { get; init; }

    [Meaning("進めている途中か", "Whether it is being worked on")]
    public required bool IsOpen { get; init; }

    [Meaning("開いた時刻", "When it was opened")]
    public required DateTimeOffset OpenedAt { get; init; }

    [Meaning("完了した時刻。途中のときは null", "When it was closed; null while it is worked on")]
    public required DateTimeOffset? ClosedAt { get; init; }

    [Meaning("最新の点検。まだないときは null", "The latest check; null where there is none yet")]
    public required RunItem? LatestRun { get; init; }
}

/// <summary>A cycle with all that happened in it.</summary>
internal sealed record CycleDetail : CycleItem
{
    [Meaning("手順。進める順に", "The steps, in their order")]
    public required IReadOnlyList<StepItem> Steps { get; init; }

    [Meaning("点検。新しいものから", "The checks, the latest first")]
    public required IReadOnlyList<RunItem> Runs { get; init; }

    [Meaning("確定した結果。最新のものから。二つ目からは正誤", "The frozen results, the latest first; from the second on corrections")]
    public required IReadOnlyList<IssueItem> Issues { get; init; }
}

internal sealed record StepItem
{
    [Meaning("手順", "The step")]
    public required CycleStep Step { get; init; }

    [Meaning("期限", "By when it is due")]
    public required DateOnly DueOn { get; init; }

    [Meaning("終えた時刻。終えていないときは null", "When it was done; null where it is not")]
    public required DateTimeOffset? DoneAt { get; init; }
}

/// <summary>A check of a cycle.</summary>
internal sealed record RunItem
{
    [Meaning("サイクルの中の番号。ほかの操作で run に書く", "Its number within the cycle, to be given as run in other operations")]
    public required int Number { get; init; }

    [Meaning("基準日", "The day as of which the plan was judged")]
    public required DateOnly AsOf { get; init; }

    [Meaning("点検した時刻", "When it was made")]
    public required DateTimeOffset At { get; init; }

    [Meaning("点検した計画の版", "The version of the plan that was judged")]
    public required int PlanVersion { get; init; }

    [Meaning("エンジンの版", "The version of the engine")]
    public required string Engine { get; init; }

    [Meaning("規則一式のハッシュ", "The hash of the rule set")]
    public required string RuleSetHash { get; init; }

    [Meaning("設定（プロファイル）の名前", "The name of the profile")]
    public required string Profile { get; init; }

    [Meaning("このトークンの役割から見える内容のハッシュ。同じなら結果は同じ", "The hash of what the role of this token sees; where it is the same, the same was found")]
    public required string ReportHash { get; init; }

    [Meaning("件数。このトークンで見えるものだけを数え、ほかの指摘にまとめたものを含む", "How many, counted from what this token sees, with those folded under others")]
    public required CountsItem Counts { get; init; }

    public static RunItem Of(RunHead run) => new()
    {
        Number = run.Number, AsOf = run.AsOf, At = run.At, PlanVersion = run.PlanVersion, Engine = run.Engine, RuleSetHash = run.RuleSetHash, Profile = run.ProfileName, ReportHash = run.ReportHash,
        Counts = new CountsItem
        {
            Critical = run.Counts.Critical, Warning = run.Counts.Warning, Notice = run.Counts.Notice, Info = run.Counts.Info, Undetermined = run.Counts.Undetermined, Faults = run.Counts.Faults,
        },
    };
}

internal sealed record CountsItem
{
    [Meaning("重大", "Critical alerts")]
    public required int Critical { get; init; }

    [Meaning("警告", "Warnings")]
    public required int Warning { get; init; }

    [Meaning("注意", "Notices")]
    public required int Notice { get; init; }

    [Meaning("情報", "Information")]
    public required int Info { get; init; }

    [Meaning("判定不能", "Undetermined results")]
    public required int Undetermined { get; init; }

    [Meaning("評価エラー", "Rules that failed")]
    public required int Faults { get; init; }
}

internal sealed record IssueItem
{
    [Meaning("何回目の確定か", "Which issue of the cycle it is")]
    public required int Number { get; init; }

    [Meaning("確定した点検の番号", "The number of the check that it freezes")]
    public required int Run { get; init; }

    [Meaning("確定した時刻", "When it was issued")]
    public required DateTimeOffset At { get; init; }

    [Meaning("正誤の理由。最初の確定では null", "Why it was corrected; null of the first")]
    public required string? Reason { get; init; }
}
