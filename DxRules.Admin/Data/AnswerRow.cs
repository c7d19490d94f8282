namespace DxRules.Admin.Data;

/// <summary>What is answered to an alert in one cycle. There is one at most; each step it takes is an entry of its own.</summary>
internal sealed class AnswerRow
{
    public int Id { get; set; }
    public int AlertId { get; set; }
    public AlertRow? Alert { get; set; }
    public int CycleId { get; set; }
    public CycleRow? Cycle { get; set; }
    public AnswerState State { get; set; }
    public AnswerDecision Decision { get; set; }
    public string? Cause { get; set; }

    /// <summary>What is done about it; of an acceptance or a false alarm the reason.</summary>
    public required string Text { get; set; }

    /// <summary>Id of the department that does it.</summary>
    public string? Owner { get; set; }
    public DateOnly? DueOn { get; set; }

    /// <summary>The last 対象年度 for which an acceptance holds.</summary>
    public int? AcceptedUntil { get; set; }

    /// <summary>Since when the department says that it is done; whether it is, the next check tells.</summary>
    public DateTimeOffset? ReportedDoneAt { get; set; }

    /// <summary>Id of the action in the plan document, once the answer is approved.</summary>
    public string? ActionId { get; set; }

    /// <summary>Whether only security officers and administrators may see it.</summary>
    public bool Secret { get; set; }

    /// <summary>Counts up with each step, so that two people at once do not overwrite each other.</summary>
    public int Revision { get; set; }
    public List<AnswerStepRow> Steps { get; } = [];
}

internal enum AnswerState
{
    Draft,
    Submitted,
    Returned,
    Approved,
}

internal enum AnswerDecision
{
    /// <summary>対応する.</summary>
    Act,

    /// <summary>計画を見直す.</summary>
    Revise,

    /// <summary>受容.</summary>
    Accept,

    /// <summary>誤検知.</summary>
    FalseAlarm,
}

/// <summary>A step that an answer took: who moved it from which state to which, and what they said.</summary>
internal sealed class AnswerStepRow
{
    public int Id { get; set; }
    public int AnswerId { get; set; }
    public AnswerRow? Answer { get; set; }
    public AnswerState State { get; set; }
    public DateTimeOffset At { get; set; }
    public int? ById { get; set; }
    public UserRow? By { get; set; }

    /// <summary>The department for which somebody else did it (代理入力); null otherwise.</summary>
    public string? OnBehalfOf { get; set; }
    public string? Comment { get; set; }
}

/// <summary>A question on an item of the plan in a cycle (ヒアリング), and its answer.</summary>
internal sealed class QuestionRow
{
    public int Id { get; set; }
    public int CycleId { get; set; }
    public CycleRow? Cycle { get; set; }
    public required string SubjectId { get; set; }

    /// <summary>Municipality and id of the department that is asked: 062014/kikaku.</summary>
    public required string Department { get; set; }
    public required string Text { get; set; }
    public DateTimeOffset AskedAt { get; set; }
    public int? AskedById { get; set; }
    public UserRow? AskedBy { get; set; }
    public string? Answer { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public int? AnsweredById { get; set; }
    public UserRow? AnsweredBy { get; set; }

    /// <summary>Whether only security officers and administrators may see it.</summary>
    public bool Secret { get; set; }
}
