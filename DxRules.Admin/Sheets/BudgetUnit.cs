using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>What an initiative was given and spent in the year, in yen.</summary>
internal sealed record BudgetUnit(Initiative Initiative, SheetYear Year) : SheetUnit($"{Initiative.Id}/budget", Initiative.Id)
{
    private readonly YearBudget? row = Initiative.Budgets.FirstOrDefault(row => row.FiscalYear == Year.FiscalYear);

    public override string Kind => "budget";

    public override string? Title => null;

    public override SheetUnitState State => (row, Initiative.Budgets.Count) switch
    {
        ({ Budget: not null, Settled: not null }, _) => SheetUnitState.Done,
        (null, 0) => SheetUnitState.Optional,
        _ => SheetUnitState.Open,
    };

    public override IReadOnlyList<SheetField> Fields =>
    [
        Yen("budget", row?.Budget),
        Yen("settled", row?.Settled),
    ];

    public override IEnumerable<string> Notes(Texts texts) =>
        Initiative.Budgets.FirstOrDefault(other => other.FiscalYear == Year.FiscalYear - 1) is { Settled: { } settled } before
            ? [texts["sheet.note.settledBefore", texts.FiscalYear(before.FiscalYear), settled]]
            : [];

    public override IEnumerable<EntryProblem> Check(SheetValues values) => Missing(values);

    public override void Write(SheetValues values, SheetEdits edits)
    {
        var written = (row ?? new YearBudget { FiscalYear = Year.FiscalYear }) with { Budget = values.Figure(Key("budget")), Settled = values.Figure(Key("settled")) };
        edits.Change<Initiative>(Initiative.Id, initiative => initiative with
        {
            Budgets = row is null
                ? [.. initiative.Budgets.Append(written).OrderBy(other => other.FiscalYear)]
                : [.. initiative.Budgets.Select(other => other == row ? written : other)],
        });
    }

    private SheetField Yen(string member, decimal? value) =>
        new(Key(member), SheetFieldKind.Yen, member) { Value = PlanText.Of(value), Least = 0, IsNeeded = true };
}
