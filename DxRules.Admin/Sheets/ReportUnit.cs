using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>What a department reports about an initiative for the year.</summary>
internal sealed record ReportUnit(Initiative Initiative, SheetYear Year) : SheetUnit($"{Initiative.Id}/report", Initiative.Id)
{
    private readonly InitiativeReport? report = Initiative.Reports?.LastOrDefault(report => report.FiscalYear == Year.FiscalYear);
    private readonly InitiativeReport? before = Initiative.Reports?.Where(report => report.FiscalYear < Year.FiscalYear).MaxBy(report => report.FiscalYear);

    public override string Kind => "report";

    public override string? Title => null;

    public override SheetUnitState State =>
        report is { Status: not null, Done: not null } ? SheetUnitState.Done
        : IsOver || HasNotBegun ? SheetUnitState.Optional
        : SheetUnitState.Open;

    public override IReadOnlyList<SheetField> Fields =>
    [
        SheetField.Word(Key("status"), "status", report?.Status) with { IsNeeded = true },
        new(Key("progress"), SheetFieldKind.Percent, "progress") { Value = PlanText.Of(report?.Progress * 100), Least = 0, Greatest = 100, Unit = "%" },
        new(Key("planned"), SheetFieldKind.Text, "planned") { Value = report?.Planned },
        new(Key("done"), SheetFieldKind.Text, "done") { Value = report?.Done, IsNeeded = true },
        new(Key("delayReason"), SheetFieldKind.Text, "delayReason") { Value = report?.DelayReason },
        new(Key("issues"), SheetFieldKind.Text, "issues") { Value = report?.Issues },
        new(Key("nextYear"), SheetFieldKind.Text, "nextYear") { Value = report?.NextYear },
    ];

    // It was said in an earlier year that it is finished or given up.
    private bool IsOver =>
        before?.Status is WorkStatus.Completed or WorkStatus.Cancelled || (before is null && Initiative.Status is WorkStatus.Completed or WorkStatus.Cancelled);

    private bool HasNotBegun
    {
        get
        {
            var phases = (Initiative.Lanes ?? []).SelectMany(lane => lane.Phases ?? []).ToList();
            return phases.Count > 0 && phases.All(phase => Year.IsBefore(phase.Start) && phase.StartedOn is null);
        }
    }

    public override IEnumerable<string> Notes(Texts texts)
    {
        if (before is null)
            yield break;
        var year = texts.FiscalYear(before.FiscalYear);
        if (before.Progress is { } progress)
            yield return texts["sheet.note.progressBefore", year, progress];
        if (before.NextYear is { } next)
            yield return texts["sheet.note.nextYearBefore", year, next];
    }

    public override IEnumerable<EntryProblem> Check(SheetValues values)
    {
        foreach (var problem in Missing(values))
            yield return problem;
        if (values.Word<WorkStatus>(Key("status")) == WorkStatus.Completed && values.Figure(Key("progress")) < 100)
            yield return new EntryProblem(Key("progress"), "sheet.wrong.completedProgress");
        if (values.Word<WorkStatus>(Key("status")) == WorkStatus.NotStarted && values.Figure(Key("progress")) > 0)
            yield return new EntryProblem(Key("progress"), "sheet.wrong.notStartedProgress");
    }

    public override void Write(SheetValues values, SheetEdits edits)
    {
        var written = (report ?? new InitiativeReport { On = Year.Today, FiscalYear = Year.FiscalYear, By = Year.Post }) with
        {
            Status = values.Word<WorkStatus>(Key("status")),
            Progress = values.Share(Key("progress")),
            Planned = values.Text(Key("planned")),
            Done = values.Text(Key("done")),
            DelayReason = values.Text(Key("delayReason")),
            Issues = values.Text(Key("issues")),
            NextYear = values.Text(Key("nextYear")),
        };
        edits.Change<Initiative>(Initiative.Id, initiative => initiative with
        {
            Reports = report is null ? [.. initiative.Reports ?? [], written] : [.. initiative.Reports!.Select(other => other == report ? written : other)],
            Status = IsLatest ? written.Status : initiative.Status,
            Progress = IsLatest ? written.Progress : initiative.Progress,
        });
    }

    // What the last report says is how the initiative stands.
    private bool IsLatest => Initiative.Reports?.Any(other => other.FiscalYear > Year.FiscalYear) != true;
}
