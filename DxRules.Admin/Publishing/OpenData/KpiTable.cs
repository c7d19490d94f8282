using System.Globalization;
using DxRules.Engine.Plans;
using static DxRules.Admin.Publishing.OpenData.OpenDataColumns;

namespace DxRules.Admin.Publishing.OpenData;

/// <param name="Year">Null for a target of which the plan does not say when.</param>
internal sealed record KpiDataRow(PublicationHead Head, PublicKpi Kpi, PublicSeries Series, int? Year)
{
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Series.Id}:{Year}");

    /// <summary>The figure by which the year is judged; null where there is none.</summary>
    public PublicFigure? Actual => Series.Actuals.FirstOrDefault(figure => figure.FiscalYear == Year);

    public PublicFigure? Baseline => Series.Baseline?.FiscalYear == Year ? Series.Baseline : null;

    /// <summary>Whether it is the year of which progress and grade tell.</summary>
    public bool IsReviewed => Year == Head.FiscalYear;

    /// <summary>The years of a series of which anything is known, and the one under review, ascending.</summary>
    public static IEnumerable<KpiDataRow> Of(PublicationHead head, PublicKpi kpi, PublicSeries series)
    {
        var years = series.Actuals.Concat(series.AnnualTargets).Select(figure => figure.FiscalYear).Append(head.FiscalYear);
        if (series.Baseline is { } baseline)
            years = years.Append(baseline.FiscalYear);
        if (series.Target is { } target)
            years = years.Append(target.FiscalYear);
        return years.Distinct().OrderBy(year => year ?? int.MaxValue).Select(year => new KpiDataRow(head, kpi, series, year));
    }
}

/// <summary>kpis.csv: a year of a series a row. It is also what another municipality takes in to see the figures beside its own.</summary>
internal static class KpiTable
{
    private static readonly Engine.Text.LocalizedText Unit = new("「単位」の列の単位", "as the column unit says");

    public static readonly OpenDataTable<KpiDataRow> Table = new("kpis.csv", new("指標の値", "Figures of KPIs"),
    [
        .. First<KpiDataRow>(row => row.Head, row => row.Id, row => row.Kpi.Title, new("系列IDと年度", "Id of the series and the year"), new("指標の名称", "Title of the KPI")),
        Text<KpiDataRow>("指標ID", "kpiId", "指標のID。", "Id of the KPI.", row => row.Kpi.Id),
        Text<KpiDataRow>("系列ID", "seriesId", "系列のID。一つの指標を小学校と中学校などに分けて測るとき、その一つ一つが系列。", "Id of the series: one of the parts in which a KPI is measured.", row => row.Series.Id),
        Text<KpiDataRow>("区分", "segment", "系列がどの部分を測るか。分けていないときは空。", "Which part of the KPI the series measures; empty where there is only one.", row => row.Series.Segment),
        Text<KpiDataRow>("施策ID", "policyId", "指標が属する施策のID。計画全体の指標では空。", "Id of its policy; empty for a KPI of the plan.", row => row.Kpi.Policy),
        Text<KpiDataRow>("取組ID", "initiativeId", "指標が属する取組のID。", "Id of its initiative.", row => row.Kpi.Initiative),
        Text<KpiDataRow>("定義", "definition", "何をどう数えるか。", "What is counted, and how.", row => row.Kpi.Definition),
        Text<KpiDataRow>("単位", "unit", "値の単位。", "Of the values.", row => row.Kpi.Unit),
        Word<KpiDataRow, KpiKind>("指標の種類", "kind", "何を測る指標か。", "What kind of thing it measures.", row => row.Kpi.Kind),
        Word<KpiDataRow, Aggregation>("集計", "aggregation", "年度の値が、その年度だけのものか、累計か、ある時点のものか。", "Whether a year's value is that of the year, accumulated, or of one point in time.", row => row.Kpi.Aggregation),
        Word<KpiDataRow, Direction>("望ましい方向", "direction", "増えるほど良いか、減るほど良いか、保つのが良いか。", "Which way is better.", row => row.Kpi.Direction),
        Whole<KpiDataRow>("年度", "fiscalYear", "行の値の年度。2024は令和6年度。", "Of the values of the row; 2024 is April 2024 to March 2025.", row => row.Year),
        Number<KpiDataRow>("現況値", "baseline", "計画を作ったときの値。その年度の行だけにある。", "The value when the plan was made; in the row of its year only.", row => row.Baseline?.Value, Unit),
        Date<KpiDataRow>("現況値の時点", "baselineAsOf", "現況値がいつの値か。", "The day of the baseline.", row => row.Baseline?.AsOf),
        Number<KpiDataRow>("実績値", "actual", "年度の実績。", "What was reached in the year.", row => row.Actual?.Value, Unit),
        Date<KpiDataRow>("実績値の時点", "actualAsOf", "実績がいつの値か。", "The day of the actual value.", row => row.Actual?.AsOf),
        Word<KpiDataRow, ActualStatus>("実績値の確度", "actualStatus", "実績が確定したものか。", "Whether the actual value is final.", row => row.Actual is { } actual ? actual.IsProvisional ? ActualStatus.Provisional : ActualStatus.Confirmed : null),
        Number<KpiDataRow>("年度目標値", "annualTarget", "年度ごとの目標。", "The target of the year.", row => row.Series.AnnualTargets.FirstOrDefault(figure => figure.FiscalYear == row.Year)?.Value, Unit),
        Number<KpiDataRow>("目標値", "target", "計画の目標。その年度の行だけにある。", "The target of the plan; in the row of its year only.", row => row.Series.Target is { } target && target.FiscalYear == row.Year ? target.Value : null, Unit),
        Number<KpiDataRow>("進捗率", "progress", "現況値から目標値までのどこまで来たか。1を超えることも0を下回ることもある。対象年度の行だけにある。", "How far from baseline to target, also below 0 and beyond 1; in the row of the year under review only.", row => row.IsReviewed ? row.Series.Progress : null, Share),
        Number<KpiDataRow>("期待進捗率", "expectedProgress", "その年度にはどこまで来ているはずか。対象年度の行だけにある。", "How far it should have come by then; in the row of the year under review only.", row => row.IsReviewed ? row.Series.Expected : null, Share),
        .. Grade<KpiDataRow>(row => row.IsReviewed ? row.Series.Grade : null),
    ],
    publication => publication.Content.Kpis.SelectMany(kpi => kpi.Series.SelectMany(series => KpiDataRow.Of(publication.Content.Head, kpi, series))));
}
