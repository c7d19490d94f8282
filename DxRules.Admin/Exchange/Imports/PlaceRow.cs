using System.Globalization;
using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>A row about a municipality: the city's own figures are actual ones, those of others its peers'.</summary>
internal sealed class PlaceRow(ImportWork work) : IRowReading
{
    private readonly SubjectColumns columns = new(work);

    public RowFinding Read(RowEntry row)
    {
        var name = row.Table.First(ImportField.MunicipalityName) is { } nameColumn ? row.Table.Label(row.Row, nameColumn) : null;
        var codeColumn = row.Table.First(ImportField.MunicipalityCode);
        var title = name ?? (codeColumn is null ? "" : row.Table.Label(row.Row, codeColumn)) ?? "";
        if (row.IsTotal)
            return RowFinding.Total;
        var code = codeColumn is not null && row.Table.Cell(row.Row, codeColumn) is { } cell ? CodeOf(cell) : null;
        var own = work.Plan.Municipality;
        if (code is null ? name is not null && TextKeys.Key(name) == TextKeys.Key(own.Name) : code == own.Code)
            return new RowFinding(work.Plan.Plan.Id, title, own.Code, Write: () => WriteOwn(row));
        if (code is null)
        {
            if (codeColumn is not null)
                work.Problems.NoName(row.Head);
            return new RowFinding(null, title);
        }
        if (!row.Table.Mapping.AddsRows && !columns.Of(row).Any(column => column.Series.Peers.Any(peer => peer.Code == code)))
        {
            work.Problems.PeersLeftOut(new CellPlace(row.Table.Table.Grid.Name, row.Table.Table.FirstHeadingRow, codeColumn!.Place));
            return new RowFinding(null, title);
        }
        return new RowFinding(work.Plan.Plan.Id, title, code, Write: () => WritePeer(row, code, name));
    }

    private void WriteOwn(RowEntry row)
    {
        foreach (var (column, kpi, series) in columns.Of(row))
            new SeriesFigures(row, kpi, series).WriteActual(column, withNotes: false);
    }

    private void WritePeer(RowEntry row, string code, string? name)
    {
        foreach (var (column, kpi, series) in columns.Of(row))
        {
            if (FigureOf.Read(row, column, kpi) is not { } figure || row.YearOf(column) is not { Year: { } year })
                continue;
            var before = series.Peers.LastOrDefault(peer => peer.Code == code && peer.FiscalYear == year);
            if ((before is null && !row.Table.Mapping.AddsRows)
                || !row.Says(series.Id, $"peers/{code}:{PlanText.Of(year)}", figure.Text, figure.At, before?.Value == figure.Value))
                continue;
            if (before is null)
                work.Edits.Add(series.Id, new Peer { Code = code, Name = name, FiscalYear = year, Value = figure.Value });
            else
                work.Edits.Change<Series>(series.Id, now => now with { Peers = [.. now.Peers.Select(peer => peer.Code == code && peer.FiscalYear == year ? peer with { Value = figure.Value } : peer)] });
        }
    }

    /// <summary>A municipality's code with its check digit; also of one whose leading zero was lost as a figure, or that is written without the check digit.</summary>
    internal static string? CodeOf(GridCell cell)
    {
        var digits = cell.Value is double figure ? figure.ToString("0", CultureInfo.InvariantCulture) : TextKeys.Signs(cell.Text).Trim();
        if (digits.Length == 5 && cell.Value is double && LocalGovernmentCode.TryParse("0" + digits, out var lost))
            return lost.Digits;
        if (LocalGovernmentCode.TryParse(digits, out var whole))
            return whole.Digits;
        var five = digits.Length == 4 && cell.Value is double ? "0" + digits : digits;
        return five.Length == 5 && LocalGovernmentCode.ExpectedCheckDigit(five) is { } check ? five + check : null;
    }
}
