using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Which series of an indicator is meant.</summary>
internal static class SeriesOf
{
    private static readonly string[] Whole = [.. new[] { "全体", "合計", "計", "総数", "全市", "総計" }.Select(TextKeys.Key)];

    /// <summary>The one that is named, or the only one where none is; null where that is none or not clear.</summary>
    public static Series? Find(Kpi kpi, string? segment)
    {
        var all = kpi.Series ?? [];
        if (string.IsNullOrWhiteSpace(segment))
            return all is [var only] ? only : null;
        var key = TextKeys.Key(segment);
        var named = all.Where(series => Names(series).Any(name => TextKeys.Key(name) == key)).Take(2).ToList();
        if (named is [var one])
            return one;
        return named.Count == 0 && all is [{ Segment: null, Stage: null } whole] && (Whole.Contains(key) || key == TextKeys.Key(kpi.Unit ?? "")) ? whole : null;
    }

    /// <summary>What people call a series.</summary>
    public static IEnumerable<string> Names(Series series)
    {
        if (series.Segment is { } segment)
            yield return segment;
        foreach (var name in series.Stage switch { Stage.Deployed => ["導入済", "導入済み", "導入"], Stage.Pilot => ["実証中", "実証", "試行"], _ => Array.Empty<string>() })
            yield return name;
    }
}
