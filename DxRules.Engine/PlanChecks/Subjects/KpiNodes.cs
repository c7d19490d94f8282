using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>指標: of the plan, of a policy or of an initiative.</summary>
internal sealed class KpiNode(Kpi record, PlanNode plan, PolicyNode? policy, InitiativeNode? initiative)
    : Node<Kpi>(record, record.Id, record.Title, (Node?)initiative ?? (Node?)policy ?? plan)
{
    private Maybe<Grade>? grade;

    public PlanNode Plan { get; } = plan;

    /// <summary>Null for a KPI of the plan.</summary>
    public PolicyNode? Policy { get; } = policy;

    /// <summary>Null for a KPI of the plan or of a policy.</summary>
    public InitiativeNode? Initiative { get; } = initiative;
    public ExternalFactor[] ExternalFactors { get; } = [.. record.ExternalFactors];
    public SeriesNode[]? Series { get; internal set; }

    /// <summary>The worst grade of its series; where none can be judged, that of the first.</summary>
    public Maybe<Grade> Grade => grade ??= WorstGrade();

    private Maybe<Grade> WorstGrade()
    {
        if (Series is null)
            return Maybe<Grade>.Unknown(Lacking.Series);
        Grade? worst = null;
        FactSet? missing = null;
        foreach (var series in Series)
        {
            if (series.Grade.IsKnown)
                worst = Subjects.Grade.Worse(worst, series.Grade.Value);
            else
                missing = FactSet.Union(missing, series.Grade.Missing);
        }
        if (missing is not null)
            return Maybe<Grade>.Unknown(missing.Under(new Fact("系列", "series")));
        return worst ?? Maybe<Grade>.Unknown(Lacking.NoSeries);
    }
}

/// <summary>Something said about a series, together with the series whose unit it is in.</summary>
internal class SeriesPart<TRecord>(TRecord record, SeriesNode series)
    where TRecord : PlanObject
{
    public TRecord Record { get; } = record;
    public SeriesNode Series { get; } = series;
}

/// <summary>他都市: the same figure of another municipality.</summary>
internal sealed class PeerPart(Peer record, SeriesNode series) : SeriesPart<Peer>(record, series)
{
    /// <summary>自市の実績: this municipality's best actual with a value of the same fiscal year; null where there is none.</summary>
    public Maybe<ActualPart?> OwnActual => Series.Actuals is null
        ? Maybe<ActualPart?>.Unknown(Lacking.Actuals)
        : Series.BestOf(Record.FiscalYear) is { Record.Value: not null } actual ? actual : null;

    /// <summary>自市の値: what that actual says.</summary>
    public Maybe<decimal> OwnValue => OwnActual switch
    {
        { IsKnown: false, Missing: { } missing } => Maybe<decimal>.Unknown(missing),
        { Value.Record.Value: { } value } => value,
        _ => Maybe<decimal>.Unknown(Lacking.NoOwnActual),
    };
}

/// <summary>目標, with the history of its changes.</summary>
internal sealed class TargetPart : SeriesPart<Target>
{
    public TargetPart(Target record, SeriesNode series)
        : base(record, series) =>
        Revisions = [.. record.Revisions.Select(r => new TargetRevisionPart(r, this))];

    public TargetRevisionPart[] Revisions { get; }

    /// <summary>What the value is counted in: per cent of the baseline for a rate of change.</summary>
    public string? Unit => Record.Kind == TargetKind.ChangeRate ? "%" : Series.Unit;
}

/// <summary>A change of a target.</summary>
internal sealed record TargetRevisionPart(TargetRevision Record, TargetPart Target);
