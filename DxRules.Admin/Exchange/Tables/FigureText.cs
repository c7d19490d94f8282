using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Admin.Exchange.Grids;

namespace DxRules.Admin.Exchange.Tables;

/// <summary>Reads the figure of a cell as a careful clerk would. What is not clear is not guessed.</summary>
internal static partial class FigureText
{
    /// <param name="cell">Null for an empty one.</param>
    /// <param name="unit">That of the column or the table; one that stands in the cell itself comes first.</param>
    public static FigureReading Read(GridCell? cell, string? unit) => cell?.Value switch
    {
        null => new FigureReading(null, unit, false, FigureGap.Blank, null, "", true),
        CellError => new FigureReading(null, unit, false, FigureGap.Error, null, cell.Text, false),
        double stored when NumberFormat.FigureOf(stored) is { } figure => OfNumber(figure, cell.Text, unit),
        string text => OfText(text, unit),
        _ => Unclear(cell.Text, unit),
    };

    // The sheet says in which scale and unit it is meant (0.93 shown as 93%), the stored figure says it exactly.
    private static FigureReading OfNumber(decimal stored, string shown, string? unit)
    {
        var read = OfText(shown, unit);
        if (read.Value is not { } rounded)
            return new FigureReading(stored, unit, read.IsProvisional, null, null, shown, true);
        var digits = rounded.Scale;
        foreach (var scale in (ReadOnlySpan<decimal>)[1m, 100m, 0.001m, 0.000001m])
        {
            if (decimal.Round(stored * scale, Math.Min((int)digits, 28), MidpointRounding.AwayFromZero) == rounded)
                return read with { Value = Plain(stored * scale) };
        }
        return read with { Value = stored, Unit = unit };
    }

    private static FigureReading OfText(string text, string? unit)
    {
        var folded = CellWording.Folded(text).Trim();
        if (SpacedDigits().IsMatch(folded))
            return Unclear(text, unit);
        var bare = Spaces().Replace(folded, "");
        if (GapOf(bare) is { } gap)
            return new FigureReading(null, unit, false, gap, null, text, true);
        var (period, withoutYear) = PeriodOf(bare);
        var isProvisional = Provisional().IsMatch(withoutYear);
        var plain = Footnote().Replace(Provisional().Replace(withoutYear, ""), "");
        if (plain.Length == 0)
            return Unclear(text, unit);
        if (GapOf(plain) is { } marked)
            return new FigureReading(null, unit, isProvisional, marked, period, text, true);
        if (Circled(plain) is { } circled)
            return new FigureReading(circled, unit, isProvisional, null, period, text, true);
        var match = Figure().Match(plain);
        if (!match.Success || !decimal.TryParse(match.Groups["figure"].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var figure) || DoubtfulUnit().IsMatch(match.Groups["unit"].Value))
            return Unclear(text, unit);
        var ownUnit = match.Groups["unit"].Value;
        return new FigureReading(match.Groups["minus"].Length > 0 ? -figure : figure, ownUnit.Length > 0 ? ownUnit : unit, isProvisional, null, period, text, true);
    }

    private static FigureReading Unclear(string text, string? unit) => new(null, unit, false, null, null, text, false);

    /// <summary>2024年度:93%, and 93%(R6).</summary>
    private static (TablePeriod? Period, string Without) PeriodOf(string text)
    {
        if (YearBefore().Match(text) is { Success: true } before && YearText.Find(before.Groups["year"].Value) is { Period: { } first, Without.Length: 0 })
            return (first, text[before.Length..]);
        if (YearBehind().Match(text) is { Success: true } behind && YearText.Find(behind.Groups["year"].Value) is { Period: { } last, Without.Length: 0 })
            return (last, text[..behind.Index]);
        return (null, text);
    }

    // Not the zeros of a calculation: 0.930 is 0.93.
    private static decimal Plain(decimal figure) => decimal.Parse(figure.ToString("0.############################", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static decimal? Circled(string text) => text is [>= '①' and <= '⑳' and var digit] ? digit - '①' + 1 : null;

    private static FigureGap? GapOf(string text) => text switch
    {
        "" => FigureGap.Blank,
        _ when Dashes().IsMatch(text) => FigureGap.NotApplicable,
        "該当なし" or "該当無し" or "非該当" or "対象外" or "評価対象外" or "N/A" or "n/a" or "NA" or "/" or "\\" => FigureGap.NotApplicable,
        "x" or "X" or "χ" or "Χ" or "秘匿" or "***" or "*" => FigureGap.Withheld,
        _ when Dots().IsMatch(text) => FigureGap.NotKnown,
        "不詳" or "不明" or "未集計" or "集計中" or "調査中" or "確認中" or "算定中" or "算出中" or "未定" or "未確定" or "未把握" or "把握不能" or "把握できない" or "未公表" or "データなし" or "?" => FigureGap.NotKnown,
        _ => null,
    };

    [GeneratedRegex(@"^\(?(-|－|−|―|‐|‑|–|—|─|━|ー|ｰ){1,4}\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"^(…+|‥+|\.{2,}|・{2,}|･{2,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Dots();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[0-9]\s+[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedDigits();

    [GeneratedRegex(@"[(\[【<]?(見込み?値?|速報値?|暫定値?|概算値?|概数|推計値?)[)\]】>]?|[(\[][pP][)\]]|(?<=[0-9%])[pP]$|^※|[(\[]?※(?![0-9])[)\]]?", RegexOptions.CultureInvariant)]
    private static partial Regex Provisional();

    [GeneratedRegex(@"([(\[]?(注[0-9]{0,2}[)\]]?|※[0-9]{1,2}|\*[0-9]{0,2})[)\]]?|[(\[][rR][)\]])+$", RegexOptions.CultureInvariant)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^(?<year>.{2,12}?(?:年度|年)末?|[SHR][0-9]{1,2}|FY[0-9]{4}|[0-9]{4}(?=:))(?:[:=]|実績[:=]?)?(?=[0-9△▲約+-])", RegexOptions.CultureInvariant)]
    private static partial Regex YearBefore();

    [GeneratedRegex(@"[(\[](?<year>[^()\[\]]{2,14})[)\]]$", RegexOptions.CultureInvariant)]
    private static partial Regex YearBehind();

    [GeneratedRegex(@"^(?:約|およそ|おおよそ|概ね|おおむね|ほぼ)?(?:(?<minus>[△▲\-－−‐–ー]|マイナス)|\+)?[\\¥￥]?(?<figure>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)(?<unit>(?:[^0-9.,:;=~～〜\-－–―—/→⇒+△▲()\[\]、。]|(?<=[^0-9])/(?=[^0-9])|-CO2|m2|m3|(?<=t)-CO2|CO2)*?)(?:以上|以下|以内|程度)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    // 20%増 is a change, 5件実施済 a sentence, 1未満 not a figure at all.
    [GeneratedRegex(@"^年度|^年目|^月|増|減|達成|実績|計画|実施|完了|済|予定|目標|未満|超|強|弱|余|約|内|うち|…|^[万億千].*[万億千]|[ぁ-ん]{3,}|^.{13,}$", RegexOptions.CultureInvariant)]
    private static partial Regex DoubtfulUnit();
}

/// <summary>What stands in a cell for a figure.</summary>
/// <param name="Value">Exactly what is meant, 93 for 93％; null where there is none.</param>
/// <param name="Unit">Of the cell, else of its column.</param>
/// <param name="IsProvisional">Whether the cell says （見込）, 速報, (p).</param>
/// <param name="Gap">Why there is no figure; null where there is one or where what stands there is not clear.</param>
/// <param name="Period">The year, where the cell names it: 2024年度: 93%.</param>
/// <param name="Raw">The cell's own wording.</param>
/// <param name="IsReadable">False where it is not clear what is meant, as in 29（4）: nothing may be taken over then.</param>
internal sealed record FigureReading(decimal? Value, string? Unit, bool IsProvisional, FigureGap? Gap, TablePeriod? Period, string Raw, bool IsReadable);

/// <summary>Why a cell holds no figure. None of them is zero.</summary>
internal enum FigureGap
{
    Blank,

    /// <summary>－: there can be none.</summary>
    NotApplicable,

    /// <summary>…, 不詳, 集計中: there is one that is not known.</summary>
    NotKnown,

    /// <summary>x: withheld.</summary>
    Withheld,

    /// <summary>A formula that gives an error.</summary>
    Error,
}
