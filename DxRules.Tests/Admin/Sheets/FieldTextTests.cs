using DxRules.Admin.Localization;
using DxRules.Admin.Sheets;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Sheets;

public sealed class FieldTextTests
{
    private static readonly DateOnly Today = new(2025, 6, 2);

    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("１，２３４", "1234")]
    [InlineData(" 1,234.50 ", "1234.5")]
    [InlineData("　12　", "12")]
    [InlineData("▲3", "-3")]
    [InlineData("−0.5", "-0.5")]
    [InlineData("－７", "-7")]
    [InlineData("0", "0")]
    [InlineData("", null)]
    [InlineData("　", null)]
    public void A_figure_is_read_in_any_width(string typed, string? expected) => Read(Number, typed).ShouldBe((expected, null));

    [Theory]
    [InlineData("２０件", "「２０件」には数字でない字があります。単位を付けず 20 のように入力してください。")]
    [InlineData("150万円", "「150万円」には数字でない字があります。単位を付けず 1500000 のように入力してください。")]
    [InlineData("3.5千", "「3.5千」には数字でない字があります。単位を付けず 3500 のように入力してください。")]
    [InlineData("約20", "「約20」は数として読めません。1234 や 12.5 のように入力してください。")]
    [InlineData("1,23", "「1,23」は数として読めません。1234 や 12.5 のように入力してください。")]
    [InlineData("1.2.3", "「1.2.3」は数として読めません。1234 や 12.5 のように入力してください。")]
    [InlineData("二十", "「二十」は数として読めません。1234 や 12.5 のように入力してください。")]
    [InlineData("99999999999999999999999999999999", "「99999999999999999999999999999999」は大きすぎるか、小さすぎます。-1,000,000,000,000,000から1,000,000,000,000,000までの数を入力してください。")]
    [InlineData("0.12345678", "「0.12345678」は細かすぎます。小数点以下は6桁までにしてください。")]
    public void What_is_no_figure_is_told_with_the_form_that_is_expected(string typed, string expected) => Read(Number, typed).ShouldBe((null, expected));

    [Theory]
    [InlineData("35", "35")]
    [InlineData("３５％", "35")]
    [InlineData("100", "100")]
    [InlineData("0", "0")]
    public void A_share_is_read_in_per_cent(string typed, string expected) => Read(Percent, typed).ShouldBe((expected, null));

    [Theory]
    [InlineData("101", "「101」は大きすぎるか、小さすぎます。0から100までの数を入力してください。")]
    [InlineData("-1", "「-1」は大きすぎるか、小さすぎます。0から100までの数を入力してください。")]
    [InlineData("0.35", "「0.35」は0.35%という意味になります。35%であれば 35 と入力してください。")]
    public void A_share_lies_between_none_and_all(string typed, string expected) => Read(Percent, typed).ShouldBe((null, expected));

    [Theory]
    [InlineData("2025-03-31", "2025-03-31")]
    [InlineData("2025/3/31", "2025-03-31")]
    [InlineData("2025年3月31日", "2025-03-31")]
    [InlineData("令和7年3月31日", "2025-03-31")]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("Ｒ７．３．３１", "2025-03-31")]
    [InlineData("r7/3/31", "2025-03-31")]
    [InlineData("平成31年4月30日", "2019-04-30")]
    [InlineData("令和7年3月", "2025-03")]
    [InlineData("2025-03", "2025-03")]
    [InlineData("", null)]
    public void A_day_is_read_by_era_or_by_the_western_year(string typed, string? expected) => Read(Day, typed).ShouldBe((expected, null));

    [Theory]
    [InlineData("3月31日", "「3月31日」は日付として読めません。令和7年3月31日、R7.3.31、2025-03-31 のように入力してください。")]
    [InlineData("7.3.31", "「7.3.31」は日付として読めません。令和7年3月31日、R7.3.31、2025-03-31 のように入力してください。")]
    [InlineData("令和7年2月29日", "「令和7年2月29日」という日はありません。年月日を確かめてください。")]
    [InlineData("2025-13-01", "「2025-13-01」という日はありません。年月日を確かめてください。")]
    [InlineData("0206-01-01", "「0206-01-01」という日はありません。年月日を確かめてください。")]
    [InlineData("2025-06-03", "「2025-06-03」はまだ来ていない日です。今日までの日を入力してください。")]
    public void What_is_no_day_is_told(string typed, string expected) => Read(Day, typed).ShouldBe((null, expected));

    [Fact]
    public void Controls_and_carriage_returns_do_not_get_into_a_text() => Read(new SheetField("x", SheetFieldKind.Text, "done"), " 一行\r\n二\u0000行\u200b ").ShouldBe(("一行\n二行", null));

    [Fact]
    public void A_text_has_an_end() =>
        Read(new SheetField("x", SheetFieldKind.ShortText, "note"), new string('字', 201)).ShouldBe((null, "200字までにしてください（今は201字）。"));

    [Fact]
    public void Only_what_is_in_the_list_can_be_chosen() =>
        Read(SheetField.Word<WorkStatus>("x", "status", null), "終了").ShouldBe((null, "「終了」は選べません。一覧から選んでください。"));

    [Fact]
    public void What_the_plan_says_may_stay_whatever_it_is()
    {
        FieldText.IsTheSame(Day with { Value = "2026-01-05" }, "令和8年1月5日").ShouldBeTrue();
        FieldText.IsTheSame(Percent with { Value = "390" }, "390").ShouldBeTrue();
        FieldText.IsTheSame(Percent with { Value = "390" }, "39").ShouldBeFalse();
        FieldText.IsTheSame(Day with { Value = "2026-01-05" }, "").ShouldBeFalse();
        FieldText.IsTheSame(Number, "").ShouldBeTrue();
    }

    private static readonly SheetField Number = new("x", SheetFieldKind.Number, "value");
    private static readonly SheetField Percent = new("x", SheetFieldKind.Percent, "progress") { Least = 0, Greatest = 100 };
    private static readonly SheetField Day = new("x", SheetFieldKind.Date, "startedOn") { Latest = Today };

    private static (string? Value, string? Problem) Read(SheetField field, string typed)
    {
        var texts = new Texts(Language.Japanese);
        var (value, problem) = FieldText.Read(field, typed);
        return (value, problem is null ? null : texts[problem.TextKey, problem.Arguments]);
    }
}
