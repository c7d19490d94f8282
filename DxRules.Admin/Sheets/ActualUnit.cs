using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>The figure of a series for the year: provisional first where it is settled later, then confirmed.</summary>
internal sealed record ActualUnit(Kpi Kpi, Series Series, SheetYear Year) : SheetUnit(Series.Id, Series.Id)
{
    private readonly Actual? actual = Series.Actuals?.LastOrDefault(row => row.FiscalYear == Year.FiscalYear && row.Status == ActualStatus.Confirmed)
        ?? Series.Actuals?.LastOrDefault(row => row.FiscalYear == Year.FiscalYear);

    public override string Kind => "actual";

    public override string? Title => (Series.Segment ?? (Series.Stage is { } stage ? SheetWords.Japanese(stage) : null)) is { } part ? $"{Kpi.Title}（{part}）" : Kpi.Title;

    public override SheetUnitState State => actual switch
    {
        { Status: ActualStatus.Provisional, Value: not null } when IsSettled => SheetUnitState.Open,
        { Value: not null } or { Note: not null } => SheetUnitState.Done,
        _ when !IsSettled || IsOffYear => SheetUnitState.Optional,
        _ => SheetUnitState.Open,
    };

    public override IReadOnlyList<SheetField> Fields =>
    [
        new(Key("value"), SheetFieldKind.Number, "value")
        {
            Value = PlanText.Of(actual?.Value),
            Unit = Kpi.Unit,
            Least = Kpi.Bounded ? 0 : -SheetField.LargestFigure,
            Greatest = Kpi.Bounded ? 100 : SheetField.LargestFigure,
        },
        SheetField.Word<ActualStatus>(Key("status"), "actualStatus", actual?.Value is null ? null : actual.Status) with { Assumed = PlanText.Of(Assumed) },
        SheetField.Event(Key("asOf"), "asOf", actual?.AsOf, Year.Today),
        new(Key("note"), SheetFieldKind.ShortText, "note") { Value = actual?.Note },
    ];

    /// <summary>The day after which the figure is settled.</summary>
    private DateOnly SettledOn => Year.End.AddMonths(Kpi.LagMonths);

    private bool IsSettled => Year.Today > SettledOn;

    // A survey is not held every year; a target for the year says that it is.
    private bool IsOffYear => Kpi.Survey && Series.AnnualTargets.All(target => target.FiscalYear != Year.FiscalYear);

    public override IEnumerable<string> Notes(Texts texts)
    {
        if (Series.Actuals?.Where(row => row.FiscalYear < Year.FiscalYear && row.Value is not null).MaxBy(row => row.FiscalYear) is { Value: { } value } before)
            yield return texts["sheet.note.actualBefore", texts.FiscalYear(before.FiscalYear), value, Kpi.Unit];
        if (Series.AnnualTargets.FirstOrDefault(target => target.FiscalYear == Year.FiscalYear) is { } annual)
            yield return texts["sheet.note.annualTarget", annual.Value, Kpi.Unit];
        else if (Series.Target is { Kind: TargetKind.Value } target)
            yield return texts["sheet.note.target", target.FiscalYear is { } year ? texts.FiscalYear(year) : "", target.Value, Kpi.Unit];
        if (Kpi.Definition is { } definition)
            yield return texts["sheet.note.definition", definition];
        if (!IsSettled)
            yield return texts["sheet.note.settledOn", texts.Month(SettledOn.AddDays(1))];
    }

    public override string? Asks(Texts texts) =>
        State == SheetUnitState.Open && actual is { Status: ActualStatus.Provisional, Value: not null } ? texts["sheet.asks.confirm"] : null;

    public override IEnumerable<EntryProblem> Check(SheetValues values)
    {
        if (values.Has(Key("value")))
            return [];
        if (actual?.Value is not null)
            return [new EntryProblem(Key("value"), "sheet.wrong.cleared")];
        return values.Has(Key("note")) ? [] : [new EntryProblem(Key("value"), "sheet.wrong.value")];
    }

    public override void Write(SheetValues values, SheetEdits edits)
    {
        var status = values.Word<ActualStatus>(Key("status")) ?? Assumed;

        // The provisional figure stays: a check as of the days before the confirmed one sees it.
        var isNew = actual is null || (actual is { Status: ActualStatus.Provisional, Value: not null } && status == ActualStatus.Confirmed && actual.ReportedOn?.Day != Year.Today);
        var written = (isNew ? new Actual { FiscalYear = Year.FiscalYear } : actual!) with
        {
            Value = values.Figure(Key("value")),
            Status = status,
            AsOf = values.Date(Key("asOf")),
            Note = values.Text(Key("note")),
            ReportedOn = isNew || actual!.Value is null ? Year.Today : actual.ReportedOn,
        };
        edits.Change<Series>(Series.Id, series => series with
        {
            Actuals = isNew ? [.. series.Actuals ?? [], written] : [.. series.Actuals!.Select(other => other == actual ? written : other)],
        });
    }

    private ActualStatus Assumed => IsSettled ? ActualStatus.Confirmed : ActualStatus.Provisional;
}
