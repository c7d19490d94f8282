using System.Globalization;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks;

/// <summary>The functions of the field as rules call them: numbers are decimals there, and a year that is none stops the rule on that subject.</summary>
internal static class PlanFunctions
{
    public static decimal FiscalYearOf(DateOnly date) => FiscalYear.Of(date);

    public static DateOnly FiscalYearStart(decimal fiscalYear) => FiscalYear.Start(Whole(fiscalYear));

    public static DateOnly FiscalYearEnd(decimal fiscalYear) => FiscalYear.End(Whole(fiscalYear));

    public static DateOnly DayInFiscalYear(decimal fiscalYear, MonthDay monthDay) => FiscalYear.Day(Whole(fiscalYear), monthDay.Month, monthDay.Day);

    public static NumberRange FiscalYears(decimal first, decimal last)
    {
        var (from, to) = (Whole(first), Whole(last));
        _ = FiscalYear.Start(from);
        _ = FiscalYear.Start(to);
        return new NumberRange(from, to);
    }

    public static FiscalYearName NameOfFiscalYear(decimal fiscalYear) => new(Whole(fiscalYear));

    public static decimal MonthsBetween(DateOnly from, DateOnly to) => Progress.WholeMonths(from, to);

    public static YearPair[] YearPairs(string text) => YearPair.FindAll(text);

    public static string[] MixedScripts(string text) => MixedScript.FindAll(text);

    public static EraYearWording[] YearsBeyondTheirEra(string text) => EraYearWording.FindAll(text);

    public static string[] MixedYearUnits(string text) => YearUnits.FindMixed(text);

    public static FigureWording FigureWordingOf(string text) => FigureWordings.Of(text);

    public static bool TitleEndsWith(string title, string word) => WithoutRemarks(title).EndsWith(word, StringComparison.Ordinal);

    public static bool IsLocalGovernmentCode(string code) => LocalGovernmentCode.TryParse(code, out _);

    // 特定健診受診者の割合(法定報告値) is a 割合: what stands in brackets at the end tells about the figure, and does not name it.
    private static ReadOnlySpan<char> WithoutRemarks(string title)
    {
        var rest = title.AsSpan().TrimEnd();
        while (rest is [.., ')' or '）'] && rest.LastIndexOfAny('(', '（') is > 0 and var open)
            rest = rest[..open].TrimEnd();
        return rest;
    }

    private static int Whole(decimal year)
    {
        if (year != decimal.Truncate(year) || year is < FiscalYear.Min or > FiscalYear.Max)
        {
            throw new ArgumentOutOfRangeException(
                nameof(year),
                string.Create(CultureInfo.InvariantCulture, $"A fiscal year is a whole number between {FiscalYear.Min} and {FiscalYear.Max}, but this is {year}."));
        }
        return (int)year;
    }
}
