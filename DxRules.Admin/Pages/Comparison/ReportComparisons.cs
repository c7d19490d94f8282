using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Pages.Comparison;

/// <summary>What two stored reports say of each other, kept for a while: reading two reports takes longer than a page may. Reports never change, so nothing kept grows stale.</summary>
internal sealed class ReportComparisons
{
    /// <summary>Comparisons that are kept. One takes some hundred kilobytes.</summary>
    public const int Most = 16;

    private readonly Lock guard = new();
    private readonly Dictionary<string, IReadOnlyList<ComparedLife>> kept = new(StringComparer.Ordinal);
    private readonly Queue<string> order = [];

    /// <summary>What is known of two runs, or is found out now.</summary>
    /// <param name="newIds">Ids that are others since; with others, the same reports say something else.</param>
    public async Task<IReadOnlyList<ComparedLife>> Of(int before, int now, IReadOnlyDictionary<string, string> newIds, Func<Task<IEnumerable<AlertLife>>> compare)
    {
        var key = string.Join('\n', newIds.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\t{pair.Value}").Prepend($"{before}\t{now}"));
        lock (guard)
        {
            if (kept.TryGetValue(key, out var known))
                return known;
        }
        var found = (await compare()).Select(life => new ComparedLife(life.Now?.Key, life.Before?.Key, life.State, life.Nth, life.PreviousSeverity)).ToList();
        lock (guard)
        {
            if (kept.TryAdd(key, found))
                order.Enqueue(key);
            while (order.Count > Most)
                kept.Remove(order.Dequeue());
        }
        return found;
    }
}

/// <summary>How one alert stands, with nothing of what it says: who may see that is asked of the rows.</summary>
/// <param name="NowKey">Null where it is no alert now.</param>
/// <param name="BeforeKey">Null where it was none before.</param>
internal sealed record ComparedLife(string? NowKey, string? BeforeKey, AlertState State, int Nth, Severity? Before);
