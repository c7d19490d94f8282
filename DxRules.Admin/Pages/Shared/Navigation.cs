using DxRules.Admin.People;

namespace DxRules.Admin.Pages;

/// <summary>The main navigation. A new part of the site adds a line here.</summary>
internal static class Navigation
{
    private static readonly NavigationEntry[] Entries =
    [
        new("home.title", Access.ReadPlans, _ => "/"),
        new("alerts.heading", Access.ReadPlans, frame => frame.Cycle is { } cycle ? $"/cycles/{cycle.Id}/alerts" : null),
        new("people.title", Access.Administer, _ => "/people"),
        new("jobs.title", Access.ReadPlans, _ => "/jobs"),
        new("log.title", Access.ReadAudit, _ => "/audit"),
    ];

    /// <summary>What there is for a viewer to open from a page; <c>Current</c> is <c>page</c> on the page itself, <c>true</c> on the pages below it.</summary>
    public static IEnumerable<(string TextKey, string Address, string? Current)> Of(Frame frame, PathString path, Viewer viewer)
    {
        foreach (var entry in Entries)
        {
            if (viewer.May(entry.Access) && entry.Address(frame) is { } address)
                yield return (entry.TextKey, address, Current(address, path));
        }
    }

    private static string? Current(string address, PathString path) =>
        path == address ? "page" : address != "/" && path.StartsWithSegments(address) ? "true" : null;
}

/// <param name="Address">Null where there is nothing to open yet.</param>
internal sealed record NavigationEntry(string TextKey, Access Access, Func<Frame, string?> Address);
