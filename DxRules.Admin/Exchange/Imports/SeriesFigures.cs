using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Tables;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What a row says of the figures of a series.</summary>
internal sealed class SeriesFigures(RowEntry row, Kpi kpi, Series series)
{
    private static readonly LocalizedText BaselineWords = new("現況値", "baseline"), TargetWords = new("目標値", "target");

    /// <summary>Baseline, targets and actual figures of a row about the indicator.</summary>
    public void Write()
    {
        if (row.Table.First(ImportField.Baseline) is { } baseline && FigureOf.Read(row, baseline, kpi) is { } base_)
            WriteBaseline(baseline, base_);
        foreach (var column in row.Table.All(ImportField.Target))
        {
            if (!WritesRate(column) && FigureOf.Read(row, column, kpi) is { } target)
                WriteTarget(column, target);
        }
        foreach (var column in row.Table.All(ImportField.AnnualTarget))
        {
            if (FigureOf.Read(row, column, kpi) is not { } target || row.YearOf(column) is not { Year: { } year })
                continue;
            if (series.Target is { Kind: TargetKind.Value } final && final.FiscalYear == year)
                WriteTarget(column, target);
            else
                WriteAnnualTarget(year, target);
        }
        var actuals = row.Table.All(ImportField.Actual).Where(column => column.Mapping.Subject is null).ToList();
        var last = actuals.LastOrDefault(column => row.Table.Text(row.Row, column) is not null);
        foreach (var column in actuals)
            WriteActual(column, withNotes: column == last);
    }

    /// <summary>The actual figure in a column.</summary>
    /// <param name="withNotes">Whether what the row says of its figure is about this one.</param>
    public void WriteActual(MappedColumn column, bool withNotes)
    {
        if (FigureOf.Read(row, column, kpi) is not { } figure)
        {
            AskAboutGap(column);
            return;
        }
        if (figure.Period is { } own && column.Year is { } of && own.Year != of)
        {
            row.Problems.OtherYear(figure.At, of, own.Year);
            row.Block();
            return;
        }
        var year = figure.Period is { } period ? new YearReading(period.Year, period.IsCalendarYear, DateCell.IsPlain(period.Raw) ? null : period.Raw, true) : row.YearOf(column);
        if (year?.Year is not { } number)
            return;
        if (FiscalYear.Start(number) > row.Work.Today)
        {
            // Of a row about such a year once.
            row.Problems.NotYet(column.Year is null && row.Table.First(ImportField.Year) is { } named ? row.At(named) : figure.At, number);
            return;
        }
        var isProvisional = figure.IsProvisional || year.IsProvisional || SaysProvisional();
        if (isProvisional && FiscalYear.End(number) >= row.Work.Today)
        {
            row.Problems.StillExpected(column.Year is null && row.Table.First(ImportField.Year) is { } ofYear ? row.At(ofYear) : figure.At, number);
            return;
        }
        if (year.IsCalendarYear)
            row.Problems.CalendarYear(new CellPlace(figure.At.Sheet, row.Table.Table.FirstHeadingRow, column.Place), year.Raw ?? "", number);
        new ActualFigure(row, series, number, figure with { IsProvisional = isProvisional || FiscalYear.End(number) >= row.Work.Today }, year.Raw).Write(withNotes);
        row.Work.Years.Saw(series, number, figure.Value);
    }

    private bool SaysProvisional()
    {
        if (row.Table.First(ImportField.ActualStatus) is not { } column || row.Words(column) is not { } text)
            return false;
        if (KpiWords.ActualStatus(text) is not { } status)
            row.Problems.NoWord(row.At(column), text, "確定・速報・見込");
        else
            return status == ActualStatus.Provisional;
        return false;
    }

    // A dash where the plan has a figure may withdraw it or only stand for nothing written.
    private void AskAboutGap(MappedColumn column)
    {
        var reading = FigureText.Read(row.Table.Cell(row.Row, column), column.Column.Unit);
        var year = reading.Gap != FigureGap.NotApplicable ? null : column.Year ?? row.Year(ImportField.Year)?.Year ?? row.Table.Mapping.FiscalYear;
        if (year is not null && series.Actuals?.LastOrDefault(actual => actual.FiscalYear == year && actual.Value is not null) is { } known)
            row.Problems.GapOverValue(row.At(column), reading.Raw, PlanText.Of(known.Value)!);
    }

    // △50% where the plan says: half of the baseline.
    private bool WritesRate(MappedColumn column)
    {
        if (series.Target is not { Kind: TargetKind.ChangeRate } before
            || FigureText.Read(row.Table.Cell(row.Row, column), column.Column.Unit) is not { Value: { } value, Unit: { } unit } || UnitScale.Factor(unit, "%") != 1)
            return false;
        if (!row.Says(series.Id, "target", PlanText.Of(value)!, row.At(column), before.Value == value))
            return true;
        row.Problems.ChangesPlan(row.At(column), TargetWords, $"{PlanText.Of(before.Value)}%", $"{PlanText.Of(value)}%");
        row.Work.Edits.Change<Series>(series.Id, now => now with { Target = before with { Value = value } });
        return true;
    }

    private void WriteBaseline(MappedColumn column, FigureOf figure)
    {
        var year = column.Year is { } named ? new YearReading(named, false, column.Period is { } period && !DateCell.IsPlain(period.Raw) ? period.Raw : null, true) : row.Year(ImportField.BaselineYear);
        if ((year?.Year ?? series.Baseline?.FiscalYear) is not { } fiscalYear)
        {
            row.Problems.NoYear(figure.At, column.Column.Heading);
            row.Block();
            return;
        }
        var before = series.Baseline;
        var text = $"{figure.Text}（{Wareki.FormatFiscalYear(fiscalYear)}）";
        if (!row.Says(series.Id, "baseline", text, figure.At, before?.Value == figure.Value && before.FiscalYear == fiscalYear))
            return;
        if (before is not null)
            row.Problems.ChangesPlan(figure.At, BaselineWords, $"{PlanText.Of(before.Value)}（{Wareki.FormatFiscalYear(before.FiscalYear)}）", text);
        var raw = Wordings.Of(before?.Raw, ("value", figure.Raw), ("fiscalYear", year?.Raw));
        row.Work.Edits.Change<Series>(series.Id, now => now with
        {
            Baseline = (now.Baseline ?? new Baseline { Value = 0, FiscalYear = fiscalYear }) with { Value = figure.Value, FiscalYear = fiscalYear, Raw = raw },
        });
    }

    private void WriteTarget(MappedColumn column, FigureOf figure)
    {
        var before = series.Target;
        var year = column.Year is { } named ? new YearReading(named, false, column.Period is { } period && !DateCell.IsPlain(period.Raw) ? period.Raw : null, true) : row.Year(ImportField.TargetYear);
        var fiscalYear = year?.Year ?? before?.FiscalYear;
        var isSame = before is not null && before.FiscalYear == fiscalYear && (before.Value == figure.Value || Resolved(before) == figure.Value);
        var text = fiscalYear is { } known ? $"{figure.Text}（{Wareki.FormatFiscalYear(known)}）" : figure.Text;
        if (!row.Says(series.Id, "target", text, figure.At, isSame))
            return;
        if (before is { Kind: TargetKind.ChangeRate })
        {
            row.Problems.OtherUnit(figure.At, kpi.Unit ?? "", $"現況値からの変化率（{PlanText.Of(before.Value)}%）");
            row.Block();
            return;
        }
        if (before is not null)
            row.Problems.ChangesPlan(figure.At, TargetWords, $"{PlanText.Of(before.Value)}{(before.FiscalYear is { } then ? $"（{Wareki.FormatFiscalYear(then)}）" : "")}", text);
        var raw = Wordings.Of(before?.Raw, ("value", figure.Raw), ("fiscalYear", year?.Raw));
        row.Work.Edits.Change<Series>(series.Id, now => now with
        {
            Target = (now.Target ?? new Target { Value = 0 }) with { Value = figure.Value, FiscalYear = fiscalYear, Raw = raw },
        });
    }

    // A target of −50 % of a baseline of 1,200 is 600.
    private decimal? Resolved(Target target) =>
        target.Kind == TargetKind.ChangeRate && series.Baseline is { } from ? from.Value * (1 + target.Value / 100) : null;

    private void WriteAnnualTarget(int year, FigureOf figure)
    {
        var before = series.AnnualTargets.FirstOrDefault(target => target.FiscalYear == year);
        if (!row.Says(series.Id, $"annualTargets/{PlanText.Of(year)}", figure.Text, figure.At, before?.Value == figure.Value))
            return;
        if (before is not null)
            row.Problems.ChangesPlan(figure.At, TargetWords, PlanText.Of(before.Value)!, figure.Text);
        var raw = Wordings.Of(before?.Raw, ("value", figure.Raw));
        row.Work.Edits.Change<Series>(series.Id, now => now with
        {
            AnnualTargets = Rows.Put(now.AnnualTargets, target => target.FiscalYear, year, target => (target ?? new AnnualTarget { FiscalYear = year, Value = 0 }) with { Value = figure.Value, Raw = raw }),
        });
    }
}
