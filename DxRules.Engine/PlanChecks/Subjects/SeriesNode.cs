using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>系列: one line of figures of a KPI. What it lacks is named from here; the formulas are in <see cref="Progress"/>.</summary>
internal sealed partial class SeriesNode : Node<Series>
{
    private readonly RatingScale scale;
    private Maybe<Grade>? grade;

    public SeriesNode(Series record, KpiNode kpi, RatingScale scale)
        : base(record, record.Id, TitleOf(record, kpi), kpi)
    {
        this.scale = scale;
        Kpi = kpi;
        Baseline = record.Baseline is { } baseline ? new(baseline, this) : null;
        Target = record.Target is { } target ? new(target, this) : null;
        AnnualTargets = [.. record.AnnualTargets.Select(t => new SeriesPart<AnnualTarget>(t, this))];
        Peers = [.. record.Peers.Select(p => new PeerPart(p, this))];
        Actuals = record.Actuals?.Select(a => new ActualPart(a, this)).ToArray();
        actualsByTime = Actuals is null ? [] : [.. Actuals.Where(a => a.Record.Value is not null).Order(ActualPart.ByTime)];
    }

    public PlanNode Plan => Kpi.Plan;
    public PolicyNode? Policy => Kpi.Policy;
    public InitiativeNode? Initiative => Kpi.Initiative;
    public KpiNode Kpi { get; }
    public string? Unit => Kpi.Record.Unit;
    public SeriesPart<Baseline>? Baseline { get; }
    public TargetPart? Target { get; }
    public SeriesPart<AnnualTarget>[] AnnualTargets { get; }
    public ActualPart[]? Actuals { get; }
    public PeerPart[] Peers { get; }

    internal RatingScale Scale => scale;

    /// <summary>評価 by the rating scale.</summary>
    public Maybe<Grade> Grade => grade ??= scale.Of(this);

    /// <summary>A pilot whose target speaks of the rollout only: its figures are shown and not judged.</summary>
    internal bool IsShownOnly => Record.Stage == Stage.Pilot && Target is null;

    private static string TitleOf(Series record, KpiNode kpi)
    {
        var part = record.Segment ?? record.Stage switch
        {
            Stage.Deployed => "導入済",
            Stage.Pilot => "実証中",
            _ => null,
        };
        return part is null ? kpi.Title : $"{kpi.Title}（{part}）";
    }
}
