using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Peers;

/// <summary>What another municipality published of its figures.</summary>
/// <param name="Code">全国地方公共団体コード.</param>
/// <param name="AsOf">The day as of which it published them.</param>
internal sealed record PeerFile(string Code, string Municipality, string Plan, DateOnly AsOf, IReadOnlyList<PeerSeries> Series);

/// <summary>A figure of the other over the years, of which one at least is known.</summary>
/// <param name="Id">The other's id of it.</param>
/// <param name="Segment">Which part of the KPI; null where there is only one.</param>
internal sealed record PeerSeries(
    string Id, string Title, string? Segment, string? Definition, string? Unit, Aggregation? Aggregation, Direction? Direction, IReadOnlyList<PeerFigure> Figures)
{
    /// <summary>オンライン申請率（小学校）</summary>
    public string Name => Segment is null ? Title : $"{Title}（{Segment}）";
}

/// <param name="Row">Of the file kpis.csv; of a publication.json the row that it has in the kpis.csv beside it.</param>
internal sealed record PeerFigure(int FiscalYear, decimal Value, DateOnly? AsOf, bool IsProvisional, int Row);
