using DxRules.Admin.Data;
using DxRules.Admin.Publishing;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Admin.Publishing;

/// <summary>What an invented city tells the public: of everything one, and one with nothing known of it.</summary>
internal static class SamplePublications
{
    public static readonly PublicGrade Good = new(new Bilingual("順調", "On track"), "A", GradeKind.Good);
    public static readonly PublicGrade Unknown = new(new Bilingual("判定不能", "Cannot be assessed"), null, GradeKind.NotAssessable);

    public static Publication City(string code = "987654", string name = "見本市") => new(
        new PublicationHead(code, name, "見本県", "mihon-dx", $"{name}DX推進計画", new DateOnly(2022, 4, 1), new DateOnly(2027, 3, 31), 2024, new DateOnly(2025, 6, 2), 1, null),
        [new PublicCategory("c1", "1", "市民サービス", null), new PublicCategory("c1-1", null, "窓口", "c1")],
        [
            new PublicPolicy("p1", "(1)", "行政手続のオンライン化", "c1-1", "来庁せずに\n手続を終えられるようにする。", ["情報政策課", "市民課"], Good, "予定どおり。",
            [
                new PublicInitiative("p1-i1", "1", "電子申請の拡大", null, ["市民課"], Good, WorkStatus.InProgress, 0.55m, new DateOnly(2022, 4, 1), new DateOnly(2026, 3, 31),
                    "手続を12件追加した。", null, "周知が足りない。", "=HYPERLINK(\"x\")"),
            ]),
            new PublicPolicy("p2", null, "業務の自動化", null, null, [], Unknown, null, []),
        ],
        [
            new PublicKpi("p1-k1", "オンライン申請率", "p1", "p1-i1", "対象手続の申請のうちオンラインの割合", "%", KpiKind.Outcome, Aggregation.Annual, Direction.HigherIsBetter,
            [
                new PublicSeries("p1-k1-s1", null, new PublicFigure(2021, 12.5m, new DateOnly(2022, 3, 31)), new PublicFigure(2026, 60m),
                    [new PublicFigure(2022, 20m), new PublicFigure(2024, 40m)],
                    [new PublicFigure(2022, 21.0m, new DateOnly(2023, 3, 31)), new PublicFigure(2023, 28.75m, new DateOnly(2024, 3, 31)), new PublicFigure(2024, 41.3m, new DateOnly(2025, 3, 31), true)],
                    0.606m, 0.6m, Good),
            ]),
            new PublicKpi("k2", "RPAを使う業務", null, null, null, "業務", null, null, null, [new PublicSeries("k2-s1", "全庁", null, null, [], [], null, null, Unknown)]),
        ],
        [
            new PublicResponse("p1-k1", Severity.Warning, new Bilingual("期待に届いていない。", "Below what is expected."), AnswerDecision.Act, "周知不足", "窓口で案内する。", "市民課", new DateOnly(2025, 9, 30), "KPI-01/p1-k1-s1"),
            new PublicResponse(null, Severity.Info, new Bilingual("見直しの時期である。", "A review is due."), AnswerDecision.Revise, null, "来年度に見直す。", null, null, "PLN-01/mihon-dx"),
        ],
        [new PublicAction("p1", "行政手続のオンライン化", "案内の動画を作る。", "市民課", new DateOnly(2025, 12, 31), true, ActionStatus.Planned, 2023, "a1")],
        [new PublicMeeting("m1", "DX推進本部", new DateOnly(2025, 7, 10), 12, 11, "令和6年度の進捗", "報告を了承した。"), new PublicMeeting("m2", "DX推進本部", new DateOnly(2025, 11, 4), null, null, null, null)]);
}
