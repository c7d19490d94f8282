namespace DxRules.Engine.Text;

/// <summary>Finds the word a person probably meant.</summary>
internal static class Spelling
{
    // A word longer than this is no slip of the keyboard, and comparing it costs more than it helps.
    private const int LongestWord = 64;

    /// <summary>
    /// The candidate nearest to <paramref name="word"/>, ignoring case, or null if none is near: one slip in three characters, at least one.
    /// The first of equally near candidates.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord)
            return null;

        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var allowed = Math.Max(1, Math.Min(word.Length, candidate.Length) / 3);
            if (candidate.Length > LongestWord || Math.Abs(candidate.Length - word.Length) > allowed)
                continue;
            var distance = Distance(word, candidate);
            if (distance <= allowed && distance < least)
                (nearest, least) = (candidate, distance);
        }
        return nearest;
    }

    /// <summary>How many characters must be added, left out, replaced or swapped with their neighbour to make one word of the other (optimal string alignment).</summary>
    internal static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }
            (beforeLast, last, row) = (last, row, beforeLast);
        }
        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
