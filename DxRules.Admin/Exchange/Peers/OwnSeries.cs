using DxRules.Admin.Exchange.Imports;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Peers;

/// <summary>A series of ours, beside which another municipality's figures may stand.</summary>
/// <param name="Group">The title of the policy it belongs to; null for a KPI of the plan.</param>
internal sealed record OwnSeries(Kpi Kpi, Series Series, string? Group)
{
    public string Id => Series.Id;

    public string Name => Series.Segment is { } segment && Kpi.Series is { Count: > 1 } ? $"{Kpi.Title}（{segment}）" : Kpi.Title;

    public PeerFit FitTo(PeerSeries other) => PeerFit.Of(this, other);

    /// <summary>Those of a plan in document order: of the plan, then of each policy and its initiatives.</summary>
    public static IReadOnlyList<OwnSeries> Of(PlanDocument plan) =>
    [
        .. plan.Plan.Kpis.SelectMany(kpi => Of(kpi, null)),
        .. (plan.Policies ?? []).SelectMany(policy => (policy.Kpis ?? []).Concat((policy.Initiatives ?? []).SelectMany(initiative => initiative.Kpis)).SelectMany(kpi => Of(kpi, policy.Title))),
    ];

    private static IEnumerable<OwnSeries> Of(Kpi kpi, string? group) => (kpi.Series ?? []).Select(series => new OwnSeries(kpi, series, group));
}

/// <summary>What speaks against setting two figures side by side.</summary>
/// <param name="SameUnit">Whether both say the same unit, or neither says one.</param>
/// <param name="SameCount">Whether nothing known says that they are counted in another way or that another way is better.</param>
internal sealed record PeerFit(bool SameUnit, bool SameCount)
{
    public static PeerFit Of(OwnSeries own, PeerSeries other) => new(
        own.Kpi.Unit is { } unit && other.Unit is { } theirs ? UnitScale.Factor(unit, theirs) == 1 : own.Kpi.Unit is null && other.Unit is null,
        (own.Kpi.Aggregation is not { } aggregation || other.Aggregation is not { } counted || aggregation == counted)
            && (own.Kpi.Direction is not { } direction || other.Direction is not { } better || direction == better));
}
