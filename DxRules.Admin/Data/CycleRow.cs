namespace DxRules.Admin.Data;

/// <summary>A review of a plan for a 対象年度. A plan has one open cycle at most. What rules read of it (when it was reported, what was decided) lives in the plan document.</summary>
internal sealed class CycleRow
{
    public int Id { get; set; }
    public int PlanId { get; set; }
    public PlanRow? Plan { get; set; }

    /// <summary>The fiscal year under review; its work falls into the year after.</summary>
    public int FiscalYear { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public List<CycleStepRow> Steps { get; } = [];
    public List<RunRow> Runs { get; } = [];
    public List<CycleIssueRow> Issues { get; } = [];
}

/// <summary>A step of a cycle: by when it should be done, and when it was.</summary>
internal sealed class CycleStepRow
{
    public int CycleId { get; set; }
    public CycleRow? Cycle { get; set; }
    public CycleStep Step { get; set; }
    public DateOnly DueOn { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    public int? DoneById { get; set; }
    public UserRow? DoneBy { get; set; }
}

/// <summary>The steps of a cycle, in their order.</summary>
internal enum CycleStep
{
    /// <summary>所管課の入力.</summary>
    Entry,

    /// <summary>点検.</summary>
    Check,

    /// <summary>回答と承認.</summary>
    Approval,

    /// <summary>本部への報告.</summary>
    Report,

    /// <summary>公表.</summary>
    Publication,

    /// <summary>完了; the result is frozen.</summary>
    Close,
}

/// <summary>A frozen result of a cycle. The first is made by closing; each later one is a correction (正誤) with its reason and changes none before it.</summary>
internal sealed class CycleIssueRow
{
    public int Id { get; set; }
    public int CycleId { get; set; }
    public CycleRow? Cycle { get; set; }

    /// <summary>Counted from 1 within the cycle.</summary>
    public int Number { get; set; }

    /// <summary>The run that it freezes, with its plan version, rules, settings and report.</summary>
    public int RunId { get; set; }
    public RunRow? Run { get; set; }

    /// <summary>Null for the first.</summary>
    public string? Reason { get; set; }
    public DateTimeOffset At { get; set; }
    public int? ById { get; set; }
    public UserRow? By { get; set; }
}

/// <summary>
/// What a department typed into a field of its sheet and has not submitted yet; as it was typed, so that nothing is lost of what cannot be read either.
/// </summary>
internal sealed class SheetDraftRow
{
    public int CycleId { get; set; }
    public CycleRow? Cycle { get; set; }

    /// <summary>Municipality and id of the department: 062014/kikaku.</summary>
    public required string Department { get; set; }

    /// <summary>The field of the sheet: the subject and its member.</summary>
    public required string Field { get; set; }
    public required string Text { get; set; }
    public DateTimeOffset At { get; set; }
    public int? ById { get; set; }
    public UserRow? By { get; set; }

    /// <summary>Whether only security officers and administrators may see it.</summary>
    public bool Secret { get; set; }
}

/// <summary>What a meeting that stands in the plan document was about, and what came of it (議事の要旨).</summary>
internal sealed class MinutesRow
{
    public int PlanId { get; set; }
    public PlanRow? Plan { get; set; }
    public required string MeetingId { get; set; }
    public required string Agenda { get; set; }
    public required string Outcome { get; set; }
    public DateTimeOffset At { get; set; }
    public int? ById { get; set; }
    public UserRow? By { get; set; }
}

/// <summary>What becomes of an item of a plan that ends.</summary>
internal sealed class CarryOverRow
{
    public int PlanId { get; set; }
    public PlanRow? Plan { get; set; }
    public required string SubjectId { get; set; }
    public CarryOver Decision { get; set; }

    /// <summary>The item of the successor that takes it up; null where none is named.</summary>
    public string? SuccessorSubjectId { get; set; }
    public string? Reason { get; set; }
    public DateTimeOffset At { get; set; }
    public int? ById { get; set; }
    public UserRow? By { get; set; }
}

internal enum CarryOver
{
    /// <summary>引継ぎ: the successor goes on with it.</summary>
    Continued,

    /// <summary>統合・見直し: the successor takes it up in another form.</summary>
    Changed,

    /// <summary>終了: it has reached what it was for.</summary>
    Finished,

    /// <summary>廃止: it is given up, with the reason.</summary>
    Dropped,
}
