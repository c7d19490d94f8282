using DxRules.Admin.Pages.Versions;
using DxRules.Admin.People;

namespace DxRules.Admin.Pages;

/// <summary>The main navigation: a few groups, and below them the parts of the group one is in. A new part of the site adds a line here.</summary>
internal static class Navigation
{
    // The first group is also the one of the pages that belong to none.
    private static readonly NavigationGroup[] Groups =
    [
        new("nav.review",
        [
            new("home.title", Access.ReadPlans, _ => "/"),
            new("inbox.title", Access.ReadPlans, _ => "/inbox"),
            new("sheet.mine", Access.Enter, InCycle("/sheet"), "s"),
            new("cycle.heading", Access.ReadPlans, InCycle("")),
            new("alerts.heading", Access.ReadPlans, InCycle("/alerts")),
            new("compare.heading", Access.ReadPlans, InCycle("/comparison")),
            new("heat.heading", Access.ReadPlans, InCycle("/heatmap")),
            new("paper.heading", Access.ReadWhole, InCycle("/paper")),
            new("publication.heading", Access.ReadWhole, InCycle("/publication")),
            new("approvals.title", Access.Approve, InCycle("/approvals")),
            new("judgement.title", Access.ReadPlans, InCycle("/judgements")),
            new("actions.title", Access.ReadPlans, InCycle("/actions")),
        ]),
        new("nav.plan",
        [
            new("plan.title", Access.ReadPlans, InPlan("")),
            new("kpi.title", Access.ReadPlans, InPlan("/kpis")),
            new("trend.title", Access.ReadPlans, InPlan("/trend")),
            new("generation.title", Access.ReadPlans, InPlan("/generations")),
            new("security.title", Access.ReadSecurity, InPlan("/security")),
            new("governance.title", Access.ReadPlans, InPlan("/governance")),
            new("import.title", Access.Enter, InPlan("/import"), Apart: "/imports"),
            new("export.title", Access.ReadPlans, InPlan("/export")),
            new("versions.heading", Access.ReadPlans, frame => frame.Plan is { } plan ? VersionAddress.Of(plan.Id) : null),
            new("departments.title", Access.ReadPlans, InPlan("/departments")),
            new("newPlan.title", Access.RunCycles, _ => "/plans/new"),
        ]),
        new("nav.rules",
        [
            new("rules.title", Access.ReadPlans, _ => "/rules"),
            new("profile.title", Access.ReadPlans, _ => "/rules/profile"),
            new("rules.try.title", Access.Administer, _ => "/rules/try"),
        ]),
        new("nav.site",
        [
            new("people.title", Access.Administer, _ => "/people"),
            new("token.title", Access.Administer, _ => "/tokens"),
            new("operations.title", Access.Administer, _ => "/operations"),
            new("jobs.title", Access.ReadPlans, _ => "/jobs"),
            new("log.title", Access.ReadAudit, _ => "/audit"),
        ]),
    ];

    /// <summary>What there is for a viewer to open from a page.</summary>
    public static NavigationView Of(Frame frame, PathString path, Viewer viewer)
    {
        var groups = Groups.Select(group => (group.TextKey, Open: Open(group, frame, viewer))).Where(group => group.Open.Count > 0).ToList();

        // Of two parts of which one lies below the other it is the inner one.
        var here = groups.SelectMany(group => group.Open).Where(entry => entry.Holds(path)).MaxBy(entry => entry.Address.Length);
        var inside = here is null ? null : groups.Find(group => group.Open.Contains(here)).Open;
        return new NavigationView(
            [.. groups.Select(group => new NavigationLink(group.TextKey, group.Open[0].Address, group.Open == inside ? "true" : null))],
            [.. (inside ?? groups[0].Open).Select(entry => new NavigationLink(entry.TextKey, entry.Address, entry != here ? null : path == here.Address ? "page" : "true"))]);
    }

    private static List<OpenEntry> Open(NavigationGroup group, Frame frame, Viewer viewer) =>
        [.. group.Entries.Where(entry => viewer.May(entry.Access))
            .Select(entry => entry.Address(frame) is { } address ? new OpenEntry(entry.TextKey, address, entry.Many, entry.Apart) : null).OfType<OpenEntry>()];

    private static Func<Frame, string?> InCycle(string page) => frame => frame.Cycle is { } cycle ? $"/cycles/{cycle.Id}{page}" : null;

    private static Func<Frame, string?> InPlan(string page) => frame => frame.Plan is { } plan ? $"/plans/{plan.Id}{page}" : null;

    private sealed record OpenEntry(string TextKey, string Address, string? Many, string? Apart)
    {
        public bool Holds(PathString path) => IsIn(path, Address) || (Many is not null && IsIn(path, Address + Many)) || (Apart is not null && IsIn(path, Apart));

        private static bool IsIn(PathString path, string address) => path == address || (address != "/" && path.StartsWithSegments(address));
    }
}

internal sealed record NavigationGroup(string TextKey, NavigationEntry[] Entries);

/// <param name="Address">Null where there is nothing to open yet.</param>
/// <param name="Many">What follows the address where several of its kind lie: /sheets/d-kikaku beside /sheet.</param>
/// <param name="Apart">Where else pages of it lie: /imports/7 beside /plans/2/import.</param>
internal sealed record NavigationEntry(string TextKey, Access Access, Func<Frame, string?> Address, string? Many = null, string? Apart = null);

/// <param name="Groups">Each leads to its first part.</param>
/// <param name="Parts">Of the group one is in.</param>
internal sealed record NavigationView(IReadOnlyList<NavigationLink> Groups, IReadOnlyList<NavigationLink> Parts);

/// <param name="Current"><c>page</c> on the page itself, <c>true</c> on the pages below it, null elsewhere.</param>
internal sealed record NavigationLink(string TextKey, string Address, string? Current);
