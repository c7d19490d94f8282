using System.Text.RegularExpressions;

namespace DxRules.Admin.Exchange.Tables;

/// <summary>Finds the unit of a heading: 実績（％）, 金額[千円], 単位：人.</summary>
internal static partial class UnitText
{
    private const string Names = "%|‰|ポイント|ポ|pt|人日|人月|人|名|件|円|回|箇所|か所|カ所|ヶ所|ケ所|ヵ所|所|台|基|世帯|戸|校|園|課|室|時間|分|秒|日|年|歳|才|か月|ヶ月|カ月|月|ha|㎡|m2|m3|㎥|km|km2|㎞|m|㎝|kg|㎏|t|トン|kWh|MWh|kl|L|t-CO2|千t-CO2|点|倍|本|冊|枚|部|社|団体|手続|手続き|業務|事務|システム|種類|種|項目|地区|施設|組|位|匹|頭|個|式|局|店|店舗|者|事業者|経営体|講座|コース|アカウント|PV|GB|TB|MB|bps|Mbps|Gbps|泊|人泊|便|隻|区画|箱|指標|路線|店|票|通|ID|DL|MB";
    private const string Unit = "(?<unit>(?:十|百|千|万|十万|百万|千万|億|十億)?(?:" + Names + ")(?:/(?:" + Names + "))?)";

    /// <summary>The unit, and the heading without it.</summary>
    public static (string? Unit, string Without) Find(string heading)
    {
        var folded = CellWording.Folded(heading);
        if (Named().Match(folded) is { Success: true } named)
            return (Written(named.Groups["unit"].Value), heading.Remove(named.Index, named.Length).Trim());
        if (Bracketed().Matches(folded).LastOrDefault() is { } bracketed)
            return (Written(bracketed.Groups["unit"].Value), heading.Remove(bracketed.Index, bracketed.Length).Trim());
        return (null, heading);
    }

    /// <summary>A cell that holds a unit and nothing else: （人）, 単位：千円, ％; null for any other.</summary>
    public static string? Only(string text) => Find(text) is { Unit: { } unit, Without.Length: 0 } ? unit : text.Trim() is "%" or "％" ? "%" : null;

    /// <summary>As plans write it.</summary>
    public static string Written(string unit) => CellWording.Folded(unit).Trim().TrimEnd(':');

    [GeneratedRegex(@"[(\[<【]?\s*単位\s*[:;]?\s*(?<unit>[^\s()\[\]<>【】、,:;]{1,12})\s*[)\]>】]?", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"[(\[【]\s*" + Unit + @"\s*[)\]】]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
