using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.Versions;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Closing;

/// <summary>How a plan stands at its end, and what was decided of what is left, as far as the viewer may see it.</summary>
/// <param name="AsOf">The day as of which it stands so: that of the last check, else today.</param>
/// <param name="LastCheck">The cycle and number of the last check; null where nothing was checked.</param>
/// <param name="Successor">The plan that comes after; null where it is not here.</param>
internal sealed record ClosingView(
    PlanHead Head, SeenVersion Seen, DateOnly AsOf, (int Cycle, int Run)? LastCheck, SeenVersion? Successor, IReadOnlyList<ClosingLine> Lines)
{
    private IReadOnlyDictionary<string, Node>? successorSubjects;

    public PlanDocument Plan => Seen.Document;

    /// <summary>Null where the viewer sees no such plan.</summary>
    public static async Task<ClosingView?> Read(AdminDb db, PlanDocuments documents, int plan, DateOnly today, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await documents.Newest(plan, cancel) is not { } seen)
            return null;
        var run = await db.Runs.AsNoTracking().Where(row => row.Cycle!.PlanId == plan).OrderByDescending(row => row.Cycle!.FiscalYear).ThenByDescending(row => row.Number)
            .Select(row => new { row.Id, row.CycleId, row.Number, row.AsOf }).FirstOrDefaultAsync(cancel);
        var asOf = run?.AsOf ?? today;
        var reach = new SubjectReach(seen.Document, db.Viewer, seen.Head.Municipality);
        var items = ClosingItem.Of(seen.Document, asOf).Where(item => reach.Holds(item.Id)).ToList();
        var decided = await db.CarryOvers.AsNoTracking().Where(row => row.PlanId == plan).ToDictionaryAsync(row => row.SubjectId, StringComparer.Ordinal, cancel);
        var alerts = run is null ? [] : await Alerts(db, run.Id, seen.Document, asOf, items, cancel);
        return new ClosingView(
            head, seen, asOf, run is null ? null : (run.CycleId, run.Number), await NeighbourPlans.Successor(db, documents, seen, cancel),
            [.. items.Select(item => new ClosingLine(item, decided.GetValueOrDefault(item.Id), alerts.GetValueOrDefault(item.Id) ?? []))]);
    }

    public IEnumerable<ClosingLine> Undecided => Lines.Where(line => line.IsUndecided);

    public IEnumerable<ClosingLine> Decided => Lines.Where(line => line.Decision is not null);

    /// <summary>Policy by policy in the plan's order; what belongs to the plan as a whole last, under no policy.</summary>
    public IEnumerable<(Policy? Policy, IReadOnlyList<ClosingLine> Lines)> ByPolicy(IEnumerable<ClosingLine> lines)
    {
        var rows = lines.ToLookup(line => line.Item.Policy, StringComparer.Ordinal);
        return (Plan.Policies ?? []).Select(policy => ((Policy?)policy, (IReadOnlyList<ClosingLine>)[.. rows[policy.Id]]))
            .Append((null, [.. rows[null]])).Where(group => group.Item2.Count > 0);
    }

    /// <summary>By the department that answers first.</summary>
    public IEnumerable<(string? Department, IReadOnlyList<ClosingLine> Lines)> ByDepartment(IEnumerable<ClosingLine> lines)
    {
        var order = (Plan.Departments ?? []).Select((department, position) => (department.Id, position)).ToDictionary(StringComparer.Ordinal);
        return lines.GroupBy(line => line.Item.Departments.Count > 0 ? line.Item.Departments[0] : null)
            .OrderBy(group => group.Key is { } id ? order.GetValueOrDefault(id, int.MaxValue - 1) : int.MaxValue).Select(group => (NameOf(group.Key), (IReadOnlyList<ClosingLine>)[.. group]));
    }

    public string? NameOf(string? department) => department is null ? null : (Plan.Departments ?? []).FirstOrDefault(one => one.Id == department)?.Name ?? department;

    public string? TitleOf(string? policy) => (Plan.Policies ?? []).FirstOrDefault(one => one.Id == policy) is { } found ? ActionSubjects.Numbered(found.Number, found.Title) : null;

    /// <summary>An item of the plan that comes after, in words.</summary>
    public string SuccessorTitle(string id)
    {
        successorSubjects ??= Successor is { } next ? PlanSubjects.Build(next.Document, AsOf).SubjectsById : new Dictionary<string, Node>();
        return successorSubjects.GetValueOrDefault(id)?.Title ?? id;
    }

    // Each alert with the item on which or under which it lies.
    private static async Task<Dictionary<string, IReadOnlyList<OpenAlert>>> Alerts(AdminDb db, int run, PlanDocument plan, DateOnly asOf, IReadOnlyList<ClosingItem> items, CancellationToken cancel)
    {
        var rows = await db.Observations.AsNoTracking().Where(row => row.RunId == run && row.Outcome == Outcome.Alert).OrderBy(row => row.Position)
            .Select(row => new { row.SubjectId, row.Key, row.MessageJa, row.MessageEn }).ToListAsync(cancel);
        var subjects = PlanSubjects.Build(plan, asOf).SubjectsById;
        var wanted = items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return rows.Select(row => (Item: ItemOf(subjects.GetValueOrDefault(row.SubjectId.Split('/')[0]), wanted), Alert: new OpenAlert(row.Key, new(row.MessageJa, row.MessageEn))))
            .Where(row => row.Item is not null).GroupBy(row => row.Item!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<OpenAlert>)[.. group.Select(row => row.Alert)], StringComparer.Ordinal);
    }

    private static string? ItemOf(Node? subject, HashSet<string> wanted)
    {
        for (var node = subject; node is not null; node = node.Parent)
        {
            if (wanted.Contains(node.Id))
                return node.Id;
        }
        return null;
    }
}

/// <param name="Decision">Null where nobody decided.</param>
/// <param name="Alerts">Those of the last check.</param>
internal sealed record ClosingLine(ClosingItem Item, CarryOverRow? Decision, IReadOnlyList<OpenAlert> Alerts)
{
    public bool IsUndecided => Item.IsLeft && Decision is null;
}

internal sealed record OpenAlert(string Key, Bilingual Message);
