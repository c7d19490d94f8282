using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>Whether a day that was promised was kept.</summary>
internal sealed record MilestoneUnit(Milestone Milestone, SheetYear Year) : SheetUnit(Milestone.Id, Milestone.Id)
{
    public override string Kind => "milestone";

    public override string? Title => Milestone.Title;

    public override SheetUnitState State => Milestone switch
    {
        { Status: WorkStatus.Cancelled } => SheetUnitState.Optional,
        { Status: WorkStatus.Completed, CompletedOn: { } completed } => Year.IsAfter(completed) ? SheetUnitState.Optional : SheetUnitState.Done,
        { Status: null } => SheetUnitState.Open,
        _ when Year.IsBefore(Milestone.Due) => SheetUnitState.Optional,
        { Status: WorkStatus.Completed } or { ForecastEnd: null } => SheetUnitState.Open,
        _ => Year.IsSubmitted ? SheetUnitState.Done : SheetUnitState.Open,
    };

    public override IReadOnlyList<SheetField> Fields =>
    [
        SheetField.Word(Key("status"), "status", Milestone.Status) with { IsNeeded = true },
        SheetField.Event(Key("completedOn"), "achievedOn", Milestone.CompletedOn, Year.Today),
        new(Key("forecastEnd"), SheetFieldKind.Date, "forecastEnd") { Value = PlanText.Of(Milestone.ForecastEnd) },
    ];

    private bool IsLate => Milestone.Status is not (WorkStatus.Completed or WorkStatus.Cancelled) && Milestone.Due is { } due && due.Day <= Year.End;

    public override IEnumerable<string> Notes(Texts texts)
    {
        if (Milestone.Due is { } due)
            yield return texts["sheet.note.due", due.IsMonth ? texts.Month(due.Day) : texts.Date(due.Day)];
        if (Milestone.Kind != MilestoneKind.Own)
            yield return SheetWords.Of(Milestone.Kind, texts);
    }

    public override string? Asks(Texts texts) => IsLate ? texts["sheet.asks.late"] : null;

    public override IEnumerable<EntryProblem> Check(SheetValues values)
    {
        foreach (var problem in Missing(values).Concat(Completion.Check(values.Word<WorkStatus>(Key("status")), values.Date(Key("completedOn")), Key("status"), Key("completedOn"))))
            yield return problem;
        if (IsLate && values.Word<WorkStatus>(Key("status")) is WorkStatus.NotStarted or WorkStatus.InProgress && !values.Has(Key("forecastEnd")))
            yield return new EntryProblem(Key("forecastEnd"), "sheet.wrong.forecastEnd");
    }

    public override void Write(SheetValues values, SheetEdits edits) => edits.Change<Milestone>(Milestone.Id, milestone => milestone with
    {
        Status = values.Word<WorkStatus>(Key("status")),
        CompletedOn = values.Date(Key("completedOn")),
        ForecastEnd = values.Date(Key("forecastEnd")),
    });
}
