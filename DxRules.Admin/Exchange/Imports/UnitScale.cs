namespace DxRules.Admin.Exchange.Imports;

/// <summary>Units that differ only by a power of ten: 千人 and 人, 百万円 and 千円.</summary>
internal static class UnitScale
{
    // Longer ones first, so that 百万 is not read as 百.
    private static readonly (string Prefix, decimal Factor)[] Prefixes =
        [("百万", 1_000_000), ("十億", 1_000_000_000), ("千万", 10_000_000), ("十万", 100_000), ("億", 100_000_000), ("兆", 1_000_000_000_000), ("万", 10_000), ("千", 1_000), ("百", 100)];

    private static readonly Dictionary<string, string> Same = new(StringComparer.Ordinal)
    {
        ["パーセント"] = "%", ["㌫"] = "%", ["名"] = "人", ["ヶ所"] = "箇所", ["ヵ所"] = "箇所", ["か所"] = "箇所", ["カ所"] = "箇所", ["ケ所"] = "箇所", ["個所"] = "箇所", ["¥"] = "円", ["才"] = "歳",
    };

    /// <summary>By what a figure in one unit is multiplied to be one in the other; null where the two are not of one kind.</summary>
    public static decimal? Factor(string from, string to)
    {
        if (Plain(from) == Plain(to))
            return 1;
        var (fromFactor, fromBase) = Split(Plain(from));
        var (toFactor, toBase) = Split(Plain(to));
        return fromBase == toBase ? fromFactor / toFactor : null;
    }

    private static string Plain(string unit)
    {
        var text = TextKeys.Signs(unit).Replace(" ", "", StringComparison.Ordinal).Trim('(', ')');
        return Same.GetValueOrDefault(text, text);
    }

    private static (decimal Factor, string Base) Split(string unit)
    {
        foreach (var (prefix, factor) in Prefixes)
        {
            // 千 alone is a unit of a figure without one; 千円 is one of yen.
            if (unit.StartsWith(prefix, StringComparison.Ordinal))
                return (factor, Same.GetValueOrDefault(unit[prefix.Length..], unit[prefix.Length..]));
        }
        return (1, unit);
    }
}
