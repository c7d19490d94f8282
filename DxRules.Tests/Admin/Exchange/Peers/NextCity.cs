using DxRules.Admin.Publishing;
using DxRules.Admin.Publishing.OpenData;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.Publishing;

namespace DxRules.Tests.Admin.Exchange.Peers;

/// <summary>となり市, which publishes figures much like those of デモ市.</summary>
internal static class NextCity
{
    public const string Code = "992020";

    /// <summary>The same text as デモ市's.</summary>
    public const string OnlineDefinition = "対象手続の申請のうち、オンラインで受け付けたものの割合";

    /// <param name="asOf">The day as of which it publishes.</param>
    public static Publication Published(DateOnly? asOf = null, decimal online = 52.5m, string? unit = "％") => new(
        new PublicationHead(Code, "となり市", "デモ県", "tonari-dx", "となり市DX計画", null, null, 2024, asOf ?? new DateOnly(2025, 5, 30), null, null),
        [], [],
        [
            Kpi("t-online", "オンライン申請率", OnlineDefinition, unit, Aggregation.Annual, Direction.HigherIsBetter, (2023, 40m, false), (2024, online, false)),
            Kpi("t-kiosk", "証明書のコンビニ交付率", "コンビニ等での交付枚数÷全交付枚数", "%", Aggregation.Annual, Direction.HigherIsBetter, (2024, 43m, true)),
            Kpi("t-rpa", "RPAを導入した業務の数", null, "業務", Aggregation.Annual, Direction.HigherIsBetter, (2024, 12m, false)),
            Kpi("t-visit", "手続案内の利用", null, "件", Aggregation.Annual, Direction.HigherIsBetter, (2024, 3000m, false)),
            Kpi("t-cost", "削減した経費", null, "万円", Aggregation.Cumulative, Direction.HigherIsBetter, (2024, 850m, false)),
            Kpi("t-none", "実績のない指標", null, "%", null, null),
        ],
        [], [], []);

    public static byte[] Json(Publication? published = null) => PublicationJson.Write(published ?? Published());

    public static byte[] Csv(Publication? published = null) => KpiTable.Table.Write(new ApprovedPublication(published ?? Published(), 1, new DateOnly(2025, 6, 1), "", null));

    private static PublicKpi Kpi(string id, string title, string? definition, string? unit, Aggregation? aggregation, Direction? direction, params (int Year, decimal Value, bool IsProvisional)[] actuals) => new(
        id, title, null, null, definition, unit, null, aggregation, direction,
        [new PublicSeries($"{id}-all", null, null, null, [], [.. actuals.Select(actual => new PublicFigure(actual.Year, actual.Value, new DateOnly(actual.Year + 1, 3, 31), actual.IsProvisional))], null, null, SamplePublications.Unknown)]);
}
