using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using DxRules.Admin.Cycles;
using DxRules.Admin.Hosting;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using DxRules.Tests.Admin.Cli;
using Microsoft.Data.Sqlite;

namespace DxRules.Tests.Admin.Data;

/// <summary>
/// What a site of 21 November 2026 left (commit ce7a7bf, with the tables as of the migration Cycles): its database, a plan file and a report. The program of
/// today reads all of it, and nothing is lost. The files are never made anew.
/// </summary>
public sealed class EarlierVersionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_database_of_an_earlier_version_is_brought_up_to_date_with_every_row_it_had()
    {
        var file = new SiteOptions(folder.Path, [], Demo: false).DatabaseFile;
        await File.WriteAllBytesAsync(file, Earlier("dxrules.db.br"));
        var before = Rows(file);

        await using (var site = await RunningSite.Start(EngineCheck.Check, folder.Path))
        {
            foreach (var page in new[] { "/", "/plans/2", "/cycles/4", "/cycles/4/alerts", "/audit", "/people" })
                (await site.Client.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }

        SqliteConnection.ClearAllPools();
        var after = Rows(file);
        foreach (var (table, rows) in before.Where(entry => entry.Key != "__EFMigrationsHistory"))
            Lost(rows, after[table]).ShouldBeEmpty(table);
        (await CommandLine.Run("verify", "--data", folder.Path)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_plan_file_of_an_earlier_version_reads_as_it_is_written()
    {
        var content = Earlier("plan.json.br");

        var reading = PlanReader.Read("plan.json", content);

        reading.Diagnostics.ShouldBeEmpty();
        JsonNode.DeepEquals(JsonNode.Parse(PlanWriter.Write(reading.Document!)), JsonNode.Parse(content)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_report_of_an_earlier_version_is_compared_with_one_of_today()
    {
        var (old, now, plan) = (Path.Combine(folder.Path, "old.json"), Path.Combine(folder.Path, "now.json"), Path.Combine(folder.Path, "plan.json"));
        await File.WriteAllBytesAsync(old, Earlier("report.json.br"));
        await File.WriteAllBytesAsync(plan, Earlier("plan.json.br"));
        await File.WriteAllTextAsync(now, (await CommandLine.Run("check", plan, "--as-of", "2025-05-31", "--format", "json")).Output);

        var (report, problems) = ReportJson.Read(new SourceText(old, await File.ReadAllTextAsync(old)));
        var compared = await CommandLine.Run("compare", old, now, "--format", "json");

        problems.ShouldBeEmpty();
        report!.Plans[0].Alerts.Count.ShouldBe(JsonNode.Parse(Earlier("report.json.br"))!["plans"]![0]!["alerts"]!.AsArray().Count);
        compared.ExitCode.ShouldBeOneOf(0, 1);
        var step = JsonNode.Parse(compared.Output)!["plans"]![0]!["steps"]![1]!;
        step["previous"]!.GetValue<int>().ShouldBe(report.Plans[0].Alerts.Count);
        step["carried"]!.GetValue<int>().ShouldBeGreaterThan(report.Plans[0].Alerts.Count / 2);
    }

    private static byte[] Earlier(string name)
    {
        using var file = new BrotliStream(File.OpenRead(Repository.File("DxRules.Tests", "Admin", "Data", "Earlier", name)), CompressionMode.Decompress);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }

    private static Dictionary<string, List<Dictionary<string, object?>>> Rows(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            .Select(row => (string)row["name"]!).ToDictionary(name => name, name => Read(connection, $"SELECT * FROM \"{name}\""));
    }

    private static List<Dictionary<string, object?>> Read(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, object?>>();
        while (reader.Read())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, at => reader.IsDBNull(at) ? null : reader.GetValue(at)));
        return rows;
    }

    // Columns may come to a table; what stood in it stands there still.
    private static IEnumerable<string> Lost(List<Dictionary<string, object?>> before, List<Dictionary<string, object?>> after)
    {
        if (before.Count == 0)
            return [];
        var columns = before[0].Keys;
        var kept = after.Select(row => Written(columns, row)).ToHashSet(StringComparer.Ordinal);
        return before.Select(row => Written(columns, row)).Where(row => !kept.Contains(row));
    }

    private static string Written(IEnumerable<string> columns, Dictionary<string, object?> row) =>
        string.Join('|', columns.Select(column => $"{column}={(row.GetValueOrDefault(column) is byte[] bytes ? Convert.ToHexString(bytes) : row.GetValueOrDefault(column))}"));
}
