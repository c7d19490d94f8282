using DxRules.Admin.Data;

namespace DxRules.Admin.Inbox;

/// <summary>What an item of the inbox is about; those that are most urgent first.</summary>
internal enum InboxKind
{
    /// <summary>An answer was returned to be written anew.</summary>
    Returned,

    /// <summary>The time for which an alert was accepted is over.</summary>
    AcceptanceOver,

    /// <summary>What was promised is past its day.</summary>
    Overdue,

    /// <summary>A department's sheet is past its day.</summary>
    SheetOverdue,

    /// <summary>A step of the cycle is past its day.</summary>
    StepLate,

    /// <summary>A department was asked something.</summary>
    Asked,

    /// <summary>An answer waits for approval.</summary>
    ToApprove,

    /// <summary>A publication waits for its approval.</summary>
    ToPublish,

    /// <summary>A publication was returned to who asked for it.</summary>
    PublicationReturned,

    /// <summary>Something was reported done and the check still sees it, or cannot tell.</summary>
    NotConfirmed,

    Recurred,
    Worsened,
    New,

    /// <summary>The day of what was promised is near.</summary>
    Due,

    /// <summary>The day of a sheet is near.</summary>
    SheetDue,

    /// <summary>A question was answered.</summary>
    Answered,
}

/// <summary>One thing that concerns somebody: one sentence, and where the work is done.</summary>
/// <param name="Id">What it is and in which state, of ids alone: it is known by this whether it was seen.</param>
/// <param name="What">The alert's sentence, or what else it is about.</param>
/// <param name="Department">Municipality and id, where the sentence names one.</param>
internal sealed record InboxItem(InboxKind Kind, string Id, int Cycle, int FiscalYear, Bilingual What, string Address)
{
    public string? Department { get; init; }
    public DateOnly? DueOn { get; init; }
}
