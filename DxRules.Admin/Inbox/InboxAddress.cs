using DxRules.Admin.Pages.Alerts;

namespace DxRules.Admin.Inbox;

/// <summary>Where the work is done that an item asks for.</summary>
internal static class InboxAddress
{
    public static string Cycle(int cycle) => $"/cycles/{cycle}";

    public static string Approvals(int cycle) => $"/cycles/{cycle}/approvals";

    public static string Publication(int cycle) => $"/cycles/{cycle}/publication";

    public static string Questions(int cycle) => $"/cycles/{cycle}/questions";

    /// <param name="department">Municipality and id.</param>
    public static string Sheet(int cycle, string department) => $"/cycles/{cycle}/sheets/{DepartmentNames.IdOf(department)}";
}
