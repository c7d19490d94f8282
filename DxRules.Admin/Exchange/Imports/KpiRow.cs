using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>A row about an indicator, or one series of it.</summary>
internal sealed class KpiRow(ImportWork work, SubjectFinder finder) : IRowReading
{
    private readonly SeriesFinder series = new(work);
    private readonly Dictionary<string, Kpi> added = new(StringComparer.Ordinal);

    public RowFinding Read(RowEntry row)
    {
        var policy = finder.Policy(row.Labels);
        var initiative = row.Labels.TryGetValue(ImportField.InitiativeTitle, out var label) && work.Index.Initiatives.Find(label.Text) is [var one] ? one.Record : null;
        return Read(row, policy, initiative);
    }

    /// <summary>The same where it is known where the indicator stands.</summary>
    public RowFinding Read(RowEntry row, Policy? policy, Initiative? initiative)
    {
        var title = row.Labels.GetValueOrDefault(ImportField.KpiTitle);
        var segment = row.Labels.GetValueOrDefault(ImportField.Segment)?.Text;
        if (ById(row) is { } named)
            return Found(row, named.Kpi, named.Series?.Record, segment, title?.Text ?? named.Kpi.Title, isNew: false);
        if (title is null && row.IsTotal)
            return RowFinding.Total;
        if (title is null)
        {
            work.Problems.NoName(row.Head);
            return new RowFinding(null, "");
        }
        var kpi = finder.Kpi(title, policy, initiative, out var bracket, out var isBlocked)?.Record;
        if (kpi is null && !isBlocked && row.Table.Mapping.AddsRows && !row.IsTotal)
            return Found(row, Add(row, title, initiative?.Id ?? policy?.Id ?? work.Plan.Plan.Id), null, segment, title.Text, isNew: true);
        if (kpi is not null)
            return Found(row, kpi, null, segment ?? bracket, title.Text, isNew: false);
        if (isBlocked)
            row.Block();
        else if (row.IsTotal)
            return RowFinding.Total;
        else
            work.Problems.NotFound(title.At, "指標", "KPI", title.Text, finder.NearestKpi(title.Text), row.Table.Mapping.AddsRows);
        return new RowFinding(null, title.Text);
    }

    private RowFinding Found(RowEntry row, Kpi kpi, Series? known, string? segment, string title, bool isNew)
    {
        var shown = segment is null ? title : $"{title}（{segment}）";
        if ((known ?? series.Find(row, kpi, segment)) is not { } one)
            return new RowFinding(null, shown);
        var year = row.Table.First(ImportField.Year) is { } column ? row.Table.Text(row.Row, column) : null;
        return new RowFinding(one.Id, shown, $"{one.Id} {year}", isNew, () =>
        {
            new KpiMembers(row, kpi).Write();
            new SeriesFigures(row, kpi, one).Write();
        });
    }

    private (Kpi Kpi, IndexedSeries? Series)? ById(RowEntry row) => row.Table.Text(row.Row, ImportField.Id) is not { } id ? null : work.Index.ById(id) switch
    {
        IndexedKpi kpi => (kpi.Record, null),
        IndexedSeries one => (one.Kpi.Record, one),
        _ => null,
    };

    private Kpi Add(RowEntry row, RowLabel title, string holder)
    {
        var key = $"{holder} {TextKeys.Key(title.Text)}";
        if (!added.TryGetValue(key, out var kpi))
        {
            added.Add(key, kpi = new Kpi { Id = work.Ids.Kpi(title.Text), Title = title.Text.Replace("\n", "", StringComparison.Ordinal), Unit = row.Table.Text(row.Row, ImportField.Unit) });
            work.Edits.Add(holder, kpi, title.At);
        }
        return kpi;
    }
}
