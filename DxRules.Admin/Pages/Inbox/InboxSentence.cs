using DxRules.Admin.Inbox;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Inbox;

/// <summary>An item of the inbox in one sentence.</summary>
internal static class InboxSentence
{
    /// <param name="department">The name of the item's department.</param>
    public static string Of(InboxItem item, string department, Texts texts)
    {
        var what = texts.In(item.What);
        var due = item.DueOn is { } day ? texts.Date(day) : "";
        var year = texts.FiscalYear(item.FiscalYear);
        return item.Kind switch
        {
            InboxKind.New or InboxKind.Worsened or InboxKind.Recurred => what,
            InboxKind.Returned => texts["inbox.say.Returned", what],
            InboxKind.AcceptanceOver => texts["inbox.say.AcceptanceOver", what],
            InboxKind.ToApprove => texts["inbox.say.ToApprove", what],
            InboxKind.NotConfirmed => texts["inbox.say.NotConfirmed", what],
            InboxKind.Overdue => texts["inbox.say.Overdue", what, due],
            InboxKind.Due => texts["inbox.say.Due", what, due],
            InboxKind.SheetOverdue => texts["inbox.say.SheetOverdue", department, year, due],
            InboxKind.SheetDue => texts["inbox.say.SheetDue", department, year, due],
            InboxKind.StepLate => texts["inbox.say.StepLate", texts[$"step.{what}"], due],
            InboxKind.ToPublish => texts["inbox.say.ToPublish", year],
            InboxKind.PublicationReturned => texts["inbox.say.PublicationReturned", year],
            InboxKind.Asked => texts["inbox.say.Asked", department, what],
            _ => texts["inbox.say.Answered", department, what],
        };
    }
}
