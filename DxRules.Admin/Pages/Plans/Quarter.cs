using System.Globalization;
using DxRules.Admin.Localization;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Pages.Plans;

/// <summary>A quarter of a fiscal year: the first begins in April.</summary>
/// <param name="Number">1 to 4.</param>
internal readonly record struct Quarter(int FiscalYear, int Number) : IComparable<Quarter>
{
    /// <summary>Quarters since the first of fiscal year 0.</summary>
    public int Index => FiscalYear * 4 + Number - 1;

    public static Quarter Of(DateOnly day) => new(Engine.Plans.FiscalYear.Of(day), (day.Month + 8) % 12 / 3 + 1);

    public static Quarter? Of(PlanDate? day) => day is { } there ? Of(there.Day) : null;

    /// <summary>R7Q1; in English FY2025 Q1.</summary>
    public string In(Texts texts) => texts.Language == Language.Japanese
        ? string.Create(CultureInfo.InvariantCulture, $"{ShortYear.Of(FiscalYear, texts)}Q{Number}")
        : string.Create(CultureInfo.InvariantCulture, $"{ShortYear.Of(FiscalYear, texts)} Q{Number}");

    public int CompareTo(Quarter other) => Index.CompareTo(other.Index);
}

/// <summary>Fiscal years where there is little room.</summary>
internal static class ShortYear
{
    /// <summary>R7, H30; in English FY2025. Before 大正 the year as a number.</summary>
    public static string Of(int fiscalYear, Texts texts)
    {
        if (texts.Language != Language.Japanese)
            return string.Create(CultureInfo.InvariantCulture, $"FY{fiscalYear}");
        return Wareki.OfFiscalYear(fiscalYear) is { } year
            ? string.Create(CultureInfo.InvariantCulture, $"{year.Era.ToString()[0]}{year.Year}")
            : fiscalYear.ToString(CultureInfo.InvariantCulture);
    }
}
