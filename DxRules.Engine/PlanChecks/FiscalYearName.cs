using System.Globalization;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>A fiscal year to be printed: which words it takes depends on the language of the text it is printed in.</summary>
internal readonly record struct FiscalYearName(int Year)
{
    /// <summary>令和6年度, FY2024.</summary>
    public string In(Language language) =>
        language == Language.Japanese ? Wareki.FormatFiscalYear(Year) : string.Create(CultureInfo.InvariantCulture, $"FY{Year}");
}

/// <summary>A grade to be printed in the words of its scale.</summary>
internal readonly record struct GradeName(Grade Grade)
{
    public string In(Language language) => Grade.Label.In(language);
}
