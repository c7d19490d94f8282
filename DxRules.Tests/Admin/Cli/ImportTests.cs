using System.Text;
using System.Text.Json;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.Exchange.Peers;

namespace DxRules.Tests.Admin.Cli;

public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static string Plan => Repository.File("DxRules.Admin", "SampleData", "demo-city.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_sheet_is_shown_as_changes_with_their_cells_and_the_plan_stays()
    {
        var run = await CommandLine.Run("import", Sheet("指標名,実績値（令和６年度）\n窓口の平均待ち時間,21.5\n電子決裁率,15\n"), "--plan", Plan);

        run.Output.ShouldContain("sheet!B2: k-wait-all actuals/2024/value: 22 → 21.5\n");
        run.Output.ShouldContain("行: 追加 0、変更 1、変化なし 1、削除 0、取り込まない 0\n");
        run.Output.ShouldContain("--out FILE か --replace");
        run.ExitCode.ShouldBe(0);
        Directory.EnumerateFiles(folder.Path).Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_plan_is_written_where_nothing_is_wrong()
    {
        var run = await CommandLine.Run("import", Sheet("指標名,実績値（令和６年度）\n窓口の平均待ち時間,21.5\n電子決裁率,15\n"), "--plan", Plan, "--out", At("new.json"));

        run.ExitCode.ShouldBe(0);
        PlanReader.Read("new", File.ReadAllBytes(At("new.json"))).Document!.Policies![0].Kpis![0].Series![0].Actuals!.Single(actual => actual.FiscalYear == 2024).Value.ShouldBe(21.5m);
    }

    [Fact]
    public async Task Nothing_is_written_where_a_cell_is_wrong()
    {
        var run = await CommandLine.Run("import", Sheet("指標名,現況値（令和４年度）,実績値（令和６年度）\n窓口の平均待ち時間,25,21.5\n電子決裁率,20,２９（４）\n"), "--plan", Plan, "--out", At("new.json"));

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("sheet!C3: エラー DX647");
        File.Exists(At("new.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_mapping_that_was_written_gives_the_same_again()
    {
        var sheet = Sheet("項目,値\n窓口の平均待ち時間,21.5\n電子決裁率,15\n証明書のコンビニ交付率,34\n");
        (await CommandLine.Run("import", sheet, "--plan", Plan, "--fiscal-year", "2024", "--write-mapping", At("mapping.json"))).ExitCode.ShouldNotBe(1);
        File.WriteAllText(At("mapping.json"), File.ReadAllText(At("mapping.json")).Replace("\"heading\": \"値\",\n          \"field\": \"ignored\"", "\"heading\": \"値\",\n          \"field\": \"actual\"", StringComparison.Ordinal));

        var run = await CommandLine.Run("import", sheet, "--plan", Plan, "--mapping", At("mapping.json"), "--format", "json");

        run.ExitCode.ShouldBe(0);
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("counts").GetProperty("changed").GetInt32().ShouldBe(1);
        json.RootElement.GetProperty("changes")[0].GetProperty("new").GetDecimal().ShouldBe(21.5m);
    }

    [Fact]
    public async Task What_another_city_published_is_known_by_its_content_and_paired_by_a_file()
    {
        File.WriteAllBytes(At("publication.json"), NextCity.Json());

        var guessed = await CommandLine.Run("import", At("publication.json"), "--plan", Plan, "--write-mapping", At("pairs.json"));

        guessed.ExitCode.ShouldBe(1, "a figure is provisional");
        guessed.Output.ShouldContain("k-online-all peers/992020:2024");
        File.ReadAllText(At("pairs.json")).ShouldStartWith("{\n  \"format\": \"dxpeers/1\",\n  \"pairs\": [");
        File.WriteAllText(At("pairs.json"), """{ "format": "dxpeers/1", "pairs": [ { "series": "k-consult-all", "other": "t-visit-all", "sameDefinition": false } ] }""");
        var paired = await CommandLine.Run("import", At("publication.json"), "--plan", Plan, "--mapping", At("pairs.json"), "--out", At("new.json"));

        paired.ExitCode.ShouldBe(0);
        var peer = PlanReader.Read("new", File.ReadAllBytes(At("new.json"))).Document!.Policies![0].Kpis!.Single(kpi => kpi.Id == "k-consult").Series![0].Peers.ShouldHaveSingleItem();
        (peer.Code, peer.Value, peer.SameDefinition).ShouldBe((NextCity.Code, 3000m, false));
        File.WriteAllText(At("pairs.json"), """{ "format": "dxpeers/1", "pairs": [ { "serie": "k" } ] }""");
        var wrong = await CommandLine.Run("import", At("publication.json"), "--plan", Plan, "--mapping", At("pairs.json"));
        wrong.ExitCode.ShouldBe(2);
        wrong.Error.ShouldContain("dxpeers/1");
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_mapping_is_told_at_once()
    {
        File.WriteAllText(At("mapping.json"), """{ "format": "dxmapping/1", "tables": [ { "sheet": "sheet", "firstHeadingRow": 0, "firstRow": 2, "rows": "kpis", "columns": [ { "column": "1", "heading": "a", "field": "actaul" } ] } ] }""");

        var run = await CommandLine.Run("import", Sheet("a\n1\n"), "--plan", Plan, "--mapping", At("mapping.json"));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("$.tables[0].firstHeadingRow: ");
        run.Error.ShouldContain("kpi のことでしょうか");
        run.Error.ShouldContain("$.tables[0].columns[0].column: ");
        run.Error.ShouldContain("actual のことでしょうか");
    }

    [Fact]
    public async Task A_file_without_a_table_is_refused()
    {
        var run = await CommandLine.Run("import", Sheet("こんにちは\n"), "--plan", Plan, "--lang", "en");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("holds no table");
    }

    private string Sheet(string text)
    {
        File.WriteAllText(At("sheet.csv"), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        return At("sheet.csv");
    }

    private string At(string name) => Path.Combine(folder.Path, name);
}
