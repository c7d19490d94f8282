using System.Text;
using DxRules.Admin.Publishing;

namespace DxRules.Tests.Admin.Publishing;

public sealed class PublicationJsonTests
{
    private static readonly string Written = Encoding.UTF8.GetString(PublicationJson.Write(SamplePublications.City()));

    [Fact]
    public void What_is_written_reads_back_to_the_same_bytes()
    {
        var reading = Read(Written);

        reading.Problems.ShouldBeEmpty();
        Encoding.UTF8.GetString(PublicationJson.Write(reading.Content!)).ShouldBe(Written);
    }

    [Fact]
    public void A_publication_says_first_what_it_is_and_leaves_out_what_nobody_knows()
    {
        Written.ShouldStartWith("{\n  \"format\": \"dxpublication/1\",\n  \"head\": {\n    \"code\": \"987654\",");
        Written.ShouldEndWith("}\n");
        Written.ShouldNotContain("null");
        Written.ShouldContain("\"value\": 28.75,");
        Written.ShouldContain("\"value\": 21,");
        Written.ShouldContain("\"aggregation\": \"annual\"");
        Written.ShouldContain("\"asOf\": \"2025-03-31\"");
    }

    [Theory]
    [InlineData("\"title\": \"オンライン申請率\"", "\"titel\": \"オンライン申請率\"", "DX420", "title")]
    [InlineData("\"aggregation\": \"annual\"", "\"aggregation\": \"anual\"", "DX426", "annual")]
    [InlineData("\"code\": \"987654\"", "\"code\": \"987653\"", "DX435", "987654")]
    [InlineData("\"code\": \"987654\"", "\"code\": 987654", "DX423", "")]
    [InlineData("\"asOf\": \"2025-06-02\"", "\"asOf\": \"2025-06\"", "DX423", "")]
    [InlineData("\"asOf\": \"2025-06-02\"", "\"asOf\": \"2025-06-31\"", "DX428", "30")]
    [InlineData("\"fiscalYear\": 2024,\n    \"asOf\"", "\"fiscalYear\": 6,\n    \"asOf\"", "DX432", "2024")]
    [InlineData("\"fiscalYear\": 2023,", "\"fiscalYear\": 2022,", "DX680", "")]
    [InlineData("\"value\": 28.75", "\"value\": \"28.75\"", "DX423", "")]
    [InlineData("\"value\": 28.75", "\"value\": 1e999", "DX429", "")]
    [InlineData("\"progress\": 0.55", "\"progress\": 55", "DX431", "0.55")]
    [InlineData("\"id\": \"k2\"", "\"id\": \"../k2\"", "DX440", "")]
    [InlineData("\"id\": \"k2\"", "\"id\": \"\"", "DX440", "")]
    [InlineData("\"id\": \"k2\"", "\"id\": \"p1-k1\"", "DX441", "")]
    [InlineData("\"format\": \"dxpublication/1\"", "\"format\": \"dxplan/1\"", "DX406", "")]
    [InlineData("\"unit\": \"%\"", "\"unit\": \"\"", "DX425", "")]
    [InlineData("\"meetings\": [", "\"meetings\": null, \"x\": [", "DX423", "")]
    public void A_slip_is_told_with_its_place_and_a_cure(string right, string wrong, string code, string hinted)
    {
        var text = Written.Replace(right, wrong, StringComparison.Ordinal);
        text.ShouldNotBe(Written);

        var reading = Read(text);

        reading.Content.ShouldBeNull();
        var problem = reading.Problems.Where(p => p.Code == code).ShouldHaveSingleItem();
        problem.Span.Length.ShouldBeGreaterThan(0);
        (problem.Hint?.Ja ?? "").ShouldContain(hinted);
    }

    [Fact]
    public void Every_slip_of_a_file_is_told_at_once()
    {
        var text = Written.Replace("\"annual\"", "\"yearly\"").Replace("\"2025-06-02\"", "\"2.6.2025\"").Replace("\"municipality\"", "\"city\"");

        Read(text).Problems.Select(problem => problem.Code).ShouldBe(["DX421", "DX420", "DX427", "DX426"]);
    }

    [Fact]
    public void A_reference_that_leads_nowhere_is_a_warning()
    {
        var reading = Read(Written.Replace("\"policy\": \"p1\"", "\"policy\": \"p9\""));

        reading.Content.ShouldNotBeNull();
        reading.Problems.ShouldHaveSingleItem().Code.ShouldBe("DX444");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"format\":\"dxpublication/1\"}")]
    [InlineData("{\"format\":\"dxpublication/1\",\"head\":null,\"categories\":{},\"policies\":[null,1,\"x\",[]]}")]
    [InlineData("コード,名称\n")]
    public void What_is_no_publication_is_refused(string text) => ShouldBeRefused(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_hostile_file_is_refused_at_once()
    {
        ShouldBeRefused([.. "PK\u0003\u0004"u8, .. new byte[100]]);
        ShouldBeRefused([0xFF, 0xFE, 0x00, 0xD8]);
        ShouldBeRefused(Encoding.UTF8.GetBytes(new string('[', 1_000_000)));
        ShouldBeRefused(Encoding.UTF8.GetBytes($"{{\"format\":\"dxpublication/1\",\"kpis\":[{string.Join(',', Enumerable.Repeat("0", 600_000))}]}}"));
        ShouldBeRefused(new byte[17 * 1024 * 1024]);
    }

    [Fact]
    public void A_thousand_slips_are_counted_and_not_all_told()
    {
        var reading = Read(Written.Replace("\"meetings\": [", $"\"meetings\": [{string.Join(',', Enumerable.Repeat("{}", 1000))},"));

        reading.Content.ShouldBeNull();
        reading.Problems.Count.ShouldBeLessThan(300);
    }

    private static PublicationReading Read(string text) => PublicationJson.Read(Encoding.UTF8.GetBytes(text));

    private static void ShouldBeRefused(byte[] content)
    {
        var reading = PublicationJson.Read(content);

        reading.Content.ShouldBeNull();
        reading.Problems.ShouldNotBeEmpty();
    }
}
