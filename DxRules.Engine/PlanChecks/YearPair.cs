using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks;

/// <summary>A year written in both calendars, such as 2015（平成28）年 or 平成 32 (2020) 年度.</summary>
/// <param name="Text">As written.</param>
/// <param name="Year">The western year written.</param>
/// <param name="EraYear">The western year that the era year names.</param>
internal sealed partial record YearPair(string Text, int Year, int EraYear)
{
    private const string Western = @"(?<western>[0-9０-９]{4})\s*(?<westernUnit>年度?)?\s*(?<westernDay>[0-9０-９]{1,2}\s*月(\s*[0-9０-９]{1,2}\s*日)?)?";
    private const string InEra = @"(?<era>大正|昭和|平成|令和|[TSHRＴＳＨＲ])\s*(?<year>元|[0-9０-９]{1,2})\s*(?<eraUnit>年度?)?\s*(?<eraDay>[0-9０-９]{1,2}\s*月(\s*[0-9０-９]{1,2}\s*日)?)?";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９");
    private static readonly SearchValues<char> Brackets = SearchValues.Create("(（");

    /// <summary>All of a text, in its order. 平成30年度（2019年3月） is left out: a year and a month within it cannot be compared.</summary>
    public static YearPair[] FindAll(string text)
    {
        // Most texts hold no digit or no bracket, and none of those may cost more than a look.
        if (!text.AsSpan().ContainsAny(Brackets) || !text.AsSpan().ContainsAny(Digits))
            return [];
        var pairs = new List<YearPair>();
        foreach (Match match in Pattern().Matches(text))
        {
            if (IsComparable(match) && Wareki.TryRead(Wareki.Normalized(match.Groups["era"].Value), Wareki.Normalized(match.Groups["year"].Value), out var era))
                pairs.Add(new YearPair(match.Value.Trim(), int.Parse(Wareki.Normalized(match.Groups["western"].Value), CultureInfo.InvariantCulture), era.WesternYear));
        }
        return [.. pairs];
    }

    private static bool IsComparable(Match match)
    {
        var westernIsFiscal = match.Groups["westernUnit"].Value == "年度" || match.Groups["unit"].Value == "年度";
        var eraIsFiscal = match.Groups["eraUnit"].Value == "年度" || match.Groups["unit"].Value == "年度";
        return !(eraIsFiscal && match.Groups["westernDay"].Success) && !(westernIsFiscal && match.Groups["eraDay"].Success);
    }

    [GeneratedRegex(
        "(?<![0-9０-９])" + Western + @"\s*[（(]\s*" + InEra + @"\s*[）)]\s*(?<unit>年度?)?"
            + "|" + InEra + @"\s*[（(]\s*" + Western + @"\s*[）)]\s*(?<unit>年度?)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
