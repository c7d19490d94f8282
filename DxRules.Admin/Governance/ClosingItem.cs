using DxRules.Admin.Cycles;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Governance;

internal enum ClosingKind
{
    Initiative,
    Kpi,
    Action,
}

/// <summary>How something of a plan stands when the plan ends.</summary>
internal enum FinalState
{
    /// <summary>完了 or 達成: nothing is left to hand on.</summary>
    Reached,

    /// <summary>中止: given up while the plan ran.</summary>
    GivenUp,

    /// <summary>Not finished, or the target not reached.</summary>
    Left,

    /// <summary>Facts are missing, so nobody can say.</summary>
    Unknown,
}

/// <summary>What a plan set out to do, and how it stands at the end.</summary>
/// <param name="Policy">Id of the policy it belongs to; null for what belongs to the plan as a whole.</param>
/// <param name="Departments">Ids of the departments that answer for it, the first one first.</param>
/// <param name="Status">Of an initiative or action, where it is known.</param>
/// <param name="Progress">Of an initiative, from 0 to 1.</param>
/// <param name="Figures">Of a KPI, one a series.</param>
internal sealed record ClosingItem(
    ClosingKind Kind, string Id, string Title, string? Policy, IReadOnlyList<string> Departments, FinalState State, Enum? Status, decimal? Progress, IReadOnlyList<ClosingFigure> Figures)
{
    /// <summary>Whether somebody has to decide what becomes of it.</summary>
    public bool IsLeft => State is FinalState.Left or FinalState.Unknown;

    /// <summary>All initiatives and KPIs of a plan in its order, each policy's together, and the corrective actions that are not finished.</summary>
    public static IReadOnlyList<ClosingItem> Of(PlanDocument plan, DateOnly asOf)
    {
        var seen = plan.AsOf(asOf).Document;
        var root = PlanSubjects.Build(seen, asOf);
        var places = new SubjectIndex(plan);
        var items = new List<ClosingItem>();
        foreach (var policy in root.Policies ?? [])
        {
            items.AddRange((policy.Initiatives ?? []).SelectMany(initiative => initiative.Kpis.Select(kpi => Of(kpi, policy.Id, places)).Prepend(Of(initiative, policy.Id, places))));
            items.AddRange((policy.OwnKpis ?? []).Select(kpi => Of(kpi, policy.Id, places)));
        }
        items.AddRange(root.OwnKpis.Select(kpi => Of(kpi, null, places)));
        items.AddRange((seen.Governance?.Cycles ?? []).SelectMany(cycle => cycle.Actions ?? []).Where(action => !CarriedActions.IsSettled(action))
            .Select(action => new ClosingItem(
                ClosingKind.Action, action.Id, action.Action, places.Of(action.Subject)?.Policy?.Id, places.Of(action.Id)?.Departments ?? [], FinalState.Left, action.Status, null, [])));
        return items;
    }

    private static ClosingItem Of(InitiativeNode node, string policy, SubjectIndex places) => new(
        ClosingKind.Initiative, node.Id, ActionSubjects.Numbered(node.Record.Number, node.Title), policy, places.Of(node.Id)?.Departments ?? [],
        node.Record.Status switch
        {
            WorkStatus.Completed => FinalState.Reached,
            WorkStatus.Cancelled => FinalState.GivenUp,
            null => FinalState.Unknown,
            _ => FinalState.Left,
        },
        node.Record.Status, node.Record.Progress, []);

    private static ClosingItem Of(KpiNode node, string? policy, SubjectIndex places)
    {
        IReadOnlyList<ClosingFigure> figures = [.. (node.Series ?? []).Where(series => !series.IsShownOnly).Select(ClosingFigure.Of)];
        var state = figures.Any(figure => figure.IsReached == false) ? FinalState.Left
            : figures.Count > 0 && figures.All(figure => figure.IsReached == true) ? FinalState.Reached
            : FinalState.Unknown;
        return new(ClosingKind.Kpi, node.Id, node.Title, policy, places.Of(node.Id)?.Departments ?? [], state, null, null, figures);
    }
}

/// <summary>The last figure of a series against its target, as the engine reckons them.</summary>
/// <param name="Segment">Which part of the KPI; null where it has one series only.</param>
/// <param name="Actual">The last actual that can be judged; null where there is none.</param>
/// <param name="IsReached">Null where that cannot be said.</param>
internal sealed record ClosingFigure(string? Segment, decimal? Actual, int? FiscalYear, decimal? Target, string? Unit, bool? IsReached)
{
    public static ClosingFigure Of(SeriesNode series)
    {
        var (actual, target) = (series.JudgedActual, series.TargetValue);
        var reached = series.Is(GradeWord.Achieved, 0);
        return new(
            series.Record.Segment, actual.IsKnown ? actual.Value.Record.Value : null, actual.IsKnown ? actual.Value.Record.FiscalYear : null,
            target.IsKnown ? target.Value : null, series.Unit, reached.IsKnown ? reached.Value : null);
    }
}
