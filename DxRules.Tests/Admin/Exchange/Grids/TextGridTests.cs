using System.Text;
using DxRules.Admin.Exchange.Grids;

namespace DxRules.Tests.Admin.Exchange.Grids;

public sealed class TextGridTests
{
    private const string Sheet = "指標,実績\r\n窓口の待ち時間,\"1,234\"\r\n髙橋①㈱,△3";

    static TextGridTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(65001, false, "UTF-8")]
    [InlineData(65001, true, "UTF-8（BOM付き）")]
    [InlineData(1200, true, "UTF-16")]
    [InlineData(1200, false, "UTF-16")]
    [InlineData(1201, true, "UTF-16")]
    [InlineData(932, false, "Shift_JIS（CP932）")]
    public void The_encoding_is_guessed_and_told(int codePage, bool hasMark, string name)
    {
        var encoding = Encoding.GetEncoding(codePage);

        var reading = GridFile.Read("実績.csv", (byte[])[.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Sheet)]);

        reading.Problems.ShouldBeEmpty();
        reading.Encoding.ShouldBe(name);
        Cells(reading).ShouldBe(["指標|実績", "窓口の待ち時間|1,234", "髙橋①㈱|△3"]);
    }

    [Fact]
    public void EUC_JP_of_old_systems_is_read() =>
        Cells(GridFile.Read("実績.csv", Encoding.GetEncoding(51932).GetBytes("指標,実績\n窓口の待ち時間,1"))).ShouldBe(["指標|実績", "窓口の待ち時間|1"]);

    [Theory]
    [InlineData("実績.tsv", "指標\t実績\n窓口\t1,234")]
    [InlineData("実績.txt", "指標\t実績\n窓口\t1,234")]
    [InlineData("実績.csv", "指標;実績\n窓口;1,234")]
    [InlineData("実績.csv", "指標,実績\n窓口,\"1,234\"\n")]
    public void The_separator_is_guessed(string name, string content) => Cells(Read(content, name)).ShouldBe(["指標|実績", "窓口|1,234"]);

    [Fact]
    public void Quoted_line_breaks_blank_lines_and_rows_of_unequal_length_are_read()
    {
        var reading = Read("題\n\n指標,単位,実績\n\"窓口の\n待ち時間\",分,12\n電子申請,件\n");

        reading.Problems.ShouldBeEmpty();
        Cells(reading).ShouldBe(["題", "", "指標|単位|実績", "窓口の\n待ち時間|分|12", "電子申請|件"]);
        reading.Grids!.Single().Name.ShouldBe("実績");
    }

    [Fact]
    public void A_quotation_mark_within_a_value_is_part_of_it() =>
        Cells(Read("品名,数\n24\"モニター,3\n\"24\"\"モニター\",4")).ShouldBe(["品名|数", "24\"モニター|3", "24\"モニター|4"]);

    [Fact]
    public void A_file_that_breaks_off_within_a_value_is_told_with_its_line() =>
        GridFileTests.Told(Read("指標,所見\n窓口,\"待ち時間が\n短くな")).ShouldHaveSingleItem().ShouldStartWith("実績!A2 DX623 Error 引用符（\"）が閉じていません。ファイルが途中で切れているか");

    [Fact]
    public void A_comma_in_a_figure_without_quotation_marks_is_told_before_values_stand_in_the_wrong_column() =>
        GridFileTests.Told(Read("指標,実績,備考\n窓口,12,\n申請,1,234,多い\n郵送,5,x")).ShouldHaveSingleItem().ShouldStartWith("実績!D3 DX628 Error この行は4列あり");

    [Fact]
    public void Bytes_that_mean_nothing_are_told_with_their_cell_and_the_guess()
    {
        var content = (byte[])[.. Encoding.UTF8.GetBytes("指標,所見\n窓口の待ち時間,"), .. Encoding.GetEncoding(932).GetBytes("混"), .. Encoding.UTF8.GetBytes("雑が続いた\n")];

        var reading = GridFile.Read("実績.csv", content);

        reading.Encoding.ShouldBe("UTF-8");
        GridFileTests.Told(reading).ShouldHaveSingleItem().ShouldStartWith("実績!B2 DX626 Error 読めない文字があります。UTF-8とみて読みました。");
    }

    [Fact]
    public void A_text_that_was_saved_garbled_is_told_with_what_happened()
    {
        var garbled = Encoding.GetEncoding(932).GetString(Encoding.UTF8.GetBytes("成果,値\n令和６,あ\n電子申請,い"));

        GridFileTests.Told(Read(garbled)).ShouldContain(line => line.StartsWith(" DX627 Error 文字化けしたまま保存されています。UTF-8のファイルをShift_JISとして開いて"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    public void An_empty_file_is_told(string content) => GridFileTests.Told(Read(content)).ShouldHaveSingleItem().ShouldStartWith(" DX622 Error ");

    private static GridReading Read(string content, string name = "実績.csv") => GridFile.Read(name, Encoding.UTF8.GetBytes(content));

    private static IEnumerable<string> Cells(GridReading reading) => reading.Grids!.Single().Rows.Select(row => string.Join('|', row.Select(cell => cell?.Text)));
}
