using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.Plans;

public sealed class WarekiTests
{
    [Theory]
    [InlineData("令和6", 2024)]
    [InlineData("令和６年度", 2024)]
    [InlineData("令和元年", 2019)]
    [InlineData("R6", 2024)]
    [InlineData("r6", 2024)]
    [InlineData("Ｒ６", 2024)]
    [InlineData("令6", 2024)]
    [InlineData("平成 32 年度", 2020)]
    [InlineData("平成31年度", 2019)]
    [InlineData("H元", 1989)]
    [InlineData("昭和64年", 1989)]
    [InlineData("大正15年", 1926)]
    public void A_year_is_read_as_documents_write_it(string text, int western)
    {
        Wareki.TryParse(text, out Wareki year).ShouldBeTrue();

        year.WesternYear.ShouldBe(western);
    }

    [Theory]
    [InlineData("令和0年")]
    [InlineData("明治45年")]
    [InlineData("令和")]
    [InlineData("6年")]
    [InlineData("令和6年3")]
    [InlineData("")]
    public void What_names_no_year_is_not_read(string text) =>
        Wareki.TryParse(text, out Wareki _).ShouldBeFalse();

    [Theory]
    [InlineData("令和6年度", 2024)]
    [InlineData("平成32年度", 2020)]
    [InlineData("平成31年度", 2019)]
    [InlineData("令和元年度", 2019)]
    [InlineData("Ｒ６年度", 2024)]
    [InlineData("２０２４年度", 2024)]
    [InlineData("2024", 2024)]
    public void A_fiscal_year_is_read_from_era_or_western_year(string text, int fiscalYear)
    {
        Wareki.TryParseFiscalYear(text, out var year).ShouldBeTrue();

        year.ShouldBe(fiscalYear);
    }

    [Theory]
    [InlineData("令和7年3月31日", "2025-03-31")]
    [InlineData("Ｒ７．３．３１", "2025-03-31")]
    [InlineData("R7/3/31", "2025-03-31")]
    [InlineData("平成31年4月30日", "2019-04-30")]
    [InlineData("平成32年3月31日", "2020-03-31")]
    [InlineData("令和 元 年 5 月 1 日", "2019-05-01")]
    public void A_day_is_read_as_documents_write_it(string text, string expected)
    {
        Wareki.TryParse(text, out DateOnly day).ShouldBeTrue();

        day.ShouldBe(DateOnly.Parse(expected));
    }

    [Theory]
    [InlineData("令和7年2月29日")]
    [InlineData("令和7年13月1日")]
    [InlineData("令和7年3月")]
    [InlineData("平成28年〇月〇日")]
    public void A_day_that_no_calendar_has_is_not_read(string text) =>
        Wareki.TryParse(text, out DateOnly _).ShouldBeFalse();

    [Theory]
    [InlineData("2025-03-31", "令和7年3月31日")]
    [InlineData("2019-05-01", "令和元年5月1日")]
    [InlineData("2019-04-30", "平成31年4月30日")]
    [InlineData("1989-01-07", "昭和64年1月7日")]
    [InlineData("1926-12-24", "大正15年12月24日")]
    [InlineData("1912-07-29", "1912年7月29日")]
    public void A_day_is_written_in_the_era_in_which_it_lies(string day, string expected) =>
        Wareki.Format(DateOnly.Parse(day)).ShouldBe(expected);

    [Theory]
    [InlineData(2024, "令和6年度")]
    [InlineData(2020, "令和2年度")]
    [InlineData(2019, "令和元年度")]
    [InlineData(2018, "平成30年度")]
    [InlineData(1988, "昭和63年度")]
    [InlineData(1911, "1911年度")]
    public void A_fiscal_year_is_written_in_the_era_that_counts_it(int year, string expected) =>
        Wareki.FormatFiscalYear(year).ShouldBe(expected);

    [Theory]
    [InlineData("平成32年", false)]
    [InlineData("平成31年", true)]
    [InlineData("昭和65年", false)]
    [InlineData("令和40年", true)]
    public void A_year_beyond_the_end_of_its_era_never_existed(string text, bool existed)
    {
        Wareki.TryParse(text, out Wareki year).ShouldBeTrue();

        year.Existed.ShouldBe(existed);
    }
}
