using DxRules.Admin.Cycles;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>That a security control was confirmed in the year, and by what one can see it.</summary>
internal sealed record ControlUnit(Control Control, SheetYear Year) : SheetUnit(Control.Id, Control.Id)
{
    public override string Kind => "control";

    public override string? Title => Control.Catalogue is { } number ? $"{number} {Control.Title}" : Control.Title;

    public override bool IsSecret => true;

    public override SheetUnitState State =>
        Control.Status == ControlStatus.NotApplicable ? SheetUnitState.Optional
        : Control.Status is null || Control.LastReviewedOn is not { } on || Year.IsAfter(on) ? SheetUnitState.Open
        : SheetUnitState.Done;

    public override IReadOnlyList<SheetField> Fields =>
    [
        SheetField.Word(Key("status"), "controlStatus", Control.Status) with { IsNeeded = true },
        .. Control.Goal is null && Control.Unit is null && Control.Value is null
            ? Array.Empty<SheetField>()
            : [new(Key("value"), SheetFieldKind.Number, "controlValue") { Value = PlanText.Of(Control.Value), Unit = Control.Unit }],
        SheetField.Event(Key("reviewedOn"), "reviewedOn", Control.LastReviewedOn, Year.Today) with { IsNeeded = true },
        new(Key("evidence"), SheetFieldKind.ShortText, "evidence"),
    ];

    public override IEnumerable<string> Notes(Texts texts)
    {
        if (Control.Goal is { } goal)
            yield return texts["sheet.note.goal", goal, Control.Unit];
        if (Control.Evidence?.Where(evidence => evidence.On is not null).MaxBy(evidence => evidence.On!.Value.Day) is { } last)
            yield return texts["sheet.note.evidence", last.Title, texts.Date(last.On!.Value.Day)];
    }

    public override IEnumerable<EntryProblem> Check(SheetValues values) => Missing(values);

    public override void Write(SheetValues values, SheetEdits edits)
    {
        edits.Change<Control>(Control.Id, control => control with
        {
            Status = values.Word<ControlStatus>(Key("status")),
            Value = values.IsTouched(Key("value")) ? values.Figure(Key("value")) : control.Value,
            LastReviewedOn = values.Date(Key("reviewedOn")),
        });

        // Its id must be new in the whole plan, so it is added there.
        if (values.Text(Key("evidence")) is { } title)
            edits.Change(plan => plan with { Security = plan.Security! with { Controls = [.. plan.Security.Controls!.Select(control => control.Id == Control.Id ? With(plan, control, title) : control)] } });
    }

    private Control With(PlanDocument plan, Control control, string title) => control with
    {
        Evidence =
        [
            .. control.Evidence ?? [],
            new ControlEvidence { Id = GovernedCycle.NewId(plan, $"ev-{Control.Id}-{Year.FiscalYear}"), Kind = EvidenceKind.Document, Title = title, On = control.LastReviewedOn },
        ],
    };
}
