namespace DxRules.Admin.Charts;

/// <summary>How much room texts take, as nearly as that can be told without a font, and where they go so that none lies on another.</summary>
internal static class Labels
{
    /// <summary>Sizes of the looks <c>text</c> and <c>small</c>.</summary>
    public const double Usual = 14;
    public const double Small = 12;

    /// <summary>Full-width characters take a square, others a little over half of one.</summary>
    public static double Width(string text, double size = Usual) => text.EnumerateRunes().Sum(rune => rune.Value < 0x1100 ? .58 : 1) * size;

    /// <summary>Cuts a text to what fits, with an ellipsis where anything is lost.</summary>
    public static string Fit(string text, double width, double size = Usual)
    {
        if (Width(text, size) <= width)
            return text;
        var kept = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())
            .Aggregate(new List<string>(), (list, rune) =>
            {
                if (Width(string.Concat(list) + rune + "…", size) <= width)
                    list.Add(rune);
                return list;
            }));
        return kept + "…";
    }

    /// <summary>Places moved up and down until they lie apart, in the order they were given.</summary>
    /// <param name="wanted">Where each label would stand on its own.</param>
    /// <param name="apart">The least distance between two.</param>
    public static double[] Spread(IReadOnlyList<double> wanted, double apart, double top, double bottom)
    {
        var placed = new double[wanted.Count];
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i).ToList();
        var last = top - apart;
        foreach (var i in order)
            last = placed[i] = Math.Max(wanted[i], last + apart);
        var next = bottom + apart;
        foreach (var i in Enumerable.Reverse(order))
            next = placed[i] = Math.Min(placed[i], next - apart);
        return placed;
    }
}
