using DxRules.Admin.Charts;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Localization;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>How other municipalities define the figures that stand beside those of a KPI, by our series and their code.</summary>
internal sealed class PeerDefinitionsShown
{
    private readonly Dictionary<(string Series, string Code), PeerDefinitionRow> rows;

    private PeerDefinitionsShown(IEnumerable<PeerDefinitionRow> rows) => this.rows = rows.ToDictionary(row => (row.SeriesId, row.Code));

    public static async Task<PeerDefinitionsShown> Of(AdminDb db, int plan, IReadOnlyList<string> series, CancellationToken cancel) =>
        new(await db.PeerDefinitions.AsNoTracking().Where(row => row.PlanId == plan && series.Contains(row.SeriesId)).ToListAsync(cancel));

    /// <summary>Null where nothing is known but the figure.</summary>
    public PeerDefinitionRow? Of(string series, string code) => rows.GetValueOrDefault((series, code));
}

/// <summary>Figures of other municipalities beside ours, in the order of their codes: which is better, no place in a list says.</summary>
internal sealed class PeerComparison
{
    private PeerComparison(SeriesSheet series, IReadOnlyList<ShownPeer> peers) => (Series, Peers) = (series, peers);

    public SeriesSheet Series { get; }

    public IReadOnlyList<ShownPeer> Peers { get; }

    /// <summary>The latest year in which figures of the same definition stand beside ours; null where there is none.</summary>
    public int? Year => Peers.Where(peer => peer is { IsComparable: true, Own: not null }).Select(peer => (int?)peer.Line.Record.FiscalYear).Max();

    /// <summary>Municipalities whose definition is another, or of which nobody says that it is the same.</summary>
    public int Others => Peers.Where(peer => !peer.IsComparable).Select(peer => peer.Line.Record.Code).Distinct().Count();

    public static PeerComparison Of(SeriesSheet series, PeerDefinitionsShown definitions) => new(
        series,
        [
            .. series.Peers.OrderBy(peer => peer.Record.Code, StringComparer.Ordinal).ThenBy(peer => peer.Record.FiscalYear)
                .Select(peer => new ShownPeer(peer, definitions.Of(series.Record.Id, peer.Record.Code), series.Unit)),
        ]);

    /// <summary>The picture of what can be compared; null where nothing can.</summary>
    /// <param name="municipality">Our own name.</param>
    public Chart? Chart(string municipality, Texts texts)
    {
        if (Year is not { } year)
            return null;
        var figures = new Figures(texts);
        var same = Peers.Where(peer => peer.IsComparable && peer.Line.Record.FiscalYear == year).DistinctBy(peer => peer.Line.Record.Code).ToList();
        var own = same[0].Own!.Value;
        DotRow[] rows = [Row(municipality, own, true), .. same.Select(peer => Row(peer.Name, peer.Line.Record.Value, false))];
        var (low, high) = (same.Min(peer => peer.Line.Record.Value), same.Max(peer => peer.Line.Record.Value));
        var sentence = same.Count == 1
            ? texts["kpi.peerSentenceOne", same[0].Name, figures.Year(year), figures.Value(low, Series.Unit), figures.Value(own, Series.Unit)]
            : texts["kpi.peerSentence", same.Count, figures.Year(year), figures.Value(low, Series.Unit), figures.Value(high, Series.Unit), figures.Value(own, Series.Unit)];
        return new Chart($"peers-chart-{Series.Record.Id}", sentence, string.Join(texts["change.and"], rows.Select(row => $"{row.Label} {row.Written}")), canvas => DotRows.Draw(canvas, rows, Figures.Bare));

        DotRow Row(string name, decimal value, bool isOwn) => new(name, value, figures.Value(value, Series.Unit), isOwn);
    }
}

/// <summary>A figure of another municipality.</summary>
/// <param name="Definition">Null where nothing is known of how it is defined.</param>
/// <param name="Unit">Of our series.</param>
internal sealed record ShownPeer(PeerLine Line, PeerDefinitionRow? Definition, string? Unit)
{
    public string Name => Line.Record.Name ?? Line.Record.Code;

    /// <summary>Ours of the same year; null where there is none.</summary>
    public decimal? Own => Line.Own;

    /// <summary>Whether it is the same figure in the same unit.</summary>
    public bool IsComparable =>
        Line.Record.SameDefinition == true && (Definition is null || (Definition.Unit is { } theirs && Unit is { } ours ? UnitScale.Factor(theirs, ours) == 1 : Definition.Unit is null && Unit is null));
}
