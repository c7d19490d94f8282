using System.Globalization;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>The self-check and the training of a department in the year.</summary>
/// <param name="Row">What the plan says of it; null for nothing.</param>
internal sealed record TrainingUnit(string Department, DepartmentCheck? Row, SheetYear Year) : SheetUnit($"{Department}/training", Row?.Id ?? Department)
{
    public override string Kind => "training";

    public override string? Title => null;

    public override bool IsSecret => true;

    public override SheetUnitState State =>
        Row is { SelfCheckedOn: not null, Headcount: not null, Trained: not null, Handlers: not null } and not { Handlers: > 0, HandlersTrained: null } ? SheetUnitState.Done : SheetUnitState.Open;

    public override IReadOnlyList<SheetField> Fields =>
    [
        SheetField.Event(Key("selfCheckedOn"), "selfCheckedOn", Row?.SelfCheckedOn, Year.Today),
        People("headcount", Row?.Headcount),
        People("trained", Row?.Trained),
        People("handlers", Row?.Handlers),
        People("handlersTrained", Row?.HandlersTrained),
        SheetField.Event(Key("handlersTrainedOn"), "handlersTrainedOn", Row?.HandlersTrainedOn, Year.Today),
    ];

    public override IEnumerable<EntryProblem> Check(SheetValues values)
    {
        var (headcount, handlers) = (values.Whole(Key("headcount")), values.Whole(Key("handlers")));
        if (values.Whole(Key("trained")) > headcount)
            yield return new EntryProblem(Key("trained"), "sheet.wrong.trained", headcount!);
        if (handlers > headcount)
            yield return new EntryProblem(Key("handlers"), "sheet.wrong.trained", headcount!);
        if (values.Whole(Key("handlersTrained")) > handlers)
            yield return new EntryProblem(Key("handlersTrained"), "sheet.wrong.handlersTrained", handlers!);
    }

    public override void Write(SheetValues values, SheetEdits edits) => edits.Change(plan =>
    {
        var checks = plan.Security?.DepartmentChecks ?? [];
        var id = string.Create(CultureInfo.InvariantCulture, $"check-{Year.FiscalYear}-{Department}");
        var written = (Row ?? new DepartmentCheck { Id = GovernedCycle.NewId(plan, id), Department = Department, FiscalYear = Year.FiscalYear }) with
        {
            SelfCheckedOn = values.Date(Key("selfCheckedOn")),
            Headcount = values.Whole(Key("headcount")),
            Trained = values.Whole(Key("trained")),
            Handlers = values.Whole(Key("handlers")),
            HandlersTrained = values.Whole(Key("handlersTrained")),
            HandlersTrainedOn = values.Date(Key("handlersTrainedOn")),
        };
        IReadOnlyList<DepartmentCheck> now = Row is null ? [.. checks, written] : [.. checks.Select(check => check.Id == Row.Id ? written : check)];
        return plan with { Security = (plan.Security ?? new Security()) with { DepartmentChecks = now } };
    });

    private SheetField People(string member, int? value) =>
        new(Key(member), SheetFieldKind.Whole, member) { Value = PlanText.Of(value), Least = 0, Greatest = 100_000 };
}
