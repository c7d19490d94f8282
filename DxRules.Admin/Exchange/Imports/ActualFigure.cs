using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>The actual figure of a series for a year.</summary>
/// <param name="YearRaw">The sheet's wording of the year, where it says something else.</param>
internal sealed record ActualFigure(RowEntry Row, Series Series, int Year, FigureOf Figure, string? YearRaw)
{
    private Actual? Before =>
        Series.Actuals?.LastOrDefault(actual => actual.FiscalYear == Year && actual.Status == ActualStatus.Confirmed) ?? Series.Actuals?.LastOrDefault(actual => actual.FiscalYear == Year);

    // What the plan holds as the baseline of that year it holds once.
    private bool IsBaseline => Series.Baseline is { } baseline && baseline.FiscalYear == Year && baseline.Value == Figure.Value;

    private ActualStatus Status => Figure.IsProvisional ? ActualStatus.Provisional : ActualStatus.Confirmed;

    private string Member => $"actuals/{PlanText.Of(Year)}";

    /// <param name="withNotes">Whether what the row says of its figure is about this one.</param>
    public void Write(bool withNotes)
    {
        var before = Before;
        var isSame = (before?.Value == Figure.Value && (before.Status == Status || before.Status == ActualStatus.Confirmed)) || (before is null && IsBaseline);
        if (before is { Status: ActualStatus.Confirmed, Value: { } confirmed } && Figure.IsProvisional && !isSame)
        {
            Row.Problems.KeepsConfirmed(Figure.At, Figure.Text, PlanText.Of(confirmed)!);
            return;
        }
        if (Row.Says(Series.Id, Member, Figure.IsProvisional ? $"{Figure.Text}（速報）" : Figure.Text, Figure.At, isSame))
            WriteValue(before);
        if (withNotes)
            WriteNotes(before);
    }

    private void WriteValue(Actual? before)
    {
        // The provisional figure stays: a check as of the days before the confirmed one sees it.
        var isNew = before is null || (before is { Status: ActualStatus.Provisional, Value: not null } && !Figure.IsProvisional);
        var raw = Wordings.Of(isNew ? null : before!.Raw, ("value", Figure.Raw), ("fiscalYear", YearRaw));

        // A figure of the year under review is news of today; older ones were known long before they were typed.
        var isNews = before is not null || FiscalYear.End(Year).AddYears(1) >= Row.Work.Today;
        var reportedOn = Row.Date(Row.Table.First(ImportField.ReportedOn)).Date ?? (isNews ? Row.Work.Today : null);
        Row.Work.Edits.Change<Series>(Series.Id, now =>
        {
            if (!isNew)
                return now with { Actuals = [.. now.Actuals!.Select(actual => ReferenceEquals(actual, before) ? actual with { Value = Figure.Value, Status = Status, Raw = raw } : actual)] };
            var added = new Actual { FiscalYear = Year, Value = Figure.Value, Status = Status, Raw = raw, ReportedOn = reportedOn };
            return now with { Actuals = Rows.Add(now.Actuals, actual => actual.FiscalYear, added) };
        });
    }

    private void WriteNotes(Actual? before)
    {
        var table = Row.Table;
        if (table.First(ImportField.ActualAsOf) is { } asOfColumn && Row.Date(asOfColumn, fiscalYear: Year) is { Date: { } asOf } reading
            && Row.Says(Series.Id, $"{Member}/asOf", asOf.ToString(), Row.At(asOfColumn), before?.AsOf?.Day == asOf.Day))
            Change(actual => actual with { AsOf = asOf, Raw = Wordings.Of(actual.Raw, ("asOf", reading.Raw)) });
        if (table.First(ImportField.ActualNote) is { } noteColumn && Row.Words(noteColumn) is { } note && Row.Says(Series.Id, $"{Member}/note", note, Row.At(noteColumn), before?.Note == note))
            Change(actual => actual with { Note = note });
    }

    private void Change(Func<Actual, Actual> change) =>
        Row.Work.Edits.Change<Series>(Series.Id, now => now with { Actuals = Rows.Put(now.Actuals, actual => actual.FiscalYear, Year, actual => change(actual!)) });
}
