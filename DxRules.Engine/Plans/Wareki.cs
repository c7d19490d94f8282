using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DxRules.Engine.Plans;

/// <summary>The eras in which plans are dated.</summary>
internal enum Era
{
    /// <summary>大正, from 30 July 1912.</summary>
    Taisho,

    /// <summary>昭和, from 25 December 1926.</summary>
    Showa,

    /// <summary>平成, from 8 January 1989.</summary>
    Heisei,

    /// <summary>令和, from 1 May 2019.</summary>
    Reiwa,
}

/// <summary>
/// A year counted from the beginning of an era (和暦). A document may count an era on beyond its end (平成32年度 = fiscal 2020),
/// which the framework's JapaneseCalendar refuses; and its names depend on the machine's culture data, which these do not.
/// </summary>
/// <param name="Year">From 1, which is written 元年.</param>
internal readonly partial record struct Wareki(Era Era, int Year)
{
    // Before: the western year before the era's first, so that western = Before + Year.
    private static readonly (Era Era, string Name, char Kanji, char Letter, DateOnly From, int Before)[] Eras =
    [
        (Era.Taisho, "大正", '大', 'T', new(1912, 7, 30), 1911),
        (Era.Showa, "昭和", '昭', 'S', new(1926, 12, 25), 1925),
        (Era.Heisei, "平成", '平', 'H', new(1989, 1, 8), 1988),
        (Era.Reiwa, "令和", '令', 'R', new(2019, 5, 1), 2018),
    ];

    /// <summary>The western year that this year names; for a fiscal year, its number.</summary>
    public int WesternYear => Eras[(int)Era].Before + Year;

    /// <summary>Whether the era lasted into this year; 平成32年 was written in plans and never came.</summary>
    public bool Existed => Era == Era.Reiwa || WesternYear <= Eras[(int)Era + 1].From.Year;

    /// <summary>The year of the era in which a day lies; null before 大正.</summary>
    public static Wareki? Of(DateOnly day)
    {
        for (var i = Eras.Length - 1; i >= 0; i--)
        {
            if (day >= Eras[i].From)
                return new Wareki(Eras[i].Era, day.Year - Eras[i].Before);
        }
        return null;
    }

    /// <summary>
    /// A fiscal year in the era that gives it a year of 1 or more: 2018 is 平成30年度, 2019 is 令和元年度. Null before 大正元年度 (1912).
    /// </summary>
    public static Wareki? OfFiscalYear(int year)
    {
        for (var i = Eras.Length - 1; i >= 0; i--)
        {
            if (year > Eras[i].Before)
                return new Wareki(Eras[i].Era, year - Eras[i].Before);
        }
        return null;
    }

    /// <summary>令和7年3月31日; before 大正 1911年3月31日.</summary>
    public static string Format(DateOnly day) => FormatMonth(day) + string.Create(CultureInfo.InvariantCulture, $"{day.Day}日");

    /// <summary>令和7年3月: the month in which a day lies.</summary>
    public static string FormatMonth(DateOnly day)
    {
        var year = Of(day)?.ToString() ?? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年");
        return string.Create(CultureInfo.InvariantCulture, $"{year}{day.Month}月");
    }

    /// <summary>令和6年度; before 大正 1911年度.</summary>
    public static string FormatFiscalYear(int year) =>
        (OfFiscalYear(year)?.ToString() ?? string.Create(CultureInfo.InvariantCulture, $"{year}年")) + "度";

    /// <summary>令和6年, 令和元年.</summary>
    public override string ToString() =>
        Eras[(int)Era].Name + (Year == 1 ? "元" : Year.ToString(CultureInfo.InvariantCulture)) + "年";

    /// <summary>Reads a year: 令和6, 令和元年, 令6, R6, Ｒ６, 平成 32 年度. Full-width signs and spaces count as half-width.</summary>
    public static bool TryParse(string text, out Wareki year) =>
        TryRead(YearPattern().Match(Normalized(text)), out year);

    /// <summary>Reads a fiscal year: 令和6年度, 平成32年度 (2020), R6年度, 2024年度, ２０２４.</summary>
    public static bool TryParseFiscalYear(string text, out int fiscalYear)
    {
        fiscalYear = 0;
        var normalized = Normalized(text);
        if (WesternYearPattern().Match(normalized) is { Success: true } western)
            return TryNumber(western.Groups["year"].Value, out fiscalYear);
        if (!TryRead(YearPattern().Match(normalized), out var year))
            return false;
        fiscalYear = year.WesternYear;
        return true;
    }

    /// <summary>Reads a day: 令和7年3月31日, R7.3.31, 平成31年4月1日. False for a day that no calendar has.</summary>
    public static bool TryParse(string text, out DateOnly day)
    {
        day = default;
        var match = DayPattern().Match(Normalized(text));
        if (!TryRead(match, out var year)
            || !TryNumber(match.Groups["month"].Value, out var month)
            || !TryNumber(match.Groups["day"].Value, out var dayOfMonth)
            || month is < 1 or > 12
            || dayOfMonth < 1
            || dayOfMonth > DateTime.DaysInMonth(year.WesternYear, month))
            return false;
        day = new DateOnly(year.WesternYear, month, dayOfMonth);
        return true;
    }

    /// <summary>The year named by an era (name, first character or letter) and its year (number or 元); false where either is none.</summary>
    internal static bool TryRead(string era, string year, out Wareki result)
    {
        result = default;
        foreach (var entry in Eras)
        {
            if (era != entry.Name && (era.Length != 1 || (era[0] != entry.Kanji && char.ToUpperInvariant(era[0]) != entry.Letter)))
                continue;
            if (year != "元" && (!TryNumber(year, out var number) || number < 1))
                return false;
            result = new Wareki(entry.Era, year == "元" ? 1 : int.Parse(year, CultureInfo.InvariantCulture));
            return true;
        }
        return false;
    }

    /// <summary>Half-width digits, letters and signs, without spaces.</summary>
    internal static string Normalized(string text)
    {
        // Not string.Normalize: it leaves full-width signs alone where a host runs without culture data.
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (SquaredEras.TryGetValue(c, out var era))
                folded.Append(era);
            else
                folded.Append(c is >= '！' and <= '～' ? (char)(c - FullWidthOffset) : c);
        }
        return SpacePattern().Replace(folded.ToString(), "");
    }

    private const int FullWidthOffset = '！' - '!';

    private static readonly Dictionary<char, string> SquaredEras = new() { ['㋿'] = "令和", ['㍻'] = "平成", ['㍼'] = "昭和", ['㍽'] = "大正" };

    private static bool TryRead(Match match, out Wareki year)
    {
        year = default;
        return match.Success && TryRead(match.Groups["era"].Value, match.Groups["year"].Value, out year);
    }

    private static bool TryNumber(string digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private const string EraAndYear = "(?<era>大正|昭和|平成|令和|[大昭平令TSHRtshr])(?<year>元|[0-9]{1,3})";

    [GeneratedRegex("^" + EraAndYear + "(年度?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearPattern();

    [GeneratedRegex("^(?<year>[0-9]{4})(年度?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex WesternYearPattern();

    [GeneratedRegex("^" + EraAndYear + "(年|[./-])(?<month>[0-9]{1,2})(月|[./-])(?<day>[0-9]{1,2})日?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SpacePattern();
}
