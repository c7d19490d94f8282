using DxRules.Admin.Inbox;

namespace DxRules.Admin.Pages.Inbox;

/// <summary>As chips are coloured; the word says it, too.</summary>
internal static class InboxTone
{
    public static string Of(InboxKind kind) => kind switch
    {
        InboxKind.Overdue or InboxKind.SheetOverdue or InboxKind.StepLate or InboxKind.Recurred => "red",
        InboxKind.Returned or InboxKind.PublicationReturned or InboxKind.AcceptanceOver or InboxKind.NotConfirmed or InboxKind.Worsened => "orange",
        InboxKind.ToApprove or InboxKind.ToPublish or InboxKind.Asked or InboxKind.New => "blue",
        InboxKind.Answered => "green",
        _ => "gray",
    };
}
