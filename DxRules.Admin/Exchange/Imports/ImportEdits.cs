using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Sheets;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What tables change of a plan, and from which cell each comes.</summary>
internal sealed class ImportEdits(ImportProblems problems)
{
    private readonly SheetEdits edits = new();
    private readonly Dictionary<string, List<Kpi>> kpis = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Initiative>> initiatives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Series>> series = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Peer>> peers = new(StringComparer.Ordinal);
    private readonly List<Department> departments = [];
    private readonly Dictionary<(string Subject, string Member), (string Value, CellPlace At)> written = [];

    /// <summary>
    /// Takes note that a cell says what a member is. False where another cell said it before: the same, then there is nothing left to do, or something
    /// else, which is told.
    /// </summary>
    /// <param name="value">As a person reads it, to tell the two apart.</param>
    public bool Claim(string subject, string member, string value, CellPlace at)
    {
        if (written.TryAdd((subject, member), (value, at)))
            return true;
        var (before, place) = written[(subject, member)];
        if (before != value)
            problems.Conflict(at, value, place, before);
        return false;
    }

    public void Change<T>(string id, Func<T, T> change) where T : PlanObject => edits.Change(id, change);

    /// <param name="holder">Id of the plan, policy or initiative.</param>
    public void Add(string holder, Kpi kpi, CellPlace at) => AddTo(kpis, holder, kpi, $"kpis/{kpi.Id}", at);

    /// <param name="holder">Id of the policy.</param>
    public void Add(string holder, Initiative initiative, CellPlace at) => AddTo(initiatives, holder, initiative, $"initiatives/{initiative.Id}", at);

    /// <param name="holder">Id of the KPI.</param>
    public void Add(string holder, Series one, CellPlace at) => AddTo(series, holder, one, $"series/{one.Id}", at);

    /// <summary>A peer, of which <see cref="Claim"/> was told.</summary>
    /// <param name="holder">Id of the series.</param>
    public void Add(string holder, Peer peer)
    {
        if (!peers.TryGetValue(holder, out var those))
            peers.Add(holder, those = []);
        those.Add(peer);
    }

    public void Add(string plan, Department department, CellPlace at)
    {
        departments.Add(department);
        written.TryAdd((plan, $"departments/{department.Id}"), (department.Name, at));
    }

    /// <summary>The plan with all of it. New rows come behind those that are there.</summary>
    public PlanDocument Apply(PlanDocument plan)
    {
        // What holds others first, so that each pass finds what it adds to.
        var (policies, added, parts) = (new SheetEdits(), new SheetEdits(), new SheetEdits());
        foreach (var (policy, those) in initiatives)
            policies.Change<Policy>(policy, holder => holder with { Initiatives = [.. holder.Initiatives ?? [], .. those] });
        var isPolicy = (plan.Policies ?? []).Select(policy => policy.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (holder, those) in kpis)
        {
            if (holder == plan.Plan.Id)
                added.Change(document => document with { Plan = document.Plan with { Kpis = [.. document.Plan.Kpis, .. those] } });
            else if (isPolicy.Contains(holder))
                added.Change<Policy>(holder, policy => policy with { Kpis = [.. policy.Kpis ?? [], .. those] });
            else
                added.Change<Initiative>(holder, initiative => initiative with { Kpis = [.. initiative.Kpis, .. those] });
        }
        foreach (var (kpi, those) in series)
            parts.Change<Kpi>(kpi, holder => holder with { Series = [.. holder.Series ?? [], .. those] });
        if (departments.Count > 0)
            parts.Change(document => document with { Departments = [.. document.Departments ?? [], .. departments] });
        foreach (var (one, those) in peers)
            edits.Change<Series>(one, holder => holder with { Peers = [.. holder.Peers, .. those] });
        return edits.Apply(parts.Apply(added.Apply(policies.Apply(plan))));
    }

    /// <summary>The cell of each change, and of each part of those that hold several.</summary>
    public IReadOnlyDictionary<(string Subject, string Member), CellPlace> Sources(IReadOnlyList<PlanChange> changes)
    {
        var sources = new Dictionary<(string Subject, string Member), CellPlace>();
        var bySubject = written.ToLookup(entry => entry.Key.Subject, entry => (entry.Key.Member, entry.Value.At), StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (Holding(change) is { } at)
                sources[(change.Subject, change.Member)] = at;
            else
            {
                // A list that was unknown, or an object: one change that holds several cells.
                foreach (var (member, part) in bySubject[change.Subject].Where(part => IsWithin(part.Member, change.Member)))
                {
                    sources.TryAdd((change.Subject, change.Member), part);
                    sources.TryAdd((change.Subject, member), part);
                }
            }
        }
        return sources;
    }

    // The cell that says the changed member or what it lies in.
    private CellPlace? Holding(PlanChange change)
    {
        // What is kept of the wording comes from the cell of what is worded so.
        for (var member = ("/" + change.Member).Replace("/raw/", "/", StringComparison.Ordinal)[1..]; member.Length > 0; member = member.LastIndexOfAny(['/', '~']) is > 0 and var end ? member[..end] : "")
        {
            if (written.TryGetValue((change.Subject, member), out var entry))
                return entry.At;
        }
        return null;
    }

    private static bool IsWithin(string member, string holder) =>
        member.StartsWith(holder, StringComparison.Ordinal) && (member.Length == holder.Length || member[holder.Length] is '/' or '~');

    private void AddTo<T>(Dictionary<string, List<T>> to, string holder, T added, string member, CellPlace at)
    {
        if (!to.TryGetValue(holder, out var those))
            to.Add(holder, those = []);
        those.Add(added);
        written.TryAdd((holder, member), ("", at));
    }
}
