using System.Text.RegularExpressions;

namespace DxRules.Engine.PlanChecks;

/// <summary>年 (January to December) and 年度 (April to March) where one is written for the other.</summary>
internal static partial class YearUnits
{
    private const string EraYear = @"(?:大正|昭和|平成|令和|[TSHRＴＳＨＲ])\s*(?:元|[0-9０-９]{1,2})";
    private const string WesternYear = "[0-9０-９]{4}";
    private const string Year = "(?:" + EraYear + @"\s*|(?<![0-9０-９])" + WesternYear + @"\s*)";

    /// <summary>
    /// All of a text, in its order: a day of a fiscal year (令和2年度12月25日 is 令和2年12月25日 or a day of 2021), and one year called 年 in
    /// one calendar and 年度 in the other. A month of a fiscal year is no mistake: 令和3年度12月実績 is December 2021.
    /// </summary>
    public static string[] FindMixed(string text)
    {
        if (!text.Contains("年度", StringComparison.Ordinal))
            return [];
        List<string>? found = null;
        foreach (var match in Pattern().EnumerateMatches(text))
            (found ??= []).Add(text.Substring(match.Index, match.Length));
        return found is null ? [] : [.. found];
    }

    [GeneratedRegex(
        Year + @"年度\s*(?:[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日|[（(]\s*" + Year + @"年\s*[）)])"
            + "|" + Year + @"年\s*[（(]\s*" + Year + @"年度\s*[）)]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
