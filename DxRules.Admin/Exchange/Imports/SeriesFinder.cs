using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Finds the series that a row about an indicator means, and makes it where the plan has none to hold its figures.</summary>
internal sealed class SeriesFinder(ImportWork work)
{
    private readonly Dictionary<(string Kpi, string? Segment), Series> made = [];

    /// <summary>Null where it is not clear which one is meant, which is told.</summary>
    /// <param name="segment">As the row says it; null where it says none.</param>
    public Series? Find(RowEntry row, Kpi kpi, string? segment)
    {
        if (SeriesOf.Find(kpi, segment) is { } found)
            return found;
        var all = kpi.Series ?? [];
        var at = row.Head;
        if (segment is null && all.Count > 1)
        {
            work.Problems.Ambiguous(at, kpi.Title, all.Select(series => $"{kpi.Title}（{SeriesOf.Names(series).FirstOrDefault() ?? series.Id}）"));
            row.Block();
            return null;
        }
        if (all.Count > 0 && !row.Table.Mapping.AddsRows)
        {
            work.Problems.NotFound(at, "区分", "segment", $"{kpi.Title}（{segment}）", all.SelectMany(SeriesOf.Names).FirstOrDefault(), addsRows: false);
            return null;
        }
        return Make(row, kpi, segment);
    }

    private Series Make(RowEntry row, Kpi kpi, string? segment)
    {
        var key = (kpi.Id, segment is null ? null : TextKeys.Key(segment));
        if (!made.TryGetValue(key, out var series))
        {
            made.Add(key, series = new Series { Id = work.Ids.Series(kpi.Id, segment), Segment = segment });
            work.Edits.Add(kpi.Id, series, row.Head);
        }
        return series;
    }
}
