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

    [Theory]
    [InlineData("平成32年度まで", "平成32年度", 2020, "令和2年度")]
    [InlineData("平成 32 (2020) 年度", "平成 32 (2020) 年度", 2020, "令和2年度")]
    [InlineData("平成３５年３月", "平成３５年", 2023, "令和5年")]
    [InlineData("H33年度末", "H33年度", 2021, "令和3年度")]
    [InlineData("昭和65年", "昭和65年", 1990, "平成2年")]
    [InlineData("平成31年度", null, 0, "")]
    [InlineData("昭和64年", null, 0, "")]
    [InlineData("平成28(2016)年度", null, 0, "")]
    [InlineData("令和32年度", null, 0, "")]
    [InlineData("S90型の端末", null, 0, "")]
    [InlineData("平成の大合併", null, 0, "")]
    public void A_year_that_its_era_did_not_see_is_found(string text, string? found, int year, string corrected)
    {
        var years = PlanFunctions.YearsBeyondTheirEra(text);

        if (found is null)
            years.ShouldBeEmpty();
        else
            years.ShouldBe([new EraYearWording(found, year, corrected)]);
    }

    [Theory]
    [InlineData("令和2年度12月25日閣議決定", "令和2年度12月25日")]
    [InlineData("2020年度12月25日", "2020年度12月25日")]
    [InlineData("令和4年度 (2022年)", "令和4年度 (2022年)")]
    [InlineData("2022年度（令和４年）", "2022年度（令和４年）")]
    [InlineData("令和4年（2022年度）", "令和4年（2022年度）")]
    [InlineData("令和4年度(2022年度)から令和8年度(2026年度)まで", null)]
    [InlineData("令和3年度12月実績", null)]
    [InlineData("令和6年(2024年)1月更新予定", null)]
    [InlineData("2015（平成28）年", null)]
    [InlineData("令和4年度（2022年4月1日）", null)]
    [InlineData("令和7年3月31日", null)]
    public void A_year_called_both_年_and_年度_is_found(string text, string? found) =>
        PlanFunctions.MixedYearUnits(text).ShouldBe(found is null ? [] : [found]);

    [Theory]
    [InlineData("-", nameof(FigureWording.Empty))]
    [InlineData(" — ", nameof(FigureWording.Empty))]
    [InlineData("－", nameof(FigureWording.Empty))]
    [InlineData("―", nameof(FigureWording.Empty))]
    [InlineData("…", nameof(FigureWording.Empty))]
    [InlineData("空欄", nameof(FigureWording.Empty))]
    [InlineData("", nameof(FigureWording.Empty))]
    [InlineData("8,720 千人", nameof(FigureWording.Positive))]
    [InlineData("３６％", nameof(FigureWording.Positive))]
    [InlineData("△1,200", nameof(FigureWording.Negative))]
    [InlineData("▲ 3.5%", nameof(FigureWording.Negative))]
    [InlineData("−5", nameof(FigureWording.Negative))]
    [InlineData("△", nameof(FigureWording.Other))]
    [InlineData("2024-2026", nameof(FigureWording.Other))]
    [InlineData("令和3年度実績", nameof(FigureWording.Other))]
    [InlineData("未定", nameof(FigureWording.Other))]
    public void A_cell_of_a_table_is_empty_a_number_or_neither(string text, string wording) =>
        PlanFunctions.FigureWordingOf(text).ToString().ShouldBe(wording);

    [Theory]
    [InlineData("該当者の割合(法定報告値)", "割合", true)]
    [InlineData("団体数（学校等）（累計）", "数", true)]
    [InlineData("交付率", "率", true)]
    [InlineData("利用率の向上", "率", false)]
    [InlineData("（割合）", "割合", false)]
    public void A_title_ends_with_a_word_whatever_stands_in_brackets_behind_it(string title, string word, bool ends) =>
        PlanFunctions.TitleEndsWith(title, word).ShouldBe(ends);

    [Theory]
    [InlineData("062014", true)]
    [InlineData("062015", false)]
    [InlineData("06201", false)]
    public void A_local_government_code_is_checked_by_its_last_digit(string code, bool right) =>
        PlanFunctions.IsLocalGovernmentCode(code).ShouldBe(right);

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
