using System.Text.RegularExpressions;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What of a plan a table can be about, to be found by id, number and title.</summary>
internal sealed partial class PlanIndex
{
    private readonly Dictionary<string, object> byId = new(StringComparer.Ordinal);

    public PlanIndex(PlanDocument plan)
    {
        Plan = plan;
        foreach (var kpi in plan.Plan.Kpis)
            Add(new IndexedKpi(kpi, null, null));
        foreach (var policy in plan.Policies ?? [])
        {
            Policies.Add(policy.Title, policy);
            PolicyNumbers.Add(policy.Number, policy);
            byId.TryAdd(policy.Id, policy);
            foreach (var kpi in policy.Kpis ?? [])
                Add(new IndexedKpi(kpi, policy, null));
            foreach (var initiative in policy.Initiatives ?? [])
                Add(new IndexedInitiative(initiative, policy));
        }
        foreach (var department in plan.Departments ?? [])
            byId.TryAdd(department.Id, department);
    }

    public PlanDocument Plan { get; }

    public TitleLookup<Policy> Policies { get; } = new(TextKeys.Key);

    public TitleLookup<Policy> PolicyNumbers { get; } = new(TextKeys.NumberKey);

    public TitleLookup<IndexedInitiative> Initiatives { get; } = new(TextKeys.Key);

    public TitleLookup<IndexedInitiative> InitiativeNumbers { get; } = new(TextKeys.NumberKey);

    public TitleLookup<IndexedKpi> Kpis { get; } = new(TextKeys.Key);

    public TitleLookup<IndexedStep> Steps { get; } = new(TextKeys.Key);

    public List<IndexedKpi> AllKpis { get; } = [];

    public List<IndexedInitiative> AllInitiatives { get; } = [];

    public List<IndexedStep> AllSteps { get; } = [];

    /// <summary>The fiscal years in which targets of the plan are to be reached.</summary>
    public HashSet<int> FinalYears { get; } = [];

    /// <summary>What has that id: a policy, department, <see cref="IndexedInitiative"/>, <see cref="IndexedKpi"/>, <see cref="IndexedSeries"/> or <see cref="IndexedStep"/>.</summary>
    public object? ById(string id) => byId.GetValueOrDefault(id);

    /// <summary>The KPIs with that title, and which of their series is meant where a bracket behind the title names it.</summary>
    public (IReadOnlyList<IndexedKpi> Kpis, string? Segment) KpisTitled(string title)
    {
        if (Kpis.Find(title) is { Count: > 0 } exact)
            return (exact, null);
        return BracketPattern().Match(title.Trim()) is { Success: true } match && Kpis.Find(match.Groups["title"].Value) is { Count: > 0 } found
            ? (found, match.Groups["part"].Value)
            : ([], null);
    }

    private void Add(IndexedKpi kpi)
    {
        AllKpis.Add(kpi);
        Kpis.Add(kpi.Record.Title, kpi);
        byId.TryAdd(kpi.Record.Id, kpi);
        foreach (var series in kpi.Record.Series ?? [])
        {
            byId.TryAdd(series.Id, new IndexedSeries(series, kpi));
            if (series.Target?.FiscalYear is { } final)
                FinalYears.Add(final);
        }
    }

    private void Add(IndexedInitiative initiative)
    {
        AllInitiatives.Add(initiative);
        Initiatives.Add(initiative.Record.Title, initiative);
        InitiativeNumbers.Add(initiative.Record.Number, initiative);
        byId.TryAdd(initiative.Record.Id, initiative);
        foreach (var kpi in initiative.Record.Kpis)
            Add(new IndexedKpi(kpi, initiative.Policy, initiative.Record));
        foreach (var phase in (initiative.Record.Lanes ?? []).SelectMany(lane => lane.Phases ?? []))
            Add(new IndexedStep(phase, phase.Id, phase.Title, initiative));
        foreach (var milestone in initiative.Record.Milestones)
            Add(new IndexedStep(milestone, milestone.Id, milestone.Title, initiative));
    }

    private void Add(IndexedStep step)
    {
        AllSteps.Add(step);
        Steps.Add(step.Title, step);
        byId.TryAdd(step.Id, step);
    }

    [GeneratedRegex(@"^(?<title>.+)[（(\[［【](?<part>[^（()）\[\]［］【】]+)[）)\]］】]$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex BracketPattern();
}

internal sealed record IndexedInitiative(Initiative Record, Policy Policy);

/// <param name="Policy">Null for an indicator of the plan as a whole.</param>
/// <param name="Initiative">Null for one of the plan or of a policy.</param>
internal sealed record IndexedKpi(Kpi Record, Policy? Policy, Initiative? Initiative);

internal sealed record IndexedSeries(Series Record, IndexedKpi Kpi);

/// <param name="Record">A phase or a milestone.</param>
internal sealed record IndexedStep(PlanObject Record, string Id, string Title, IndexedInitiative Initiative);
