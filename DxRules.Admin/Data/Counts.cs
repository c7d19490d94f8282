using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Data;

/// <summary>Counts rows by what is chosen of them.</summary>
internal static class Counts
{
    // Not grouped by the database: EF Core 6 counts each group of filtered rows by a query of its own within the query, which is quadratic.
    public static async Task<IReadOnlyList<(T Key, int Count)>> CountEach<T>(this IQueryable<T> keys, CancellationToken cancel) =>
        [.. (await keys.ToListAsync(cancel)).GroupBy(key => key).Select(group => (group.Key, group.Count()))];
}
