using DxRules.Admin.Data;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>A row that is listed, with the rows folded under it.</summary>
internal sealed record FoldedRow(ListedRow Row, IReadOnlyList<ListedRow> Folded)
{
    /// <summary>It and what is folded under it.</summary>
    public int Count => 1 + Folded.Count;
}

/// <summary>
/// Puts rows under the one that causes them. A row whose cause is not listed stands for itself, so that nothing that a filter asks for is hidden:
/// rows and folded rows together are always all that were given.
/// </summary>
internal static class Folding
{
    public static IReadOnlyList<FoldedRow> Fold(IReadOnlyList<ListedRow> rows)
    {
        var alerts = rows.Where(row => row.Outcome == Outcome.Alert).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var under = rows.ToLookup(row => CauseOf(row, alerts), ReferenceEqualityComparer.Instance);
        return [.. rows.Where(row => CauseOf(row, alerts) is null).Select(row => new FoldedRow(row, [.. under[row]]))];
    }

    /// <summary>Each row by itself.</summary>
    public static IReadOnlyList<FoldedRow> Unfold(IReadOnlyList<ListedRow> rows) => [.. rows.Select(row => new FoldedRow(row, []))];

    // The outermost cause that is listed. The engine refuses circles; a row in one would stand for itself.
    private static ListedRow? CauseOf(ListedRow row, Dictionary<string, ListedRow> alerts)
    {
        ListedRow? cause = null;
        for (var steps = 0; steps < alerts.Count && (cause ?? row).FoldedUnder is { } key && alerts.TryGetValue(key, out var above); steps++)
        {
            if (above == row)
                return null;
            cause = above;
        }
        return cause;
    }
}
