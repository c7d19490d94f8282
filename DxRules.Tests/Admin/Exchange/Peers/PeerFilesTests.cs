using System.Text;
using DxRules.Admin.Exchange.Peers;
using DxRules.Admin.Publishing;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Exchange.Peers;

public sealed class PeerFilesTests
{
    private static readonly string Csv = Encoding.UTF8.GetString(NextCity.Csv());

    [Fact]
    public void The_table_and_the_json_of_a_publication_say_the_same()
    {
        var (json, csv) = (Read("publication.json", NextCity.Json()).File!, Read("kpis.csv", NextCity.Csv()).File!);

        (csv with { Series = [] }).ShouldBe(json with { Series = [] });
        csv.Series.Select(series => series with { Figures = [] }).ShouldBe(json.Series.Select(series => series with { Figures = [] }));
        csv.Series.SelectMany(series => series.Figures).ShouldBe(json.Series.SelectMany(series => series.Figures));
        csv.Series.Select(series => series.Id).ShouldBe(["t-online-all", "t-kiosk-all", "t-rpa-all", "t-visit-all", "t-cost-all"], "what has no actual value is of no use");
        csv.Series[0].Figures[1].ShouldBe(new PeerFigure(2024, 52.5m, new DateOnly(2025, 3, 31), false, 3));
        csv.Series[1].Figures.ShouldHaveSingleItem().IsProvisional.ShouldBeTrue();
    }

    [Theory]
    [InlineData(",実績値,", ",じっせき,", "DX690")]
    [InlineData("992020", "992021", "DX692")]
    [InlineData("992020", "92020", "DX692")]
    [InlineData("2025-05-30", "2025/5/30", "DX691")]
    [InlineData(",52.5,", ",約52.5,", "DX691")]
    [InlineData(",52.5,", ",1e5,", "DX691")]
    [InlineData(",年間,", ",ねんかん,", "DX691")]
    [InlineData("t-online-all:2024", "t-online-all:2023", "DX691")]
    public void A_table_that_was_changed_is_refused_with_the_cell(string right, string wrong, string code)
    {
        var text = Csv.Replace(right, wrong, StringComparison.Ordinal);
        text.ShouldNotBe(Csv);

        var reading = Read("kpis.csv", Encoding.UTF8.GetBytes(text));

        reading.File.ShouldBeNull();
        var problem = reading.Problems.First(problem => problem.IsError);
        problem.Problem.Code.ShouldBe(code);
        problem.At.ShouldNotBeNull();
        problem.Problem.Hint.ShouldNotBeNull();
    }

    [Fact]
    public void Rows_of_two_municipalities_are_refused()
    {
        var lines = Csv.Split("\r\n");
        lines[3] = lines[3].Replace("992020", "992038", StringComparison.Ordinal);

        Read("kpis.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", lines))).Problems.ShouldContain(problem => problem.Problem.Code == "DX692");
    }

    [Fact]
    public void A_json_with_a_slip_is_refused_with_its_line()
    {
        var reading = Read("publication.json", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(NextCity.Json()).Replace("992020", "992021")));

        var problem = reading.Problems.ShouldHaveSingleItem().Problem;
        problem.Code.ShouldBe("DX435");
        problem.Message.Ja.ShouldContain("行");
        problem.Hint!.Ja.ShouldContain("992020");
    }

    [Fact]
    public void A_publication_without_figures_is_refused()
    {
        var empty = NextCity.Published() with { Kpis = [] };

        Read("publication.json", NextCity.Json(empty)).Problems.ShouldHaveSingleItem().Problem.Code.ShouldBe("DX690");
        Read("kpis.csv", NextCity.Csv(empty)).Problems.ShouldHaveSingleItem().Problem.Code.ShouldBe("DX690");
    }

    [Fact]
    public void Hostile_files_are_refused()
    {
        string[] texts = ["{", "{}", "{\"format\":\"dxplan/1\"}", Csv[..Csv.IndexOf("\r\n", StringComparison.Ordinal)], "\uFEFF" + new string('{', 100_000), Csv.Replace(",52.5,", $",{new string('9', 100)},")];

        foreach (var text in texts)
            Read("kpis.csv", Encoding.UTF8.GetBytes(text)).File.ShouldBeNull(text[..Math.Min(40, text.Length)]);
    }

    [Fact]
    public void A_text_that_was_made_harmless_reads_back_as_it_was()
    {
        var published = NextCity.Published();
        published = published with { Kpis = [published.Kpis[0] with { Title = "=SUM(A1)", Definition = "'そのまま\n二行目" }] };

        var series = Read("kpis.csv", NextCity.Csv(published)).File!.Series.ShouldHaveSingleItem();

        (series.Title, series.Definition).ShouldBe(("=SUM(A1)", "'そのまま\n二行目"));
    }

    private static PeerReading Read(string name, byte[] content) => PeerFiles.Read(name, content);
}
