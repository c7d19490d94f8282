using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Publishing;
using DxRules.Admin.Publishing.OpenData;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Peers;

/// <summary>Reads what another municipality published: publication.json or kpis.csv, as this program writes them, and nothing else.</summary>
internal static class PeerFiles
{
    /// <summary>Problems of a file that are told; whoever gets such a file asks for another and does not mend it.</summary>
    private const int MostTold = 5;

    private static readonly int ActualColumn = KpiTable.Table.PlaceOf("actual");

    /// <summary>Whether a file is JSON, which no spreadsheet is.</summary>
    public static bool IsJson(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes["\uFEFF"u8.Length..];
        return bytes.TrimStart(" \t\r\n"u8).StartsWith("{"u8);
    }

    /// <summary>Whether sheets are a table of published data.</summary>
    public static bool IsTable(IReadOnlyList<Grid> grids) => grids is [var grid] && PeerTable.Is(grid);

    /// <summary>The cell of a figure.</summary>
    public static CellPlace PlaceOf(PeerFigure figure) => new("kpis", figure.Row, ActualColumn);

    /// <summary>The file; null with its problems where it cannot be used. Nothing in a file makes this throw.</summary>
    public static PeerReading Read(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default)
    {
        if (IsJson(content))
            return ReadJson(name, content);
        var reading = GridFile.Read(name, content, cancel);
        return reading.Grids is { } grids && IsTable(grids) ? new PeerTable(name, grids[0], reading.Problems).Read() : new PeerReading(null, reading.Problems);
    }

    private static PeerReading ReadJson(string name, ReadOnlyMemory<byte> content)
    {
        var reading = PublicationJson.Read(content, name);
        return reading.Content is { } publication
            ? Checked(name, Of(publication), [])
            : new PeerReading(null, [.. reading.Problems.Where(problem => problem.Severity == DiagnosticSeverity.Error).Take(MostTold).Select(problem => new CellProblem(null, Placed(problem)))]);
    }

    /// <summary>The same, where something of it can be used.</summary>
    public static PeerReading Checked(string name, PeerFile file, IReadOnlyList<CellProblem> problems) => file.Series.Count > 0
        ? new PeerReading(file, problems)
        : new PeerReading(null, [new CellProblem(null, PeerProblems.NoFigures(name))]);

    private static PeerFile Of(Publication publication)
    {
        var head = publication.Head;
        var rows = publication.Kpis.SelectMany(kpi => kpi.Series.SelectMany(series => KpiDataRow.Of(head, kpi, series))).Index();
        var series = rows.Where(row => row.Item is { Actual: not null, Year: not null }).GroupBy(row => row.Item.Series.Id, StringComparer.Ordinal).Select(years =>
        {
            var (kpi, part) = (years.First().Item.Kpi, years.First().Item.Series);
            return new PeerSeries(part.Id, kpi.Title, part.Segment, kpi.Definition, kpi.Unit, kpi.Aggregation, kpi.Direction,
                [.. years.Select(year => new PeerFigure(year.Item.Year!.Value, year.Item.Actual!.Value, year.Item.Actual.AsOf, year.Item.Actual.IsProvisional, year.Index + 2))]);
        });
        return new PeerFile(head.Code, head.Municipality, head.PlanTitle, head.AsOf, [.. series]);
    }

    // Where it stands is said in words, as a list of problems has no columns for a place in JSON.
    private static Diagnostic Placed(Diagnostic problem)
    {
        var (line, column) = problem.Source.PositionOf(problem.Span.Start);
        return problem with { Message = new($"{line}行{column}字目 {problem.Path}: {problem.Message.Ja}", $"Line {line}, column {column}, {problem.Path}: {problem.Message.En}") };
    }
}

/// <summary>What came of a file.</summary>
/// <param name="File">Null where it cannot be used.</param>
internal sealed record PeerReading(PeerFile? File, IReadOnlyList<CellProblem> Problems);
