using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.Pages.Plans;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Trend;

/// <summary>How an item of the plan before stands in the plan after it.</summary>
internal enum Succession
{
    /// <summary>引継ぎ, as was decided at the end of the plan before.</summary>
    Continued,

    /// <summary>統合・見直し, likewise.</summary>
    Changed,

    /// <summary>The same item under another number, as was written down when the plan was revised.</summary>
    Renumbered,

    /// <summary>Nobody decided, but an item of the same kind has the same title.</summary>
    SameTitle,

    /// <summary>Nobody decided; an item of the same kind has a title that is nearly the same. For people to look at.</summary>
    NearTitle,

    /// <summary>終了 or 廃止, as was decided.</summary>
    Ended,

    /// <summary>The later plan has nothing for it.</summary>
    Lacking,
}

/// <summary>Two plans side by side: what of the one before stands in the later one, and what is new in that.</summary>
/// <param name="Others">The plans with which it can be compared, those before it first.</param>
/// <param name="Before">Null where there is none.</param>
internal sealed record GenerationsView(
    PlanHead Plan, IReadOnlyList<(int Id, string Title)> Others, PlanHead? Before, IReadOnlyList<SucceededItem> Old, IReadOnlyList<PlanEntry> New, IReadOnlyList<PlanEntry> Added)
{
    /// <summary>Null where the viewer sees no such plan, or none such to compare with.</summary>
    public static async Task<GenerationsView?> Read(AdminDb db, PlanDocuments documents, int plan, int? with, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await documents.Newest(plan, cancel) is not { } now)
            return null;
        var before = await NeighbourPlans.Predecessors(db, documents, now, cancel);
        var others = before.Select(version => (version.Head.Plan, version.Document.Plan.Title)).ToList();
        var chosen = before.FirstOrDefault(version => with is null || version.Head.Plan == with);
        if (chosen is null)
            return with is null ? new GenerationsView(head, others, null, [], [], []) : null;
        var here = PlanEntry.Of(now.Document, new SubjectReach(now.Document, db.Viewer, now.Head.Municipality));
        var there = PlanEntry.Of(chosen.Document, new SubjectReach(chosen.Document, db.Viewer, chosen.Head.Municipality));
        var decided = await db.CarryOvers.AsNoTracking().Where(row => row.PlanId == chosen.Head.Plan).ToDictionaryAsync(row => row.SubjectId, StringComparer.Ordinal, cancel);
        var renumbered = await db.Renumberings.AsNoTracking().Where(row => row.PlanId == plan).ToDictionaryAsync(row => row.OldId, row => row.NewId, StringComparer.Ordinal, cancel);
        var matching = new EntryMatching(here, decided, renumbered);
        var old = there.Select(matching.Find).ToList();
        var taken = old.Where(item => item.Succession != Succession.NearTitle).Select(item => item.Successor?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new GenerationsView(head, others, await PlanHead.Read(db, chosen.Head.Plan, cancel), old, here, [.. here.Where(entry => !taken.Contains(entry.Id))]);
    }

    public int Count(Succession succession) => Old.Count(item => item.Succession == succession);

    /// <summary>What the old plan had and the new one lacks, or may lack.</summary>
    public IEnumerable<SucceededItem> Lacking => Old.Where(item => item.Succession is Succession.Lacking or Succession.NearTitle);
}

/// <summary>A policy, initiative or KPI of a plan.</summary>
/// <param name="Kind">policy, initiative or kpi.</param>
/// <param name="Policy">The title of the policy it stands under; null for a policy and for what the plan holds itself.</param>
internal sealed record PlanEntry(string Id, string Kind, string Title, string? Number, string? Policy)
{
    public string Address(int plan) => Kind switch
    {
        "policy" => PlanAddress.Policy(plan, Id),
        "initiative" => PlanAddress.Initiative(plan, Id),
        _ => PlanAddress.Kpi(plan, Id),
    };

    /// <summary>In the order of the document: each policy before what it holds.</summary>
    public static IReadOnlyList<PlanEntry> Of(PlanDocument plan, SubjectReach reach)
    {
        var entries = new List<PlanEntry>();
        foreach (var policy in plan.Policies ?? [])
        {
            entries.Add(new(policy.Id, "policy", policy.Title, policy.Number, null));
            foreach (var initiative in policy.Initiatives ?? [])
            {
                entries.Add(new(initiative.Id, "initiative", initiative.Title, initiative.Number, policy.Title));
                entries.AddRange(initiative.Kpis.Select(kpi => new PlanEntry(kpi.Id, "kpi", kpi.Title, null, policy.Title)));
            }
            entries.AddRange((policy.Kpis ?? []).Select(kpi => new PlanEntry(kpi.Id, "kpi", kpi.Title, null, policy.Title)));
        }
        entries.AddRange(plan.Plan.Kpis.Select(kpi => new PlanEntry(kpi.Id, "kpi", kpi.Title, null, null)));
        return [.. entries.Where(entry => reach.Holds(entry.Id))];
    }
}

/// <param name="Successor">Null where there is none, or none is named.</param>
/// <param name="Reason">Why it was decided so; null where nobody decided.</param>
internal sealed record SucceededItem(PlanEntry Item, Succession Succession, PlanEntry? Successor, string? Reason);
