using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.PlanChecks;

public sealed class PlanFunctionsTests
{
    [Fact]
    public void Fiscal_years_are_named_in_each_language()
    {
        PlanFunctions.NameOfFiscalYear(2024).In(Language.Japanese).ShouldBe("令和6年度");
        PlanFunctions.NameOfFiscalYear(2024).In(Language.English).ShouldBe("FY2024");
    }

    [Fact]
    public void A_month_and_day_lie_in_a_fiscal_year() =>
        PlanFunctions.DayInFiscalYear(2025, new MonthDay(1, 31)).ShouldBe(new DateOnly(2026, 1, 31));

    [Theory]
    [InlineData("2024.5")]
    [InlineData("0")]
    [InlineData("10000")]
    public void A_number_that_is_no_year_is_refused(string number) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PlanFunctions.FiscalYearEnd(decimal.Parse(number))).Message.ShouldContain(number);

    [Theory]
    [InlineData("2015（平成28）年", "2015（平成28）年", 2015, 2016)]
    [InlineData("2015（平成27）から約28％減少", "2015（平成27）", 2015, 2015)]
    [InlineData("平成 32 (2020) 年度", "平成 32 (2020) 年度", 2020, 2020)]
    [InlineData("令和4年度 (2022年)", "令和4年度 (2022年)", 2022, 2022)]
    [InlineData("令和６年（２０２４年）１月", "令和６年（２０２４年）", 2024, 2024)]
    [InlineData("2021年(令和3年)6月から", "2021年(令和3年)", 2021, 2021)]
    [InlineData("令和元年度（2019年度）", "令和元年度（2019年度）", 2019, 2019)]
    [InlineData("令和7年3月31日（2025年3月31日）", "令和7年3月31日（2025年3月31日）", 2025, 2025)]
    [InlineData("目標（R8/2026）", null, 0, 0)]
    [InlineData("平成30年度（2019年3月）", null, 0, 0)]
    [InlineData("令和4年度から令和8年度まで", null, 0, 0)]
    [InlineData("データベース構築", null, 0, 0)]
    public void Years_written_in_both_calendars_are_found(string text, string? found, int year, int eraYear)
    {
        var pairs = PlanFunctions.YearPairs(text);

        if (found is null)
            pairs.ShouldBeEmpty();
        else
            pairs.ShouldBe([new YearPair(found, year, eraYear)]);
    }

    [Fact]
    public void All_pairs_of_a_text_are_found_in_its_order() =>
        PlanFunctions.YearPairs("令和4年度(2022年度)から令和8年度(2026年度)までの5年間").Select(p => p.Year).ShouldBe([2022, 2026]);

    [Theory]
    [InlineData("デジタルデバйдの解消", "デジタルデバйдの解消")]
    [InlineData("⼈口の減少", "⼈口の減少")]
    [InlineData("塚田 﨑山", null)]
    [InlineData("αモデル、β′モデル", null)]
    [InlineData("Привет", null)]
    [InlineData("RPAの利用", null)]
    public void Words_that_mix_scripts_are_found(string text, string? found) =>
        PlanFunctions.MixedScripts(text).ShouldBe(found is null ? [] : [found]);
}
