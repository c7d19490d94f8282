namespace DxRules.Admin.Inbox;

/// <summary>Where the work is done that an item asks for.</summary>
internal static class InboxAddress
{
    public static string Cycle(int cycle) => $"/cycles/{cycle}";

    public static string Questions(int cycle) => $"/cycles/{cycle}";

    /// <param name="department">Municipality and id; null for the sheet of the viewer's own.</param>
    public static string Sheet(int cycle, string? department) => department is null ? $"/cycles/{cycle}" : $"/cycles/{cycle}#sheets";
}
