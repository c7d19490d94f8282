using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Tables;

/// <summary>Finds the year of a heading or a title, in all spellings of domain: 令和６年度末, R6, 2024年度, FY2024, 2015（平成27）年, 令和7年3月31日現在.</summary>
internal static partial class YearText
{
    /// <summary>The year, and the text without it; no year where none is named, or where two are.</summary>
    public static (TablePeriod? Period, string Without) Find(string text)
    {
        var folded = CellWording.Folded(text);

        // 令和4年度～令和8年度 is the time of a plan, not of a figure.
        var ranges = Ranges().Matches(folded);
        var found = Years().Matches(folded).Where(year => !ranges.Any(range => year.Index >= range.Index && year.Index < range.Index + range.Length)).ToList();
        var periods = found.Select(year => PeriodOf(year)).ToList();
        if (periods.Count == 0 || periods.Exists(period => period is null) || periods.Exists(period => period!.Year != periods[0]!.Year))
            return (null, text);
        var rest = text;
        foreach (var year in Enumerable.Reverse(found))
            rest = rest.Remove(year.Index, year.Length);
        var first = periods.Find(period => !period!.IsCalendarYear) ?? periods[0]!;
        return (first with { Raw = text[found[0].Index..(found[0].Index + found[0].Length)].Trim() }, WithoutEmptyBrackets(rest));
    }

    /// <summary>Whether a text is nothing but a year.</summary>
    public static bool IsYear(string text) => Find(text) is { Period: not null, Without.Length: 0 };

    private static string WithoutEmptyBrackets(string text)
    {
        var trimmed = text.Trim(' ', '\u3000', '\n', '\t');
        var without = EmptyBrackets().Replace(trimmed, "").Trim(' ', '\u3000', '\n', '\t');
        return without;
    }

    private static TablePeriod? PeriodOf(Match match)
    {
        if (WesternOf(match) is not { } year)
            return null;
        if (match.Groups["month"] is { Success: true } month)
            return int.Parse(month.Value, CultureInfo.InvariantCulture) is var number and >= 1 and <= 12 ? new TablePeriod(number < 4 ? year - 1 : year, false, match.Value) : null;

        // A bare 2024 or R6 in a plan is a fiscal year; 年 alone, written out, is not.
        var isCalendar = match.Groups["kind"].Value == "年";
        return new TablePeriod(year, isCalendar, match.Value);
    }

    private static int? WesternOf(Match match)
    {
        if (match.Groups["western"] is { Success: true } western)
            return int.Parse(western.Value, CultureInfo.InvariantCulture) is var year and >= 1900 and < 2100 ? year : null;
        return Wareki.TryParse(match.Groups["era"].Value + match.Groups["number"].Value, out Wareki wareki) ? wareki.WesternYear : null;
    }

    private const string Era = @"(?:(?<era>大正|昭和|平成|令和|㍽|㍼|㍻|㋿|(?<![\p{IsCJKUnifiedIdeographs}])[昭平]|(?<![法政省勅命指号司禁辞府])令|(?<![A-Za-z0-9.])[SHRshr])\.?\s*(?<number>元|[0-9]{1,2}))";
    private const string Western = @"(?:(?<![A-Za-z0-9.,/-])(?:FY\s*)?(?<western>(?:19|20)[0-9]{2}))";
    private const string InBrackets = @"(?:\s*[(\[]\s*(?:(?:大正|昭和|平成|令和|[昭平令SHR])\s*(?:元|[0-9]{1,2})|(?:19|20)[0-9]{2})\s*(?:年度|年)?\s*[)\]])?";

    [GeneratedRegex("(?:" + Era + "|" + Western + ")" + InBrackets + @"(?![0-9A-Za-z,])(?:\s*(?<kind>年度|年)" + InBrackets + @")?(?:(?<=年)\s*(?<month>[0-9]{1,2})月(?:[0-9]{1,2}日|末)?|[./](?<month>[0-9]{1,2})(?:[./][0-9]{1,2})?(?![0-9]))?(?:\s*(?:末時点|末現在|末|時点|現在))?", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(@"(?:(?:大正|昭和|平成|令和|[昭平令SHRshr])\s*(?:元|[0-9]{1,2})|(?:19|20)[0-9]{2})\s*(?:年度|年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|末)?)?\s*(?:～|~|〜|-|–|―|から|・|、)\s*(?:大正|昭和|平成|令和|[昭平令SHRshr])?\s*(?:元|[0-9]{1,4})\s*(?:年度|年)", RegexOptions.CultureInvariant)]
    private static partial Regex Ranges();

    [GeneratedRegex(@"[（(［\[【]\s*[)）\]］】]", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyBrackets();
}
