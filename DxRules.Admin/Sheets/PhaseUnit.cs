using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>How a phase of an initiative stands; of what is done every year, that it was.</summary>
internal sealed record PhaseUnit(Initiative Initiative, Phase Phase, SheetYear Year) : SheetUnit(Phase.Id, Phase.Id)
{
    private readonly PhaseRecord? record = Phase.Records?.LastOrDefault(record => record.FiscalYear == Year.FiscalYear);

    public override string Kind => "phase";

    public override string? Title => Phase.Title;

    public override SheetUnitState State
    {
        get
        {
            if (Year.IsBefore(Phase.Start) && Phase.StartedOn is null || Initiative.Status == WorkStatus.Cancelled || Phase.Status == WorkStatus.Cancelled)
                return SheetUnitState.Optional;
            if (Phase is { Status: WorkStatus.Completed, CompletedOn: { } completed })
                return Year.IsAfter(completed) ? SheetUnitState.Optional : SheetUnitState.Done;
            if (IsYearly)
                return Year.IsAfter(Phase.End) ? SheetUnitState.Optional : record is null ? SheetUnitState.Open : SheetUnitState.Done;
            return Phase.Status != WorkStatus.Suspended && (LacksFacts || !Year.IsSubmitted) ? SheetUnitState.Open : SheetUnitState.Done;
        }
    }

    public override IReadOnlyList<SheetField> Fields =>
    [
        SheetField.Word(Key("status"), "status", Phase.Status) with { IsNeeded = true },
        SheetField.Event(Key("startedOn"), "startedOn", Phase.StartedOn, Year.Today) with { IsStart = true },
        .. IsYearly
            ? new[]
            {
                SheetField.Event(Key("recordOn"), "recordOn", record?.On, Year.Today),
                new SheetField(Key("recordNote"), SheetFieldKind.ShortText, "recordNote") { Value = record?.Note },
            }
            :
            [
                SheetField.Event(Key("completedOn"), "completedOn", Phase.CompletedOn, Year.Today),
                new SheetField(Key("forecastEnd"), SheetFieldKind.Date, "forecastEnd") { Value = PlanText.Of(Phase.ForecastEnd) },
            ],
    ];

    private bool IsYearly => Phase.Kind == PhaseKind.Recurring;

    // A date in the plan that has passed asks when it will be.
    private bool IsLate => !IsYearly && Phase.Kind != PhaseKind.OpenEnded && Phase.Status is not (WorkStatus.Completed or WorkStatus.Suspended or WorkStatus.Cancelled)
        && Phase.End is { } end && end.Day <= Year.End;

    private bool LacksFacts => Phase.Status is null
        || (Phase.Status is WorkStatus.InProgress or WorkStatus.Completed && Phase.StartedOn is null)
        || (IsLate && Phase.ForecastEnd is null);

    public override IEnumerable<string> Notes(Texts texts)
    {
        if (Phase.Start is not null || Phase.End is not null)
            yield return Phase.Kind == PhaseKind.OpenEnded ? texts["sheet.note.periodOpen", Day(texts, Phase.Start)] : texts["sheet.note.period", Day(texts, Phase.Start), Day(texts, Phase.End)];
        if (Phase.Kind != PhaseKind.Once)
            yield return SheetWords.Of(Phase.Kind, texts);
        if (Phase.Criterion is { } criterion)
            yield return texts["sheet.note.criterion", criterion];
    }

    public override string? Asks(Texts texts) => IsLate ? texts["sheet.asks.late"] : null;

    public override IEnumerable<EntryProblem> Check(SheetValues values)
    {
        foreach (var problem in Missing(values))
            yield return problem;
        var (started, completed) = (values.Date(Key("startedOn")), IsYearly ? null : values.Date(Key("completedOn")));
        var status = values.Word<WorkStatus>(Key("status"));
        if (status == WorkStatus.NotStarted && started is not null)
            yield return new EntryProblem(Key("startedOn"), "sheet.wrong.notStarted");
        if (started is { } from && completed is { } to && to.Day < from.Day)
            yield return new EntryProblem(Key("completedOn"), "sheet.wrong.order");
        if (IsYearly)
        {
            if (values.Text(Key("recordNote")) is not null && values.Date(Key("recordOn")) is null)
                yield return new EntryProblem(Key("recordOn"), "sheet.wrong.recordOn");
            if (values.Date(Key("recordOn")) is { } on && (on.Day < Year.Start || on.Day > Year.End))
                yield return new EntryProblem(Key("recordOn"), "sheet.wrong.otherYear");
            yield break;
        }
        if (status is WorkStatus.InProgress or WorkStatus.Completed && started is null)
            yield return new EntryProblem(Key("startedOn"), "sheet.wrong.startedOn");
        foreach (var problem in Completion.Check(status, completed, Key("status"), Key("completedOn")))
            yield return problem;
        if (IsLate && status is WorkStatus.NotStarted or WorkStatus.InProgress && !values.Has(Key("forecastEnd")))
            yield return new EntryProblem(Key("forecastEnd"), "sheet.wrong.forecastEnd");
    }

    public override void Write(SheetValues values, SheetEdits edits) => edits.Change<Phase>(Phase.Id, phase =>
    {
        var common = phase with { Status = values.Word<WorkStatus>(Key("status")), StartedOn = values.Date(Key("startedOn")) };
        return IsYearly
            ? common with { Records = Recorded(values, phase.Records) }
            : common with { CompletedOn = values.Date(Key("completedOn")), ForecastEnd = values.Date(Key("forecastEnd")) };
    });

    private IReadOnlyList<PhaseRecord>? Recorded(SheetValues values, IReadOnlyList<PhaseRecord>? records)
    {
        if (values.Date(Key("recordOn")) is not { } on)
            return record is null ? records : [.. records!.Where(other => other != record)];
        var written = (record ?? new PhaseRecord { FiscalYear = Year.FiscalYear }) with { On = on, Note = values.Text(Key("recordNote")) };
        return record is null ? [.. records ?? [], written] : [.. records!.Select(other => other == record ? written : other)];
    }

    private static string Day(Texts texts, PlanDate? date) => date is { } known ? known.IsMonth ? texts.Month(known.Day) : texts.Date(known.Day) : texts["sheet.note.unknownDay"];
}
