namespace DxRules.Admin.Exchange.Imports;

/// <summary>Lists of which each element belongs to a year.</summary>
internal static class Rows
{
    /// <summary>The list with the last element of a year changed, or with a new one behind those of the years before.</summary>
    public static IReadOnlyList<T> Put<T>(IReadOnlyList<T>? rows, Func<T, int> yearOf, int year, Func<T?, T> change) where T : class
    {
        var now = rows?.ToList() ?? [];
        var found = now.FindLastIndex(row => yearOf(row) == year);
        if (found >= 0)
            now[found] = change(now[found]);
        else
            now.Insert(now.FindLastIndex(row => yearOf(row) <= year) + 1, change(null));
        return now.ToArray();
    }

    /// <summary>The list with one element more, behind those of its year and the years before.</summary>
    public static IReadOnlyList<T> Add<T>(IReadOnlyList<T>? rows, Func<T, int> yearOf, T added)
    {
        var now = rows?.ToList() ?? [];
        now.Insert(now.FindLastIndex(row => yearOf(row) <= yearOf(added)) + 1, added);
        return now.ToArray();
    }
}
