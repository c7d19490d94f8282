using DxRules.Engine.Alerts;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Grading;

/// <summary>The figures beneath a grade, under the names and with the formulas the dictionary has for them.</summary>
internal static class GradeFigures
{
    private static readonly ValueWriter Writer = new(PlanSchema.Instance);
    private static readonly ObjectType SeriesKind = PlanSchema.Instance.FindSubject("series")!;
    private static readonly ObjectType InitiativeKind = PlanSchema.Instance.FindSubject("initiative")!;

    public static IReadOnlyList<Evidence> Of(SeriesNode series)
    {
        var unit = series.Unit;
        List<Evidence> figures = [];
        if (series.JudgedActual is { IsKnown: true, Value: var actual })
        {
            figures.Add(Figure(new("判定実績", "judged actual"), actual.Record.Value!.Value, unit, false, null));
            figures.Add(Year(new("判定実績の年度", "fiscal year of the judged actual"), actual.Record.FiscalYear));
        }
        Add(figures, SeriesKind, "targetValue", series.TargetValue, unit);
        if (series.IsToBeKept)
        {
            if (series.Kpi.Record.Tolerance is { } tolerance)
                figures.Add(Figure(new("許容差", "tolerance"), tolerance, unit, false, null));
            return figures;
        }
        if (series.Record.Target?.FiscalYear is { } targetYear)
            figures.Add(Year(new("目標年度", "target year"), targetYear));
        Add(figures, SeriesKind, "originValue", series.OriginValue, unit);
        if (series.OriginYear.IsKnown)
            figures.Add(Year(new("起点の年度", "origin year"), (int)series.OriginYear.Value));
        Add(figures, SeriesKind, "progressRatio", series.ProgressRatio, null);
        Add(figures, SeriesKind, "expectedRatio", series.ExpectedRatio, null);
        Add(figures, SeriesKind, "pace", series.Pace, null);
        return figures;
    }

    public static IReadOnlyList<Evidence> Of(InitiativeNode initiative)
    {
        List<Evidence> figures = [];
        if (initiative.Record.Status is { } status)
            figures.Add(new Evidence(new("状態", "status"), SchemaBuilder.CamelCase(status.ToString()), null, Words(status), null));
        if (initiative.Schedule is { IsKnown: true, Value: var schedule })
        {
            figures.Add(Figure(new("期限の来た区間", "phases due"), schedule.Due, "件", false, null));
            figures.Add(Figure(new("うち完了", "of these done"), schedule.Done, "件", false, null));
            if (schedule.Latest is { } latest)
                figures.Add(new Evidence(new("最も遅れている区間", "latest phase"), latest, null, new($"{latest}（{schedule.LatestDays}日超過）", $"{latest} ({schedule.LatestDays} days late)"), null));
        }
        Add(figures, InitiativeKind, "pace", initiative.Pace, null);
        return figures;
    }

    /// <summary>From where a series counts its progress, in words.</summary>
    public static LocalizedText? OriginOf(SeriesNode series)
    {
        if (series.IsToBeKept || !series.OriginYear.IsKnown)
            return null;
        var year = new FiscalYearName((int)series.OriginYear.Value);
        var (ja, en) = (year.In(Language.Japanese), year.In(Language.English));
        if (series.Baseline is null)
            return new($"起点は0、{ja}末（累計の指標で現況値がないため、計画の開始から数える）", $"from 0 at the end of {en} (a cumulative KPI without a baseline counts from the plan's start)");
        var isPlanStart = series.Plan.Header.ExpectedFrom == Plans.ExpectedFrom.PlanStart;
        return isPlanStart
            ? new($"起点は計画の開始、{ja}末（expectedFrom: planStart）", $"from the plan's start at the end of {en} (expectedFrom: planStart)")
            : new($"起点は現況値、{ja}末（expectedFrom: baseline）", $"from the baseline at the end of {en} (expectedFrom: baseline)");
    }

    private static void Add(List<Evidence> figures, ObjectType kind, string member, Maybe<decimal> value, string? unit)
    {
        var declared = kind.Members.First(m => m.En == member);
        if (value.IsKnown)
            figures.Add(Figure(new(declared.Ja, declared.En), value.Value, unit, declared.IsRatio, declared.Formula));
    }

    private static Evidence Figure(LocalizedText name, decimal value, string? unit, bool isRatio, LocalizedText? formula) =>
        new(name, value, unit, new(Writer.Write(value, Language.Japanese, unit, isRatio), Writer.Write(value, Language.English, unit, isRatio)), formula);

    private static Evidence Year(LocalizedText name, int year) =>
        new(name, (decimal)year, null, new(new FiscalYearName(year).In(Language.Japanese), new FiscalYearName(year).In(Language.English)), null);

    private static LocalizedText Words(Enum word) => new(Writer.Write(word, Language.Japanese), Writer.Write(word, Language.English));
}
