using DxRules.Admin.Pages.Versions;
using DxRules.Admin.People;

namespace DxRules.Admin.Pages;

/// <summary>The main navigation. A new part of the site adds a line here.</summary>
internal static class Navigation
{
    private static readonly NavigationEntry[] Entries =
    [
        new("home.title", Access.ReadPlans, _ => "/"),
        new("inbox.title", Access.ReadPlans, _ => "/inbox"),
        new("sheet.mine", Access.Enter, frame => frame.Cycle is { } cycle ? $"/cycles/{cycle.Id}/sheet" : null, "s"),
        new("cycle.heading", Access.ReadPlans, frame => frame.Cycle is { } cycle ? $"/cycles/{cycle.Id}" : null),
        new("alerts.heading", Access.ReadPlans, frame => frame.Cycle is { } cycle ? $"/cycles/{cycle.Id}/alerts" : null),
        new("approvals.title", Access.Approve, frame => frame.Cycle is { } cycle ? $"/cycles/{cycle.Id}/approvals" : null),
        new("judgement.title", Access.ReadPlans, frame => frame.Cycle is { } cycle ? $"/cycles/{cycle.Id}/judgements" : null),
        new("actions.title", Access.ReadPlans, frame => frame.Cycle is { } cycle ? $"/cycles/{cycle.Id}/actions" : null),
        new("governance.title", Access.ReadPlans, frame => frame.Plan is { } plan ? $"/plans/{plan.Id}/governance" : null),
        new("versions.heading", Access.ReadPlans, frame => frame.Plan is { } plan ? VersionAddress.Of(plan.Id) : null),
        new("departments.title", Access.ReadPlans, frame => frame.Plan is { } plan ? $"/plans/{plan.Id}/departments" : null),
        new("people.title", Access.Administer, _ => "/people"),
        new("jobs.title", Access.ReadPlans, _ => "/jobs"),
        new("log.title", Access.ReadAudit, _ => "/audit"),
    ];

    /// <summary>What there is for a viewer to open from a page; <c>Current</c> is <c>page</c> on the page itself, <c>true</c> on the pages below it.</summary>
    public static IEnumerable<(string TextKey, string Address, string? Current)> Of(Frame frame, PathString path, Viewer viewer)
    {
        var open = Entries.Where(entry => viewer.May(entry.Access)).Select(entry => (entry.TextKey, Address: entry.Address(frame), entry.Many)).Where(entry => entry.Address is not null).ToList();

        // Of two parts of which one lies below the other it is the inner one.
        var here = open.Where(entry => IsIn(path, entry.Address!) || (entry.Many is { } many && IsIn(path, entry.Address + many))).Select(entry => entry.Address!).MaxBy(address => address.Length);
        return open.Select(entry => (entry.TextKey, entry.Address!, entry.Address != here ? null : path == here ? "page" : "true"));
    }

    private static bool IsIn(PathString path, string address) => path == address || (address != "/" && path.StartsWithSegments(address));
}

/// <param name="Address">Null where there is nothing to open yet.</param>
/// <param name="Many">What follows the address where several of its kind lie: /sheets/d-kikaku beside /sheet.</param>
internal sealed record NavigationEntry(string TextKey, Access Access, Func<Frame, string?> Address, string? Many = null);
