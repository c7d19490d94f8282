using System.Text;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Publishing;
using DxRules.Admin.Publishing.OpenData;

namespace DxRules.Tests.Admin.Publishing.OpenData;

public sealed class OpenDataFilesTests
{
    private static readonly ApprovedPublication Sample = new(SamplePublications.City(), 1, new DateOnly(2025, 10, 1), "hash", null);

    [Fact]
    public void The_files_have_fixed_names_and_the_same_bytes_each_time()
    {
        var files = OpenDataFiles.Of(Sample).ToList();

        files.Select(file => file.Path).ShouldBe(
            ["policies.csv", "initiatives.csv", "kpis.csv", "responses.csv", "meetings.csv", "publication.json", "publication.schema.json", "dictionary.csv", "LICENSE.txt"]);
        foreach (var file in files)
            file.Content().ShouldBe(OpenDataFiles.Of(Sample).Single(same => same.Path == file.Path).Content());
    }

    [Theory]
    [InlineData("policies.csv")]
    [InlineData("initiatives.csv")]
    [InlineData("kpis.csv")]
    [InlineData("responses.csv")]
    [InlineData("meetings.csv")]
    public void A_table_is_as_the_standard_data_sets_of_municipalities_are(string path)
    {
        var content = Encoding.UTF8.GetString(ContentOf(path));
        var rows = RowsOf(path);

        content.ShouldStartWith("\uFEFF全国地方公共団体コード,ID,地方公共団体名,名称,");
        content.ShouldEndWith("\r\n");
        rows.Skip(1).ShouldNotBeEmpty();
        rows.Skip(1).Select(row => row[0]).ShouldAllBe(code => code == "987654");
        rows.Skip(1).Select(row => row[1]).ShouldBeUnique();
        rows.ShouldAllBe(row => row.Count <= rows[0].Count);
        rows[0].ShouldBeUnique();
    }

    [Fact]
    public void The_year_of_a_series_is_a_row_with_what_is_known_of_it()
    {
        var rows = RowsOf("kpis.csv").Where(row => row[1]!.StartsWith("p1-k1-s1:", StringComparison.Ordinal)).ToList();

        rows.Select(row => row[KpiTable.Table.PlaceOf("fiscalYear")]).ShouldBe(["2021", "2022", "2023", "2024", "2026"]);
        Cells(rows, "baseline").ShouldBe(["12.5", null, null, null, null]);
        Cells(rows, "actual").ShouldBe([null, "21", "28.75", "41.3", null]);
        Cells(rows, "actualAsOf")[3].ShouldBe("2025-03-31");
        Cells(rows, "actualStatus").ShouldBe([null, "確定", "確定", "速報", null]);
        Cells(rows, "annualTarget").ShouldBe([null, "20", null, "40", null]);
        Cells(rows, "target").ShouldBe([null, null, null, null, "60"]);
        Cells(rows, "progress").ShouldBe([null, null, null, "0.606", null]);
        Cells(rows, "grade").ShouldBe([null, null, null, "順調", null]);
        Cells(rows, "unit").Distinct().ShouldBe(["%"]);
    }

    [Fact]
    public void What_a_spreadsheet_would_run_is_made_harmless()
    {
        var text = Encoding.UTF8.GetString(ContentOf("initiatives.csv"));

        text.ShouldNotContain(",\"=HYPERLINK");
        text.ShouldContain("'=HYPERLINK");
    }

    [Fact]
    public void Words_are_those_of_the_dictionary()
    {
        var dictionary = RowsOf("dictionary.csv");
        dictionary.Count.ShouldBe(1 + OpenDataFiles.Tables.Sum(table => table.Columns.Count));
        foreach (var table in OpenDataFiles.Tables)
        {
            var rows = RowsOf(table.File);
            foreach (var entry in dictionary.Where(entry => entry[0] == table.File))
            {
                var place = int.Parse(entry[2]!) - 1;
                rows[0][place].ShouldBe(entry[3]);
                var words = entry.ElementAtOrDefault(9)?.Split(';');
                if (words is not null)
                    rows.Skip(1).Select(row => row.ElementAtOrDefault(place)).OfType<string>().ShouldBeSubsetOf(words);
            }
        }
        dictionary.Skip(1).ShouldAllBe(entry => entry.Take(8).All(cell => cell != null));
    }

    [Fact]
    public void Several_departments_stand_in_one_cell_with_semicolons()
    {
        var rows = RowsOf("policies.csv");

        rows[1][PolicyTable.Table.PlaceOf("leadDepartment")].ShouldBe("情報政策課");
        rows[1][PolicyTable.Table.PlaceOf("supportingDepartments")].ShouldBe("市民課");
        rows[1][PolicyTable.Table.PlaceOf("category")].ShouldBe("窓口");
    }

    [Fact]
    public void Responses_and_actions_stand_in_one_table()
    {
        var rows = RowsOf("responses.csv").Skip(1).ToList();

        rows.Select(row => row[3]).ShouldBe(["オンライン申請率", "見本市DX推進計画", "行政手続のオンライン化"]);
        rows[0][ResponseTable.Table.PlaceOf("decision")].ShouldBe("対応する");
        rows[2][ResponseTable.Table.PlaceOf("dueOn")].ShouldBe("2025-12-31");
    }

    [Fact]
    public void The_licence_says_how_to_name_the_source()
    {
        var text = Encoding.UTF8.GetString(ContentOf("LICENSE.txt"));

        text.ShouldContain("CC BY 4.0");
        text.ShouldContain("https://creativecommons.org/licenses/by/4.0/deed.ja");
        text.ShouldContain("出典：見本市「見本市DX推進計画」令和6年度の進捗（2025-10-01公表）、CC BY 4.0");
        text.Replace("\r\n", "").ShouldNotContain("\n");
    }

    [Fact]
    public void The_json_is_the_publication_to_the_byte() => ContentOf("publication.json").ShouldBe(PublicationJson.Write(Sample.Content));

    private static byte[] ContentOf(string path) => OpenDataFiles.Of(Sample).Single(file => file.Path == path).Content();

    private static List<string?> Cells(List<IReadOnlyList<string?>> rows, string column) => [.. rows.Select(row => row.ElementAtOrDefault(KpiTable.Table.PlaceOf(column)))];

    private static List<IReadOnlyList<string?>> RowsOf(string path)
    {
        var reading = GridFile.Read(path, ContentOf(path));
        reading.Problems.ShouldBeEmpty();
        return [.. reading.Grids!.Single().Rows.Select(row => (IReadOnlyList<string?>)[.. row.Select(cell => cell?.Text)])];
    }
}
