using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Reads days, months and years as people write them.</summary>
internal static partial class DateCell
{
    private const string YearPart = @"(?:(?<western>[12][0-9]{3})|(?<era>大正|昭和|平成|令和|[大昭平令TSHRtshr])(?<year>元|[0-9]{1,3}))";
    private const string Tail = @"(?<tail>(?:頃|ごろ|末|上旬|中旬|下旬|初旬|予定|見込み?|まで|迄|から|より|以降|中|内|当初|目途|目処)*)";

    // Days that a spreadsheet lost the format of: 1982 to 2064.
    private const int FirstSerial = 30_000, LastSerial = 60_000;

    private static readonly HashSet<string> Undecided = ["未定", "未", "調整中", "検討中", "なし", "無し", "無", "随時", "未設定", "不明"];

    /// <summary>A day or month. A year counts from its first or to its last month.</summary>
    /// <param name="isStart">Whether it begins something.</param>
    /// <param name="fiscalYear">In which a month without a year lies; null where nobody knows.</param>
    public static DateReading Read(GridCell? cell, bool isStart, int? fiscalYear = null)
    {
        if (cell is null || TextKeys.Key(cell.Text).Length == 0)
            return DateReading.Blank;
        if (cell.Value is DateTime day)
            return new DateReading(DateOnly.FromDateTime(day), null, true);
        var text = Plain(cell.Text);
        if (Undecided.Contains(text))
            return DateReading.Blank;
        if (text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
            return new DateReading(DateOnly.FromDateTime(DateTime.FromOADate(serial)), null, true);
        if (DayPattern().Match(text) is { Success: true } dated && YearOf(dated) is { } year)
            return Of(dated, year, isStart, cell);
        if (YearPattern().Match(text) is { Success: true } only && YearOf(only) is { } whole)
            return new DateReading(OfYear(whole, !only.Groups["isYear"].Success, isStart), cell.Text.Trim(), true);
        if (fiscalYear is { } within && MonthPattern().Match(text) is { Success: true } month && int.Parse(month.Groups["month"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var number)
            return Of(month, number >= 4 ? within : within + 1, isStart, cell, keepsWording: true);
        return new DateReading(null, null, false);
    }

    /// <summary>A fiscal year: 令和6年度, R6, 2024, and the one of a day.</summary>
    public static YearReading ReadYear(GridCell? cell)
    {
        if (cell is null || TextKeys.Key(cell.Text).Length == 0)
            return new YearReading(null, false, null, true);
        if (cell.Value is DateTime day)
            return new YearReading(FiscalYear.Of(DateOnly.FromDateTime(day)), false, null, true);
        var text = Plain(cell.Text);
        var isProvisional = ProvisionalPattern().IsMatch(cell.Text);
        if (YearPattern().Match(text) is { Success: true } match && YearOf(match) is { } year)
        {
            var isCalendar = match.Groups["isYear"].Success;
            return new YearReading(year, isCalendar, IsPlain(cell.Text) && !isCalendar ? null : cell.Text.Trim(), true) { IsProvisional = isProvisional };
        }

        // ６年度 on sheets of 令和.
        if (EralessPattern().Match(text) is { Success: true } eraless && int.Parse(eraless.Groups["year"].Value, CultureInfo.InvariantCulture) is > 0 and var number)
            return new YearReading(new Wareki(Era.Reiwa, number).WesternYear, false, null, true) { IsProvisional = isProvisional };
        if (DayPattern().Match(text) is { Success: true } dated && YearOf(dated) is { } of && Of(dated, of, false, cell).Date is { } known)
            return new YearReading(FiscalYear.Of(known.Day), false, cell.Text.Trim(), true);
        return new YearReading(null, false, null, false);
    }

    /// <summary>Whether a wording is nothing but a fiscal year that came: 令和6年度, R6, 2024, not 平成32年度, 令和6年 or 令和6年度末.</summary>
    public static bool IsPlain(string wording)
    {
        var match = YearPattern().Match(Wareki.Normalized(ProvisionalPattern().Replace(wording, "")));
        return match.Success && match.Groups["tail"].Length == 0 && !match.Groups["isYear"].Success
            && (match.Groups["western"].Success || (Wareki.TryRead(match.Groups["era"].Value, match.Groups["year"].Value, out var year) && year.Existed));
    }

    private static DateReading Of(Match match, int year, bool isStart, GridCell cell, bool keepsWording = false)
    {
        var month = int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture);
        var day = match.Groups["day"] is { Success: true } named ? int.Parse(named.Value, CultureInfo.InvariantCulture) : (int?)null;
        if (year is < PlanLimits.FirstYear or > PlanLimits.LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return new DateReading(null, null, false);
        var raw = keepsWording || match.Groups["tail"].Length > 0 ? cell.Text.Trim() : null;
        PlanDate date = day is { } known ? new DateOnly(year, month, known) : isStart ? PlanDate.FromMonth(year, month) : PlanDate.ToMonth(year, month);
        return new DateReading(date, raw, true);
    }

    private static PlanDate OfYear(int year, bool isFiscal, bool isStart) => (isFiscal, isStart) switch
    {
        (true, true) => PlanDate.FromMonth(year, 4),
        (true, false) => PlanDate.ToMonth(year + 1, 3),
        (false, true) => PlanDate.FromMonth(year, 1),
        (false, false) => PlanDate.ToMonth(year, 12),
    };

    private static int? YearOf(Match match)
    {
        var year = match.Groups["western"] is { Success: true } western ? int.Parse(western.Value, CultureInfo.InvariantCulture)
            : Wareki.TryRead(match.Groups["era"].Value, match.Groups["year"].Value, out var era) ? era.WesternYear : 0;
        return year is >= PlanLimits.FirstYear and <= PlanLimits.LastYear ? year : null;
    }

    // 令和6年（2024年）3月, 令和6年度末(見込): what stands in brackets says the same once more or how sure it is.
    private static string Plain(string text) => BracketPattern().Replace(Wareki.Normalized(text), "");

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex BracketPattern();

    [GeneratedRegex("[（(]?(?:見込み?|速報|暫定|予測|推計)値?[)）]?", RegexOptions.CultureInvariant)]
    private static partial Regex ProvisionalPattern();

    [GeneratedRegex("^(?<year>[0-9]{1,2})年度$", RegexOptions.CultureInvariant)]
    private static partial Regex EralessPattern();

    [GeneratedRegex("^" + YearPart + @"(?:年|[./-])(?<month>[0-9]{1,2})(?:(?:月|[./-])(?<day>[0-9]{1,2})日?|月)?" + Tail + "$", RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();

    [GeneratedRegex("^" + YearPart + "(?:(?<isFiscal>年度|度)|(?<isYear>年))?" + Tail + "$", RegexOptions.CultureInvariant)]
    private static partial Regex YearPattern();

    [GeneratedRegex("^(?<month>[0-9]{1,2})月(?:(?<day>[0-9]{1,2})日)?" + Tail + "$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthPattern();
}

/// <param name="Date">Null for a blank cell, and where it is not clear.</param>
/// <param name="Raw">The cell's wording, where it says something else than the date does.</param>
internal sealed record DateReading(PlanDate? Date, string? Raw, bool IsReadable)
{
    public static readonly DateReading Blank = new(null, null, true);
}

/// <param name="Year">Null for a blank cell, and where it is not clear.</param>
/// <param name="IsCalendarYear">Whether it runs from January.</param>
/// <param name="Raw">The cell's wording, where it says something else than the year does.</param>
internal sealed record YearReading(int? Year, bool IsCalendarYear, string? Raw, bool IsReadable)
{
    /// <summary>Whether the cell says 見込 or 速報.</summary>
    public bool IsProvisional { get; init; }
}
